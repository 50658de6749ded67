"""Run every rule on every standard."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kvalitet.assess import Coverage, assess_standard
from kvalitet.catalogue import load_catalogue, load_edition
from kvalitet.check.answers import read_sheets
from kvalitet.findings import Finding, Severity, sort_findings
from kvalitet.rules import RULES
from kvalitet.rules.model import Case
from kvalitet.rules.newer import is_newer
from kvalitet.standard import Collection, Standard, load_collection
from kvalitet.standard.files import find_answer_files

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from kvalitet.catalogue import Catalogue, LegalBasis
    from kvalitet.studies import AnswerSheet

RULE_IDS = frozenset(rule.id for rule in RULES)
_CHECKS = tuple(rule.check for rule in RULES if rule.check is not None)


@dataclass(frozen=True, slots=True)
class Assessed:
    """One standard with its coverage by ``edition`` and what the check says of it.

    ``newer`` are the criteria the law began to ask for after the standard was last gone through. ``held``: the
    municipality has not yet seen its law check, so nothing of it is told (``hold_back``).
    """

    standard: Standard
    edition: LegalBasis
    coverage: Mapping[str, Coverage]
    findings: tuple[Finding, ...]
    newer: frozenset[str]
    held: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The whole answer of a check on ``day``; ``findings`` are all there are, in reading order.

    ``sheets`` are the answers on recommendations that lie beside the standards.
    """

    day: date
    collection: Collection
    assessed: tuple[Assessed, ...]
    findings: tuple[Finding, ...] = field(default=())
    sheets: tuple[AnswerSheet, ...] = field(default=())

    def exit_code(self, *, strict: bool = False) -> int:
        """Return 0 where all is well, 1 where there are errors (with ``strict`` warnings too)."""
        grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return int(any(finding.severity in grave for finding in self.findings))


def run_check(
    paths: list[Path],
    day: date,
    edition: str | Path | None = None,
    load: Callable[[str], Catalogue] = load_catalogue,
) -> Report:
    """Check the files at or below ``paths`` on ``day``.

    They are measured by ``edition`` (a name, or the file of a draft edition), else by the one in force that day.
    """
    sheets = read_sheets(find_answer_files(paths))
    return check_collection(load_collection(paths, RULE_IDS, load), day, edition, sheets)


def check_collection(
    collection: Collection, day: date, edition: str | Path | None = None, sheets: tuple[AnswerSheet, ...] = ()
) -> Report:
    """Check what was read."""
    catalogues = {id(one.catalogue): one.catalogue for one in collection.standards}
    editions = {key: _choose_edition(one, day, edition) for key, one in catalogues.items()}
    assessed = tuple(_check_standard(one, day, editions[id(one.catalogue)]) for one in collection.standards)
    findings = [*collection.findings]
    for shared in collection.shared:
        findings.extend(shared.findings)
    for unreadable in collection.unreadable:
        findings.extend(unreadable.findings)
    for each in assessed:
        findings.extend(each.findings)
    for sheet in sheets:
        findings.extend(sheet.findings)
    return Report(day, collection, assessed, tuple(sort_findings(findings)), sheets)


def _choose_edition(catalogue: Catalogue, day: date, chosen: str | Path | None) -> LegalBasis:
    if isinstance(chosen, Path):
        return load_edition(chosen, catalogue)
    return catalogue.editions[chosen] if chosen is not None else catalogue.edition_on(day)


def _check_standard(standard: Standard, day: date, edition: LegalBasis) -> Assessed:
    coverage = assess_standard(standard)
    case = Case(standard, edition, day, coverage)
    findings = [*standard.findings, *(finding for check in _CHECKS for finding in check(case))]
    newer = frozenset(name for name in edition.demands if is_newer(name, case))
    return Assessed(standard, edition, coverage, tuple(sort_findings(findings)), newer)
