"""Nobody else learns who reads this: no other host, nothing stored, a strict policy, and a quick way out."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from tests.browser.conftest import SUBFOLDER
from tests.browser.pages import KINDS, Kind

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from tests.browser.conftest import Visits
    from tests.browser.watching import Watch

AWAY, AWAY_HOST = "https://www.dmi.dk/", "www.dmi.dk"
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


class Head(HTMLParser):
    """What a browser would act on: the policy and the referrer, what came before the policy, and what is inline."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.policy: dict[str, list[str]] = {}
        self.referrer = ""
        self.before_policy: list[str] = []
        self.inline: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta" and values.get("http-equiv", "").lower() == "content-security-policy":
            parts = [part.split() for part in values["content"].split(";") if part.strip()]
            self.policy = {name: tokens for name, *tokens in parts}
        if tag == "meta" and values.get("name") == "referrer":
            self.referrer = values["content"]
        if tag in {"script", "link", "style", "base"} and not self.policy:
            self.before_policy.append(tag)
        data = values.get("type", "").endswith("json")
        if tag == "style" or (tag == "script" and "src" not in values and not data):
            self.inline.append(tag)
        self.inline += [f"{tag} {name}" for name in values if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("base", ["/", SUBFOLDER], ids=["rod", "mappe"])
@every_kind
def test_a_page_asks_nobody_else_stores_nothing_and_breaks_nothing(visits: Visits, kind: Kind, base: str) -> None:
    page = visits.open(kind, base=base)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    for summary in page.locator("summary:visible").all()[:3]:
        summary.click()
    page.wait_for_load_state("networkidle")
    assert visits.complaints() == []
    watch = visits.watches[0]
    assert all(address.startswith(visits.address("hjem", base)) for address in watch.addresses), watch.addresses


def test_every_built_page_has_the_policy_and_nothing_inline(sites: dict[str, Path]) -> None:
    for site in sites.values():
        for path in site.rglob("*.html"):
            head = Head(path.read_text(encoding="utf-8"))
            where = path.relative_to(site).as_posix()
            tokens = {token for given in head.policy.values() for token in given}
            assert head.policy, f"{where}: no Content-Security-Policy"
            assert head.before_policy == [], f"{where}: loaded before the policy holds"
            assert head.inline == [], where
            assert head.referrer == "no-referrer", where
            assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "http:", "data:"} & tokens, (where, tokens)
            assert not any("://" in token for token in tokens), f"{where}: another host is let in"
            assert head.policy["default-src"] in (["'none'"], ["'self'"]), where
            assert head.policy.get("base-uri") in (["'none'"], ["'self'"]), f"{where}: default-src says nothing of it"
            assert head.policy.get("form-action") in (["'none'"], ["'self'"]), f"{where}: as base-uri"


def test_the_policy_stops_what_is_inline_or_from_elsewhere(visits: Visits) -> None:
    page = visits.open("hjem")
    page.evaluate("""() => {
      const own = document.createElement("script"); own.textContent = "document.title = 'kapret'";
      const far = document.createElement("script"); far.src = "https://andre.example/x.js";
      document.body.append(own, far);
      const image = new Image(); image.src = "https://andre.example/x.png";
      document.body.insertAdjacentHTML("beforeend", "<p id='malet' style='color: rgb(1, 2, 3)'>x</p>");
    }""")
    page.wait_for_timeout(300)
    assert page.title() != "kapret"
    assert page.evaluate("getComputedStyle(malet).color") != "rgb(1, 2, 3)"
    watch = visits.watches[0]
    assert sum(one.startswith("policy:") for one in watch.told) >= 4, watch.told
    assert watch.sent == []
    watch.told.clear()  # all of this was this test's own doing


# --- leave this page


def open_two(visits: Visits, name: str = "klage", **options: bool) -> tuple[Page, Watch]:
    """Open the home page, then the page to be left."""
    page = visits.start(**options)
    watch = visits.watches[0]
    watch.allowed.add(AWAY_HOST)
    page.goto(visits.address("hjem"))
    page.goto(visits.address(name), wait_until="networkidle")
    return page, watch


def history(page: Page) -> list[str]:
    """Return the addresses that back and forward can reach."""
    session = page.context.new_cdp_session(page)
    entries = session.send("Page.getNavigationHistory")["entries"]
    return [entry["url"] for entry in entries]


