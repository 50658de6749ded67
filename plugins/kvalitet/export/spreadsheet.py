"""``daekning.xlsx``: the same as the data files, for people who open a spreadsheet and want to read it there."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from kvalitet.export.tables import make_table
from kvalitet.shares import round_share

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # the library has no types
    from xlsxwriter.format import Format  # type: ignore[import-untyped]  # as above
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # as above

    from kvalitet.studies import Survey

MISSING = (
    "daekning.xlsx er ikke lavet, for programmet XlsxWriter mangler. De andre filer er der. "
    'Skriv: pip install "mkdocs-kvalitetsstandarder[papir]"'
)
_NARROW, _WIDE, _TEXT = 12, 28, 90
_GROUPS = {"virkelig": "virkelige", "eksempel": "opfundne"}


def can_make_spreadsheet() -> bool:
    """Whether the library that writes spreadsheets is installed."""
    return find_spec("xlsxwriter") is not None


def make_spreadsheet(record: dict[str, Any], survey: Survey | None, about: list[str]) -> bytes:
    """Return the workbook: who describes what, the criteria, the shares, and ``about`` line by line.

    The same input gives the same bytes: the workbook's own date is that of the record.
    """
    import xlsxwriter  # noqa: PLC0415 - an extra: what is not asked to write a spreadsheet does without it

    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options)
    book.set_properties(
        {
            "title": f"Kvalitetsstandarder: {record['område']}",
            "author": "Kvalitetsstandarder",
            "created": datetime.combine(date.fromisoformat(record["dato"]), time(12)),
        }
    )
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    _add_coverage(book, record, head)
    _add_criteria(book, record, head, survey)
    _add_shares(book, record, head, survey)
    sheet = book.add_worksheet("Om")
    sheet.set_column(0, 0, _TEXT)
    for number, line in enumerate(about):
        sheet.write_string(number, 0, line, head if number == 0 else book.add_format({"text_wrap": True}))
    book.close()
    return stream.getvalue()


def _add_coverage(book: Workbook, record: dict[str, Any], head: Format) -> None:
    table = make_table(record)
    sheet = book.add_worksheet("Dækning")
    days = book.add_format({"num_format": "dd-mm-yyyy"})
    for at, column in enumerate(table.columns):
        sheet.write_string(0, at, column.title, head)
    for number, row in enumerate(table.rows, 1):
        for at, cell in enumerate(row):
            _write_cell(sheet, number, at, cell, days)
    sheet.set_column(0, len(table.columns) - 1, _NARROW)
    sheet.set_column(1, 1, _WIDE)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)


def _write_cell(sheet: Worksheet, row: int, at: int, cell: str | date | bool | int | None, days: Format) -> None:  # noqa: FBT001 - a cell, and where it goes
    if isinstance(cell, bool):
        sheet.write_string(row, at, "ja" if cell else "nej")
    elif isinstance(cell, date):
        sheet.write_datetime(row, at, datetime.combine(cell, time()), days)
    elif isinstance(cell, int):
        sheet.write_number(row, at, cell)
    elif cell is not None:
        sheet.write_string(row, at, cell)


def _add_criteria(book: Workbook, record: dict[str, Any], head: Format, survey: Survey | None) -> None:
    rows = []
    for one in record["kriterier"]:
        printed = survey.rows.get(one["id"]) if survey is not None else None
        rows.append([one["id"], one["titel"], one["krav"], one["styrke"], printed.table if printed else None])
    heads = ["Id", "Kriterium", "Krav", "Styrke", "Tabel i SFI 2009"]
    _add_sheet(book, "Kriterier", heads, rows, head)


def _add_shares(book: Workbook, record: dict[str, Any], head: Format, survey: Survey | None) -> None:
    titles = {one["id"]: one["titel"] for one in record["kriterier"]}
    printed = survey.rows.values() if survey is not None else ()
    rows: list[list[str | int | None]] = [
        ["SFI 2009", titles[row.criterion], row.n, None, None, None, *row.shares] for row in printed
    ]
    for group, title in _GROUPS.items():
        for one in record["landet"][group]:
            counts = [one["ikke"], one["kort"], one["uddybende"]]
            shares = [round_share(count, one["n"]) for count in counts]
            rows.append([title, titles[one["kriterium"]], one["n"], *counts, *shares])
    heads = ["Hvilke", "Kriterium", "n", "Ikke, antal", "Kort, antal", "Uddybende, antal"]
    _add_sheet(book, "Landet", [*heads, "Ikke, pct.", "Kort, pct.", "Uddybende, pct."], rows, head)


def _add_sheet(book: Workbook, name: str, heads: list[str], rows: list[list[Any]], head: Format) -> None:
    sheet = book.add_worksheet(name)
    days = book.add_format({"num_format": "dd-mm-yyyy"})
    for at, text in enumerate(heads):
        sheet.write_string(0, at, text, head)
    for number, row in enumerate(rows, 1):
        for at, cell in enumerate(row):
            _write_cell(sheet, number, at, cell, days)
    sheet.set_column(0, len(heads) - 1, _NARROW)
    sheet.set_column(1, 1, 2 * _WIDE)
    sheet.freeze_panes(1, 2)
