"""A comparison at a terminal, for programs, and as part of a paper."""

from __future__ import annotations

import json
import textwrap
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from kvalitet.diff import words
from kvalitet.paper.document import Block, Bullets, Document, Heading, Paragraph, Span, Style, say
from kvalitet.present.words import capitalize_first, say_date
from kvalitet.report.words import SEVERITY_WORDS, make_visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from kvalitet.catalogue import Right
    from kvalitet.diff.model import Change, Comparison, SubjectChanges
    from kvalitet.findings import Finding

_WIDTH = 100
_INDENT = "    "


def make_document(comparison: Comparison, day: date) -> Document:
    """Return the comparison as a paper of its own."""
    old, new = comparison.old.standard, comparison.new.standard
    both = new.name if old.name == new.name else f"fra {old.name} til {new.name}"
    measured = f"Begge er målt efter {comparison.new.edition.short_title} den {say_date(day)}."
    return Document(f"Hvad ændrer sig? {capitalize_first(both)}", measured, new.name, day, make_blocks(comparison))


def write_text(comparison: Comparison, day: date) -> Iterator[str]:
    """Yield the lines for a person at a terminal; what is for the worse is coloured and says so in words."""
    document = make_document(comparison, day)
    yield click.style(make_visible(document.title), bold=True)
    yield document.subtitle
    for block in document.blocks:
        match block:
            case Heading(level, text):
                yield ""
                yield click.style(make_visible(text), bold=True) if level == 1 else f"  {make_visible(text)}"
            case Bullets(items):
                for item in items:
                    yield from _wrap("".join(span.text for span in item), f"{_INDENT}- ")
            case Paragraph(spans, style):
                if style is not Style.NOTE:
                    yield from _paragraph_lines(spans)
    if comparison.for_citizens:
        yield ""
        yield from _wrap(words.LIMITS_OF_JUDGING, "")


def _paragraph_lines(spans: tuple[Span, ...]) -> Iterator[str]:
    lines = _wrap("".join(span.text for span in spans), _INDENT)
    alarmed = spans[0].text.startswith(words.WORSE)
    yield from (click.style(line, fg="red") if alarmed else line for line in lines)


def _wrap(text: str, start: str) -> list[str]:
    later = " " * len(start)
    return textwrap.wrap(make_visible(text), _WIDTH, initial_indent=start, subsequent_indent=later) or [""]


def make_blocks(comparison: Comparison, level: int = 1) -> tuple[Block, ...]:
    """Return the comparison as blocks of a paper, its headings from ``level`` on."""
    return tuple(
        block
        for part in (_citizen_part, _document_part, _coverage_part, _finding_part)
        for block in part(comparison, level)
    )


def _citizen_part(comparison: Comparison, level: int) -> Iterator[Block]:
    yield Heading(level, "Hvad ændrer sig for borgeren?")
    yield from make_citizen_blocks(comparison, level + 1)


def make_citizen_blocks(comparison: Comparison, level: int) -> Iterator[Block]:
    """Yield what changes for citizens, subject by subject under headings of ``level``."""
    yield say(words.say_sum(comparison))
    for each in comparison.subjects:
        yield Heading(level, each.subject.title)
        yield from _subject_blocks(each)
    if comparison.for_citizens:
        yield say(words.LIMITS_OF_JUDGING, Style.NOTE)


def _subject_blocks(changes: SubjectChanges) -> Iterator[Block]:
    yield from _change_blocks(changes.changes)
    if changes.silent:
        yield Paragraph((Span(f"{words.WORSE}. ", strong=True), Span(words.SILENT)))
        yield _list_rights(changes.silent)
    if changes.described:
        yield say(words.DESCRIBED)
        yield _list_rights(changes.described)


def _list_rights(rights: Iterable[Right]) -> Bullets:
    return Bullets(tuple((Span(one.title),) for one in rights))


