"""What a rule is: something the check can say, with its explanation to the officer and two examples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from kvalitet.assess import Coverage
    from kvalitet.catalogue import Catalogue, LegalBasis
    from kvalitet.findings import Edit, Finding, Severity
    from kvalitet.standard.model import Standard


@dataclass(frozen=True, slots=True)
class Case:
    """One standard as a rule sees it: on ``day``, measured by ``edition``."""

    standard: Standard
    edition: LegalBasis
    day: date
    coverage: Mapping[str, Coverage]

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of the standard's area."""
        return self.standard.catalogue


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. ``severity`` is the gravest it can have; ``wrong`` and ``right`` are YAML of one standard.

    ``check`` is None where the rule is told while the file is read; ``law`` names references (ids) behind it.
    ``suggest`` says what to write, where that takes work: it is asked when it is to be shown.
    """

    id: str
    title: str
    severity: Severity
    explanation: str
    wrong: str
    right: str
    law: tuple[str, ...] = ()
    check: Callable[[Case], Iterable[Finding]] | None = None
    suggest: Callable[[Finding, Standard], Edit | None] | None = None
