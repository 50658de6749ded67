"""How every paper about a standard opens: whose it is, what it is, and what must not be overlooked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.paper.document import Block, Document, Style, say
from kvalitet.register import load_register
from kvalitet.standard import State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kvalitet.check import Assessed
    from kvalitet.standard import Standard

_STATES = {
    State.DRAFT: "Standarden er et udkast. Den gælder ikke endnu.",
    State.HEARING: "Standarden er i høring. Den gælder ikke endnu.",
    State.REPLACED: "Standarden er afløst af en nyere.",
}


def full_name(standard: Standard) -> str:
    """Return what the municipality is called in a sentence: 'Odense Kommune', 'Københavns Kommune'."""
    known = load_register().find(standard.name) if not standard.example else None
    return known.full_name if known is not None else f"{standard.name} Kommune"


def paper_about(assessed: Assessed, kind: str, day: date, blocks: tuple[Block, ...]) -> Document:
    """Return a paper about one standard; ``kind`` tells what it is, "" for the standard itself."""
    standard = assessed.standard
    title = f"Kvalitetsstandard: {standard.catalogue.title}"
    name = full_name(standard)
    return Document(title, f"{name}. {kind}" if kind else name, name, day, blocks)


def say_state(standard: Standard) -> Iterator[Block]:
    """Yield what must not be overlooked: an invented municipality, a standard that is not in force."""
    if standard.example:
        yield say("Opfundet kommune. Her kan du ikke få hjælp.", Style.NOTICE)
    if standard.state in _STATES:
        yield say(_STATES[standard.state], Style.NOTICE)
