"""A study of the standards as frozen records: its tables as printed, single figures, and its contradictions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kvalitet.shares import find_counts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kvalitet.catalogue.model import Source


@dataclass(frozen=True, slots=True)
class Note:
    """A place where the study contradicts itself. ``tables`` are those it is about.

    ``on_contents``: it is about the tables of what the standards describe.
    """

    id: str
    title: str
    text: str
    tables: tuple[str, ...]
    places: tuple[tuple[int, tuple[int, ...]], ...]
    on_contents: bool = False


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One criterion as printed: per cent of ``n`` standards that do not, briefly or thoroughly describe it."""

    table: str
    criterion: str
    absent: int
    brief: int
    thorough: int
    total: int
    n: int
    line: int
    note: Note | None = None

    @property
    def shares(self) -> tuple[int, int, int]:
        """The three printed shares."""
        return self.absent, self.brief, self.thorough

    @property
    def described(self) -> int:
        """The share that describes it at all, as the study itself counts it: what is not absent."""
        return 100 - self.absent

    @property
    def counts(self) -> tuple[int, ...] | None:
        """How many standards are behind the shares; None where no counts of ``n`` round to them."""
        return find_counts(self.shares, self.n)


@dataclass(frozen=True, slots=True)
class ContentTable:
    """One of the tables of contents, with its rows in the print's order."""

    number: str
    title: str
    line: int
    rows: tuple[PrintedRow, ...]


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """Any other table. ``rows`` are (name, numbers in the order of ``columns``, line of the source)."""

    number: str
    title: str
    who: str
    n: int
    line: int
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...], int], ...]
    requirements: tuple[str, ...]
    notes: tuple[Note, ...]

    @property
    def chapter(self) -> int:
        """The chapter it stands in."""
        return int(self.number.partition(".")[0])


@dataclass(frozen=True, slots=True)
class Figure:
    """One number from the running text or a drawing. ``n`` and ``who`` are what it is a share of, where told."""

    chapter: int
    says: str
    printed: str
    unit: str
    n: int | None
    who: str
    where: str
    line: int
    requirements: tuple[str, ...]


@dataclass(frozen=True)
class Survey:
    """The whole study. ``source_text`` names the plain text that ``line`` counts in."""

    source: Source
    source_text: str
    short_title: str
    year: str
    n: int
    unit: str
    collected: str
    measured: str
    comparing: tuple[str, ...]
    chapters: Mapping[int, str]
    contents: tuple[ContentTable, ...]
    tables: tuple[PrintedTable, ...]
    figures: tuple[Figure, ...]
    notes: Mapping[str, Note]

    @cached_property
    def rows(self) -> Mapping[str, PrintedRow]:
        """The printed rows by criterion, in the print's order."""
        return {row.criterion: row for table in self.contents for row in table.rows}
