"""Hard words explained in place: by finger, by key, without JavaScript, to a screen reader, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from kvalitet.glossary import load_glossary

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page
    from tests.browser.conftest import Visits

TERM = load_glossary().terms["afgoerelse"]
NAME = "rettigheder"


def explanation_on(page: Page) -> Locator:
    return page.locator(".kv-ord").filter(has_text=TERM.explanation)


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without"])
def test_a_press_answers_in_place_and_leaves_no_trace(visits: Visits, *, script: bool) -> None:
    page = visits.open(NAME, script=script)
    part = explanation_on(page)
    address = page.url
    expect(part.get_by_text(TERM.explanation)).to_be_hidden()
    part.locator("summary").click()
    expect(part.get_by_text(TERM.explanation)).to_be_visible()
    assert page.url == address


def test_the_keyboard_reaches_it_and_opens_it(visits: Visits) -> None:
    page = visits.open(NAME)
    summary = explanation_on(page).locator("summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(explanation_on(page).get_by_text(TERM.explanation)).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=f"Se »{TERM.word}« i ordlisten")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/ordliste/#{TERM.id}")
    expect(page.get_by_role("heading", name=TERM.word, exact=True)).to_be_in_viewport()


def test_a_screen_reader_hears_what_it_will_learn(visits: Visits) -> None:
    page = visits.open(NAME)
    heard = explanation_on(page).aria_snapshot()
    assert "Hvad betyder »afgørelse«?" in heard
    assert TERM.explanation not in heard, "folded away, it is not read out"


def test_on_paper_it_is_unfolded_and_without_its_link(visits: Visits) -> None:
    page = visits.open(NAME)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    part = explanation_on(page)
    expect(part.get_by_text(TERM.explanation)).to_be_visible()
    expect(part.get_by_role("link")).to_be_hidden()


def test_the_letters_lead_to_their_words(visits: Visits) -> None:
    page = visits.open("ordliste")
    page.get_by_role("navigation", name="Bogstaver").get_by_role("link", name="V", exact=True).click()
    expect(page.get_by_role("heading", name="V", exact=True)).to_be_in_viewport()
    expect(page.get_by_role("heading", name="vedtage", exact=True)).to_be_in_viewport()
