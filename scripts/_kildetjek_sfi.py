"""SFI's study against its source text: every printed figure is read again from the text, and must be the same.

The text is read here on its own, by line: tables are found by their headings, rows by the numbers they end in.
Only then are the data files looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import yaml

from _kildetjek import Outcome, all_texts, find_copied, numbers_on, read_source
from kvalitet.studies import load_survey
from kvalitet.studies.survey_file import STUDIES_FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kvalitet.studies import Survey

AREA = "stofmisbrug"
_HEADING = re.compile(r"\s*TABEL (\d+\.\d+)\s*")
_FEWEST_NUMBERS = 2


@dataclass(frozen=True)
class SourceTable:
    """A table as the text has it: its heading's line, its rows as (line, numbers), and the bases it names."""

    line: int
    rows: tuple[tuple[int, tuple[int, ...]], ...]
    bases: frozenset[int]


def check_survey(folder: Path) -> list[Outcome]:
    """Return what comparing the study's data with its source text in ``folder`` found."""
    survey = load_survey(AREA)
    assert survey is not None  # noqa: S101 - this project has it
    lines = read_source(folder, survey.source_text)
    tables = read_tables(lines)
    return [
        check_contents(survey, tables),
        check_possible(survey, tables),
        check_tables(survey, tables),
        check_figures(survey, lines),
        check_notes(survey, lines),
        check_words(lines),
    ]


def read_tables(lines: list[str]) -> dict[str, SourceTable]:
    """Return every table of the text by its number."""
    found = {}
    for at, line in enumerate(lines):
        heading = _HEADING.fullmatch(line)
        if heading is not None:
            found[heading[1]] = _read_table(lines, at)
    return found


def _read_table(lines: list[str], start: int) -> SourceTable:
    rows: list[tuple[int, tuple[int, ...]]] = []
    bases: set[int] = set()
    for at in range(start + 1, len(lines)):
        line = lines[at].strip()
        if line.startswith("Anm.:"):
            bases |= {int(number) for number in numbers_on(line) if number.isdigit()}
            break
        if re.match(r"(?:TABEL|FIGUR|KAPITEL) \d", line):
            break
        numbers = _numbers_at_end(line)
        if len(numbers) >= _FEWEST_NUMBERS:
            rows.append((at + 1, numbers))
        if len(numbers) >= _FEWEST_NUMBERS and line.startswith("I alt"):
            bases.add(numbers[-1])
            break
    return SourceTable(start + 1, tuple(rows), frozenset(bases))


def _numbers_at_end(line: str) -> tuple[int, ...]:
    """Return the whole numbers a line ends in, in order."""
    found: list[int] = []
    for token in reversed(line.split()):
        if not token.isdigit():
            break
        found.insert(0, int(token))
    return tuple(found)


def check_contents(survey: Survey, tables: dict[str, SourceTable]) -> Outcome:
    """Compare tables 5.2 to 5.10, row by row in the print's order."""
    faults: list[str] = []
    compared = 0
    for table in survey.contents:
        source = tables[table.number]
        ours = tuple((row.line, (*row.shares, row.total)) for row in table.rows)
        compared += sum(len(numbers) for _, numbers in source.rows)
        faults += _differences(f"table {table.number}", ours, source.rows)
        faults += [
            f"table {table.number}: {row.criterion} has n = {row.n}, and the print names {sorted(source.bases)}"
            for row in table.rows
            if row.n not in source.bases
        ]
        if table.line != source.line:
            faults.append(f"table {table.number} begins at line {source.line}, not {table.line}")
    rows = sum(len(tables[table.number].rows) for table in survey.contents)
    return Outcome(f"SFI 2009, tables 5.2-5.10: {rows} rows of the print", compared, tuple(faults))


