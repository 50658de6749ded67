"""A worked example of how a level is decided, found among the standards that are there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.assess.coverage import Level
from kvalitet.present.views import Evidence, view_evidence

if TYPE_CHECKING:
    from kvalitet.assess import Coverage
    from kvalitet.catalogue import Catalogue, Criterion
    from kvalitet.check import Assessed

_STEPS = (Level.NOT, Level.BRIEF, Level.THOROUGH)


@dataclass(frozen=True, slots=True)
class Step:
    """One standard at one level, with the places that carry it and what the next level asks."""

    assessed: Assessed
    coverage: Coverage
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """One criterion that three standards describe not, briefly and thoroughly."""

    criterion: Criterion
    steps: tuple[Step, ...]


def find_worked_example(catalogue: Catalogue, assessed: list[Assessed]) -> WorkedExample | None:
    """Return the first criterion that some standard meets at each of the three levels; None where there is none.

    Invented municipalities go before real ones: nobody is held up as the one who forgot.
    """
    chosen = sorted(assessed, key=lambda one: not one.standard.example)
    for criterion in catalogue.criteria.values():
        found = {}
        for one in reversed(chosen):
            found[one.coverage[criterion.id].level] = one
        if all(level in found and found[level].standard.example for level in _STEPS):
            steps = tuple(_make_step(found[level], criterion) for level in _STEPS)
            return WorkedExample(criterion, steps)
    return None


def _make_step(one: Assessed, criterion: Criterion) -> Step:
    coverage = one.coverage[criterion.id]
    return Step(one, coverage, tuple(view_evidence(value, one) for value in coverage.evidence))
