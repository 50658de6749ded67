"""A finding is a value: what the check has to say about one place in one file."""

from __future__ import annotations

from dataclasses import asdict, dataclass
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


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the check has to say. ``path`` is like ``tilbud[0].intensitet.mindst`` ("" for the file)."""

    rule: str
    severity: Severity
    place: Place
    message: str
    path: str = ""
    hint: str = ""
    reference: str = ""
    criterion: str | None = None

    def as_record(self) -> dict[str, str | int | None]:
        """Return the contracted flat record, ready for JSON."""
        record = asdict(self)
        place = record.pop("place")
        keys = (
            "rule",
            "severity",
            "criterion",
            "file",
            "line",
            "column",
            "path",
            "message",
            "hint",
            "reference",
        )
        flat = {**record, **place, "severity": str(self.severity)}
        return {key: flat[key] for key in keys}


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
