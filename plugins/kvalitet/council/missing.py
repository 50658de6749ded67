"""What is described and what is not, as tables of an agenda paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kvalitet.assess import Level
from kvalitet.catalogue import Force
from kvalitet.council.gaps import Gap, choose_gaps, order_requirements, say_nothing_missing
from kvalitet.council.markup import set_text
from kvalitet.findings import Severity
from kvalitet.paper.document import Block, Bullets, Cell, Heading, Paragraph, Span, Style, Table, cell, say
from kvalitet.present.views import requirement_level
from kvalitet.report.words import LEVEL_WORDS, SEVERITY_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.check import Assessed
    from kvalitet.findings import Finding

_FORCES = (
    (Force.LAW, "Loven kræver det, og det er ikke beskrevet"),
    (Force.GUIDANCE, "Vejledningen beder om det, og det er ikke beskrevet"),
    (Force.RECOMMENDATION, "Det anbefales, og det er ikke beskrevet"),
)
_HOW_LEVELS = (
    "Mangler noget, loven kræver, står der 'ikke beskrevet', også når andre emner ved kravet er beskrevet. 'Kort "
    "beskrevet' siger, at noget er beskrevet, og 'uddybende beskrevet', at der også står konkrete oplysninger."
)
_NEWER = "Krav, der er nyere end standarden"
_WHY_NEWER = (
    "Reglerne begyndte først at bede om det, efter at standarden sidst blev gået igennem. Det er ikke en fejl i den "
    "tekst, der blev vedtaget, men det hører med nu."
)


def set_coverage(assessed: Assessed) -> Iterator[Block]:
    """Yield the items of the rules with how far each is described."""
    yield Heading(2, "Hvad standarden beskriver")
    rows = []
    for requirement in order_requirements(assessed):
        item = assessed.edition.item_of(requirement.id)
        number = str(item.number) if item is not None else "Uden for listen"
        level = requirement_level(requirement, assessed)
        levels = [assessed.coverage[one.id].level for one in requirement.criteria if one.id in assessed.edition.demands]
        described = sum(one in {Level.BRIEF, Level.THOROUGH} for one in levels)
        asked = sum(one in {Level.NOT, Level.BRIEF, Level.THOROUGH} for one in levels)
        count = f"{described} af {asked}" if asked else "–"
        rows.append((cell(requirement.title), cell(number), cell(LEVEL_WORDS[level]), cell(count)))
    head = ("Krav", "Punkt", "Hvor udførligt", "Emner beskrevet")
    yield Table("Hvad standarden beskriver", head, tuple(rows), (6, 3, 4, 3))
    yield say(_HOW_LEVELS, Style.NOTE)


def set_gaps(gaps: tuple[Gap, ...]) -> Iterator[Block]:
    """Yield a table for each force by which something is asked for and not described."""
    for force, title in _FORCES:
        chosen = choose_gaps(gaps, force)
        if chosen:
            yield Heading(2, title)
            yield _gap_table(title, chosen)
        elif force is Force.LAW:
            yield say(say_nothing_missing(gaps, force))
    newer = tuple(one for one in gaps if one.newer)
    if newer:
        yield Heading(2, _NEWER)
        yield say(_WHY_NEWER)
        yield _gap_table(_NEWER, newer)


def _gap_table(title: str, gaps: tuple[Gap, ...]) -> Table:
    rows = tuple((cell(one.title), _advice(one), cell(_say_law(one))) for one in gaps)
    return Table(title, ("Ikke beskrevet", "Det skal der skrives", "Bestemmelse"), rows, (4, 6, 4))


def _advice(gap: Gap) -> Cell:
    missing = "; ".join(one.words for one in gap.coverage.missing)
    return say(gap.coverage.criterion.help), say(f"Der mangler: {missing}.")


def _say_law(gap: Gap) -> str:
    reference = gap.demand.reference
    return reference.title if reference.flat else f"{reference.title} (så vidt vi kan se)"


def set_findings(assessed: Assessed) -> Iterator[Block]:
    """Yield what the check says beside the criteria, the gravest first."""
    others = [one for one in assessed.findings if one.criterion is None]
    found = [one for severity in Severity for one in others if one.severity is severity]
    if found:
        yield Heading(2, "Det skal ses efter")
        rows = tuple(
            (cell(SEVERITY_WORDS[one.severity]), _say_finding(one, assessed), cell(one.reference)) for one in found
        )
        yield Table("Det skal ses efter", ("Slags", "Hvad og hvordan", "Bestemmelse"), rows, (2, 8, 4))


def _say_finding(finding: Finding, assessed: Assessed) -> Cell:
    """Return what is found and what to do, after the requirement it stands under."""
    requirement = assessed.standard.catalogue.requirement_of_section(re.split(r"[.\[]", finding.path)[0])
    where = f"{requirement.title}: " if requirement is not None else ""
    return tuple(say(text) for text in (f"{where}{finding.message}", finding.hint) if text)


def set_remarks(assessed: Assessed) -> Iterator[Block]:
    """Yield what the municipality itself says of how it is measured: what does not concern it, and its remarks."""
    catalogue, standard = assessed.standard.catalogue, assessed.standard
    titles = {name: one.title for name, one in catalogue.criteria.items()}
    irrelevant = [
        (titles[name], coverage.evidence[-1].content)
        for name, coverage in assessed.coverage.items()
        if coverage.level is Level.IRRELEVANT
    ]
    listed = standard.value("bemærkninger")
    remarks = [
        (titles[name], one.content)
        for name, one in (listed.entries() if listed is not None else [])
        if name in titles and one.filled
    ]
    for title, pairs in (("Ikke relevant for kommunen", irrelevant), ("Kommunens bemærkninger", remarks)):
        if pairs:
            yield Heading(2, title)
            yield Bullets(tuple((Span(f"{name}: ", strong=True), *_inline(str(text))) for name, text in pairs))


def _inline(text: str) -> Iterator[Span]:
    """Yield a short text on one line."""
    for block in set_text(text):
        parts = [block.spans] if isinstance(block, Paragraph) else list(block.items)
        for part in parts:
            yield from part
            yield Span(" ")
