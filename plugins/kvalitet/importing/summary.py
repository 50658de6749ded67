"""What an officer is told in the terminal when a document was imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.importing.words import Sureness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.importing.draft import Draft, Landing
    from kvalitet.importing.fill import Filled
    from kvalitet.importing.importer import Imported

_TITLE = 46
_PLACE = 34


def tell_import(imported: Imported) -> Iterator[str]:
    """Yield the lines: what was read, where it went, what is unsure, and what is missing."""
    draft = imported.draft
    yield f"Dokumentet har {imported.sentences} sætninger og overskrifter. De er alle med i filen."
    if draft.landings:
        yield ""
        yield f"{'Afsnit i dokumentet':<{_TITLE}}  {'Plads i standarden':<{_PLACE}}  Hvor sikkert"
        for landing in draft.landings:
            yield _tell_landing(landing)
    yield ""
    counts = [f"{draft.filled[one]} {_COUNTED[one]}" for one in Sureness if draft.filled[one]]
    yield f"Udfyldte felter: {', '.join(counts) if counts else 'ingen'}."
    if draft.doubts:
        yield from ("", "Det her skal I selv afgøre:", *(f"- {one}" for one in draft.doubts))
    if draft.left:
        count = sum(len(blocks) for _, blocks in draft.left)
        yield from ("", f"Uden plads: {count} {'stykke' if count == 1 else 'stykker'} tekst. De står nederst i filen.")
    if imported.missing:
        yield from ("", "Loven kræver også det her beskrevet, og det fandt vi ikke:")
        yield from (f"- {one}" for one in imported.missing)


def tell_fill(filled: Filled, draft: Draft) -> Iterator[str]:
    """Yield the lines: what an existing file got, what it kept, and what of the document has no place in it."""
    if filled.added:
        yield from (f"Føjet til ({len(filled.added)}):", *(f"- {one}" for one in filled.added))
    else:
        yield "Der er ikke noget at føje til."
    if filled.kept:
        yield from ("", "Her står der allerede noget. Det er ikke rørt:", *(f"- {one}" for one in filled.kept))
    if draft.doubts:
        yield from ("", "Det her skal I selv afgøre:", *(f"- {one}" for one in draft.doubts))
    if draft.left:
        yield from ("", "Det her fandt vi ikke en plads til. Det er ikke kommet med i filen:")
        yield from (f"- {' '.join(block.text.split())}" for _, blocks in draft.left for block in blocks)


_COUNTED = {Sureness.CERTAIN: "sikre", Sureness.LIKELY: "sandsynlige", Sureness.GUESS: "gæt"}


def _tell_landing(landing: Landing) -> str:
    place = landing.path or "(ingen plads: står nederst)"
    if landing.covers:
        place += f" (dækker {', '.join(landing.covers)})"
    sureness = landing.sureness if landing.path else ""
    return f"{_cut(landing.title, _TITLE):<{_TITLE}}  {place:<{_PLACE}}  {sureness}".rstrip()


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"
