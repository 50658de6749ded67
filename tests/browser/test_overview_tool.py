"""The matrix as a tool: sorted, filtered, opened, shared and taken along; and municipalities side by side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from tests.browser.conftest import Visits

_NAMES = "[...document.querySelectorAll('.kv-matrix tbody tr:not([hidden]) th a')].map((one) => one.textContent)"
# What the script computes from a row's codes must be what the page was made with.
_DIFFERENT = """() => [...document.querySelectorAll('.kv-matrix tbody tr')].flatMap((row) =>
  [...row.querySelectorAll('td[data-krav]')].filter((cell) => {
    const words = {0: 'ikke beskrevet', 1: 'kort beskrevet', 2: 'uddybende beskrevet', i: 'ikke relevant',
      v: 'ikke vurderet'};
    return cell.querySelector('.kv-hidden').textContent !== words[cell.dataset.niveau];
  }).map((cell) => `${row.dataset.slug} ${cell.dataset.krav}`))"""
_DOUBLES = """() => {
  const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}"""


def names(page: Page) -> list[str]:
    found: list[str] = page.evaluate(_NAMES)
    return found


def open_matrix(visits: Visits, fragment: str = "", width: int = 1280) -> Page:
    page = visits.start(width=width, height=900)
    page.goto(visits.address("overblik") + fragment, wait_until="load")
    return page


def test_the_script_counts_as_the_page_was_made(visits: Visits) -> None:
    page = open_matrix(visits)
    assert page.locator(".kv-matrix tbody tr").count() > 5
    assert page.evaluate(_DIFFERENT) == []
    page.get_by_label("Vis kun huller").check()
    page.get_by_label("Vis kun huller").uncheck()
    assert page.evaluate(_DIFFERENT) == [], "filtering and back leaves the same levels"


def test_sorting_is_done_by_keyboard_told_and_shown(visits: Visits) -> None:
    page = open_matrix(visits)
    before = names(page)
    button = page.get_by_role("button", name="Sortér Gavekort")
    button.focus()
    page.keyboard.press("Enter")
    head = page.locator("th[data-krav=gavekort]")
    assert head.get_attribute("aria-sort") == "ascending"
    assert "Sorteret efter gavekort, stigende" in page.get_by_role("status").first.inner_text()
    ranks = page.evaluate(
        "[...document.querySelectorAll('.kv-matrix tbody tr td[data-krav=gavekort]')].map((one) => one.dataset.niveau)"
    )
    order = {"v": -2, "i": -1, "0": 0, "1": 1, "2": 2}
    assert [order[one] for one in ranks] == sorted(order[one] for one in ranks)
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert sorted(names(page)) == sorted(before)


def test_a_view_can_be_shared(visits: Visits) -> None:
    page = open_matrix(visits)
    page.get_by_label("Tilstand").select_option("forfalden")
    page.get_by_role("button", name="Åbn Sag og klage").click()
    page.get_by_role("button", name="Kommune", exact=True).click()
    page.get_by_role("button", name="Kommune", exact=True).click()
    shown = names(page)
    fragment = page.evaluate("location.hash")
    other = open_matrix(visits, fragment)
    assert names(other) == shown
    assert 0 < len(shown) < 12
    assert other.get_by_role("button", name="Luk Sag og klage").get_attribute("aria-expanded") == "true"
    assert other.get_by_label("Tilstand").input_value() == "forfalden"


def test_a_column_opens_to_its_criteria(visits: Visits) -> None:
    page = open_matrix(visits)
    expect(page.get_by_role("columnheader", name=re.compile("Klage over frit valg"))).to_have_count(0)
    page.get_by_role("button", name="Åbn Sag og klage").click()
    head = page.get_by_role("columnheader", name=re.compile("frit valg.*anbefaling"))
    expect(head).to_have_count(1)
    widths = page.evaluate("[...document.querySelectorAll('.kv-matrix tr')].map((row) => row.cells.length)")
    assert len(set(widths)) == 1, "every row has a cell in every column"
    link = page.locator("tr[data-slug=strandlev] td.kv-del a").first.get_attribute("href")
    assert link is not None
    assert re.search(r"/strandlev/lovtjek/#[a-z-]+$", link)
    page.get_by_role("button", name="Luk Sag og klage").click()
    expect(page.locator(".kv-del")).to_have_count(0)


def test_only_holes_leaves_rows_and_columns_with_holes(visits: Visits) -> None:
    page = open_matrix(visits)
    page.get_by_label("Vis kun huller").check()
    rows = page.locator(".kv-matrix tbody tr:not([hidden])")
    assert 0 < rows.count() < 12
    for row in rows.all():
        assert row.locator("td[data-niveau='0']:not([hidden])").count() > 0
    assert page.locator("thead th[data-krav]:not([hidden])").count() < 19
    expect(page.locator(".kv-matrix tfoot")).to_be_hidden()


def test_the_view_is_taken_along_and_no_cell_is_a_formula(visits: Visits, tmp_path: Path) -> None:
    page = open_matrix(visits, f"#tilstand={quote('udkast')}")
    page.evaluate("document.querySelector('tbody tr:not([hidden]) th a').textContent = '=1+1'")
    with page.expect_download() as caught:
        page.get_by_role("button", name="Hent udsnittet til Excel").click()
    target = tmp_path / "overblik.csv"
    caught.value.save_as(target)
    text = target.read_text(encoding="utf-8")
    assert text.startswith('\ufeff"Kommune";"Tilstand";"Beskrevet";"Opgaver"')
    lines = text.split("\n")
    assert len([line for line in lines if line.strip()]) == 2
    assert lines[1].startswith('"\'=1+1";"udkast";')


def test_on_a_telephone_there_is_a_list_instead(visits: Visits) -> None:
    page = open_matrix(visits, width=360)
    expect(page.locator(".kv-matrix")).to_be_hidden()
    items = page.locator(".kv-smal > li")
    assert items.count() == page.locator(".kv-matrix tbody tr").count()
    assert "punkter er beskrevet" in items.first.inner_text()
    page.get_by_label("Tilstand").select_option("udkast")
    expect(page.locator(".kv-smal > li:visible")).to_have_count(page.locator("tr[data-tilstand=udkast]").count())


@pytest.mark.parametrize("width", [360, 1280])
def test_municipalities_side_by_side_with_their_own_words(visits: Visits, width: int) -> None:
    page = visits.start(width=width, height=900)
    page.goto(visits.address("sammenlign") + "#strandlev,sivherred", wait_until="load")
    expect(page.get_by_role("status").first).to_contain_text("2 kommuner")
    parts = page.locator(".kv-side-punkt")
    assert parts.count() >= 15
    first = parts.first
    assert [one.inner_text().split(" ")[0] for one in first.locator("h3").all()] == ["Strandlev", "Sivherred"]
    standard = visits.start(width=width)
    standard.goto(visits.address("standard"), wait_until="load")
    words = standard.locator("#opgaver-tekst").inner_text()
    assert words in first.inner_text()
    boxes = [one.bounding_box() for one in first.locator(".kv-side-kommune").all()]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert (boxes[0]["y"] == boxes[1]["y"]) is (width > 360)
    assert page.evaluate(_DOUBLES) == []
    page.get_by_label("Kommune 2").select_option("")
    expect(page.get_by_role("status").first).to_contain_text("Vælg en kommune mere")
    expect(page.locator(".kv-side")).to_be_hidden()


def test_an_unknown_name_in_the_address_chooses_nobody(visits: Visits) -> None:
    page = visits.start(width=1280, height=900)
    page.goto(visits.address("sammenlign") + "#ukendt,strandlev", wait_until="load")
    expect(page.get_by_role("status").first).to_contain_text("Vælg en kommune mere")
