"""Severity follows proof: only law that was seen, or that a state authority retells, makes an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.findings import Severity

if TYPE_CHECKING:
    from kvalitet.catalogue import LegalReference


def severity_of(reference: LegalReference) -> Severity:
    """Return how much a contradiction of ``reference`` weighs."""
    return Severity.ERROR if reference.flat else Severity.WARNING
