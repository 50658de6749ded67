"""The same standards measured by another edition of the rules: who becomes short of what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kvalitet.assess.changes import Change, list_changes
from kvalitet.assess.coverage import Level
from kvalitet.present.views import requirement_level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kvalitet.catalogue import Catalogue, Criterion, LegalBasis
    from kvalitet.check import Assessed


@dataclass(frozen=True, slots=True)
class Measured:
    """One standard by another edition. ``met`` of ``items`` numbered items are described.

    ``short``: what that edition asks for by law and the standard does not describe, and is not short of by the edition
    in force; ``spared``: the other way round.
    """

    assessed: Assessed
    met: int
    items: int
    short: tuple[Criterion, ...]
    spared: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """One other edition: what it asks for beside the one in force, and every standard by it."""

    edition: LegalBasis
    changes: tuple[Change, ...]
    rows: tuple[Measured, ...]


@dataclass(frozen=True, slots=True)
class Suspect:
    """A standard whose text cites an older edition, and the parts whose rule has changed since."""

    assessed: Assessed
    cited: LegalBasis
    changes: tuple[Change, ...]


def measure_by(edition: LegalBasis, catalogue: Catalogue, assessed: Iterable[Assessed], now: LegalBasis) -> WhatIf:
    """Return the standards measured by ``edition`` instead of ``now``; those that are held back are left out."""
    rows = tuple(_measure(one, edition, now) for one in assessed if not one.held)
    return WhatIf(edition, tuple(list_changes(catalogue, now, edition)), rows)


def _measure(one: Assessed, edition: LegalBasis, now: LegalBasis) -> Measured:
    by_edition, requirements = replace(one, edition=edition), one.standard.catalogue.requirements
    levels = [requirement_level(requirements[item.requirement], by_edition) for item in edition.items]
    lacking, lacking_now = _lacking(one, edition), _lacking(one, now)
    return Measured(
        assessed=one,
        met=sum(level is not Level.NOT for level in levels),
        items=len(levels),
        short=tuple(criterion for name, criterion in lacking.items() if name not in lacking_now),
        spared=tuple(criterion for name, criterion in lacking_now.items() if name not in lacking),
    )


def _lacking(one: Assessed, edition: LegalBasis) -> dict[str, Criterion]:
    return {
        name: coverage.criterion
        for name, coverage in one.coverage.items()
        if coverage.level is Level.NOT and edition.demands_by_law(name)
    }


def find_suspects(catalogue: Catalogue, assessed: Iterable[Assessed], now: LegalBasis) -> list[Suspect]:
    """Return the standards whose cited edition asks for something else than ``now`` does, with what changed."""
    suspects = []
    for one in assessed:
        cited = one.standard.cited
        if cited is None or cited.edition == now.edition or one.held:
            continue
        changes = tuple(list_changes(catalogue, cited, now))
        if changes:
            suspects.append(Suspect(one, cited, changes))
    return suspects
