"""What changed between two editions of the rules, and so what in a standard must be looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kvalitet.catalogue import Catalogue, Criterion, LegalBasis, Requirement


@dataclass(frozen=True, slots=True)
class Change:
    """What the newer edition does with one requirement.

    ``listed``: it came onto the list (True), left it (False), or neither (None). ``asked``: criteria asked for that
    were not, or with more force; ``dropped``: those no longer asked for, or with less.
    """

    requirement: Requirement
    listed: bool | None
    asked: tuple[Criterion, ...]
    dropped: tuple[Criterion, ...]


def list_changes(catalogue: Catalogue, old: LegalBasis, new: LegalBasis) -> list[Change]:
    """Return the requirements that the two editions treat differently, in the catalogue's order.

    A new number alone is no change: the text under it stays as good as it was.
    """
    changes = []
    for requirement in catalogue.requirements.values():
        before, after = old.item_of(requirement.id) is not None, new.item_of(requirement.id) is not None
        asked = tuple(one for one in requirement.criteria if _weight(one, new) > _weight(one, old))
        dropped = tuple(one for one in requirement.criteria if _weight(one, new) < _weight(one, old))
        if before != after or asked or dropped:
            changes.append(Change(requirement, after if before != after else None, asked, dropped))
    return changes


def _weight(criterion: Criterion, edition: LegalBasis) -> int:
    demand = edition.demands.get(criterion.id)
    return demand.force.weight if demand is not None else -1
