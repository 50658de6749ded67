"""A finding is a value: what the check has to say about one place in one file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How much a finding weighs.

    ``ERROR``: cannot be understood, contradicts verified law, or must not be published.
    ``WARNING``: asked by law and not described, overdue, or contradicts what is only inferred.
    ``NOTE``: guidance, recommendation, language.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written. ``line`` and ``column`` count from 1; ``file`` is relative, with ``/``.

    ``end`` is line and column of the first character after it; None where only the beginning is known, and where the
    file as a whole is meant.
    """

    file: str
    line: int = 1
    column: int = 1
    end: tuple[int, int] | None = None


BLANK = "…"
"""Stands in an edit for what only the author can know. Pasted as it is, it counts as not written."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What to write instead: ``text`` from ``start`` up to ``end`` (line and column, from 1).

    Where the two are the same, nothing is taken away. Lines to be put in stand at column 1 and end with a line break.
    """

    start: tuple[int, int]
    end: tuple[int, int]
    text: str

    @property
    def complete(self) -> bool:
        """Whether nothing is left to be filled in."""
        return BLANK not in self.text

    @property
    def inserts_lines(self) -> bool:
        """Whether whole lines are put in."""
        return self.start == self.end and self.text.endswith("\n")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the check has to say. ``path`` is like ``tilbud[0].intensitet.mindst`` ("" for the file).

    ``edit`` is what to write, where that can be said as YAML; the contracted record leaves it out.
    """

    rule: str
    severity: Severity
    place: Place
    message: str
    path: str = ""
    hint: str = ""
    reference: str = ""
    criterion: str | None = None
    edit: Edit | None = None

    def as_record(self) -> dict[str, str | int | None]:
        """Return the contracted flat record, ready for JSON."""
        return {
            "rule": self.rule,
            "severity": str(self.severity),
            "criterion": self.criterion,
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "path": self.path,
            "message": self.message,
            "hint": self.hint,
            "reference": self.reference,
        }


def sort_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings by file, line, column, then weight and rule: the order a person reads a file in."""
    return sorted(
        findings,
        key=lambda one: (
            one.place.file,
            one.place.line,
            one.place.column,
            _WEIGHT[one.severity],
            one.rule,
            one.path,
            one.message,
        ),
    )
