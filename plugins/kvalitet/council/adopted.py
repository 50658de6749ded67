"""The standard itself as a paper to adopt: every text and every field, in the order of the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.catalogue.verify import to_ascii
from kvalitet.council.bookmarks import name_bookmarks
from kvalitet.council.gaps import order_requirements
from kvalitet.council.opening import paper_about, say_state
from kvalitet.council.values import Scribe, is_simple, title_of
from kvalitet.fields.model import GROUPS
from kvalitet.paper.document import Block, Document, Heading, Style, say
from kvalitet.present.views import view_sections

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kvalitet.check import Assessed
    from kvalitet.fields import Value
    from kvalitet.present.views import SectionView

_FIELDS_TOO = "Standarden består af tekst og af felter i tabeller. Felterne er en del af det, der vedtages."
_NOT_DESCRIBED = "Ikke beskrevet i standarden."


def make_adoption_paper(assessed: Assessed, day: date) -> Document:
    """Return the whole standard, each value marked so that an edited copy can be compared with the file."""
    standard = assessed.standard
    scribe = Scribe(standard.catalogue, name_bookmarks(standard))
    blocks = [
        *say_state(standard),
        *_document_part(assessed, scribe),
        *(block for view in _in_order(assessed) for block in _section_part(view, assessed, scribe)),
        *_remaining_part(assessed, scribe),
    ]
    return paper_about(assessed, "", day, tuple(blocks))


def _in_order(assessed: Assessed) -> list[SectionView]:
    order = [one.id for one in order_requirements(assessed)]
    return sorted(view_sections(assessed), key=lambda view: order.index(view.requirement.id))


def _section_part(view: SectionView, assessed: Assessed, scribe: Scribe) -> Iterator[Block]:
    number = f"{view.item.number}. " if view.item is not None else ""
    yield Heading(1, f"{number}{view.requirement.title}")
    if view.inherited_from:
        yield say(f"Hele eller dele af afsnittet er taget fra {view.inherited_from}.", Style.NOTE)
    values = [row.value for row in view.rows]
    for value in values:
        own = to_ascii(value.path) == view.requirement.id and (value.field.kind in GROUPS or len(values) == 1)
        if not own:
            yield Heading(2, title_of(value.field))
        yield from scribe.set_section(value, 2 if own else 3)
    if view.covered_by is not None:
        key = view.covered_by.path.partition(".")[0].partition("[")[0]
        title = title_of(assessed.standard.catalogue.fields[key])
        yield say(f"Det er beskrevet sammen med afsnittet '{title}'.")
    elif not values:
        yield say(_NOT_DESCRIBED, Style.NOTE)


def _document_part(assessed: Assessed, scribe: Scribe) -> Iterator[Block]:
    yield Heading(1, "Om standarden")
    yield say(_FIELDS_TOO)
    yield from scribe.set_fields("Om standarden", (one for one in _document_values(assessed) if is_simple(one)))


def _remaining_part(assessed: Assessed, scribe: Scribe) -> Iterator[Block]:
    """What the file says beside the standard itself: where sections come from, remarks, exceptions."""
    values = [one for one in _document_values(assessed) if not is_simple(one)]
    if values:
        yield Heading(1, "Oplysninger ved siden af standarden")
    for value in values:
        yield Heading(2, title_of(value.field))
        yield from scribe.set_section(value, 3)


def _document_values(assessed: Assessed) -> Iterator[Value]:
    """Yield what the standard says of itself, in the catalogue's order."""
    standard = assessed.standard
    owned = {key for one in standard.catalogue.requirements.values() for key in one.sections}
    for key, known in standard.catalogue.fields.items():
        value = standard.values.get(key)
        if key not in owned and not known.technical and value is not None and value.filled:
            yield value
