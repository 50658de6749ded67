"""What a standard is on a given day: in force, overdue, a draft, in hearing, replaced."""

from __future__ import annotations

import calendar
from datetime import date
from typing import TYPE_CHECKING

from kvalitet.standard.model import State

if TYPE_CHECKING:
    from kvalitet.catalogue import LegalBasis
    from kvalitet.standard.model import Standard

IN_FORCE = "gældende"
OVERDUE = "forfalden"
UNREADABLE = "kan ikke læses"


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def revision_due(standard: Standard, edition: LegalBasis) -> date | None:
    """Return the day by which ``edition`` asks for the next revision; None where nothing is known.

    Counted from the last revision (a revision may change nothing), not from adoption alone.
    """
    if edition.revision_months is None or standard.revised is None:
        return None
    return add_months(standard.revised, edition.revision_months)


def status_on(standard: Standard, edition: LegalBasis, day: date) -> str:
    """Return the contracted ``tilstand`` of the exports for ``day``."""
    if standard.state is not State.ADOPTED:
        return str(standard.state)
    due = revision_due(standard, edition)
    return OVERDUE if due is not None and due < day else IN_FORCE