def check_possible(survey: Survey, tables: dict[str, SourceTable]) -> Outcome:
    """Compare the rows the data says cannot come from n with those that a plain search finds impossible."""
    noted = {row.line for row in survey.rows.values() if row.counts is None}
    impossible = {
        line
        for table in survey.contents
        for line, numbers in tables[table.number].rows
        if not _can_come_from(numbers[:3], survey.n)
    }
    faults = [f"line {line}: told as possible, and is not, or the other way" for line in sorted(noted ^ impossible)]
    unexplained = [row.criterion for row in survey.rows.values() if row.counts is None and row.note is None]
    faults += [f"{name}: impossible, and no note says so" for name in unexplained]
    notes = (f"cannot come from {survey.n} by plain rounding: lines {', '.join(map(str, sorted(impossible)))}",)
    return Outcome("SFI 2009, which rows the base allows", len(survey.rows), tuple(faults), notes)


def _can_come_from(shares: tuple[int, ...], n: int) -> bool:
    """Try every pair of counts; the third is what is left."""
    return any(
        tuple(int(100 * count / n + 0.5) for count in (one, other, n - one - other)) == shares
        for one, other in product(range(n + 1), repeat=2)
        if one + other <= n
    )


def check_tables(survey: Survey, tables: dict[str, SourceTable]) -> Outcome:
    """Compare the background tables with all rows that the text has of them."""
    faults: list[str] = []
    compared = 0
    for table in survey.tables:
        source = tables[table.number]
        ours = tuple((line, numbers) for _, numbers, line in table.rows)
        compared += sum(len(numbers) for _, numbers in source.rows)
        faults += _differences(f"table {table.number}", ours, source.rows)
        if table.n not in source.bases:
            faults.append(f"table {table.number} has n = {table.n}, and the print names {sorted(source.bases)}")
        if table.line != source.line:
            faults.append(f"table {table.number} begins at line {source.line}, not {table.line}")
    return Outcome(f"SFI 2009, {len(survey.tables)} other tables", compared, tuple(faults))


def check_figures(survey: Survey, lines: list[str]) -> Outcome:
    """Look each single figure up on its line."""
    faults = [
        f"line {one.line} does not say {one.printed}: {lines[one.line - 1].strip()}"
        for one in survey.figures
        if one.printed not in numbers_on(lines[one.line - 1])
    ]
    return Outcome("SFI 2009, figures of the text", len(survey.figures), tuple(faults))


def check_notes(survey: Survey, lines: list[str]) -> Outcome:
    """Look up each figure that a note about a contradiction leans on."""
    places = [
        (note.id, line, number) for note in survey.notes.values() for line, all_of in note.places for number in all_of
    ]
    faults = [
        f"{name}: line {line} does not say {number}: {lines[line - 1].strip()}"
        for name, line, number in places
        if str(number) not in _split_ranges(numbers_on(lines[line - 1]))
    ]
    return Outcome("SFI 2009, places the notes lean on", len(places), tuple(faults))


def _split_ranges(numbers: set[str]) -> set[str]:
    return {part for number in numbers for part in number.split("-")}


def check_words(lines: list[str]) -> Outcome:
    """Look for sentences of the source among our own texts."""
    texts = list(_our_texts())
    faults = [f"copied from the source: '{run}'" for run in find_copied(texts, lines)]
    return Outcome("SFI 2009, our texts are our own", len(texts), tuple(faults))


def _our_texts() -> Iterator[str]:
    for path in sorted((STUDIES_FOLDER / AREA / "sfi2009").glob("*.yml")):
        yield from all_texts(yaml.safe_load(path.read_text(encoding="utf-8")))


def _differences(
    what: str, ours: tuple[tuple[int, tuple[int, ...]], ...], source: tuple[tuple[int, tuple[int, ...]], ...]
) -> list[str]:
    if len(ours) != len(source):
        return [f"{what} has {len(source)} rows in the print, and {len(ours)} here"]
    return [
        f"{what}: the print has {theirs}, and we {own}"
        for own, theirs in zip(ours, source, strict=True)
        if own != theirs
    ]
