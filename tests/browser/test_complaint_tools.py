"""What the path of questions brings along: two days that are right, and two letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.complaint import FUTURE, LATE, REFUSED, SILENT, TODAY, answer, fill_day, more, printed, tool_of
from tests.complaint.cases import CASES

from kvalitet.danish import MONTHS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import Visits


# --- the two days


@pytest.mark.parametrize("kind", ["start", "klage"])
def test_the_browser_counts_as_the_table_says(visits: Visits, kind: str) -> None:
    page = visits.open("klag")
    page.clock.set_fixed_time(FUTURE)
    answer(page, *LATE)
    tool = tool_of(page, "start" if kind == "start" else "frist")
    lines = tool.locator("[data-regnet] p")
    wrong = []
    for case in (one for one in CASES if one.slags == kind):
        fill_day(tool, case.fra.isoformat())
        told = lines.all_inner_texts()
        day = f"{case.til.day}. {MONTHS[case.til.month - 1]} {case.til.year}"
        noted = tuple(
            name
            for name, words in (("flyttet", "Det er en fridag"), ("lukket", "have lukket den dag"))
            if words in "".join(told)
        )
        if f"dag den {day}." not in told[0] or noted != case.noter:
            wrong.append((case, told))
    assert wrong == []


def test_what_is_no_day_or_not_yet_is_said(visits: Visits) -> None:
    page = visits.open("klag")
    page.clock.set_fixed_time(TODAY)
    answer(page, *LATE)
    tool = tool_of(page, "frist")
    status = tool.get_by_role("status")
    for day in ("2026-2-30", "2026-13-1", "26-11-3", "2026-11-x", "2026-11-"):
        fill_day(tool, day)
        expect(status).to_have_text("Skriv dagen med tal. Det kan være 3, 11 og 2026.")
        expect(tool.get_by_role("button", name="Hent til kalender")).to_be_hidden()
    fill_day(tool, "2026-11-26")
    expect(status).to_contain_text("ikke kommet endnu")
    fill_day(tool, "2026-11-25")
    expect(status).to_have_text("Du skal klage senest onsdag den 23. december 2026. Klag i dag, hvis du kan.")


def test_a_day_that_has_passed_is_never_too_late(visits: Visits) -> None:
    page = visits.open("klag")
    page.clock.set_fixed_time(TODAY)
    answer(page, *LATE)
    fill_day(tool_of(page, "frist"), "2026-10-01")
    expect(tool_of(page, "frist").get_by_role("status")).to_contain_text("Klag alligevel i dag, og skriv hvorfor.")
    letter = page.locator("[data-papir]:visible")
    expect(letter).to_contain_text("Klagen kommer efter fristen.", use_inner_text=True)
    fill_day(tool_of(page, "frist"), "2026-11-20")
    expect(letter).not_to_contain_text("Klagen kommer efter fristen.", use_inner_text=True)
    fill_day(tool_of(page, "start"), "2026-11-02")
    expect(tool_of(page, "start").get_by_role("status")).to_contain_text("Den dag er gået. Skriv til kommunen i dag.")
    fill_day(tool_of(page, "start"), "2026-11-11")
    expect(tool_of(page, "start").get_by_role("status")).to_contain_text("Den dag er ikke gået.")


def test_each_way_of_receiving_it_has_its_own_day(visits: Visits) -> None:
    page = visits.open("klag")
    answer(page, *LATE)
    tool = tool_of(page, "frist")
    hint = tool.locator("[data-hvilken]")
    for option, words in (
        ("I et brev med posten", "brug datoen i brevet"),
        ("De sagde det til mig", "de sagde det til dig"),
        ("I Digital Post", "også hvis du først læste det senere"),
    ):
        tool.get_by_label("Hvordan fik du svaret?").select_option(label=option)
        expect(hint).to_contain_text(words)
        assert hint.locator("p:visible").count() == 1


def test_enter_in_a_field_counts_as_the_button_does(visits: Visits) -> None:
    page = visits.open("klag")
    page.clock.set_fixed_time(TODAY)
    answer(page, *SILENT)
    tool = tool_of(page, "start")
    for label, value in (("Dag", "2"), ("Måned", "11"), ("År", "2026")):
        tool.get_by_label(label, exact=True).fill(value)
    page.keyboard.press("Enter")
    expect(tool.get_by_role("status")).to_contain_text("mandag den 16. november 2026")
    assert page.url == visits.address("klag")


def test_the_calendar_file_says_frist_rings_no_bell_and_comes_from_the_page_itself(
    visits: Visits, tmp_path: Path
) -> None:
    page = visits.open("klag")
    page.clock.set_fixed_time(TODAY)
    answer(page, *LATE)
    tool = tool_of(page, "frist")
    fill_day(tool, "2026-11-25")
    expect(tool).to_contain_text("Deler du kalender med nogen")
    with page.expect_download() as waiting:
        tool.get_by_role("button", name="Hent til kalender").click()
    download = waiting.value
    assert download.suggested_filename == "frist.ics"
    assert download.url.startswith("blob:")
    path = tmp_path / "frist.ics"
    download.save_as(path)
    lines = path.read_bytes().decode("ascii").split("\r\n")
    assert "SUMMARY:Frist" in lines
    assert "DTSTART;VALUE=DATE:20261223" in lines
    assert "DTEND;VALUE=DATE:20261224" in lines
    assert not [one for one in lines if re.match("BEGIN:VALARM|DESCRIPTION|LOCATION|URL|ORGANIZER", one)]
    assert not re.search("kvalitet|stof|klag|kommune", "".join(lines), re.IGNORECASE)
    assert page.url == visits.address("klag")


# --- the two letters


def test_the_letter_is_put_together_from_the_answers(visits: Visits) -> None:
    page = visits.open("klage")
    page.clock.set_fixed_time(TODAY)
    answer(page, *SILENT)
    fill_day(tool_of(page, "start"), "2026-11-02")
    letter = page.locator("[data-papir]:visible")
    expect(letter).to_have_count(1)
    for words in (
        "Til Strandlev Kommune",
        "Dato 25. november 2026",
        "Jeg beder om et svar",
        "Jeg bad jer om behandling den 2. november 2026.",
        "Det er senest den 16. november 2026.",
        "Jeg beder om en skriftlig afgørelse med klagevejledning.",
    ):
        expect(letter).to_contain_text(words, use_inner_text=True)
    for words in ("☐", "klager", "aktindsigt", "4 uger"):
        expect(letter).not_to_contain_text(words, use_inner_text=True)
    page.get_by_role("button", name="Begynd forfra").click()
    answer(page, *REFUSED)
    expect(letter).to_contain_text("Jeg klager over jeres afgørelse", use_inner_text=True)
    expect(letter).to_contain_text("Jeg har fået nej til behandling.", use_inner_text=True)
    expect(letter).not_to_contain_text("Jeg bad jer om behandling", use_inner_text=True)


def test_what_is_written_more_is_in_the_letter_and_a_cpr_number_is_warned_of(visits: Visits) -> None:
    page = visits.open("klag")
    answer(page, *REFUSED)
    field = more(page)
    field.fill("Ring til mig.")
    letter = page.locator("[data-papir]:visible")
    expect(letter).to_contain_text("Ring til mig.", use_inner_text=True)
    warning = page.locator("[data-advarsel]:visible")
    expect(warning).to_have_count(0)
    field.fill("Jeg er 010190-1234.")
    expect(warning).to_have_text("Det ligner et CPR-nummer. Slet det, før du går videre.")
    field.fill("<b>fed</b>")
    expect(letter).to_contain_text("<b>fed</b>", use_inner_text=True)
    field.fill("")
    expect(letter.locator("[data-del=mere]")).to_be_hidden()


def test_the_letter_is_copied_as_it_is_seen(visits: Visits) -> None:
    page = visits.open("klag")
    page.clock.set_fixed_time(TODAY)
    page.evaluate("() => { navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }; }")
    answer(page, *LATE)
    fill_day(tool_of(page, "frist"), "2026-11-20")
    page.get_by_role("button", name="Kopiér brevet").click()
    expect(page.locator("[data-kvittering]:visible")).to_have_text("Brevet er kopieret.")
    text = page.evaluate("copied")
    assert text.splitlines()[2] == "Dato 25. november 2026"
    assert "Jeg fik afgørelsen den 20. november 2026." in text
    assert "☐" not in text
    assert "efter fristen" not in text
    page.evaluate("() => { navigator.clipboard.writeText = async () => { throw new Error(); }; }")
    page.get_by_role("button", name="Kopiér brevet").click()
    expect(page.locator("[data-kvittering]:visible")).to_have_text("Brevet er markeret. Kopiér det selv.")
    assert "Jeg klager over jeres afgørelse" in page.evaluate("getSelection().toString()")


def test_the_letter_prints_alone(visits: Visits) -> None:
    page = visits.open("klag")
    page.evaluate("() => { globalThis.print = () => { globalThis.asked = true; }; }")
    answer(page, *REFUSED)
    page.get_by_role("button", name="Print brevet").click()
    assert page.evaluate("asked")
    text = printed(page)
    assert text.strip().startswith("Til")
    assert "Ring 112" not in text
    assert "Gør det i dag" not in text
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert "Gør det i dag" in printed(page)


def test_the_way_to_send_it_begins_by_word_of_mouth_and_ends_with_mail(visits: Visits) -> None:
    page = visits.open("klag")
    answer(page, *REFUSED)
    ways = page.locator(".kv-brev:visible ol li").all_inner_texts()
    assert [
        bool(re.search(word, way))
        for word, way in zip(("læse det op", "Print", "Digital Post", "mail"), ways, strict=True)
    ] == [True] * 4
