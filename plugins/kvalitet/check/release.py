"""A municipality sees its law check before others do: until it is released, nothing of it is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kvalitet.assess.coverage import Coverage, Level

if TYPE_CHECKING:
    from kvalitet.check.run import Assessed, Report


@dataclass(frozen=True, slots=True)
class Release:
    """Which law checks may be told. ``hold``: those of real municipalities wait until their slug is ``released``."""

    hold: bool = False
    released: frozenset[str] = frozenset()

    def holds(self, assessed: Assessed) -> bool:
        """Whether the law check of ``assessed`` waits; an invented municipality has nobody to wait for."""
        standard = assessed.standard
        return self.hold and not standard.example and standard.slug not in self.released


def hold_back(report: Report, release: Release) -> Report:
    """Return the report as it may be told: what is held has no level ('ikke vurderet'), no findings, no items."""
    held = {one.standard.file for one in report.assessed if release.holds(one)}
    if not held:
        return report
    assessed = tuple(_silence(one) if one.standard.file in held else one for one in report.assessed)
    return replace(
        report, assessed=assessed, findings=tuple(one for one in report.findings if one.place.file not in held)
    )


def _silence(one: Assessed) -> Assessed:
    coverage = {name: Coverage(each.criterion, Level.UNASSESSED) for name, each in one.coverage.items()}
    return replace(one, coverage=coverage, findings=(), newer=frozenset(), excepted=(), held=True)