@every_kind
def test_shift_three_times_leaves_and_back_does_not_return(visits: Visits, kind: Kind) -> None:
    page, _ = open_two(visits, kind.name)
    if kind.name == "hjem":
        page.goto(visits.address("om"))
        page.goto(visits.address(kind))
    before = history(page)
    for _press in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(AWAY)
    assert history(page) == [*before[:-1], AWAY]
    page.go_back()
    assert page.url == before[-2]


def test_the_page_is_blank_before_the_next_one_is_asked_for(visits: Visits) -> None:
    page, watch = open_two(visits)
    page.evaluate("""addEventListener("beforeunload", () => {
      const seen = [...document.querySelectorAll("body, body *")].filter((one) => one.checkVisibility());
      kvTell(`at leaving: ${seen.length} parts and the title "${document.title.trim()}"`);
    })""")
    for _press in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(AWAY)
    assert watch.told == ['at leaving: 0 parts and the title ""']
    watch.told.clear()  # told by this test itself


@pytest.mark.parametrize(
    "keys",
    [
        ["Shift", "Shift"],
        ["Escape", "Escape", "Escape"],
        ["Shift", "Escape", "Shift", "Escape", "Shift"],
        ["Shift+A", "Shift+B", "Shift+C", "Shift+D"],
        ["Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab"],
        ["Control", "Control", "Control"],
    ],
    ids=" ".join,
)
def test_nothing_else_leaves(visits: Visits, keys: list[str]) -> None:
    page, watch = open_two(visits)
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert page.url == visits.address("klage")
    assert page.locator("h1").is_visible()
    assert not any(AWAY_HOST in address for address in watch.addresses)


def test_escape_does_not_call_back_a_page_that_is_being_left(visits: Visits) -> None:
    page, _ = open_two(visits)
    for key in ("Shift", "Shift", "Shift", "Escape"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.url == AWAY or not page.locator("body").is_visible()


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_the_link_leaves_as_the_keys_do(visits: Visits, by: str) -> None:
    page, _ = open_two(visits)
    before = history(page)
    link = page.get_by_role("link", name="Forlad siden")
    if by == "mouse":
        link.click()
    else:
        link.focus()
        page.keyboard.press("Enter")
    page.wait_for_url(AWAY)
    assert history(page) == [*before[:-1], AWAY]


@every_kind
def test_without_javascript_it_is_a_plain_link(visits: Visits, kind: Kind) -> None:
    page, watch = open_two(visits, kind.name, script=False)
    link = page.get_by_role("link", name="Forlad siden")
    assert link.get_attribute("href") == AWAY
    assert "noreferrer" in (link.get_attribute("rel") or "")
    for _press in range(3):
        page.keyboard.press("Shift")
    link.click()
    page.wait_for_url(AWAY)
    asked = [address for address in watch.addresses if AWAY_HOST in address]
    assert asked == [AWAY]


def test_the_next_page_does_not_learn_where_the_reader_was(visits: Visits) -> None:
    page, _ = open_two(visits)
    referrers: list[str | None] = []
    page.on("request", lambda request: referrers.append(request.headers.get("referer")))
    page.get_by_role("link", name="Forlad siden").click()
    page.wait_for_url(AWAY)
    assert referrers == [None]
    assert page.evaluate("document.referrer") == ""


# --- the watch itself


@pytest.mark.parametrize(
    ("doing", "expected"),
    [
        ("fetch('https://andre.example/x').catch(() => 0)", "another host was asked: https://andre.example/x"),
        ("document.cookie = 'a=1'", "cookie written: a=1"),
        ("localStorage.setItem('b', 1)", "web storage written: b"),
        ("localStorage.setItem('b', 1); localStorage.clear()", "web storage written: b"),
        ("sessionStorage.c = 1", "sessionStorage holds c"),
        ("void indexedDB.open('d')", "indexedDB opened: d"),
        ("console.error('e')", "console: e"),
        ("setTimeout(() => { throw new Error('f'); })", "script failed: f"),
        ("void (new Image().src = '/findes-ikke.png')", r"missing \(404\): .*/findes-ikke.png"),
    ],
)
def test_the_watch_tells(visits: Visits, doing: str, expected: str) -> None:
    page = visits.open("hjem", policy=False)  # so that it is the watch that stops it
    page.evaluate(doing)
    page.wait_for_timeout(200)
    told = visits.complaints()
    assert any(re.match(expected, one) for one in told), told
    visits.close(clean=False)
