"""What must not be published: numbers of persons, their own addresses, links that could do harm."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kvalitet.findings import Severity
from kvalitet.report import write_github, write_json, write_sarif, write_text
from kvalitet.report.screen import Screen

if TYPE_CHECKING:
    from tests.conftest import Desk


def section(text: str, key: str = "tekst") -> str:
    return f"opgaver:\n  {key}: >\n    {text}\n"


# --- CPR numbers (made up; 070761-4285 is the one by which the register itself explains its control figure)


@pytest.mark.parametrize(
    "text",
    [
        "Skriv til 010170-1234.",
        "Det er 311299-0001, tror vi.",
        "CPR 0101701234 står i sagen.",
        "Borgerens cpr-nr. er 010170 1234.",
        "Personnummer: 2902008888.",
        "Se 0707614285 i listen.",
        "Se (070761 4285) i listen.",
    ],
)
def test_a_cpr_number_is_an_error(text: str, desk: Desk) -> None:
    (found,) = desk.told("privat-cpr", section(text))
    assert found.severity is Severity.ERROR
    assert found.path == "opgaver.tekst"
    assert desk.check().exit_code() == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ring 01 23 45 67 eller 0123 4567.",
        "Ring +4512345678 eller 004512345678.",
        "Der er ikke nogen 32. januar: 320170-1234.",
        "Måned 13 findes ikke: 011370-1234.",
        "Februar er kort: 300270-1234.",
        "Ti cifre, hvis kontrolciffer ikke passer: 0101701234.",
        "Sagsnummer 0707614285.",
        "J.nr. 0707614285.",
        "P-nummer 0707614285.",
        "EAN-nummer 5790000000000 og CVR 12345678.",
        "Se https://eksempelby.example/dok/0707614285 om det.",
        "Sag 27.03.00-P22-3-24 og 2025-0187342.",
        "Perioden 010125-311225 gælder.",
        "Nummer 1010170-12345 er for langt.",
        "Beløbet er 010170-1234-5.",
        "Kontrolleret 2026-10-01.",
    ],
)
def test_other_numbers_are_let_be(text: str, desk: Desk) -> None:
    assert desk.told("privat-cpr", section(text)) == []


def test_a_leap_day_is_a_date_in_some_years() -> None:
    from kvalitet.rules.privat_cpr import _is_date  # noqa: PLC0415 - for this alone

    assert _is_date(29, 2, 0)
    assert _is_date(29, 2, 96)
    assert not _is_date(29, 2, 97)


def test_a_comment_is_public_too(desk: Desk) -> None:
    (found,) = desk.told("privat-cpr", "opgaver:\n  tekst: Råd.  # spørg 010170-1234\n")
    assert (found.place.line, found.place.column, found.place.end) == (8, 24, (8, 35))
    assert found.path == ""


def test_a_shared_text_is_looked_at_too(desk: Desk) -> None:
    desk.add(section("Skriv til 010170-1234."), stem="_fælles/generelt", head="område: stofmisbrug\neksempel: ja\n")
    (found,) = [one for one in desk.check().findings if one.rule == "privat-cpr"]
    assert found.place.file.endswith("_fælles/generelt.yml")


def test_the_number_is_repeated_nowhere(desk: Desk) -> None:
    body = section("Skriv til 010170-5678.") + "anonym_rådgivning:\n  telefon: 010170-5678\n"
    desk.add(body)
    findings = desk.check().findings
    assert {one.rule for one in findings} >= {"privat-cpr", "struktur-type"}
    shown = "\n".join(write_text(desk.files(), Screen()))
    for text in (shown, write_json(findings), write_sarif(findings), write_github(findings)):
        assert "5678" not in text
    assert "xxxxxx-xxxx" in shown


# --- addresses


@pytest.mark.parametrize(
    "address",
    ["mette.hansen@kommune.dk", "hans@kommune.dk", "Anne-Marie@kommune.dk", "lars_b@sub.kommune.dk", "søren.ø@a.dk"],
)
def test_a_persons_address_is_an_error(address: str, desk: Desk) -> None:
    (found,) = desk.told("privat-mail", section(f"Skriv til {address} i dag."))
    assert found.severity is Severity.ERROR
    assert address in found.message
    lines = (desk.folder / "proeveby.yml").read_text("utf-8").splitlines()
    assert found.place.end is not None
    assert lines[found.place.line - 1][found.place.column - 1 : found.place.end[1] - 1] == address


@pytest.mark.parametrize(
    "address",
    [
        "rus@kommune.dk",
        "kontakt@kommune.dk",
        "rusmiddelcenter@kommune.dk",
        "social.sundhed@kommune.dk",
        "bo.stoette@kommune.dk",
        "center.vest@kommune.dk",
        "ida.huset@kommune.dk",
        "maria.kirken@kommune.dk",
        "unge-raadgivning@kommune.dk",
        "abc@kommune.dk",
        "post+mette@kommune.dk",
        "hansen@kommune.dk",
    ],
)
def test_a_places_address_is_let_be(address: str, desk: Desk) -> None:
    assert desk.told("privat-mail", section(f"Skriv til {address} i dag.")) == []


def test_an_address_in_a_field_of_its_own_is_found(desk: Desk) -> None:
    body = "steder:\n  a: {navn: A, mail: mette.hansen@proeveby.example}\n"
    (found,) = desk.told("privat-mail", body)
    assert found.path == "steder.a.mail"


# --- links


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://a.dk",
    ],
)
def test_a_link_that_could_do_harm_is_an_error(target: str, desk: Desk) -> None:
    (found,) = desk.told("privat-link", section(f"Se [her]({target}) om det."))
    assert found.severity is Severity.ERROR
    assert found.edit is None


@pytest.mark.parametrize(
    "target", ["https://a.dk", "http://a.dk/b?c=d", "mailto:rus@a.dk", "tel:+4501234567", "HTTPS://a.dk"]
)
def test_a_link_that_leads_somewhere_is_let_be(target: str, desk: Desk) -> None:
    assert desk.told("privat-link", section(f"Se [her]({target}) om det.")) == []


@pytest.mark.parametrize(
    ("target", "whole"),
    [("www.a.dk/b", "https://www.a.dk/b"), ("a.dk", "https://a.dk"), ("bilag 1", ""), ("//a.dk", ""), ("", "")],
)
def test_half_a_link_is_a_warning(target: str, whole: str, desk: Desk) -> None:
    (found,) = desk.told("privat-link", section(f"Se [her]({target}) om det."))
    assert found.severity is Severity.WARNING
    assert (found.edit is not None) == bool(whole)
    if found.edit is not None:
        assert found.edit.text + target == whole


def test_what_only_looks_like_a_link_is_let_be(desk: Desk) -> None:
    assert desk.told("privat-link", section("Se javascript:alert(1), [1] (note) og ![billede](x.png) her.")) == []


def test_every_error_of_privacy_is_in_sarif_with_its_place(desk: Desk) -> None:
    desk.add(section("Se [her](javascript:x) og mette.hansen@a.dk og 010170-1234."))
    log = json.loads(write_sarif(desk.check().findings))
    places = {
        one["ruleId"]: one["locations"][0]["physicalLocation"]["region"]
        for one in log["runs"][0]["results"]
        if one["ruleId"].startswith("privat-")
    }
    assert set(places) == {"privat-cpr", "privat-mail", "privat-link"}
    assert {place["startLine"] for place in places.values()} == {9}
    assert all(place["endColumn"] > place["startColumn"] for place in places.values())
