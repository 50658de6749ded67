"""The national guidelines and the background against their source texts.

The texts are read here on their own, by line: sections are found by their headings, instructions by the numbers they
begin with, modal words by the words. Only then are the data files looked at.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from _kildetjek import Outcome, find_copied, numbers_on, read_source
from _venv import ROOT
from kvalitet.catalogue import load_catalogue
from kvalitet.guidelines import load_background, load_guidance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kvalitet.guidelines import Background, Guidance

AREA = "stofmisbrug"
GUIDELINES, STUDY, PACKAGE = "004_075901401bdc010a", "001_5a5cf79954a85877", "003_37097efead87e48c"
FIXTURE = ROOT / "tests" / "guidelines" / "anvisninger.csv"
"""What the tests hold the data to where the source is not at hand: line, section, printed number, modal words."""

_HEADING = re.compile(r"\s*([1-9]\.[1-9]\d?) [A-ZÆØÅ]")
_NUMBER = re.compile(r"\s*([1-9]\.[1-9]\d?\.[1-9]\d?)\.?\s*(?:([a-z])\s+)?\s*(.*)")
_MODAL = re.compile(r"\b(skal|bør|kan)\b", re.IGNORECASE)
_STARTS, _ENDS, _PURPOSE = "Anvisninger", "Lovgivning", "Formål"
_MAIN_ENDS = ("¶", "Reference")
_LINES_TO_PURPOSE = 8
_PLACE = re.compile(r"(tabel|figur) (\d+\.\d+)")
_WINDOW = 75


@dataclass
class Printed:
    """One instruction as the text has it: its line, its section, its number as printed, and its own sentences."""

    line: int
    section: str
    number: str
    sentences: list[str] = field(default_factory=list)

    @property
    def words(self) -> tuple[str, ...]:
        """The modal words of its own sentences (not of the points below it), each once, in order."""
        return tuple(dict.fromkeys(_MODAL.findall(" ".join(self.sentences).lower())))


def check_guidelines(folder: Path) -> list[Outcome]:
    """Return what comparing the guidelines and the background with the source texts in ``folder`` found."""
    guidance, background = load_guidance(AREA), load_background(AREA)
    assert guidance is not None  # noqa: S101 - this project has both
    assert background is not None  # noqa: S101 - as above
    lines, study = read_source(folder, GUIDELINES), read_source(folder, STUDY)
    printed = list(read_instructions(lines))
    return [
        check_numbers(guidance, printed),
        check_words(guidance, printed),
        check_fixture(printed),
        check_own_words(guidance_texts(guidance), "retningslinjerne", lines),
        check_own_words(background_texts(background), "baggrunden", [*study, *lines, *read_source(folder, PACKAGE)]),
        check_figures(background, study),
    ]


def read_instructions(lines: list[str]) -> Iterator[Printed]:
    """Yield every numbered instruction of the text."""
    section, inside = "", False
    now: Printed | None = None
    for at, raw in enumerate(lines):
        line = raw.strip("\f ")
        heading = _HEADING.match(line)
        if heading is not None and _PURPOSE in {one.strip() for one in lines[at : at + _LINES_TO_PURPOSE]}:
            section, inside, now = heading[1], False, None
        elif line.startswith(_STARTS) and section:
            inside = True
        elif line == _ENDS:
            inside, now = False, None
        elif inside:
            number = _NUMBER.match(line)
            if number is not None:
                now = Printed(at + 1, section, f"{number[1]} {number[2] or ''}".strip(), [number[3]])
                yield now
            elif line.startswith(_MAIN_ENDS):
                now = None
            elif now is not None:
                now.sentences.append(line)


def check_numbers(guidance: Guidance, printed: list[Printed]) -> Outcome:
    """Every instruction is there once, in the source's order, by the number that is printed."""
    ours = [(each.number, one.number) for each in guidance.guidelines.values() for one in each.instructions]
    theirs = [(one.section, one.number) for one in printed]
    faults = [
        f"not in the source: {number} in {section}" for section, number in ours if (section, number) not in theirs
    ]
    faults += [
        f"not in the data: {one.number} in {one.section} (line {one.line})"
        for one in printed
        if ours.count((one.section, one.number)) != 1
    ]
    if not faults and ours != theirs:
        faults.append("the order is not the source's")
    numbers = [one.number for one in printed]
    twice = [f"{one.number} in {one.section} (line {one.line})" for one in printed if numbers.count(one.number) > 1]
    astray = [f"{one.number} in {one.section}" for one in printed if not one.number.startswith(f"{one.section}.")]
    notes = (f"printed twice: {'; '.join(twice)}", f"printed with another section's number: {'; '.join(astray)}")
    return Outcome("retningslinjerne: hver anvisning én gang, som trykt", len(theirs), tuple(faults), notes)