def _change_blocks(changes: Iterable[Change]) -> Iterator[Block]:
    for about, ones in groupby(changes, key=words.say_about):
        yield say(about, Style.LEAD)
        for one in ones:
            if one.worse:
                yield say(f"{words.WORSE}:", Style.LEAD)
            yield Bullets(tuple(_side(word, lines) for word, lines in _sides(one) if lines))


def _sides(change: Change) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not change.after:
        return (("Væk", change.before),)
    return (("Før", change.before), ("Nu" if change.before else "Nyt", change.after))


def _side(word: str, lines: tuple[str, ...]) -> tuple[Span, ...]:
    return Span(f"{word}: ", strong=True), Span(" · ".join(lines))


def _document_part(comparison: Comparison, level: int) -> Iterator[Block]:
    if comparison.document:
        yield Heading(level, "Hvad ændrer sig om selve standarden?")
        yield from _change_blocks(comparison.document)


def _coverage_part(comparison: Comparison, level: int) -> Iterator[Block]:
    yield Heading(level, "Hvad er beskrevet?")
    yield from make_coverage_blocks(comparison)


def make_coverage_blocks(comparison: Comparison) -> Iterator[Block]:
    """Yield what is described more or less than before."""
    if not comparison.levels and not comparison.met:
        yield say(words.SAME_COVERAGE)
        return
    groups = (
        ("Beskrevet mindre end før", [words.say_level(one) for one in comparison.levels if one.worse]),
        ("Beskrevet mere end før", [words.say_level(one) for one in comparison.levels if one.better]),
        (
            "Vurderes ikke som før",
            [words.say_level(one) for one in comparison.levels if not (one.worse or one.better)],
        ),
        ("Lovens krav", [words.say_met(one) for one in comparison.met]),
    )
    for title, lines in groups:
        if lines:
            yield say(title, Style.LEAD)
            yield Bullets(tuple((Span(line),) for line in lines))


def _finding_part(comparison: Comparison, level: int) -> Iterator[Block]:
    for title, findings in (("Nye fund", comparison.found), ("Fund, der er væk", comparison.gone)):
        if findings:
            yield Heading(level, title)
            yield Bullets(tuple(_say_finding(one) for one in findings))


def _say_finding(finding: Finding) -> tuple[Span, ...]:
    law = f" ({finding.reference})" if finding.reference else ""
    return Span(f"{SEVERITY_WORDS[finding.severity].capitalize()}: ", strong=True), Span(f"{finding.message}{law}")


def write_json(comparison: Comparison) -> str:
    """Return the comparison as JSON."""
    record = {
        "kommune": comparison.new.standard.name,
        "målt_efter": comparison.new.edition.edition,
        "ændringer_for_borgeren": comparison.for_citizens,
        "ringere_for_borgeren": comparison.worse_for_citizens,
        "emner": [_subject_record(one) for one in comparison.subjects],
        "om_standarden": [_change_record(one) for one in comparison.document],
        "dækning": [
            {
                "kriterium": one.criterion.id,
                "styrke": str(one.demand.force) if one.demand is not None else None,
                "før": str(one.before),
                "nu": str(one.after),
            }
            for one in comparison.levels
        ],
        "krav": [{"krav": one.requirement.id, "opfyldt": one.met} for one in comparison.met],
        "nye_fund": [_finding_record(one) for one in comparison.found],
        "fund_væk": [_finding_record(one) for one in comparison.gone],
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _subject_record(changes: SubjectChanges) -> dict[str, Any]:
    return {
        "emne": changes.subject.id,
        "ændringer": [_change_record(one) for one in changes.changes],
        "nu_efter_loven": [one.id for one in changes.silent],
        "nu_beskrevet": [one.id for one in changes.described],
    }


def _change_record(change: Change) -> dict[str, Any]:
    return {
        "om": list(change.about),
        "sti": change.path,
        "før": list(change.before),
        "nu": list(change.after),
        "ringere": change.worse,
    }


def _finding_record(finding: Finding) -> dict[str, Any]:
    return {key: value for key, value in finding.as_record().items() if key not in {"file", "line", "column"}}
