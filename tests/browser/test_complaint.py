"""The path of questions in the browser: every way leads to an act, for everyone, and leaves no trace."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.complaint import (
    CALCULATED,
    LATE,
    PATHS,
    SILENT,
    TODAY,
    WALKS,
    answer,
    both_pages,
    fill_day,
    heading,
    more,
    printed,
    shown,
    tool_of,
)
from tests.browser.test_axe import violations
from tests.browser.test_layout import _SMALL, _STICKS_OUT
from tests.browser.test_unseen import history

from kvalitet.complaint.verify import DEADLINE_WORDS
from kvalitet.danish import MONTHS

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.conftest import Visits


# --- the path


def test_one_question_is_shown_and_focus_follows_the_answers(visits: Visits) -> None:
    page = visits.open("klag")
    expect(heading(page)).to_have_text("Har du fået en afgørelse?")
    expect(page.get_by_role("button", name="Tilbage")).to_be_hidden()
    answer(page, "Ja, jeg har fået et svar")
    expect(heading(page)).to_have_text("Passer noget af det her på dig?")
    expect(heading(page)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Du er under 18 år og har fået et svar")
    page.get_by_role("button", name="Tilbage").click()
    expect(heading(page)).to_have_text("Passer noget af det her på dig?")
    expect(heading(page)).to_be_focused()
    answer(page, "Nej, intet af det")
    page.get_by_role("button", name="Begynd forfra").click()
    expect(heading(page)).to_have_text("Har du fået en afgørelse?")
    expect(page.get_by_role("button", name="Tilbage")).to_be_hidden()


def test_going_back_forgets_what_was_settled(visits: Visits) -> None:
    page = visits.open("klage")
    answer(page, "Ja, jeg har fået et svar")
    page.get_by_role("button", name="Tilbage").click()
    answer(page, *SILENT)
    assert not DEADLINE_WORDS.search(shown(page)), "the municipality's own way is for those who have a decision"


@pytest.mark.slow
@both_pages
def test_every_way_ends_in_an_act_and_none_without_a_decision_names_a_deadline(visits: Visits, kind: str) -> None:
    page = visits.open(kind)
    page.clock.set_fixed_time(TODAY)
    assert len(WALKS) > 100
    for walk in WALKS:
        answer(page, *(one.words for _, one in walk.steps))
        assert walk.outcome is not None
        expect(heading(page)).to_have_text(walk.outcome.title)
        acts = page.locator("[data-trin]:visible .kv-idag li")
        assert acts.all_inner_texts() == [one.words for one in walk.outcome.acts]
        sources = page.locator("[data-vej] .kv-source:visible").all_inner_texts()
        text = shown(page)
        for one in sources:  # laws and decisions have dates of their own
            text = text.replace(one, "")
        months = "|".join(MONTHS)
        if walk.decision:
            assert DEADLINE_WORDS.search(text) or PATHS.ways[walk.outcome.way].weeks is None
        else:
            assert not DEADLINE_WORDS.search(text), walk.outcome.id
            dated = re.sub(r"Dato \d{1,2}\. \w+ \d{4}", "", text)  # the letter's own
            assert not re.search(rf"\b\d{{1,2}}\. (?:{months})\b", dated), walk.outcome.id
        assert tool_of(page, "frist").is_visible() is (PATHS.ways[walk.outcome.way].weeks is not None)
        assert tool_of(page, "start").is_visible() is walk.outcome.counts_start
        page.get_by_role("button", name="Begynd forfra").click()
    assert page.url == visits.address(kind)


def test_a_municipality_tells_its_own_way_to_who_has_a_decision_alone(visits: Visits) -> None:
    page = visits.open("klage")
    own = page.locator(".kv-egen:visible")
    answer(page, *LATE)
    expect(own).to_have_count(1)
    expect(own).to_contain_text("Her klager du", use_inner_text=True)
    expect(own).to_contain_text("hvis behandlingen ikke går i gang til tiden", use_inner_text=True)
    expect(own).not_to_contain_text("hvis kommunen siger nej til det sted, du har valgt", use_inner_text=True)
    page.get_by_role("button", name="Begynd forfra").click()
    answer(page, *SILENT)
    expect(own).to_have_count(0)


def test_links_within_an_outcome_move_focus_and_nothing_else(visits: Visits) -> None:
    page = visits.open("klag")
    answer(page, *LATE)
    page.get_by_role("link", name="Sådan klager du", exact=True).click()
    expect(page.get_by_role("heading", name="Sådan klager du", exact=True)).to_be_focused()
    expect(heading(page)).to_have_text("Behandlingen begynder for sent")
    assert page.url == visits.address("klag")


def test_a_link_to_one_part_opens_it(visits: Visits) -> None:
    page = visits.start()
    page.goto(visits.address("klag") + "#sp-3")
    expect(heading(page)).to_have_text("Passer noget af det her på dig?")


# --- no trace


@both_pages
def test_the_path_leaves_neither_address_nor_history(visits: Visits, kind: str) -> None:
    page = visits.start()
    page.goto(visits.address("om"))
    page.goto(visits.address(kind), wait_until="networkidle")
    before, asked = history(page), len(visits.watches[0].addresses)
    answer(page, *LATE)
    fill_day(tool_of(page, "start"), "2026-11-02")
    fill_day(tool_of(page, "frist"), "2026-11-03")
    more(page).fill("Jeg har ventet længe.")
    page.get_by_role("button", name="Tilbage").click()
    page.get_by_role("button", name="Begynd forfra").click()
    assert page.url == visits.address(kind)
    assert history(page) == before
    assert page.evaluate("history.state") is None
    assert visits.watches[0].addresses[asked:] == []
    assert visits.complaints() == []
    assert page.title().startswith("Spørgsmål og svar" if kind == "klag" else "Strandlev")


def fill_all(page: Page) -> None:
    answer(page, *LATE)
    fill_day(tool_of(page, "start"), "2025-03-02")
    fill_day(tool_of(page, "frist"), "2025-03-03")
    tool_of(page, "frist").get_by_label("Hvordan fik du svaret?").select_option(
        "Du fik det på anden måde" and "frist-sagt"
    )
    more(page).fill("Noget hemmeligt.")
    expect(page.locator(CALCULATED)).to_have_count(2)
    expect(page.locator("[data-papir]:visible")).to_contain_text("Noget hemmeligt.")


def is_blank(page: Page) -> None:
    expect(heading(page)).to_have_text("Har du fået en afgørelse?")
    values = page.evaluate("[...document.querySelectorAll('[data-vej] :is(input, textarea)')].map((one) => one.value)")
    assert len(values) == 8
    assert set(values) == {""}
    assert page.evaluate("document.querySelector('[data-hvordan]').selectedIndex") == 0
    expect(page.locator(CALCULATED)).to_have_count(0)
    text = page.locator("[data-vej]").evaluate("(one) => one.textContent")
    assert "Noget hemmeligt" not in text
    assert "marts 2025" not in text
    assert "for sent. Jeg beder" not in page.locator("[data-papir]").last.evaluate("(one) => one.textContent")


@both_pages
def test_answers_survive_neither_leaving_nor_going_back(visits: Visits, kind: str) -> None:
    page = visits.open(kind)
    page.clock.set_fixed_time(TODAY)
    fill_all(page)
    page.goto(visits.address("om"))
    page.go_back()
    is_blank(page)


def test_what_the_browser_keeps_to_go_back_to_is_empty(visits: Visits) -> None:
    """As when the whole page is kept in memory: no new start of the script, only these two events."""
    page = visits.open("klag")
    page.clock.set_fixed_time(TODAY)
    fill_all(page)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    is_blank(page)
    fill_all(page)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    is_blank(page)


def test_answers_do_not_survive_a_reload(visits: Visits) -> None:
    page = visits.open("klag")
    page.clock.set_fixed_time(TODAY)
    fill_all(page)
    page.reload()
    is_blank(page)


def test_no_field_can_be_sent_or_remembered(visits: Visits) -> None:
    page = visits.open("klag")
    fields = page.locator("[data-vej] :is(input, select, textarea)")
    assert fields.count() == 9
    for field in fields.all():
        assert field.get_attribute("name") is None
        assert field.get_attribute("autocomplete") == "off"
    assert page.locator("[data-vej] form").count() == 0
    assert page.locator("[data-vej] button:not([type=button])").count() == 0
    assert page.locator("[data-vej] a[href^='mailto:'], [data-vej] a[href^='tel:']").count() == 0


# --- for everyone

STATES = {
    "question": LATE[:2],
    "outcome with a decision": LATE,
    "outcome without": SILENT,
    "doubt": ["Det ved jeg ikke"],
}


@pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
@both_pages
def test_each_state_is_fine_for_everyone(visits: Visits, kind: str, state: list[str]) -> None:
    page = visits.open(kind, width=320, policy=False)
    answer(page, *state)
    for tool in page.locator("[data-regner]:visible").all():
        fill_day(tool, "2026-11-02")
    assert violations(page) == []
    assert page.evaluate(_STICKS_OUT) == []
    assert page.evaluate(_SMALL) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []


def test_the_whole_outcome_is_reached_by_keyboard(visits: Visits) -> None:
    page = visits.open("klag")
    answer(page, *LATE)
    reached: list[str] = []
    while len(reached) < 60 and "ordlisten" not in "".join(reached):
        page.keyboard.press("Tab")
        words = (
            "(() => { const one = document.activeElement; return one.id || one.textContent.trim().slice(0, 40); })()"
        )
        reached.append(page.evaluate(words))
    assert len(reached) < 60
    text = " ".join(reached)
    for words in ("Sådan klager du", "Vis dagen", "sp-hvordan", "-mere", "Print brevet", "Kopiér brevet"):
        assert words in text


# --- without JavaScript


def test_without_javascript_every_question_and_outcome_can_be_read(visits: Visits) -> None:
    page = visits.open("klag", script=False)
    text = shown(page)
    for question in PATHS.questions.values():
        assert question.title in text
        assert all(one.words in text for one in question.answers)
    for outcome in PATHS.outcomes.values():
        assert outcome.title in text
        assert all(one.words in text for one in outcome.statements)
    for way in PATHS.ways.values():
        assert all(one.words in text for part in way.parts.values() for one in part)
    assert page.locator("[data-script]:visible").count() == 0
    assert page.get_by_text("Der står kun et nummer").is_visible()
    assert page.get_by_text("hverken gemt eller sendt").is_hidden(), "a tap stands in the history, so it is not said"
    assert page.get_by_role("table").count() == 2


def test_without_javascript_the_answers_lead_on_by_neutral_addresses(visits: Visits) -> None:
    page = visits.open("klag", script=False)
    for words, title in zip(
        SILENT, ("Passer noget", "Hvad er der sket?", "Hvem har du bedt", "Du bad om behandling"), strict=True
    ):
        target = page.locator(":target") if "#" in page.url else page.locator(".kv-trin").first
        target.get_by_role("link", name=words, exact=True).click()
        assert re.fullmatch(r"#sp-\d+", page.url.removeprefix(visits.address("klag")))
        assert title in page.locator(":target h2").inner_text()
    assert "Gør det i dag" in page.locator(":target").inner_text()


def test_without_javascript_an_empty_letter_prints_alone(visits: Visits) -> None:
    page = visits.open("klag", script=False)
    for link, subject in (
        ("Brev, når du klager", "Jeg klager over"),
        ("Brev, når du beder om et svar", "Jeg beder om et svar"),
    ):
        page.goto(visits.address("klag"))
        page.locator("[data-vej]").get_by_role("link", name=link, exact=True).first.click()
        text = printed(page)
        assert text.strip().startswith("Til")
        assert subject in text
        assert text.count("☐") >= 4
        assert "Gør det i dag" not in text
        assert page.pdf(format="A4").count(b"/Type /Page\n") == 1


def test_a_script_that_does_not_come_leaves_links_that_work(visits: Visits) -> None:
    page = visits.start()
    page.route("**/assets/klage.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(visits.address("klag"))
    page.get_by_role("link", name="Det ved jeg ikke").click()
    expect(page.locator("#sp-2 h2")).to_be_visible()
