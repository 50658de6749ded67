"""The whole way from a document to the file of a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kvalitet.importing.fill import Filled, fill_in
from kvalitet.importing.keeping import find_lost, list_sentences
from kvalitet.importing.known_places import match_places
from kvalitet.importing.making import make_draft
from kvalitet.importing.names import find_name
from kvalitet.importing.remaining import check_text, say_missing
from kvalitet.importing.words import load_import_words
from kvalitet.importing.write import Cover, write_draft
from kvalitet.reading.compose import read_text
from kvalitet.register import load_register
from kvalitet.standard.model import slug_of

if TYPE_CHECKING:
    from kvalitet.catalogue import Catalogue
    from kvalitet.importing.documents.model import Document
    from kvalitet.importing.draft import Draft


@dataclass(frozen=True, slots=True)
class Imported:
    """A draft as a file. ``sentences`` is how many the document has; all of them are in ``text``.

    ``rescued`` counts those that the draft had no place for at first: they are among what is left, and that there are
    any is a fault of ours.
    """

    draft: Draft
    text: str
    missing: tuple[str, ...]
    sentences: int
    rescued: int


def fill_document(document: Document, catalogue: Catalogue, text: str) -> tuple[Filled, Draft]:
    """Return ``text``, an existing standard, with what it lacks and ``document`` has. Raises ``UnfillableError``."""
    words = load_import_words(catalogue.area)
    draft = make_draft(document, catalogue, words)
    draft.doubts[:0] = document.notes
    root, _ = read_text(text.removeprefix("\ufeff"), "")
    if root is not None:
        match_places(draft, root, catalogue.fields, words.places)
    return fill_in(text, draft, catalogue.fields), draft


def import_document(document: Document, catalogue: Catalogue, cover: Cover) -> Imported:
    """Return the draft of ``document`` as a file for the municipality of ``cover``."""
    draft = make_draft(document, catalogue, load_import_words(catalogue.area))
    draft.doubts[:0] = [*_doubt_name(document, cover), *document.notes]
    text = write_draft(draft, catalogue, cover)
    lost = find_lost(document.blocks, text)
    if lost:
        draft.left.append(("", [replace(block, text=sentence, cells=()) for sentence, block in lost]))
        text = write_draft(draft, catalogue, cover)
    findings = check_text(text, catalogue.area, slug_of(cover.name), cover.day)
    missing = say_missing(findings, catalogue)
    final = write_draft(draft, catalogue, cover, missing)
    return Imported(draft, final, tuple(missing), len(list_sentences(document.blocks)), len(lost))


def _doubt_name(document: Document, cover: Cover) -> list[str]:
    """Return what is said where the document is about another municipality than the one it is read for."""
    named = None if cover.example else find_name(document.blocks, load_register())
    if named is None or named == cover.name:
        return []
    return [f"Dokumentet nævner oftest {named} Kommune. Se, om det er det rigtige dokument for {cover.name} Kommune."]
