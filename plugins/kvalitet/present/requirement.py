"""What a requirement's own page tells of the standards: shares then and now, who describes it well, what is missing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.assess.coverage import Level, tally_levels
from kvalitet.export.coverage import ADOPTED
from kvalitet.present.views import anchor_of, requirement_level
from kvalitet.standard.lookup import trace_path
from kvalitet.standard.status import status_on

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kvalitet.assess import Coverage
    from kvalitet.catalogue import Criterion, Requirement
    from kvalitet.check import Assessed
    from kvalitet.studies import PrintedRow, Survey

_MOST_WORDS = 60
_MOST_MODELS = 4
_MANY = 25  # per cent that left it out


@dataclass(frozen=True, slots=True)
class Share:
    """How many of ``n`` adopted standards describe a criterion briefly or thoroughly."""

    brief: int
    thorough: int
    n: int


@dataclass(frozen=True, slots=True)
class CriterionNow:
    """One criterion across municipalities. ``real`` and ``examples`` are never summed; None where none is adopted.

    ``levels`` are all standards shown with their coverage; ``missing`` are what most of them lack, with how many.
    """

    criterion: Criterion
    real: Share | None
    examples: Share | None
    printed: PrintedRow | None
    levels: tuple[tuple[Assessed, Coverage], ...]
    missing: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Model:
    """A standard that describes the requirement thoroughly: its own words, cut after a while, and where they stand."""

    assessed: Assessed
    words: str
    anchor: str


def view_criteria_now(
    requirement: Requirement, assessed: list[Assessed], survey: Survey | None, day: date
) -> list[CriterionNow]:
    """Return the requirement's criteria across the standards."""
    return [_view(one, assessed, survey, day) for one in requirement.criteria]


def _view(criterion: Criterion, assessed: list[Assessed], survey: Survey | None, day: date) -> CriterionNow:
    adopted = [one for one in assessed if status_on(one.standard, one.edition, day) in ADOPTED]
    lacking = Counter(
        missing.words
        for one in adopted
        if one.coverage[criterion.id].level in {Level.NOT, Level.BRIEF}
        for missing in one.coverage[criterion.id].missing
    )
    return CriterionNow(
        criterion=criterion,
        real=_share(criterion, [one for one in adopted if not one.standard.example]),
        examples=_share(criterion, [one for one in adopted if one.standard.example]),
        printed=survey.rows.get(criterion.id) if survey is not None else None,
        levels=tuple((one, one.coverage[criterion.id]) for one in assessed),
        missing=tuple((words, number) for words, number in lacking.most_common(3) if number > 1),
    )


def _share(criterion: Criterion, assessed: Iterable[Assessed]) -> Share | None:
    count = tally_levels(one.coverage[criterion.id].level for one in assessed)
    n = sum(count.values())
    return Share(count[Level.BRIEF], count[Level.THOROUGH], n) if n else None


def list_forgotten(requirement: Requirement, survey: Survey | None) -> list[tuple[Criterion, PrintedRow]]:
    """Return the criteria that many left out when the study read their standards, the most forgotten first."""
    rows = survey.rows if survey is not None else {}
    found = [(one, rows[one.id]) for one in requirement.criteria if one.id in rows and rows[one.id].absent >= _MANY]
    return sorted(found, key=lambda pair: -pair[1].absent)


def find_models(requirement: Requirement, assessed: Iterable[Assessed]) -> list[Model]:
    """Return standards that describe the whole requirement thoroughly in words of their own, real ones first."""
    models = []
    for one in sorted(assessed, key=lambda each: each.standard.example):
        if requirement_level(requirement, one) is not Level.THOROUGH:
            continue
        texts = [trace.value for key in requirement.sections for trace in trace_path(one.standard, (key, "tekst"))]
        own = next((value for value in texts if value.filled and value.file == one.standard.file), None)
        if own is not None:
            models.append(Model(one, _cut(str(own.content)), anchor_of(own.path)))
    return models[:_MOST_MODELS]


def _cut(text: str) -> str:
    words = text.split()
    return " ".join(words) if len(words) <= _MOST_WORDS else " ".join(words[:_MOST_WORDS]) + " …"
