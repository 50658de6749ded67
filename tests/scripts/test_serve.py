"""``scripts/site.py --serve --kun``: an edit is on the page within a second, and a fault takes nothing away."""

from __future__ import annotations

import re
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest
from tests.scripts.project import AREA_FOLDER, DAY, copy_project, copy_variables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SLUG = "strandlev"
PIXIE = f"stofmisbrug/kommuner/{SLUG}/"
STANDARD = f"{PIXIE}standard/"
EDITS = 7
PATIENCE_SECONDS = 30.0

pytestmark = pytest.mark.slow


class Preview:
    """A running ``--serve --kun`` of a copy of the project."""

    def __init__(self, copy: Path) -> None:
        self.copy = copy
        self.standard = copy / AREA_FOLDER / f"{SLUG}.yml"
        self.package = copy / "plugins" / "kvalitet"
        self._log = copy.parent / "serve.log"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = int(probe.getsockname()[1])
        command = [sys.executable, str(copy / "scripts" / "site.py"), "--serve", "--kun", SLUG, "--dato", DAY]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [*command, "--port", str(self._port)],
                cwd=copy.parent,
                env=copy_variables(copy),
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    @property
    def told(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def page(self, address: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self._port}/{address}", timeout=PATIENCE_SECONDS) as answer:
            return str(answer.read().decode())

    def seconds_until(self, address: str, accept: Callable[[str], bool]) -> float:
        """Ask for the page again and again, and return how long it took until it was as it should be."""
        start = time.perf_counter()
        while (passed := time.perf_counter() - start) < PATIENCE_SECONDS:
            try:
                if accept(self.page(address)):
                    return time.perf_counter() - start
            except urllib.error.URLError:
                assert self._process.poll() is None, self.told
            time.sleep(0.01)
        pytest.fail(f"{address} was not as expected after {passed:.0f} s:\n{self.told}")

    def edit(self, path: Path, pattern: str, replacement: str) -> str:
        """Replace once in a file, as an editor does it, and return what stood there before."""
        before = path.read_text(encoding="utf-8")
        after, count = re.subn(pattern, replacement, before, count=1)
        assert count == 1, f"{pattern} is not in {path}"
        path.write_text(after, encoding="utf-8")
        return before

    def keeps_serving_while_broken(self, path: Path, text: str, *told: str) -> None:
        """Write a fault, see that it is told and takes no page away, and mend it."""
        before, known = path.read_text(encoding="utf-8"), len(self.told)
        served = self._without_livereload(STANDARD)
        path.write_text(text, encoding="utf-8")
        deadline = time.monotonic() + PATIENCE_SECONDS
        while "viser stadig den sidste udgave" not in self.told[known:]:
            assert time.monotonic() < deadline, self.told[known:]
            time.sleep(0.05)
        assert [words for words in told if words not in self.told[known:]] == []
        assert "Traceback" not in self.told
        assert self._without_livereload(STANDARD) == served
        path.write_text(before, encoding="utf-8")

    def _without_livereload(self, address: str) -> str:
        return re.sub(r"livereload\(\d+, \d+\)", "", self.page(address))

    def stop(self) -> None:
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(PATIENCE_SECONDS)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    one = Preview(copy_project(tmp_path_factory.mktemp("serve") / "projekt", (SLUG, "vintersund")))
    try:
        one.seconds_until(PIXIE, lambda _: True)
        yield one
    finally:
        one.stop()


def test_an_edit_is_on_the_page_within_a_second(preview: Preview) -> None:
    taken = []
    for number in range(EDITS):
        time.sleep(0.3 + number * 0.037)  # not in step with the server, which looks ten times a second
        mark = f"Rettelse{number}"
        preview.edit(preview.standard, r"(?m)^(    indhold: )(?:Rettelse\d )?", rf"\g<1>{mark} ")
        taken.append(preview.seconds_until(STANDARD, lambda text, mark=mark: mark in text))  # type: ignore[misc]
    assert statistics.median(taken) < 1, taken


def test_the_other_municipalities_have_no_pages(preview: Preview) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        preview.page("stofmisbrug/kommuner/vintersund/")


def test_a_broken_standard_takes_nothing_away(preview: Preview) -> None:
    preview.keeps_serving_while_broken(preview.standard, "kommune: [", f"{SLUG}.yml:1:", "ikke lukket")
    preview.edit(preview.standard, r"(?m)^(    indhold: )", r"\g<1>Mendeord ")
    preview.seconds_until(STANDARD, lambda text: "Mendeord" in text)


def test_a_broken_template_takes_nothing_away(preview: Preview) -> None:
    template = preview.package / "templates" / "standard.html.j2"
    text = template.read_text(encoding="utf-8")
    preview.keeps_serving_while_broken(template, text + "{% if %}\n", "standard.html.j2:")
    preview.keeps_serving_while_broken(template, text + "{{ findes_ikke.mere }}\n", "standard.html.j2:", "findes_ikke")


def test_a_broken_catalogue_takes_nothing_away(preview: Preview) -> None:
    area = preview.package / "lovkrav" / "stofmisbrug" / "omraade.yml"
    text = area.read_text(encoding="utf-8")
    preview.keeps_serving_while_broken(area, text + "\nvrøvl: 1\n", "omraade.yml:", "vrøvl")


def test_broken_settings_take_nothing_away(preview: Preview) -> None:
    settings = preview.copy / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    preview.keeps_serving_while_broken(settings, text + "  [\n")
    preview.keeps_serving_while_broken(settings, text + "docs_dir: findes-ikke\n", "findes-ikke")


@pytest.mark.parametrize(
    ("file", "pattern", "replacement", "address"),
    [
        ("templates/standard.html.j2", r"\Z", "<p>Prøveord</p>\n", STANDARD),
        ("templates/_dele.html.j2", r"(<p[^>]*>)", r"\1Prøveord ", PIXIE),
        ("theme/main.html", r"</body>", "<p>Prøveord</p></body>", ""),
        ("lovkrav/akut.yml", r"linje: ", "linje: Prøveord ", PIXIE),
        ("lovkrav/stofmisbrug/krav/klageadgang.yml", r"titel: ", "titel: Prøveord ", "stofmisbrug/krav/klageadgang/"),
        ("register/kommuner.yml", r"navn: Ballerup\b", "navn: Prøveord", "stofmisbrug/kommuner/"),
    ],
)
def test_whatever_a_page_is_made_of_is_seen(
    preview: Preview, file: str, pattern: str, replacement: str, address: str
) -> None:
    before = preview.edit(preview.package / file, pattern, replacement)
    preview.seconds_until(address, lambda text: "Prøveord" in text)
    (preview.package / file).write_text(before, encoding="utf-8")
    preview.seconds_until(address, lambda text: "Prøveord" not in text)


def test_a_wrong_slug_and_a_taken_port_are_told(preview: Preview) -> None:
    def run(*options: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(preview.copy / "scripts" / "site.py"), "--serve", *options]
        variables = copy_variables(preview.copy)
        return subprocess.run(command, env=variables, capture_output=True, text=True, check=False, timeout=60)

    wrong = run("--kun", "strandlv", "--port", str(preview._port + 1))
    assert wrong.returncode == 1
    assert "Mente du strandlev" in wrong.stdout + wrong.stderr
    taken = run("--port", str(preview._port))
    assert taken.returncode == 1
    assert f"port {preview._port} is taken" in taken.stderr
