"""The paper for a council's agenda: what is known is filled in, what is not is a marked blank, nothing is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.council.contents import BUILDERS, Case
from kvalitet.council.gaps import find_gaps
from kvalitet.council.opening import paper_about, say_state
from kvalitet.council.parts import Part, load_parts
from kvalitet.council.values import Scribe, is_simple, title_of
from kvalitet.paper.document import Block, Document, Heading, Style, blank, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kvalitet.check import Assessed
    from kvalitet.diff import Comparison


def make_agenda_paper(assessed: Assessed, day: date, comparison: Comparison | None = None) -> Document:
    """Return the gap report of one standard as a paper for the agenda.

    ``comparison`` with the standard before it tells what changes for citizens; without one that is a blank.
    """
    case = Case(assessed, day, find_gaps(assessed), comparison)
    parts = load_parts(assessed.standard.catalogue.area)
    opening = (*say_state(assessed.standard), say(_HOW_TO, Style.NOTE))
    blocks = (*opening, *(block for part in parts for block in _part_blocks(part, case)))
    return paper_about(assessed, "Sagsfremstilling til dagsordenen", day, blocks)


_HOW_TO = (
    "Programmet har udfyldt det, der kan læses i standarden og i reglerne. Det, der står i kantede parenteser, skal "
    "et menneske skrive eller slette."
)


def _part_blocks(part: Part, case: Case) -> Iterator[Block]:
    yield Heading(1, part.title)
    if part.content:
        yield from BUILDERS[part.content](case)
    yield from _shown_blocks(part, case)
    yield from (blank(one) for one in part.blanks)


def _shown_blocks(part: Part, case: Case) -> Iterator[Block]:
    """Yield the fields of the standard that belong here: small ones in one table, large ones below."""
    standard = case.assessed.standard
    scribe = Scribe(standard.catalogue, {})
    found = [value for path in part.shows if (value := standard.value(*path.split("."))) is not None and value.filled]
    if found:
        yield say("Det står i standarden:")
    yield from scribe.set_fields(part.title, [one for one in found if is_simple(one)])
    for one in found:
        if not is_simple(one):
            yield Heading(2, title_of(one.field))
            yield from scribe.set_section(one, 3)
