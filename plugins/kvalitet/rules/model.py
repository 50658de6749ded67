"""What a rule is: something the check can say, with its explanation to the officer and two examples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from kvalitet.assess import Coverage
    from kvalitet.catalogue import Catalogue, LegalBasis
    from kvalitet.fields import Value
    from kvalitet.findings import Edit, Finding, Severity
    from kvalitet.rules.texts import Texts
    from kvalitet.standard.model import Standard


@dataclass(frozen=True, slots=True)
class Case:
    """One standard as a rule sees it: on ``day``, measured by ``edition``. A shared text has no coverage.

    ``exceptions`` are those the municipality has given a reason for, by rule and path.
    """

    standard: Standard
    edition: LegalBasis
    day: date
    coverage: Mapping[str, Coverage]
    texts: Texts
    exceptions: Mapping[tuple[str, str], Value]

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of the standard's area."""
        return self.standard.catalogue


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. ``severity`` is the gravest it can have; ``explanation`` says when it is told, ``why`` what is at stake.

    ``wrong`` and ``right`` are parts of one standard, or ``whole`` files; what is wrong in the file called ``file`` is
    the last ``mark`` in ``wrong`` ("" for the file as a whole). ``law`` names references (ids) behind the rule.
    ``exceptable``: a municipality may except a field from it, with a reason. ``shared``: it looks at shared texts too.
    ``secret``: what is marked must not be repeated where findings are shown.
    ``check`` is None where the rule is told while the file is read. ``suggest`` says what to write, where that takes
    work: it is asked when it is to be shown.
    """

    id: str
    title: str
    severity: Severity
    explanation: str
    why: str
    wrong: str
    right: str
    mark: str = ""
    law: tuple[str, ...] = ()
    file: str = "eksempelby.yml"
    whole: bool = False
    exceptable: bool = False
    shared: bool = False
    secret: bool = False
    check: Callable[[Case], Iterable[Finding]] | None = None
    suggest: Callable[[Finding, Standard], Edit | None] | None = None
