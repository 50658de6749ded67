"""Run every rule on every standard."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kvalitet.assess import Coverage, assess_standard
from kvalitet.catalogue import load_catalogue, load_edition
from kvalitet.check.answers import read_sheets
from kvalitet.findings import Finding, Severity, sort_findings
from kvalitet.rules import RULES, RULES_BY_ID
from kvalitet.rules.exceptions import Excepted, read_exceptions, split_findings
from kvalitet.rules.henvisning_undtagelse import check_entries
from kvalitet.rules.model import Case
from kvalitet.rules.newer import is_newer
from kvalitet.rules.secrets import find_secrets, hide_in_findings
from kvalitet.rules.texts import gather_texts
from kvalitet.standard import Collection, Opened, Standard, open_files
from kvalitet.standard.files import find_answer_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from kvalitet.catalogue import Catalogue, LegalBasis
    from kvalitet.studies import AnswerSheet

    Check = Callable[[Case], Iterable[Finding]]

RULE_IDS = frozenset(rule.id for rule in RULES)
_CHECKS = tuple(rule.check for rule in RULES if rule.check is not None)
_SHARED_CHECKS = tuple(rule.check for rule in RULES if rule.check is not None and rule.shared)


@dataclass(frozen=True, slots=True)
class Assessed:
    """One standard with its coverage by ``edition`` and what the check says of it.

    ``newer`` are the criteria the law began to ask for after the standard was last gone through; ``excepted`` are
    findings that are not told, for a reason the municipality gives. ``held``: the municipality has not yet seen its
    law check, so nothing of it is told (``hold_back``).
    """

    standard: Standard
    edition: LegalBasis
    coverage: Mapping[str, Coverage]
    findings: tuple[Finding, ...]
    newer: frozenset[str]
    excepted: tuple[Excepted, ...] = ()
    held: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """One file with everything there is to say of it, in reading order.

    ``assessed`` is None where there is no standard of a municipality: the file is shared or cannot be understood, or
    it is a ``sheet`` of answers on recommendations.
    """

    opened: Opened
    findings: tuple[Finding, ...]
    assessed: Assessed | None = None
    sheet: AnswerSheet | None = None


@dataclass(slots=True)
class Tally:
    """Counts files and findings as they go by."""

    files: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)

    def add(self, checked: Checked) -> None:
        """Count one file."""
        self.files += checked.opened.typed is not None or checked.sheet is not None
        self.severities.update(one.severity for one in checked.findings)

    def exit_code(self, *, strict: bool = False) -> int:
        """Return 0 where all is well, 1 where there are errors (with ``strict`` warnings too)."""
        return int(self.severities[Severity.ERROR] > 0 or (strict and self.severities[Severity.WARNING] > 0))


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
        return Tally(severities=Counter(one.severity for one in self.findings)).exit_code(strict=strict)


def run_check(
    paths: list[Path],
    day: date,
    edition: str | Path | None = None,
    load: Callable[[str], Catalogue] = load_catalogue,
) -> Report:
    """Check the files at or below ``paths`` on ``day``.

    They are measured by ``edition`` (a name, or the file of a draft edition), else by the one in force that day.
    """
    return gather(check_files(paths, day, edition, load), day)


def check_files(
    paths: list[Path],
    day: date,
    edition: str | Path | None = None,
    load: Callable[[str], Catalogue] = load_catalogue,
) -> Iterator[Checked]:
    """Yield each file of ``run_check`` as soon as it is checked, in the order of their names."""
    editions: dict[int, LegalBasis] = {}
    sheets = [_check_sheet(sheet) for sheet in read_sheets(find_answer_files(paths))]
    for opened in open_files(paths, RULE_IDS, load):
        while sheets and sheets[0].opened.file < opened.file:
            yield sheets.pop(0)
        standard = opened.standard
        if standard is None:
            yield Checked(opened, tuple(sort_findings(opened.findings)))
            continue
        key = id(standard.catalogue)
        if key not in editions:
            editions[key] = _choose_edition(standard.catalogue, day, edition)
        if standard.shared:
            yield Checked(opened, _check_shared(standard, day, editions[key]))
            continue
        assessed = _check_standard(standard, day, editions[key])
        yield Checked(opened, assessed.findings, assessed)
    yield from sheets


def gather(files: Iterable[Checked], day: date) -> Report:
    """Return the report on all ``files``."""
    collection = Collection()
    findings: list[Finding] = []
    assessed: list[Assessed] = []
    sheets: list[AnswerSheet] = []
    for checked in files:
        findings.extend(checked.findings)
        assessed += [checked.assessed] if checked.assessed is not None else []
        if checked.sheet is not None:
            sheets.append(checked.sheet)
        else:
            collection.add(checked.opened)
    return Report(day, collection, tuple(assessed), tuple(findings), tuple(sheets))


def _check_sheet(sheet: AnswerSheet) -> Checked:
    opened = Opened(sheet.file, findings=tuple(sheet.findings), text=sheet.text)
    return Checked(opened, tuple(sort_findings(sheet.findings)), sheet=sheet)


def _choose_edition(catalogue: Catalogue, day: date, chosen: str | Path | None) -> LegalBasis:
    if isinstance(chosen, Path):
        return load_edition(chosen, catalogue)
    return catalogue.editions[chosen] if chosen is not None else catalogue.edition_on(day)


def _check_standard(standard: Standard, day: date, edition: LegalBasis) -> Assessed:
    coverage = assess_standard(standard)
    case = _make_case(standard, edition, day, coverage)
    findings, excepted = _run_checks(_CHECKS, case)
    newer = frozenset(name for name in edition.demands if is_newer(name, case))
    return Assessed(standard, edition, coverage, findings, newer, excepted)


def _check_shared(standard: Standard, day: date, edition: LegalBasis) -> tuple[Finding, ...]:
    """Return what is to be said of a text that others inherit: what it says counts, what it leaves out does not."""
    return _run_checks(_SHARED_CHECKS, _make_case(standard, edition, day, {}))[0]


def _make_case(standard: Standard, edition: LegalBasis, day: date, coverage: Mapping[str, Coverage]) -> Case:
    exceptions = read_exceptions(standard, RULES_BY_ID)
    return Case(standard, edition, day, coverage, gather_texts(standard), exceptions)


def _run_checks(checks: tuple[Check, ...], case: Case) -> tuple[tuple[Finding, ...], tuple[Excepted, ...]]:
    """Return what is told, in reading order, and what is not."""
    found = [*case.standard.findings, *(finding for check in checks for finding in check(case))]
    told, excepted = split_findings(found, case.exceptions)
    told.extend(check_entries(case, RULES_BY_ID, excepted))
    told = hide_in_findings(told, find_secrets(told, case.standard.text, RULES_BY_ID))
    return tuple(sort_findings(told)), tuple(excepted)
