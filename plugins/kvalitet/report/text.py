"""Findings for a person at a terminal: the lines marked, what is wrong, the law, and what to write instead."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from kvalitet.check import Tally
from kvalitet.findings import Edit, Finding, Severity
from kvalitet.reading.lines import split_lines
from kvalitet.report.coverage import write_coverage
from kvalitet.report.excerpt import apply_edit, write_excerpt
from kvalitet.report.words import SEVERITY_WORDS, count_words, make_visible
from kvalitet.rules import RULES_BY_ID, find_edit
from kvalitet.rules.secrets import find_secrets, hide

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kvalitet.check import Assessed, Checked
    from kvalitet.report.screen import Screen
    from kvalitet.standard import Standard

FEW = 3
"""Up to so many standards, the coverage is shown without being asked for."""
_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_INDENT = " " * 2


def write_text(files: Iterable[Checked], screen: Screen, *, with_coverage: bool | None = None) -> Iterator[str]:
    """Yield the findings file by file, each as soon as it is checked, then the coverage, then a summary.

    The coverage is shown if asked for; with None, where there are few standards.
    """
    tally, told = Tally(), set[str]()
    assessed: list[Assessed] = []
    for checked in files:
        tally.add(checked)
        if checked.assessed is not None and (with_coverage or len(assessed) <= FEW):
            assessed.append(checked.assessed)
        text = _shown_text(checked)
        standard = checked.opened.standard
        lines = [line for one in checked.findings for line in write_finding(one, text, standard, screen, told)]
        if lines:
            yield "\n".join(lines)
    if len(assessed) <= FEW if with_coverage is None else with_coverage:
        for one in assessed:
            yield "\n".join(write_coverage(one, screen))
    if told:
        yield f"Få en regel forklaret: kvalitet explain {min(told)}"
    yield _summary(tally)


def _shown_text(checked: Checked) -> str:
    """Return what stands in the file, without what must not be repeated."""
    text = checked.opened.text
    return hide(text, find_secrets(checked.findings, text, RULES_BY_ID))


def write_finding(
    finding: Finding, text: str, standard: Standard | None, screen: Screen, told: set[str]
) -> Iterator[str]:
    """Yield the lines of one finding in the file that holds ``text``, ending with a blank one.

    Where there is no law to point at, the first finding of a rule says why; ``told`` are the rules told so far.
    """
    place = finding.place
    word = f"{SEVERITY_WORDS[finding.severity]}[{finding.rule}]"
    first, *others = _wrapped(f"{word}: {finding.message}", screen)
    head = screen.style(word, fg=_COLORS[finding.severity], bold=True)
    yield head + screen.style(first.removeprefix(word), bold=True)
    yield from (screen.style(line, bold=True) for line in others)
    path = f"  {' '.join(make_visible(finding.path).split())}" if finding.path else ""
    yield f"{_INDENT}--> {make_visible(place.file)}:{place.line}:{place.column}{path}"
    for line in write_excerpt(text, place, screen):
        yield f"{_INDENT}{_colored(line, finding.severity, screen)}"
    if finding.reference:
        yield from _labelled("lov:", finding.reference, screen)
    if not finding.reference and finding.rule not in told and finding.rule in RULES_BY_ID:
        yield from _labelled("hvorfor:", RULES_BY_ID[finding.rule].why, screen)
    told.add(finding.rule)
    if finding.hint:
        yield from _labelled("hjælp:", finding.hint, screen)
    edit = find_edit(finding, standard)
    if edit is not None:
        yield f"{_INDENT}= {_say_edit(edit, text)}"
        yield from (screen.style(make_visible(line), fg="green") for line in apply_edit(text, edit))
    yield ""


def _colored(line: str, severity: Severity, screen: Screen) -> str:
    marks = line.strip(" |^")
    return line if marks or "^" not in line else screen.style(line, fg=_COLORS[severity], bold=True)


def _labelled(label: str, text: str, screen: Screen) -> list[str]:
    first, *others = _wrapped(f"= {label} {text}", screen, indent=_INDENT)
    return [first.replace(label, screen.style(label, bold=True), 1), *others]


def _wrapped(text: str, screen: Screen, indent: str = "") -> list[str]:
    return textwrap.wrap(
        make_visible(text),
        screen.width,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _say_edit(edit: Edit, text: str) -> str:
    """Return where the lines below go."""
    line = edit.start[0]
    if not edit.inserts_lines:
        return f"skriv på linje {line}:" if edit.complete else f"udfyld, og skriv på linje {line}:"
    where = "nederst i filen" if line > len(split_lines(text.rstrip())) else f"under linje {line - 1}"
    return f"sæt ind {where}:" if edit.complete else f"udfyld, og sæt ind {where}:"


def _summary(tally: Tally) -> str:
    counts = [count_words(number, severity) for severity in Severity if (number := tally.severities[severity])]
    word = "fil" if tally.files == 1 else "filer"
    return f"{tally.files} {word} set igennem: {', '.join(counts) if counts else 'intet at bemærke'}."
