"""axe-core finds nothing to say of any kind of page: WCAG 2.0 to 2.2, A and AA, and best practice."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Any

import pytest
from tests.browser.pages import KINDS, Kind

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.conftest import Visits

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
WIDTHS = (320, 360, 768, 1280)
SCHEMES = ("light", "dark")
# Only the script of the package is used, so any axe-core in its place would do.
AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def run_axe(page: Page) -> dict[str, Any]:
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE)
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    result: dict[str, Any] = page.evaluate("(options) => axe.run(document, options)", options)
    return result


def violations(page: Page, where: str = "") -> list[str]:
    return [
        f"{where}{rule['id']}: {node['target']} {node['html'][:160]} {node['failureSummary']}"
        for rule in run_axe(page)["violations"]
        for node in rule["nodes"]
    ]


@every_kind
def test_nothing_is_found_on_a_phone(visits: Visits, kind: Kind) -> None:
    page = visits.open(kind, width=360, policy=False)
    assert violations(page) == []


@pytest.mark.slow
@pytest.mark.parametrize("scheme", SCHEMES)
@every_kind
def test_nothing_is_found_at_any_width_light_or_dark(visits: Visits, kind: Kind, scheme: str) -> None:
    page = visits.open(kind, media={"color_scheme": scheme}, policy=False)
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found += violations(page, f"{width} px, {scheme}: ")
    assert found == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["kommune-med-standard", "lovtjek", "overblik"])
def test_the_dark_and_the_printed_page_have_contrast_too(visits: Visits, name: str, scheme: str) -> None:
    page = visits.open(name, width=1280, media={"color_scheme": scheme}, policy=False)
    found = violations(page, "screen: ")
    page.emulate_media(media="print")
    found += violations(page, "print: ")
    assert found == []


def test_what_is_unfolded_is_fine_as_well(visits: Visits) -> None:
    page = visits.open("kommune-med-standard", policy=False)
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    assert violations(page) == []


def test_axe_is_new_enough_and_finds_what_is_wrong(visits: Visits) -> None:
    page = visits.start(policy=False)
    small = '<button style="width: 9px; height: 9px; padding: 0; border: 0">a</button>'
    weak = '<p style="color: #aaa; background: #fff">svag</p>'
    page.set_content(f"<main><h1>x</h1>{weak}<h5>spring</h5><img src='data:,'>{small}{small}</main>")
    result = run_axe(page)
    found = {rule["id"] for rule in result["violations"]}
    version = tuple(int(part) for part in result["testEngine"]["version"].split(".")[:2])
    assert version >= (4, 9)
    assert found >= {"image-alt", "color-contrast", "heading-order", "target-size"}
