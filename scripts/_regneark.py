"""What ``regneark.py`` does inside the environment: hostile standards, their data files, LibreOffice, and a look."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl

from kvalitet.catalogue import load_catalogue
from kvalitet.check import run_check
from kvalitet.export import write_exports
from kvalitet.present.doors.data import view_data

AREA = "stofmisbrug"
DAY = dt.date(2026, 11, 22)
ADOPTED = dt.datetime(2026, 1, 5)  # noqa: DTZ001 - a spreadsheet's date has no zone
LETTERS = "Æblehøj på Ærø"
REAL = "Aarhus"  # the one the example's formula is to count
HOSTILE = ("=1+1", "+1+1", "-1+1", "@SUM(1;1)", "=HYPERLINK(1)")
STANDARD = """format: 1
kommune: "{name}"
eksempel: {invented}
område: stofmisbrug
tilstand: vedtaget
lovgrundlag: "2019"
godkendt: {{af: Byrådet, dato: 2026-01-05}}
opgaver: {{tekst: Vi giver samtaler og råd.}}
"""
# How LibreOffice is told to read a CSV: the separator's number, the quote's, UTF-8, from line 1.
COUNTED = "eksempel.xlsx"
FILTERS = {"daekning.csv": "CSV:44,34,76,1", "daekning-excel.csv": "CSV:59,34,76,1", "daekning.xlsx": ""}


@dataclass(frozen=True)
class Reading:
    """What LibreOffice made of one file: its rows as cells, the head first."""

    file: str
    rows: list[tuple[Any, ...]]

    @property
    def names(self) -> list[Any]:
        """The cells of the column of names."""
        return [row[1] for row in self.rows[1:]]


def write_data(folder: Path) -> Path:
    """Write hostile standards and their data files; return the folder of the data."""
    standards = folder / "standarder" / AREA
    standards.mkdir(parents=True)
    for number, name in enumerate((LETTERS, *HOSTILE, REAL)):
        text = STANDARD.format(name=name, invented="nej" if name == REAL else "ja")
        (standards / f"by-{number}.yml").write_text(text, encoding="utf-8")
    write_exports(run_check([standards], DAY), folder / "data")
    return folder / "data" / AREA


def open_in_office(office: str, path: Path, folder: Path) -> Any:  # noqa: ANN401 - a workbook of a library without types
    """Let LibreOffice read the file, count what is to be counted, and write it again; return that workbook."""
    out = folder / "ud" / path.name
    out.mkdir(parents=True)
    infilter = FILTERS.get(path.name, "")
    command = [office, f"-env:UserInstallation=file://{folder}/profil", "--headless"]
    command += [f"--infilter={infilter}"] if infilter else []
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return openpyxl.load_workbook(next(out.glob("*.xlsx")), data_only=path.name == COUNTED)


def find_faults(reading: Reading) -> list[str]:
    """Return what is not as it should be."""
    formulas = [cell.coordinate for row in reading.rows for cell in row if cell.data_type == "f"]
    faults = [f"a formula in {one}" for one in formulas]
    values = [str(cell.value) for cell in reading.names]
    faults += [f"the name {name!r} became {sorted(values)}" for name in (LETTERS,) if name not in values]
    shown = {value.removeprefix("'") for value in values}
    faults += [f"the hostile name {name!r} is not there as text" for name in HOSTILE if name not in shown]
    heads = [str(cell.value).lower() for cell in reading.rows[0]]
    days = [row[heads.index("vedtaget")] for row in reading.rows[1:]]
    faults += [f"{one.coordinate} is no date but {one.value!r}" for one in days if one.value != ADOPTED]
    return faults


def find_number_faults(book: Any) -> list[str]:  # noqa: ANN401 - as above
    """Return what is no number in the sheet of shares."""
    cells = [row[2] for row in book["Landet"].iter_rows(min_row=2)]
    return [f"{one.coordinate} is no number but {one.value!r}" for one in cells if not isinstance(one.value, int)]


def count_by_example(office: str, data: Path, folder: Path) -> list[str]:
    """Put the formula that the page about the data shows into the workbook; return what is wrong with its answer."""
    example = view_data(run_check([folder / "standarder"], DAY), load_catalogue(AREA))
    book = openpyxl.load_workbook(data / "daekning.xlsx")
    formula = example.excel.strip().replace("TÆL.HVISER", "COUNTIFS").replace(";", ",")
    book.create_sheet("Prøve")["A1"] = formula
    book.save(folder / COUNTED)
    answer = open_in_office(office, folder / COUNTED, folder)["Prøve"]["A1"].value
    return [] if answer == 1 else [f"{formula} gives {answer!r}, not 1"]


def main() -> int:
    """Open each file and tell."""
    office, folder = sys.argv[1], Path(sys.argv[2])
    data = write_data(folder)
    count = 0
    for name in FILTERS:
        book = open_in_office(office, data / name, folder)
        reading = Reading(name, list(book.worksheets[0].iter_rows()))
        faults = find_faults(reading)
        if name.endswith(".xlsx"):
            faults += find_number_faults(book) + count_by_example(office, data, folder)
        count += len(faults)
        print(f"{'FEJL' if faults else 'ok':>4}  {name}: {len(reading.rows) - 1} rows, {len(reading.rows[0])} columns")
        for fault in faults:
            print(f"      {fault}")
    return int(count > 0)


if __name__ == "__main__":
    sys.exit(main())
