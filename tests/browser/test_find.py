"""Find your municipality: however it is spelled, by finger, keyboard or ear; without JavaScript the list; no trace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from playwright.sync_api import expect

from kvalitet.register import load_register

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page
    from tests.browser.conftest import Visits

SPELLINGS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "stavemaader.yml").read_text(encoding="utf-8")
)
LEAST_SPELLINGS = 40
both_pages = pytest.mark.parametrize("name", ["omraade", "kommuner"])


def field_of(page: Page) -> Locator:
    return page.get_by_label("Hvad hedder din kommune?")


def status_of(page: Page) -> Locator:
    return page.locator("main").get_by_role("status")


def names_left(page: Page) -> list[str]:
    """Return the municipalities left in the list, as the eye sees them."""
    links = page.locator("#kommuner li a").all()
    return [link.inner_text() for link in links if link.is_visible()]


@both_pages
def test_it_is_found_however_it_is_spelled(visits: Visits, name: str) -> None:
    assert len(SPELLINGS) >= LEAST_SPELLINGS
    page = visits.open(name)
    read = "links => links.filter((one) => one.checkVisibility()).map((one) => one.textContent)"
    missed = []
    for row in SPELLINGS:
        field_of(page).fill(row["skrevet"])
        found = page.locator("#kommuner li a").evaluate_all(read)
        if found != row["findes"]:
            missed.append(f"{row['skrevet']}: {found[:5]}")
    assert missed == []


def test_each_of_the_98_is_found_by_its_name_and_by_its_address(visits: Visits) -> None:
    page = visits.open("omraade")
    read = "links => links.filter((one) => one.checkVisibility()).map((one) => one.textContent)"
    for slug, one in load_register().municipalities.items():
        for typed in (one.name, one.full_name, slug, one.name.upper()):
            field_of(page).fill(typed)
            assert page.locator("#kommuner li a").evaluate_all(read) == [one.name], typed


@both_pages
def test_how_many_are_left_is_said_aloud(visits: Visits, name: str) -> None:
    page = visits.open(name)
    for typed, said in (
        ("frederiks", "3 kommuner passer: Frederiksberg, Frederikshavn, Frederikssund."),
        ("odense", "1 kommune passer: Odense."),
        ("fred", "5 kommuner passer."),
        ("oddense", "Mente du Odense?"),
        ("xyzq", "Ingen kommune ligner »xyzq«. Se hele listen her."),
        ("8000", "Ingen kommune ligner »8000«. Se hele listen her."),
        ("", ""),
    ):
        field_of(page).fill(typed)
        expect(status_of(page)).to_have_text(said)


def test_nothing_is_a_dead_end(visits: Visits) -> None:
    page = visits.open("kommuner")
    everyone = names_left(page)
    field_of(page).fill("xyzq")
    assert names_left(page) == everyone


def test_the_keyboard_goes_down_the_list_and_back(visits: Visits) -> None:
    page = visits.open("omraade")
    field_of(page).fill("frederiks")
    for key, focused in (
        ("ArrowUp", None),
        ("ArrowDown", "Frederiksberg"),
        ("ArrowDown", "Frederikshavn"),
        ("ArrowDown", "Frederikssund"),
        ("ArrowDown", "Frederikssund"),
        ("ArrowUp", "Frederikshavn"),
        ("ArrowUp", "Frederiksberg"),
        ("ArrowUp", None),
    ):
        page.keyboard.press(key)
        expect(page.get_by_role("link", name=focused, exact=True) if focused else field_of(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(field_of(page)).to_be_focused()
    expect(field_of(page)).to_have_value("")
    assert not page.locator("#kommuner").is_visible()  # folded away again
    page.keyboard.press("Escape")
    expect(field_of(page)).to_be_focused()


@pytest.mark.parametrize(("typed", "slug"), [("odense", "odense"), ("hoje tåstrup", "hoeje-taastrup")])
def test_enter_goes_to_the_one_that_is_left(visits: Visits, typed: str, slug: str) -> None:
    page = visits.open("omraade")
    field_of(page).fill(typed)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/stofmisbrug/kommuner/{slug}/")  # and nothing of what was typed stands in the address


def test_enter_among_several_goes_to_the_first_of_them(visits: Visits) -> None:
    page = visits.open("omraade")
    for typed, first in (("frederiks", "Frederiksberg"), ("", "Albertslund")):
        field_of(page).fill(typed)
        page.keyboard.press("Enter")
        expect(page.get_by_role("link", name=first, exact=True)).to_be_focused()
        assert page.url == visits.address("omraade")
        field_of(page).focus()


def test_what_was_typed_is_gone_after_going_on_and_back(visits: Visits) -> None:
    page = visits.open("omraade")
    field_of(page).fill("odense")
    page.keyboard.press("Enter")
    page.wait_for_url("**/odense/")
    page.go_back()
    expect(field_of(page)).to_have_value("")
    expect(status_of(page)).to_have_text("")


@both_pages
def test_without_javascript_there_is_the_list_and_no_field(visits: Visits, name: str) -> None:
    page = visits.open(name, script=False)
    assert page.locator("form.kv-find").count() == 1
    assert not page.locator("form.kv-find").is_visible()
    summary = page.locator("details:has(#kommuner) > summary")
    if summary.count():
        summary.click()
    assert {one.name for one in load_register().municipalities.values()} <= set(names_left(page))
