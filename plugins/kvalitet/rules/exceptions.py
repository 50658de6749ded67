"""A municipality's exceptions from rules of language: each with a written reason, and each in use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kvalitet.fields import Value
    from kvalitet.findings import Finding
    from kvalitet.rules.model import Rule
    from kvalitet.standard.model import Standard

Exceptions = dict[tuple[str, str], "Value"]
"""The entries that count, by rule and path."""


@dataclass(frozen=True, slots=True)
class Excepted:
    """A finding that is not told, and the entry of the standard that says why."""

    finding: Finding
    entry: Value

    @property
    def reason(self) -> str:
        """The municipality's reason, in its own words."""
        reason = self.entry.get("begrundelse")
        return str(reason.content) if reason is not None else ""


def entries_of(standard: Standard) -> Iterator[tuple[Value, str, str]]:
    """Yield each entry that names a rule and a path, with the two."""
    listed = standard.own.get("undtagelser")
    for _, entry in listed.entries() if listed is not None else []:
        rule, path = entry.get("regel"), entry.get("felt")
        if rule is not None and path is not None and isinstance(rule.content, str) and isinstance(path.content, str):
            yield entry, rule.content, path.content


def read_exceptions(standard: Standard, rules: Mapping[str, Rule]) -> Exceptions:
    """Return the exceptions that count: of a rule that can be excepted from, with a reason."""
    found: Exceptions = {}
    for entry, rule, path in entries_of(standard):
        reason = entry.get("begrundelse")
        if reason is not None and reason.filled and rule in rules and rules[rule].exceptable:
            found.setdefault((rule, path), entry)
    return found


def split_findings(
    findings: list[Finding], exceptions: Mapping[tuple[str, str], Value]
) -> tuple[list[Finding], list[Excepted]]:
    """Return the findings that are told and those that are not. An error is always told."""
    told: list[Finding] = []
    excepted: list[Excepted] = []
    for one in findings:
        entry = exceptions.get((one.rule, one.path))
        if entry is None or one.severity is Severity.ERROR:
            told.append(one)
        else:
            excepted.append(Excepted(one, entry))
    return told, excepted
