"""What the matrix shows: a row for each standard, a column for each requirement, and the shares at its foot."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.assess.coverage import COUNTED, Level
from kvalitet.assess.evaluate import evaluate
from kvalitet.export.coverage import ADOPTED
from kvalitet.present.views import requirement_level
from kvalitet.standard.status import status_on

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kvalitet.catalogue import Catalogue, LegalBasis, Requirement
    from kvalitet.check import Assessed
    from kvalitet.present.context import Place

LEVEL_CODES = {Level.NOT: "0", Level.BRIEF: "1", Level.THOROUGH: "2", Level.IRRELEVANT: "i", Level.UNASSESSED: "v"}
"""One character a criterion: what ``overblik.js`` opens a column with."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One municipality. ``met``: how many numbered items are described; ``holes``: the short titles of the others.

    ``codes`` is the level of every criterion, one character each, in the catalogue's order. ``groups`` are the ids of
    the groups it is in, by division. ``remarks`` are the requirements the municipality has remarked on.
    """

    assessed: Assessed
    status: str
    levels: dict[str, Level]
    met: int
    holes: tuple[str, ...]
    codes: str
    region: str
    groups: dict[str, tuple[str, ...]]
    remarks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Foot:
    """A row at the foot: per requirement the number described and the number assessed (n), or None."""

    title: str
    shares: dict[str, tuple[int, int] | None]


def matrix_rows(catalogue: Catalogue, places: Iterable[Place], day: date) -> list[MatrixRow]:
    """Return a row for each of ``places`` that has a standard, in the order given."""
    return [_make_row(catalogue, place, place.told, day) for place in places if place.told is not None]


def _make_row(catalogue: Catalogue, place: Place, assessed: Assessed, day: date) -> MatrixRow:
    levels = {name: requirement_level(each, assessed) for name, each in catalogue.requirements.items()}
    numbered = [item.requirement for item in assessed.edition.items]
    region = place.municipality.region_on(day) if place.municipality is not None else None
    return MatrixRow(
        assessed=assessed,
        status=status_on(assessed.standard, assessed.edition, day),
        levels=levels,
        met=sum(levels[name] is not Level.NOT for name in numbered),
        holes=tuple(catalogue.requirements[name].short_title for name in numbered if levels[name] is Level.NOT),
        codes="".join(LEVEL_CODES[assessed.coverage[name].level] for name in catalogue.criteria),
        region=region.name if region is not None else "",
        groups=find_groups(catalogue, assessed),
        remarks=_find_remarks(catalogue, assessed),
    )


def find_groups(catalogue: Catalogue, assessed: Assessed) -> dict[str, tuple[str, ...]]:
    """Return, per division, the ids of the groups that the standard is in by what it says."""
    standard = assessed.standard
    return {
        division.id: tuple(
            name
            for name, _, when, unless in division.groups
            if evaluate(when, standard).met and not (unless is not None and evaluate(unless, standard).met)
        )
        for division in catalogue.divisions
    }


def _find_remarks(catalogue: Catalogue, assessed: Assessed) -> frozenset[str]:
    remarks = assessed.standard.value("bemærkninger")
    if remarks is None:
        return frozenset()
    named = {name for name, one in remarks.entries() if one.filled}
    return frozenset(catalogue.criteria[name].requirement for name in named if name in catalogue.criteria)


def matrix_foot(catalogue: Catalogue, rows: list[MatrixRow]) -> list[Foot]:
    """Return the shares of what is described, of real and of invented municipalities apart, never summed.

    Adopted standards count, and of them those where the requirement is relevant and assessed.
    """
    feet = []
    for title, example in (("Beskrevet nu, kommuner", False), ("Beskrevet nu, opfundne kommuner", True)):
        counted = [one for one in rows if one.status in ADOPTED and one.assessed.standard.example is example]
        if counted:
            shares = {name: _count([one.levels[name] for one in counted]) for name in catalogue.requirements}
            feet.append(Foot(title, dict(shares)))
    return feet


def _count(levels: list[Level]) -> tuple[int, int]:
    assessed = [level for level in levels if level in COUNTED]
    return sum(level is not Level.NOT for level in assessed), len(assessed)


def describe_column(requirement: Requirement, edition: LegalBasis, criteria: list[str]) -> str:
    """Return what the page's script needs to open a column, as JSON: per criterion its place in a row's ``codes``,
    its title and its force ("" where the edition does not ask for it)."""
    listed = []
    for one in requirement.criteria:
        demand = edition.demands.get(one.id)
        force = str(demand.force) if demand is not None else ""
        listed.append([criteria.index(one.id), one.title, force, one.id])
    return json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
