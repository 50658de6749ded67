"""The coverage as CSV and as a spreadsheet: letters, dates and numbers as they are, and no cell that runs."""

from __future__ import annotations

import builtins
import csv
import datetime as dt
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from kvalitet.catalogue import load_catalogue
from kvalitet.cli.danish import run
from kvalitet.cli.main import cli
from kvalitet.export import MISSING, export_files, spreadsheet
from kvalitet.export.tables import defuse
from kvalitet.studies import load_survey

if TYPE_CHECKING:
    from tests.conftest import Desk

ADOPTED = "godkendt: {af: Byrådet, dato: 2026-01-05}\nopgaver:\n  tekst: Vi giver samtaler og råd.\n"
HOSTILE = ["=HYPERLINK(1)", "+1+1", "-1+1", "@SUM(1)"]


def files(desk: Desk) -> dict[str, bytes]:
    return {name.partition("/")[2] or name: content for name, content in export_files(desk.check()).items()}


def read_csv(content: bytes, encoding: str, delimiter: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(encoding), newline=""), delimiter=delimiter))


def open_book(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def rows_of(sheet: Any) -> list[dict[str, Any]]:
    heads, *rows = ([cell.value for cell in row] for row in sheet.iter_rows())
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_the_csv_for_programs_has_names_iso_dates_and_levels(desk: Desk) -> None:
    desk.add(ADOPTED, name="Æblehøj", stem="aeblehoej")
    content = files(desk)["daekning.csv"]
    (row,) = read_csv(content, "utf-8", ",")
    assert list(row)[:8] == [
        *("slug", "navn", "eksempel", "tilstand", "henviser_til", "målt_efter", "vedtaget", "revideres_senest")
    ]
    assert list(row)[8:] == list(load_catalogue("stofmisbrug").criteria)
    assert (row["navn"], row["eksempel"], row["vedtaget"]) == ("Æblehøj", "true", "2026-01-05")
    assert (row["opgaver"], row["klage-frit-valg"]) == ("kort", "ikke")


def test_the_csv_for_danish_excel_has_its_mark_semicolons_titles_and_ja(desk: Desk) -> None:
    desk.add(ADOPTED, name="Æblehøj", stem="aeblehoej")
    content = files(desk)["daekning-excel.csv"]
    assert content.startswith(b"\xef\xbb\xbfKort navn;Kommune;Opfundet;")
    (row,) = read_csv(content, "utf-8-sig", ";")
    assert (row["Kommune"], row["Opfundet"], row["Vedtaget"]) == ("Æblehøj", "ja", "2026-01-05")
    assert row["Opgaver på området"] == "kort"
    assert content.count(b"\r\n") == content.count(b"\n") == 2


def test_a_file_that_cannot_be_read_has_empty_cells(desk: Desk) -> None:
    (desk.folder / "itu.yml").write_text("a: [", encoding="utf-8")
    (row,) = read_csv(files(desk)["daekning.csv"], "utf-8", ",")
    assert (row["slug"], row["tilstand"], row["eksempel"], row["opgaver"]) == ("itu", "kan ikke læses", "", "")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_runs_in_no_spreadsheet(desk: Desk, name: str) -> None:
    desk.add(ADOPTED, name=f'"{name}"', stem="ond")
    made = files(desk)
    for file, encoding, delimiter, head in (
        ("daekning.csv", "utf-8", ",", "navn"),
        ("daekning-excel.csv", "utf-8-sig", ";", "Kommune"),
    ):
        (row,) = read_csv(made[file], encoding, delimiter)
        assert row[head] == f"'{name}"
    book = open_book(made["daekning.xlsx"])
    (cell,) = [one for one in book["Dækning"]["B"] if one.row == 2]
    assert (cell.value, cell.data_type) == (name, "s")
    assert all(one.data_type != "f" for sheet in book for row in sheet.iter_rows() for one in row)


@pytest.mark.parametrize(
    ("text", "safe"), [("=1", "'=1"), ("\t=1", "'\t=1"), ("\r=1", "'\r=1"), ("Ærø", "Ærø"), ("", "")]
)
def test_what_looks_like_a_formula_gets_an_apostrophe(text: str, safe: str) -> None:
    assert defuse(text) == safe


def test_the_spreadsheet_has_letters_real_dates_and_real_numbers(desk: Desk) -> None:
    desk.add(ADOPTED, name="Æblehøj", stem="aeblehoej")
    book = open_book(files(desk)["daekning.xlsx"])
    assert book.sheetnames == ["Dækning", "Kriterier", "Landet", "Om"]
    (row,) = rows_of(book["Dækning"])
    assert row["Kommune"] == "Æblehøj"
    assert row["Vedtaget"] == dt.datetime(2026, 1, 5)  # noqa: DTZ001 - a spreadsheet's date has no zone
    assert row["Opgaver på området"] == "kort"
    national = {(one["Hvilke"], one["Kriterium"]): one for one in rows_of(book["Landet"])}
    ours = national["opfundne", "Opgaver på området"]
    assert (ours["n"], ours["Kort, antal"], ours["Kort, pct."]) == (1, 1, 100)
    printed = national["SFI 2009", "Klage over frit valg"]
    assert (printed["n"], printed["Ikke, pct."], printed["Kort, pct."], printed["Uddybende, pct."]) == (53, 47, 19, 34)
    assert not any(group == "virkelige" for group, _ in national)


def test_the_spreadsheet_is_the_same_bytes_each_time_and_dated_by_the_report(desk: Desk) -> None:
    desk.add(ADOPTED)
    first, second = files(desk)["daekning.xlsx"], files(desk)["daekning.xlsx"]
    assert first == second
    archive = zipfile.ZipFile(io.BytesIO(first))
    assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"2026-11-22T12:00:00Z" in archive.read("docProps/core.xml")


def test_without_the_library_the_rest_is_written_and_it_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.add(ADOPTED)
    real_import = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == "xlsxwriter":
            raise ImportError(name)
        return real_import(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    monkeypatch.setattr(spreadsheet, "find_spec", lambda _: None)
    with_it = {"daekning.json", "daekning.csv", "daekning-excel.csv", "sfi2009.json", "kl2014.json", "datapackage.json"}
    assert with_it <= set(files(desk))
    assert "daekning.xlsx" not in files(desk)
    assert run(cli, ["export", str(desk.folder), "--out", "data", "--dato", "2026-11-22"]) == 0
    assert capsys.readouterr().err.strip() == MISSING


def test_the_survey_and_the_answers_are_as_contracted(desk: Desk) -> None:
    made = files(desk)
    printed = json.loads(made["sfi2009.json"])
    assert {"tabel": "5.7", "kriterium": "klage-frit-valg", "ikke": 47, "kort": 19, "uddybende": 34, "n": 53} in printed
    assert len(printed) == 34
    survey = load_survey("stofmisbrug")
    assert survey is not None
    assert [one["kriterium"] for one in printed] == list(survey.rows)
    answers = json.loads(made["kl2014.json"])
    assert {"indikator": "2.1", "kommune": "Ringsted", "svar": "ja"} in answers
    assert {"indikator": "2.1", "kommune": "Sorø", "svar": "nej"} in answers
    assert len(answers) == 96
    assert [one["indikator"] for one in answers][-6:] == ["12.2"] * 6, "12 comes after 2"
