"""The site built and served once, a Chromium, and pages that are watched from the moment they are opened."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import sync_playwright
from tests.browser.pages import BY_NAME, Kind
from tests.browser.serving import serve
from tests.browser.watching import Watch, describe_pictures
from tests.site.conftest import ROOT, build_site

from _chromium import ADVICE, VARIABLE, find_chromium

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Browser, Page

SUBFOLDER = "/under/mappe/"
PICTURES_VARIABLE = "KVALITET_BILLEDER"
# Without these, Chromium asks Google's hosts at every start. Its sandbox is off (Playwright's default), as root needs.
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_VISITS = pytest.StashKey["Visits"]()


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the site built for the root of a host, and for a sub-folder as its `site_url` says."""
    source = tmp_path_factory.mktemp("under-mappe")
    for name in ("docs", "kvalitetsstandarder"):
        shutil.copytree(ROOT / name, source / name)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    kept = re.sub(r"^site_url:.*\n", "", config, flags=re.MULTILINE)
    (source / "mkdocs.yml").write_text(f"site_url: https://kvalitet.example{SUBFOLDER}\n{kept}", encoding="utf-8")
    built = {"/": tmp_path_factory.mktemp("rod"), SUBFOLDER: tmp_path_factory.mktemp("mappe")}
    for target, root in zip(built.values(), (ROOT, source), strict=True):
        done = build_site(target, root)
        assert done.returncode == 0, done.stdout + done.stderr
    return built


@pytest.fixture(scope="session")
def host(sites: dict[str, Path]) -> Iterator[str]:
    """Return the host, with its port, that serves the sites."""
    with serve(sites) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the one Chromium of the run; without one, every test here fails and says what to install."""
    executable = find_chromium(Path(sys.executable))
    named = os.environ.get(VARIABLE, "")
    if named and executable != named:
        pytest.fail(f"{VARIABLE} names {named}, which is no file.", pytrace=False)
    if not executable:
        pytest.fail(ADVICE, pytrace=False)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=[*FLAGS])
        yield running
        running.close()


class Pool:
    """The contexts that tests share, by what can be set for a whole context alone: a new one costs half a second."""

    def __init__(self, browser: Browser, host: str) -> None:
        self._browser = browser
        self._watches: dict[tuple[bool, bool], Watch] = {}
        self.host = host

    def take(self, *, script: bool, policy: bool) -> Watch:
        """Return a clean, watched context without a page."""
        key = (script, policy)
        if key not in self._watches:
            context = self._browser.new_context(
                locale="da-DK", java_script_enabled=script, bypass_csp=not policy, service_workers="allow"
            )
            context.set_default_timeout(10_000)
            self._watches[key] = Watch(context, self.host)
        return self._watches[key]

    def put_back(self, watch: Watch, *, clean: bool) -> None:
        """Close a context's pages, and the context itself if anything may be left in it."""
        if clean:
            watch.reset()
            return
        self._watches = {key: one for key, one in self._watches.items() if one is not watch}
        watch.context.close()


class Visits:
    """Opens pages for one test, and watches them all."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self.watches: list[Watch] = []

    def address(self, kind: Kind | str, base: str = "/") -> str:
        """Return the whole address of one page."""
        return f"http://{self._pool.host}{base}{(BY_NAME[kind] if isinstance(kind, str) else kind).address}"

    def start(self, *, width: int = 360, height: int = 740, script: bool = True, policy: bool = True) -> Page:
        """Return an empty page, watched; without ``policy`` the browser leaves out the page's own."""
        watch = self._pool.take(script=script, policy=policy)
        if watch not in self.watches:
            self.watches.append(watch)
        page = watch.context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        return page

    def open(
        self, kind: Kind | str, *, base: str = "/", media: Mapping[str, Any] | None = None, **options: Any
    ) -> Page:
        """Open one page in the site at ``base``; ``media`` as ``emulate_media`` takes it, the rest as ``start``."""
        chosen = BY_NAME[kind] if isinstance(kind, str) else kind
        page = self.start(**options)
        page.emulate_media(**(media or {}))
        response = page.goto(self.address(chosen, base), wait_until="load")
        assert response is not None
        assert response.status == chosen.status, response.url
        return page

    def complaints(self) -> list[str]:
        """Return what the watches noted."""
        return [one for watch in self.watches for one in watch.complaints()]

    def close(self, *, clean: bool) -> None:
        """Give the contexts back; those that are not clean are not used again."""
        for watch in self.watches:
            self._pool.put_back(watch, clean=clean)
        self.watches.clear()


@pytest.fixture(scope="session")
def pool(browser: Browser, host: str) -> Pool:
    """Return the contexts of the run."""
    return Pool(browser, host)


@pytest.fixture
def visits(pool: Pool, request: pytest.FixtureRequest) -> Iterator[Visits]:
    """Return a way to open watched pages; a test that opens one fails if the page does what it should not."""
    opened = Visits(pool)
    request.node.stash[_VISITS] = opened
    yield opened
    told = opened.complaints()
    pictures = describe_pictures(_take_pictures(request.node, opened)) if told else ""
    opened.close(clean=not told)
    assert not told, "\n".join([*told, pictures])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Iterator[None]:  # a wrapper's result goes through it
    """Keep pictures of a failed test's pages, and say in its report where they lie."""
    report: pytest.TestReport = yield  # type: ignore[assignment]  # what the hook itself returns
    opened = item.stash.get(_VISITS, None)
    if report.when == "call" and report.failed and opened is not None and call.excinfo is not None:
        report.sections.append(("pictures", describe_pictures(_take_pictures(item, opened))))
    return report  # type: ignore[return-value]


def _take_pictures(item: pytest.Item, opened: Visits) -> list[Path]:
    named = os.environ.get(PICTURES_VARIABLE, "")
    factory: pytest.TempPathFactory = item.config._tmp_path_factory  # type: ignore[attr-defined]  # no public way here
    folder = Path(named).resolve() if named else factory.getbasetemp() / "billeder"
    name = re.sub(r"[^\w.-]+", "-", item.name, flags=re.ASCII).strip("-")
    paths: list[Path] = []
    for number, watch in enumerate(opened.watches, start=1):
        paths += watch.save_pictures(folder, f"{name}-{number}")
    return paths
