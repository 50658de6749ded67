"""What a standard does not describe, by how strongly it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.assess import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.assess import Coverage
    from kvalitet.catalogue import Force, Requirement
    from kvalitet.catalogue.model import Demand, Item
    from kvalitet.check import Assessed


@dataclass(frozen=True, slots=True)
class Gap:
    """One criterion that is asked for and not described. ``newer``: only since the standard was last gone through."""

    requirement: Requirement
    item: Item | None
    coverage: Coverage
    demand: Demand
    newer: bool

    @property
    def title(self) -> str:
        """What is missing, with the number it has in the rules."""
        number = f"{self.item.number}. " if self.item is not None else ""
        own, outer = self.coverage.criterion.title, self.requirement.title
        return f"{number}{outer}" if own == outer else f"{number}{outer}: {own}"


def find_gaps(assessed: Assessed) -> tuple[Gap, ...]:
    """Return every gap, in the order of the rules."""
    return tuple(gap for requirement in order_requirements(assessed) for gap in _gaps_in(requirement, assessed))


def order_requirements(assessed: Assessed) -> list[Requirement]:
    """Return the requirements by the numbers of the edition, those outside its list last."""
    last = len(assessed.edition.items) + 1

    def number_of(requirement: Requirement) -> int:
        item = assessed.edition.item_of(requirement.id)
        return item.number if item is not None else last

    return sorted(assessed.standard.catalogue.requirements.values(), key=number_of)


def choose_gaps(gaps: tuple[Gap, ...], force: Force) -> tuple[Gap, ...]:
    """Return those that are asked for by ``force``, the newer ones left out."""
    return tuple(one for one in gaps if one.demand.force is force and not one.newer)


def say_nothing_missing(gaps: tuple[Gap, ...], force: Force) -> str:
    """Return that nothing is missing of what ``force`` asks for, save what is newer than the standard."""
    if any(one.newer and one.demand.force is force for one in gaps):
        return "Af det, loven kræver, mangler kun krav, der er nyere end standarden."
    return "Alt, loven kræver, er beskrevet, så langt som loven er læst (se Lovgrundlag)."


def _gaps_in(requirement: Requirement, assessed: Assessed) -> Iterator[Gap]:
    item = assessed.edition.item_of(requirement.id)
    for criterion in requirement.criteria:
        demand = assessed.edition.demands.get(criterion.id)
        coverage = assessed.coverage[criterion.id]
        if demand is not None and coverage.level is Level.NOT:
            yield Gap(requirement, item, coverage, demand, criterion.id in assessed.newer)
