"""Which demands are newer than a standard: told as such, never blamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.catalogue import Force

if TYPE_CHECKING:
    from kvalitet.catalogue import LegalBasis
    from kvalitet.rules.model import Case


def is_newer(criterion: str, case: Case) -> bool:
    """Whether law or guidance began to ask for ``criterion`` only after the standard was last gone through."""
    demand = case.edition.demands.get(criterion)
    if demand is None or demand.force is Force.RECOMMENDATION:
        return False
    since = demanded_since(criterion, case)
    return since is not None and case.standard.revised is not None and case.standard.revised < since.start


def demanded_since(criterion: str, case: Case) -> LegalBasis | None:
    """Return the edition from which on, unbroken until the one measured by, ``criterion`` is asked for so strongly."""
    now = case.edition.demands.get(criterion)
    since = None
    for edition in case.catalogue.editions.values():
        if edition.start > case.edition.start:
            break
        demand = edition.demands.get(criterion)
        asked = demand is not None and now is not None and demand.force.weight >= now.force.weight
        since = (since or edition) if asked else None
    return since or case.edition
