"""Findings for a person at a terminal: grouped by file, the law beside each, coverage and a summary below."""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import TYPE_CHECKING

import click

from kvalitet.assess.coverage import DESCRIBED, Level
from kvalitet.findings import Finding, Severity
from kvalitet.report.words import FORCE_WORDS, LEVEL_SYMBOLS, LEVEL_WORDS, SEVERITY_WORDS, count_words, make_visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.assess import Coverage
    from kvalitet.check import Assessed, Report

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_WIDTH = 100
_INDENT = " " * 6


def write_text(report: Report, *, with_coverage: bool) -> Iterator[str]:
    """Yield the report's lines as they are ready: findings by file, coverage if asked for, the summary."""
    for file, findings in groupby(report.findings, key=lambda one: one.place.file):
        yield click.style(make_visible(file), bold=True)
        for finding in findings:
            yield from _finding_lines(finding)
        yield ""
    if with_coverage:
        for assessed in report.assessed:
            yield from _coverage_lines(assessed)
    yield _summary(report)


def _finding_lines(finding: Finding) -> Iterator[str]:
    word = click.style(SEVERITY_WORDS[finding.severity], fg=_COLORS[finding.severity], bold=True)
    place = finding.place
    what = finding.criterion or finding.path
    yield f"  {place.line}:{place.column}  {word}  {finding.rule}" + (
        f"  {' '.join(make_visible(what).split())}" if what else ""
    )
    yield from _wrapped(finding.message)
    if finding.hint:
        yield from _wrapped(f"→ {finding.hint}")
    if finding.reference:
        yield from _wrapped(f"§ {finding.reference}")


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(
        make_visible(text),
        _WIDTH,
        initial_indent=_INDENT,
        subsequent_indent=_INDENT + "  " * (text[:2] in {"→ ", "§ "}),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _coverage_lines(assessed: Assessed) -> Iterator[str]:
    standard, edition = assessed.standard, assessed.edition
    yield click.style(f"{standard.name}: hvad standarden beskriver, målt efter {edition.short_title}", bold=True)
    for requirement in standard.catalogue.requirements.values():
        item = edition.item_of(requirement.id)
        number = f"{item.number:>2}" if item is not None else " –"
        yield f"  {number}  {requirement.title}"
        for criterion in requirement.criteria:
            demand = edition.demands.get(criterion.id)
            force = FORCE_WORDS[demand.force] if demand is not None else "kræves ikke"
            yield from _criterion_lines(assessed.coverage[criterion.id], force, standard.file)
    levels = [coverage.level for coverage in assessed.coverage.values()]
    counts = ", ".join(f"{levels.count(level)} {LEVEL_WORDS[level]}" for level in Level if level in levels)
    yield f"  I alt {len(levels)} kriterier: {counts}."
    yield ""


def _criterion_lines(coverage: Coverage, force: str, file: str) -> Iterator[str]:
    level = coverage.level
    yield f"      {LEVEL_SYMBOLS[level]} {LEVEL_WORDS[level]:<20} {coverage.criterion.title} ({force})"
    why = []
    if coverage.evidence:
        why.append(f"fordi: {_places(coverage, file)}")
    if coverage.missing:
        words = "; ".join(one.words for one in coverage.missing)
        step = "uddybende kræver også" if level in DESCRIBED else "mangler"
        why.append(f"{step}: {words}")
    for reason in why:
        yield from textwrap.wrap(reason, _WIDTH, initial_indent=" " * 10, subsequent_indent=" " * 12)


def _places(coverage: Coverage, file: str) -> str:
    """Return the lines that carry the level, those of another file with its name."""
    lines: dict[str, list[int]] = {}
    for value in coverage.evidence:
        lines.setdefault(value.file, []).append(value.line)
    parts = []
    for name, numbers in lines.items():
        unique = sorted(set(numbers))
        word = "linje" if len(unique) == 1 else "linjerne"
        where = "" if name == file else f" i {name}"
        parts.append(f"{word} {', '.join(map(str, unique))}{where}")
    return "; ".join(parts)


def _summary(report: Report) -> str:
    collection = report.collection
    files = len(report.assessed) + len(collection.shared) + len(collection.unreadable) + len(report.sheets)
    counts = [
        count_words(number, severity)
        for severity in Severity
        if (number := sum(finding.severity is severity for finding in report.findings))
    ]
    files_word = "fil" if files == 1 else "filer"
    return f"{files} {files_word} set igennem: {', '.join(counts) if counts else 'intet at bemærke'}."
