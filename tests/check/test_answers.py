"""Answers on recommendations: read by the form the recommendations give, checked as the standards are."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml

from kvalitet.catalogue import load_catalogue
from kvalitet.check import Report, run_check
from kvalitet.export import export_files
from kvalitet.findings import Finding
from kvalitet.present import SiteOptions, make_pages
from kvalitet.schema import make_schemas

if TYPE_CHECKING:
    from tests.conftest import Desk

AREA = "stofmisbrug"
OWN = sorted((Path(__file__).resolve().parents[2] / "kvalitetsstandarder").rglob("_anbefalinger/*.yml"))
SHEET = """format: 1
klynge: Klynge Nord
eksempel: ja
år: 2026
kommuner:
  - navn: Eksempelby
    svar:
      1.1: ja
      2.1: {svar: ja, sådan: Vi har en plan.}
      7.2: ved ikke
    planer:
      7: Vi ser på tallene til foråret.
  - navn: Nabokøbing
    køber_hos: [Eksempelby]
    svar:
      2.1: nej
"""
FAULTS = [
    ("1.1: ja", "1.9: ja", "struktur-ukendt-noegle", 8),
    ("1.1: ja", "1.1: måske", "struktur-valg", 8),
    ("1.1: ja", "1.1: ja\n      1.1: nej", "struktur-dobbelt-noegle", 9),
    ("      7: Vi", "      8: Vi", "struktur-ukendt-noegle", 12),
    ("år: 2026\n", "", "struktur-mangler", 1),
    ("år: 2026", "år: i år", "struktur-type", 4),
    ("- navn: Eksempelby", "- navn: Odense", "henvisning-kommune", 6),
    ("[Eksempelby]", "[Odense]", "henvisning-kommune", 14),
    ("navn: Nabokøbing", "navn: Eksempelby", "struktur-dobbelt-noegle", 13),
    ("klynge: Klynge Nord", "klynge: Klynge Syd", "struktur-filnavn", 2),
    ("format: 1", "format: 2", "struktur-format", 1),
    ("sådan: Vi har en plan.", "sådan: udfyldes senere", "struktur-pladsholder", 9),
]


def add_sheet(desk: Desk, text: str = SHEET, stem: str = "klynge-nord") -> Path:
    path = desk.folder / "_anbefalinger" / f"{stem}.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def told(report: Report) -> list[tuple[str, int]]:
    return [(one.rule, one.place.line) for one in report.findings if "_anbefalinger" in one.place.file]


def page(report: Report, *, examples: bool = True) -> str:
    pages = make_pages(report, [load_catalogue(AREA)], SiteOptions(examples=examples))
    return next(one.body for one in pages if one.address == f"{AREA}/anbefalinger/")


def test_a_sheet_is_read_and_is_no_standard(desk: Desk) -> None:
    desk.add()
    add_sheet(desk)
    report = desk.check()
    assert [one.standard.slug for one in report.assessed] == ["proeveby"]
    assert report.collection.unreadable == []
    assert told(report) == []
    (sheet,) = report.sheets
    assert (sheet.cluster, sheet.year, sheet.example, sheet.area) == ("Klynge Nord", 2026, True, AREA)
    first, second = sheet.municipalities
    assert {number: reply.answer for number, reply in first.replies.items()} == {
        "1.1": "ja",
        "2.1": "ja",
        "7.2": "ved ikke",
    }
    assert first.replies["2.1"].how == "Vi har en plan."
    assert first.plans == {7: "Vi ser på tallene til foråret."}
    assert second.bought_from == ("Eksempelby",)


@pytest.mark.parametrize(("old", "new", "rule", "line"), FAULTS, ids=[f"{one[2]}: {one[1]}" for one in FAULTS])
def test_a_fault_is_told_with_rule_file_and_line(desk: Desk, old: str, new: str, rule: str, line: int) -> None:
    assert old in SHEET
    add_sheet(desk, SHEET.replace(old, new, 1))
    report = desk.check()
    assert told(report) == [(rule, line)]
    (finding,) = report.findings
    assert isinstance(finding, Finding)
    assert finding.place.file.endswith(f"{AREA}/_anbefalinger/klynge-nord.yml")
    assert finding.hint


def test_a_real_cluster_names_real_municipalities(desk: Desk) -> None:
    add_sheet(desk, SHEET.replace("eksempel: ja\n", ""))
    assert told(desk.check()) == [("henvisning-kommune", 5), ("henvisning-kommune", 12), ("henvisning-kommune", 13)]
    real = SHEET.replace("eksempel: ja\n", "").replace("Eksempelby", "Odense").replace("Nabokøbing", "Nyborg")
    add_sheet(desk, real)
    assert told(desk.check()) == []


def test_a_municipality_answers_once_a_year_in_whichever_sheet(desk: Desk) -> None:
    add_sheet(desk)
    other = SHEET.replace("Klynge Nord", "Klynge Syd").replace("navn: Nabokøbing", "navn: Sydby")
    add_sheet(desk, other, "klynge-syd")
    assert told(desk.check()) == [("struktur-dobbelt-noegle", 6)]
    add_sheet(desk, other.replace("år: 2026", "år: 2027"), "klynge-syd")
    assert told(desk.check()) == []


def test_a_sheet_alone_can_be_checked(desk: Desk) -> None:
    path = add_sheet(desk, SHEET.replace("1.1: ja", "1.9: ja"))
    for chosen in (path, path.parent):
        report = run_check([chosen], desk.check().day)
        assert told(report) == [("struktur-ukendt-noegle", 8)]
        assert len(report.sheets) == 1
        assert report.assessed == ()


def test_a_sheet_that_cannot_be_read_is_broken_and_tells_where(desk: Desk) -> None:
    add_sheet(desk, "a: [")
    report = desk.check()
    (sheet,) = report.sheets
    assert sheet.broken
    assert [rule for rule, _ in told(report)] == ["struktur-yaml"]
    assert "Klynge Vest" in page(report)


def test_an_area_without_recommendations_is_told(desk: Desk) -> None:
    path = desk.folder.parent / "findes-ikke" / "_anbefalinger" / "klynge-nord.yml"
    path.parent.mkdir(parents=True)
    path.write_text(SHEET, encoding="utf-8")
    report = run_check([path], desk.check().day)
    assert [one.rule for one in report.findings] == ["struktur-omraade"]


# --- the schema


def test_the_schema_takes_what_the_check_takes_and_no_more() -> None:
    schema: dict[str, Any] = json.loads(make_schemas()[f"{AREA}-anbefalinger.schema.json"])
    validator = jsonschema.Draft7Validator(schema)
    validator.check_schema(schema)
    read = yaml.load(SHEET, Loader=yaml.BaseLoader)  # noqa: S506 - all scalars as text, as an editor's keys are
    assert list(validator.iter_errors(read)) == []
    for old, new, rule, _ in FAULTS:
        if rule in {"struktur-ukendt-noegle", "struktur-valg", "struktur-mangler", "struktur-type"}:
            wrong = yaml.load(SHEET.replace(old, new, 1), Loader=yaml.BaseLoader)  # noqa: S506 - as above
            assert list(validator.iter_errors(wrong)), new


@pytest.mark.parametrize("path", OWN, ids=lambda path: str(path.stem))
def test_the_sheets_of_this_project_are_fine_and_invented(path: Path) -> None:
    report = run_check([path], dt.date(2026, 11, 22))
    assert report.findings == ()
    assert [one.example for one in report.sheets] == [True]


# --- the page and the data


def test_the_page_shows_2014_and_new_sheets_real_and_invented_apart(desk: Desk) -> None:
    add_sheet(desk)
    real = SHEET.replace("eksempel: ja\n", "").replace("Eksempelby", "Odense").replace("Nabokøbing", "Nyborg")
    add_sheet(desk, real.replace("Klynge Nord", "Klynge Fyn"), "klynge-fyn")
    html = page(desk.check())
    before, _, after = html.partition('<h2 id="opfundne"')
    assert "Klynge Vest, 2014" in before
    assert "Klynge Fyn, 2026" in before
    assert "Klynge Nord, 2026" not in before
    assert "Klynge Nord, 2026" in after
    assert "Opfundet klynge." in after
    assert 'id="opfundne"' not in page(desk.check(), examples=False)


def test_ved_ikke_is_no_nej_and_what_is_not_answered_is_neither(desk: Desk) -> None:
    add_sheet(desk)
    _, _, html = page(desk.check()).partition('<h2 id="opfundne"')
    assert '<span class="kv-answer kv-answer-ved-ikke">ved ikke</span>' in html
    assert "ikke svaret" in html
    row = html[html.index("7.2 Tallene bliver brugt") :]
    assert row[: row.index("</tr>")].endswith("<td>0 af 1</td>")


def test_the_buyers_answer_stands_and_the_rule_is_told_beside_it(desk: Desk) -> None:
    add_sheet(desk)
    html = page(desk.check())
    assert "Sorø, 2.1 Plan for at blive set: svarede nej. Ja hos Ringsted." in html
    assert html.count("Sorø, ") == 5
    assert "Nabokøbing, 2.1 Plan for at blive set: svarede nej. Ja hos Eksempelby." in html


def test_the_data_has_2014_alone_in_one_file_and_all_in_the_other(desk: Desk) -> None:
    add_sheet(desk)
    made = export_files(desk.check())
    assert len(json.loads(made[f"{AREA}/kl2014.json"])) == 96
    every = json.loads(made[f"{AREA}/anbefalinger.json"])
    assert len(every) == 96 + 4
    assert every[-1] == {
        "klynge": "Klynge Nord",
        "år": 2026,
        "eksempel": True,
        "indikator": "7.2",
        "kommune": "Eksempelby",
        "svar": "ved ikke",
    }
