"""``daekning`` as a table: one row for each municipality, one column for each criterion, as CSV twice."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from kvalitet.assess.coverage import Level
from kvalitet.standard.status import IN_FORCE, OVERDUE, UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

# What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BOM = "\ufeff"
STATES = (IN_FORCE, OVERDUE, "udkast", "i høring", "afløst", UNREADABLE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name for programs, its title for people, what it holds, and what that means.

    ``kind`` is one of ``string``, ``date``, ``boolean``; ``options`` are the only values, where there are such.
    ``is_criterion``: it tells how far a criterion is described.
    """

    name: str
    title: str
    kind: str
    meaning: str
    options: tuple[str, ...] = ()
    is_criterion: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, and rows of ``str``, ``date``, ``bool`` or None where nothing is known."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str | date | bool | None, ...], ...]


_ABOUT = (
    Column("slug", "Kort navn", "string", "kommunens navn som adresse"),
    Column("navn", "Kommune", "string", "kommunens navn"),
    Column("eksempel", "Opfundet", "boolean", "om kommunen er opfundet; tomt, hvis filen ikke kan læses"),
    Column("tilstand", "Tilstand", "string", "hvad standarden er på dagen", STATES),
    Column("henviser_til", "Henviser til", "string", "den udgave af reglerne, som teksten selv henviser til"),
    Column("målt_efter", "Målt efter", "string", "den udgave af reglerne, som dækningen er målt efter"),
    Column("vedtaget", "Vedtaget", "date", "dagen, standarden blev vedtaget"),
    Column("revideres_senest", "Revideres senest", "date", "dagen, standarden senest skal gås igennem igen"),
)


def make_table(record: dict[str, Any]) -> Table:
    """Return the table of the record ``daekning.json`` is made from."""
    levels = tuple(str(level) for level in Level)
    criteria = tuple(
        Column(one["id"], one["titel"], "string", f"hvor udførligt det er beskrevet: {one['titel']}", levels, True)  # noqa: FBT003 - a record's field
        for one in record["kriterier"]
    )
    rows = tuple(
        (
            *(_read(column, row[column.name]) for column in _ABOUT),
            *(row["dækning"].get(column.name) for column in criteria),
        )
        for row in record["kommuner"]
    )
    return Table((*_ABOUT, *criteria), rows)


def _read(column: Column, value: str | bool | None) -> str | date | bool | None:  # noqa: FBT001 - a cell's own value
    return date.fromisoformat(value) if column.kind == "date" and isinstance(value, str) else value


def write_csv(table: Table) -> bytes:
    """Return the table for programs: commas, names, ISO dates, true and false."""
    heads = [column.name for column in table.columns]
    return _write(heads, [[_plain(cell, "true", "false") for cell in row] for row in table.rows], ",").encode()


def write_excel_csv(table: Table) -> bytes:
    """Return the table for a Danish Excel: semicolons, a mark that says UTF-8, titles, ja and nej."""
    heads = [column.title for column in table.columns]
    text = _write(heads, [[_plain(cell, "ja", "nej") for cell in row] for row in table.rows], ";")
    return (_BOM + text).encode()


def defuse(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula: an apostrophe before what looks like one."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _plain(cell: str | date | bool | None, yes: str, no: str) -> str:  # noqa: FBT001 - as above
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return yes if cell else no
    return cell.isoformat() if isinstance(cell, date) else defuse(cell)


def _write(heads: list[str], rows: Sequence[Sequence[str]], delimiter: str) -> str:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([defuse(head) for head in heads])
    writer.writerows(rows)
    return stream.getvalue()
