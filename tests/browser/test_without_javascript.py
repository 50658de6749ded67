"""With JavaScript off, what matters can be read: where to go, rights, how to complain, who there is, the matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.pages import KINDS, Kind

from kvalitet.register import load_register

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.conftest import Visits


def open_plain(visits: Visits, kind: Kind | str) -> Page:
    return visits.open(kind, script=False)


def seen(page: Page, selector: str = "main") -> str:
    """Return the text that is shown, as a reader sees it."""
    return page.locator(selector).first.inner_text()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_page_says_what_it_is_and_how_to_get_on(visits: Visits, kind: Kind) -> None:
    page = open_plain(visits, kind)
    assert page.locator("h1").is_visible()
    assert page.locator("main a").first.is_visible()
    assert page.locator("noscript").count() == 0


def test_where_to_go(visits: Visits) -> None:
    page = open_plain(visits, "kommune-med-standard")
    text = seen(page, "#hvor")
    assert "Rusmiddelcenter Strandlev" in text
    assert "Havnegade 1, 9999 Strandlev" in text
    assert "01 23 45 67" in text.replace("\xa0", " ")
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Torsdag"))
    assert row.get_by_role("cell").all_inner_texts() == ["9-17", "9-11 og 15-17"]


def test_what_is_folded_opens(visits: Visits) -> None:
    page = open_plain(visits, "lov")
    part = page.locator("details").first
    body = part.locator(":scope > :not(summary)").first
    assert not body.is_visible()
    part.locator("summary").click()
    assert body.is_visible()


def test_where_to_go_without_a_standard(visits: Visits) -> None:
    page = open_plain(visits, "kommune-uden-standard")
    assert "Jeg vil gerne i stofmisbrugsbehandling" in seen(page)
    assert page.locator("main a[href^='http']").first.is_visible()


def test_the_rights(visits: Visits) -> None:
    text = seen(open_plain(visits, "rettigheder"))
    assert "14 dage" in text
    assert "du har ret til" in text.lower()


def test_how_to_complain(visits: Visits) -> None:
    text = seen(open_plain(visits, "klage"))
    assert "Her klager du" in text
    assert "4 uger" in text
    assert "Ankestyrelsen" in text


def test_the_municipalities(visits: Visits) -> None:
    page = open_plain(visits, "kommuner")
    names = {link.inner_text().strip() for link in page.locator("main a").all() if link.is_visible()}
    missing = [
        one.name
        for one in load_register().municipalities.values()
        if not any(name.startswith(one.name) for name in names)
    ]
    assert missing == []


def test_the_matrix(visits: Visits) -> None:
    page = open_plain(visits, "overblik")
    assert "Strandlev" in seen(page, ".kv-smal")
    page.set_viewport_size({"width": 1280, "height": 800})
    table = page.get_by_role("table")
    assert table.get_by_role("rowheader", name="Strandlev").is_visible()
    assert table.get_by_role("columnheader", name="14 dages garanti").is_visible()
    cells = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Strandlev")).get_by_role("cell")
    names = [cell.aria_snapshot() for cell in cells.all()]
    assert len(names) > 10
    assert all("beskrevet" in name or "relevant" in name or name[-1].isdigit() for name in names[1:]), names
