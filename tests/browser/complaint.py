"""The path of questions as tests walk it: the answers that lead somewhere, and where on the page things are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kvalitet.complaint import load_complaint_paths, walk_paths

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from kvalitet.complaint import ComplaintPaths

FUTURE = "2100-01-01T12:00:00"
TODAY = "2026-11-25T12:00:00"
CALCULATED = "[data-regnet]:not(:empty)"
both_pages = pytest.mark.parametrize("kind", ["klag", "klage"])


def load() -> ComplaintPaths:
    paths = load_complaint_paths("stofmisbrug")
    assert paths is not None
    return paths


PATHS = load()
WALKS = list(walk_paths(PATHS))
REFUSED = ["Ja, jeg har fået et svar", "Nej, intet af det", "De sagde nej til behandling"]
LATE = ["Ja, jeg har fået et svar", "Nej, intet af det", "Behandlingen begynder for sent", "Nej"]
SILENT = ["Nej, jeg har ikke fået et svar", "Nej, intet af det", "Jeg vil i behandling og er ikke begyndt"]
SILENT += ["Kommunen, og jeg bad om behandling"]


def answer(page: Page, *words: str) -> None:
    for one in words:
        page.locator("[data-vej]").get_by_role("link", name=one, exact=True).click()


def shown(page: Page) -> str:
    return page.locator("[data-vej]").inner_text()


def heading(page: Page) -> Locator:
    """Return the heading of the step that is shown."""
    return page.locator("[data-trin]:visible h2")


def fill_day(tool: Locator, day: str) -> None:
    year, month, number = day.split("-")
    for label, value in (("Dag", number), ("Måned", month), ("År", year)):
        tool.get_by_label(label, exact=True).fill(value)
    tool.get_by_role("button", name="Vis dagen").click()


def tool_of(page: Page, kind: str) -> Locator:
    return page.locator(f"[data-regner={kind}]")


def more(page: Page) -> Locator:
    """Return the field of the letter that is shown."""
    return page.locator("[data-mere]:visible")


def printed(page: Page) -> str:
    page.emulate_media(media="print")
    text = page.locator("body").inner_text()
    page.emulate_media(media="null")
    return text
