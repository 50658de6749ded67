"""The level of every criterion: SFI's coding *ikke / kort / uddybende beskrevet*."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kvalitet.assess.evaluate import Missing, evaluate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kvalitet.catalogue import Criterion, LegalBasis, Requirement
    from kvalitet.fields import Value
    from kvalitet.standard.model import Standard


class Level(StrEnum):
    """How far a criterion is described."""

    NOT = "ikke"
    BRIEF = "kort"
    THOROUGH = "uddybende"
    IRRELEVANT = "ikke relevant"
    UNASSESSED = "ikke vurderet"


DESCRIBED = frozenset({Level.BRIEF, Level.THOROUGH})
COUNTED = frozenset({Level.NOT, Level.BRIEF, Level.THOROUGH})


@dataclass(frozen=True, slots=True)
class Coverage:
    """One criterion in one standard: the level, the values that carry it, and what the next level asks."""

    criterion: Criterion
    level: Level
    evidence: tuple[Value, ...] = ()
    missing: tuple[Missing, ...] = ()


def tally_levels(levels: Iterable[Level]) -> dict[Level, int]:
    """Return how many there are of each level that counts; n is their sum."""
    listed = list(levels)
    return {level: listed.count(level) for level in (Level.NOT, Level.BRIEF, Level.THOROUGH)}


def assess_standard(standard: Standard) -> dict[str, Coverage]:
    """Return the coverage of every criterion of the catalogue, by id, in the catalogue's order."""
    declared = _declared_irrelevant(standard)
    return {criterion.id: _assess(criterion, standard, declared) for criterion in standard.catalogue.criteria.values()}


def is_met(requirement: Requirement, coverage: Mapping[str, Coverage], edition: LegalBasis) -> bool | None:
    """Whether every criterion the edition asks for by law is described; None where it asks for none."""
    demanded = [coverage[one.id].level for one in requirement.criteria if edition.demands_by_law(one.id)]
    relevant = [level for level in demanded if level in COUNTED]
    return all(level in DESCRIBED for level in relevant) if demanded else None


def _assess(criterion: Criterion, standard: Standard, declared: Mapping[str, tuple[Value, ...]]) -> Coverage:
    brief = evaluate(criterion.brief, standard)
    if brief.met:
        thorough = evaluate(criterion.thorough, standard)
        if thorough.met:
            carriers = {id(one): one for one in (*brief.evidence, *thorough.evidence)}
            return Coverage(criterion, Level.THOROUGH, tuple(carriers.values()))
        return Coverage(criterion, Level.BRIEF, brief.evidence, thorough.missing)
    if criterion.id in declared:
        return Coverage(criterion, Level.IRRELEVANT, declared[criterion.id])
    if criterion.states and standard.state not in criterion.states:
        return Coverage(criterion, Level.UNASSESSED)
    return Coverage(criterion, Level.NOT, missing=brief.missing)


def _declared_irrelevant(standard: Standard) -> dict[str, tuple[Value, ...]]:
    """Return the declarations that count: of a criterion that may be irrelevant, with a reason, uncontradicted."""
    listed = standard.values.get("ikke_relevant")
    declared: dict[str, tuple[Value, ...]] = {}
    for _, entry in listed.entries() if listed is not None else []:
        name, reason = entry.get("kriterium"), entry.get("fordi")
        if name is None or reason is None or not reason.filled:
            continue
        criterion = standard.catalogue.criteria.get(str(name.content))
        if criterion is None or criterion.irrelevant is None or contradicts(criterion, standard):
            continue
        declared[criterion.id] = (name, reason)
    return declared


def contradicts(criterion: Criterion, standard: Standard) -> bool:
    """Whether the standard itself shows that ``criterion`` is relevant after all."""
    rule = criterion.irrelevant
    return rule is not None and rule.contradicted_by is not None and evaluate(rule.contradicted_by, standard).met
