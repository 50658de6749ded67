"""The data package says what the files hold, and frictionless finds them so."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import warnings
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from kvalitet.catalogue import load_catalogue
from kvalitet.export import write_exports
from kvalitet.export.files import describe_area, export_files
from kvalitet.present.doors.data import column_letters, view_data

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Desk

with warnings.catch_warnings():  # of the library's own making
    warnings.simplefilter("ignore")
    import frictionless

AREA = "stofmisbrug"
ADOPTED = "godkendt: {af: Byrådet, dato: 2026-01-05}\nopgaver:\n  tekst: Vi giver samtaler og råd.\n"


@pytest.fixture
def folder(desk: Desk, tmp_path: Path) -> Path:
    """Return the folder of one area's data files, of all kinds of standards."""
    desk.add(ADOPTED)
    desk.add("eksempel: nej\ntilstand: udkast\n", name="Ærø", stem="aeroe")
    desk.add(f"{ADOPTED}visitation:\n  uden_visitation: Du kan komme i værestedet.\n", name="Åby", stem="aaby")
    (desk.folder / "itu.yml").write_text("a: [", encoding="utf-8")
    write_exports(desk.check(), tmp_path / "data")
    return tmp_path / "data" / AREA


def load_package(folder: Path) -> dict[str, Any]:
    package: dict[str, Any] = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return package


@pytest.mark.filterwarnings("ignore")
def test_frictionless_accepts_the_package_and_reads_every_row(folder: Path) -> None:
    package = frictionless.Package(str(folder / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
    for name in ("daekning", "daekning-excel"):
        resource: Any = package.get_resource(name)
        rows = resource.read_rows()
        assert len(rows) == 4
        assert [type(one).__name__ for one in list(rows[1].values())[2:3]] in (["bool"], ["NoneType"])


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_what_is_wrong(folder: Path) -> None:
    path = folder / "daekning.csv"
    path.write_text(path.read_text("utf-8").replace("gældende", "måske"), encoding="utf-8")
    assert not frictionless.Package(str(folder / "datapackage.json")).validate().valid


@pytest.mark.filterwarnings("ignore")
def test_the_lists_of_records_fit_their_schemas(folder: Path) -> None:
    resources = [one for one in load_package(folder)["resources"] if one["format"] == "json"]
    assert len(resources) == 4
    for one in resources:
        records = json.loads((folder / one["path"]).read_text("utf-8"))
        schema = frictionless.Schema.from_descriptor(one["schema"])
        report = frictionless.Resource(data=records, schema=schema).validate()
        assert report.valid, (one["name"], report.flatten(["message"])[:3])
        assert list(records[0]) == [field["name"] for field in one["schema"]["fields"]]


def test_licence_sources_and_day_are_told(folder: Path) -> None:
    package = load_package(folder)
    assert [one["name"] for one in package["licenses"]] == ["CC0-1.0"]
    assert any("SFI" in one["title"] for one in package["sources"])
    assert any("Klynge Vest" in one["title"] for one in package["sources"])
    assert package["created"] == "2026-11-22T12:00:00Z"


def test_every_file_of_an_area_has_a_note_and_every_note_a_file(desk: Desk) -> None:
    desk.add(ADOPTED)
    report = desk.check()
    notes = describe_area(report, load_catalogue(AREA))
    made = {name.removeprefix(f"{AREA}/") for name in export_files(report) if name.startswith(AREA)}
    assert {one.name for one in notes} == made
    assert all(one.title for one in notes)


# --- the examples on the page


def test_the_python_example_runs_and_counts_right(desk: Desk, folder: Path) -> None:
    example = view_data(desk.check(), load_catalogue(AREA))
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-W", "error", "-c", example.python],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert example.criterion.id == "uden-visitation"
    assert done.stdout.splitlines() == ["virkelige: 0 af 0", "opfundne: 1 af 2"]


def test_the_excel_example_names_the_right_columns(desk: Desk, folder: Path) -> None:
    example = view_data(desk.check(), load_catalogue(AREA))
    found = re.findall(r'Dækning!([A-Z]+):\1;"([^"]+)"', example.excel)
    sheet = openpyxl.load_workbook(folder / "daekning.xlsx")["Dækning"]
    asked = [(sheet[f"{letters}1"].value, value) for letters, value in found]
    assert asked == [("Tilstand", "gældende"), ("Opfundet", "nej"), (example.criterion.title, "ikke")]


def test_the_r_example_asks_for_columns_that_are_there(desk: Desk, folder: Path) -> None:
    example = view_data(desk.check(), load_catalogue(AREA))
    heads = (folder / "daekning.csv").read_text("utf-8").splitlines()[0].split(",")
    named = re.findall(r"d\$(\w+)", example.r) + re.findall(r'\[\["([^"]+)"\]\]', example.r)
    assert named
    assert set(named) <= set(heads)
    assert example.r.count("(") == example.r.count(")")
    assert example.r.count("[") == example.r.count("]")


@pytest.mark.parametrize(("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ")])
def test_columns_are_called_as_a_spreadsheet_calls_them(number: int, letters: str) -> None:
    assert column_letters(number) == letters
