"""What the matrix shows: a row for each standard, a column for each requirement, and the shares at its foot."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.assess.coverage import Level, tally_levels
from kvalitet.assess.evaluate import evaluate
from kvalitet.export.coverage import ADOPTED
from kvalitet.present.views import requirement_level
from kvalitet.standard.status import status_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from kvalitet.catalogue import Catalogue, LegalBasis
    from kvalitet.check import Assessed
    from kvalitet.present.context import Place
    from kvalitet.studies import Survey

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
    cluster: str
    groups: dict[str, tuple[str, ...]]
    remarks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Foot:
    """A row at the foot: per requirement and per criterion the share described, as (told, n); "" where there is none.

    A share is told as a count ('8 af 11') where we counted, as a percentage ('92 %') where it is printed so.
    """

    title: str
    requirements: dict[str, tuple[str, int]]
    criteria: dict[str, tuple[str, int]]


def matrix_rows(
    catalogue: Catalogue, places: Iterable[Place], day: date, clusters: Mapping[str, str]
) -> list[MatrixRow]:
    """Return a row for each of ``places`` that has a standard, in the order given; ``clusters`` by municipality."""
    return [_make_row(catalogue, place, place.told, day, clusters) for place in places if place.told is not None]


def _make_row(
    catalogue: Catalogue, place: Place, assessed: Assessed, day: date, clusters: Mapping[str, str]
) -> MatrixRow:
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
        cluster=clusters.get(place.municipality.name, "") if place.municipality is not None else "",
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


def matrix_foot(catalogue: Catalogue, edition: LegalBasis, rows: list[MatrixRow], survey: Survey | None) -> list[Foot]:
    """Return the shares of what is described, of real and of invented municipalities apart, and as ``survey`` has them.

    Adopted standards count, and of them those where the requirement or criterion is relevant and assessed.
    """
    feet = []
    for title, example in (("Beskrevet nu, kommuner", False), ("Beskrevet nu, opfundne kommuner", True)):
        counted = [one for one in rows if one.status in ADOPTED and one.assessed.standard.example is example]
        if counted:
            requirements = {name: _count(one.levels[name] for one in counted) for name in catalogue.requirements}
            criteria = {
                name: _count(one.assessed.coverage[name].level for one in counted) for name in catalogue.criteria
            }
            feet.append(Foot(title, requirements, criteria))
    if survey is not None:
        feet.append(_survey_foot(catalogue, edition, survey))
    return feet


def _count(levels: Iterable[Level]) -> tuple[str, int]:
    count = tally_levels(levels)
    n = sum(count.values())
    return (f"{n - count[Level.NOT]} af {n}", n) if n else ("", 0)


def _survey_foot(catalogue: Catalogue, edition: LegalBasis, survey: Survey) -> Foot:
    """The study counted criteria: a requirement has a share only where the law asks for one, and a counted one."""
    criteria = {name: (f"{row.described} %", row.n) for name, row in survey.rows.items()}
    requirements = {}
    for name, requirement in catalogue.requirements.items():
        by_law = [one.id for one in requirement.criteria if edition.demands_by_law(one.id)]
        requirements[name] = criteria.get(by_law[0], ("", 0)) if len(by_law) == 1 else ("", 0)
    return Foot(f"{survey.short_title} (n = {survey.n})", requirements, criteria)


def describe_columns(catalogue: Catalogue, edition: LegalBasis, feet: list[Foot]) -> dict[str, str]:
    """Return, per requirement, what the page's script opens its column with, as JSON.

    Per criterion: its place in a row's ``codes``, id, title, force ("" where the edition does not ask for it), and
    what stands at each foot.
    """
    places = {name: number for number, name in enumerate(catalogue.criteria)}
    described = {}
    for name, requirement in catalogue.requirements.items():
        listed = []
        for one in requirement.criteria:
            demand = edition.demands.get(one.id)
            shares = [foot.criteria.get(one.id, ("", 0))[0] for foot in feet]
            listed.append([places[one.id], one.id, one.title, str(demand.force) if demand is not None else "", shares])
        described[name] = json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
    return described