def check_words(guidance: Guidance, printed: list[Printed]) -> Outcome:
    """The modal words are the source's, all of them, in its order; which of them instruct is told by name."""
    faults, mixed, none, aside = [], [], [], []
    for one, theirs in zip(guidance.instructions, printed, strict=False):
        ours = [str(word) for word in (*one.modalities, *one.other_words)]
        instructing = [word for word in theirs.words if word in one.modalities]
        if sorted(ours) != sorted(theirs.words) or instructing != [str(word) for word in one.modalities]:
            faults.append(f"{one.key}: {ours}, line {theirs.line} has {list(theirs.words)}")
        if len(one.modalities) > 1:
            mixed.append(f"{one.key} ({' + '.join(one.modalities)})")
        if not one.modalities:
            none.append(one.key)
        aside += [f"{one.key} ({word})" for word in one.other_words]
    notes = (
        f"mixed: {'; '.join(mixed)}",
        f"none: {'; '.join(none)}",
        f"words that stand there without instructing: {'; '.join(aside)}",
    )
    return Outcome("retningslinjerne: skal, bør og kan som kilden", len(printed), tuple(faults), notes)


def check_fixture(printed: list[Printed]) -> Outcome:
    """What the tests hold the data to says the same as the source."""
    with FIXTURE.open(encoding="utf-8", newline="") as file:
        kept = list(csv.reader(file))[1:]
    theirs = [[str(one.line), one.section, one.number, " ".join(one.words)] for one in printed]
    faults = [f"{','.join(row)} is not what the source has" for row in kept if row not in theirs]
    faults += [f"{FIXTURE.name} lacks {','.join(row)}" for row in theirs if row not in kept]
    return Outcome("retningslinjerne: testenes tal er kildens", len(theirs), tuple(faults))


def guidance_texts(guidance: Guidance) -> Iterator[str]:
    """Yield every text of ours about the guidelines and the journey, and what we say that the guidelines' law says."""
    for one in guidance.guidelines.values():
        yield from (one.title, one.short, one.purpose, one.supports, *one.notes)
        yield from (promise.says for promise in one.promises)
        for instruction in one.instructions:
            yield from (instruction.says, *(point.says for point in instruction.points))
    for said in (guidance.principles, guidance.definitions, guidance.kinds):
        yield from (one.says for one in said)
    for step in guidance.all_steps:
        yield from (step.title, step.happens, *step.ask)
    yield from guidance.notes
    references = load_catalogue(AREA).references.values()
    yield from (one.says for one in references if one.source.id == guidance.source.id)


def background_texts(background: Background) -> Iterator[str]:
    """Yield every text of the background."""
    yield from (one.says for one in background.statements)
    for named in (background.line, background.initiatives, background.disagreements):
        yield from (one.title for one in named)
    yield from (one.since for one in background.initiatives)
    for finding in background.findings:
        yield from (finding.title, finding.says, *(figure.what for figure in finding.figures))


def check_own_words(texts: Iterable[str], what: str, source: list[str]) -> Outcome:
    """No run of more than eight words stands both in a text of ours and in the source."""
    ours = list(texts)
    return Outcome(f"{what}: egne ord", len(ours), tuple(find_copied(ours, source)))


def check_figures(background: Background, study: list[str]) -> Outcome:
    """Every share and its base stand where they are said to, the share as one number or as two that stand together."""
    figures = [figure for finding in background.findings for figure in finding.figures]
    faults = []
    for figure in figures:
        rows = [[int(number) for number in re.findall(r"\d+", line)] for line in _find_place(study, figure.where)]
        shares = {number for row in rows for number in row} | {a + b for row in rows for a, b in pairwise(row)}
        bases = {number for line in _find_place(study, figure.where) for number in numbers_on(line)}
        if figure.share not in shares or str(figure.base) not in bases:
            faults.append(f"{figure.what}: {figure.share} of {figure.base} is not in {figure.where}")
    return Outcome("baggrunden: SFI's tal", len(figures), tuple(faults))


def _find_place(lines: list[str], where: str) -> list[str]:
    """Return the lines around the table or figure that ``where`` names; the whole text where it names none."""
    named = _PLACE.search(where)
    if named is None:
        return lines
    heading = f"{named[1].upper()} {named[2]}"
    at = next(number for number, line in enumerate(lines) if line.strip("\f ") == heading)
    return lines[max(at - _WINDOW, 0) : at + _WINDOW]
