"""What an officer is told in the terminal when a document was imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.importing.differences import list_differences
from kvalitet.importing.draft import say_path
from kvalitet.importing.words import Sureness
from kvalitet.present.words import capitalize_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.importing.draft import Draft, Landing
    from kvalitet.importing.fill import Filled
    from kvalitet.importing.importer import Imported
    from kvalitet.importing.returned import ChangedValue, Returned

_TITLE = 40
_PLACE = 30
_SHORT = 60  # characters of a value that is shown whole


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
    counts = [f"{len(draft.filled[one])} {_COUNTED[one]}" for one in Sureness if draft.filled[one]]
    yield f"Udfyldte felter: {', '.join(counts) if counts else 'ingen'}."
    yield from _tell_unsure(draft)
    if draft.doubts:
        yield from ("", "Det her skal I selv afgøre:", *(f"- {one}" for one in draft.doubts))
    if draft.left:
        count = sum(len(blocks) for _, blocks in draft.left)
        pieces = "1 stykke tekst. Det" if count == 1 else f"{count} stykker tekst. De"
        yield from ("", f"Uden plads: {pieces} står nederst i filen.")
    if imported.missing:
        yield from ("", "Loven kræver også det her beskrevet, og det fandt vi ikke:")
        yield from (f"- {one}" for one in imported.missing)


def _tell_unsure(draft: Draft) -> Iterator[str]:
    """Yield the values, texts aside, that are not sure."""
    told = [(one, path, draft.get(path)) for one in (Sureness.GUESS, Sureness.LIKELY) for path in draft.filled[one]]
    short = [(sure, path, value) for sure, path, value in told if isinstance(value, str) and len(value) <= _SHORT]
    if short:
        yield from ("", "Se efter, om det her passer:")
        yield from (f"- {say_path(path)}: {value} ({sure})" for sure, path, value in short)


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


def tell_returned(returned: Returned, file: str) -> Iterator[str]:
    """Yield the lines: each value that colleagues changed, what went and came, and the lines to put in."""
    if not returned.changes and not returned.added:
        yield f"Intet er ændret i forhold til {file}."
        return
    yield f"Ændringer i forhold til {file}: {len(returned.changes)}."
    section = ""
    for one in returned.changes:
        if one.section != section:
            section = one.section
            yield from ("", section)
        yield from _tell_change(one, file)
    if returned.added:
        yield from ("", "Ny tekst, der ikke står i et felt. Sæt den ind, hvor den hører til:")
        for each in returned.added:
            yield f"- under »{each.heading}«: {each.text}" if each.heading else f"- {each.text}"


def _tell_change(one: ChangedValue, file: str) -> Iterator[str]:
    yield f"  {capitalize_first(one.title)}: {one.path}, linje {one.line}" + (
        f" i {one.file} (arvet)" if one.file != file else ""
    )
    if one.new is None:
        yield "    Feltet kan ikke findes igen: det er slettet eller skrevet helt om. Se selv efter i dokumentet."
        return
    if not one.new:
        yield from (f"    - {one.old}", "    Feltet er tømt. Slet det i filen, hvis det er meningen.")
        return
    for sign, sentence in list_differences(one.old, one.new):
        yield f"    {sign} {sentence}"
    if one.yaml:
        yield "    Sæt ind i stedet:"
        yield from (f"      {line}" if line else "" for line in one.yaml)
    else:
        yield "    Det, der står nu, har ikke den form, feltet skal have. Skriv det selv i filen."


_COUNTED = {Sureness.CERTAIN: "sikre", Sureness.LIKELY: "sandsynlige", Sureness.GUESS: "gæt"}


def _tell_landing(landing: Landing) -> str:
    place = landing.path or "(ingen plads: står nederst)"
    if landing.covers:
        place += f" (dækker {', '.join(landing.covers)})"
    sureness = landing.sureness if landing.path else ""
    return f"{_cut(landing.title, _TITLE):<{_TITLE}}  {place:<{_PLACE}}  {sureness}".rstrip()


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"
