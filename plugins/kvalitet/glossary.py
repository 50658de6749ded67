"""The glossary: what the words mean that a citizen meets on the site, in a standard or in a letter; as data."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kvalitet.catalogue import known_areas, load_catalogue
from kvalitet.catalogue.access import Reader, boolean, entries, prose, string, strings
from kvalitet.catalogue.forms import group, identifier, line, listing, text, yes_no
from kvalitet.catalogue.law import find_references
from kvalitet.catalogue.load import LAW_FOLDER, CatalogueError
from kvalitet.catalogue.verify import HEDGE, states_too_much, to_ascii

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from kvalitet.catalogue.model import LegalReference
    from kvalitet.fields import Field
    from kvalitet.findings import Place

FILE = "ordliste.yml"
# An address is no words: nothing is found in visitation@kommune.dk.
_WORD = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|[^\W_]+(?:[-'’][^\W_]+)*")
_GAP = re.compile(r"-?\s+")  # what may stand between the words of a form: 'støtte- og kontaktperson'
_FORM: dict[str, Field] = {
    "ordliste": listing(
        "ordliste",
        group(
            "",
            identifier(),
            line("ord", required=True),
            listing("former", line("")),
            text("forklaring", required=True),
            text("eksempel", required=True),
            yes_no("svært"),
            listing("henvisninger", line("")),
            listing("se", identifier("")),
        ),
        required=True,
    )
}


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One word, or words that belong together, with all other ``forms`` it is met in.

    ``hard``: explained where it first stands on a citizen's page. ``references`` carry what the explanation says of the
    law. ``see``: ids of related terms. ``id`` is its anchor on the glossary's page.
    """

    id: str
    word: str
    forms: tuple[str, ...]
    explanation: str
    example: str
    hard: bool
    references: tuple[LegalReference, ...]
    see: tuple[str, ...]
    place: Place

    @property
    def spellings(self) -> tuple[str, ...]:
        """The word and its forms."""
        return (self.word, *self.forms)


@dataclass(frozen=True, slots=True)
class Match:
    """Where in a text a term stands."""

    start: int
    end: int
    term: Term


@dataclass(frozen=True, slots=True, eq=False)
class Glossary:
    """All terms by id, in the file's order. Each is itself alone, so that what was found can be remembered by it."""

    terms: Mapping[str, Term]
    _by_first: Mapping[str, list[tuple[tuple[str, ...], Term]]] = field(repr=False)

    def find(self, text: str) -> Iterator[Match]:
        """Yield where terms stand in ``text``, in order and without overlap: whole words, capitals aside.

        Where several begin at the same word, the longest is taken. A compound is a word of its own.
        """
        words = list(_WORD.finditer(text))
        at = 0
        while at < len(words):
            for form, term in self._by_first.get(words[at][0].casefold(), ()):
                if _stands_at(form, words[at : at + len(form)], text):
                    last = words[at + len(form) - 1]
                    yield Match(words[at].start(), last.end(), term)
                    at += len(form) - 1
                    break
            at += 1


@lru_cache(maxsize=4)
def load_glossary(folder: Path = LAW_FOLDER) -> Glossary:
    """Return the glossary, empty where there is no such file. Raises ``CatalogueError`` with every fault."""
    path = folder / FILE
    if not path.is_file():
        return make_glossary(())
    reader = Reader(path, f"lovkrav/{FILE}")
    references = {
        name: one for area in known_areas(folder) for name, one in load_catalogue(area, folder).references.items()
    }
    terms = _read_terms(reader, references)
    _report_doubles(reader, terms)
    for term in terms:
        _report_faults(reader, term, {one.id for one in terms})
    if reader.findings:
        raise CatalogueError(reader.findings)
    return make_glossary(terms)


def make_glossary(terms: Iterable[Term]) -> Glossary:
    """Return the glossary of ``terms``."""
    by_first: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
    listed = {term.id: term for term in terms}
    for term in listed.values():
        for spelling in term.spellings:
            words = tuple(_WORD.findall(spelling.casefold()))
            by_first.setdefault(words[0], []).append((words, term))
    for ones in by_first.values():
        ones.sort(key=lambda one: -len(one[0]))
    return Glossary(listed, by_first)


def _stands_at(form: tuple[str, ...], words: list[re.Match[str]], text: str) -> bool:
    if tuple(word[0].casefold() for word in words) != form:
        return False
    pairs = pairwise(words)
    return all(_GAP.fullmatch(text, one.end(), other.start()) for one, other in pairs)


def _read_terms(reader: Reader, references: Mapping[str, LegalReference]) -> list[Term]:
    return [
        Term(
            id=string(values, "id"),
            word=string(values, "ord"),
            forms=strings(values, "former"),
            explanation=prose(values, "forklaring"),
            example=prose(values, "eksempel"),
            hard=boolean(values, "svært"),
            references=find_references(values, references, reader),
            see=strings(values, "se"),
            place=place,
        )
        for values, place in entries(reader.read(_FORM), "ordliste")
    ]


def _report_doubles(reader: Reader, terms: list[Term]) -> None:
    """A form under two words would be explained by chance."""
    seen: dict[str, str] = {}
    for term in terms:
        for spelling in term.spellings:
            key = spelling.casefold()
            if key in seen:
                reader.report_at(term.place, f"'{spelling}' stands under '{seen[key]}' already.", "Once is enough.")
            seen[key] = term.word


def _report_faults(reader: Reader, term: Term, known: set[str]) -> None:
    if term.id != to_ascii(term.word):
        reader.report_at(term.place, f"The id of '{term.word}' is '{term.id}'.", f"Write '{to_ascii(term.word)}'.")
    for spelling in term.spellings:
        if not _WORD.search(spelling):
            reader.report_at(term.place, f"'{spelling}' under '{term.word}' holds no word.")
    for name in term.see:
        if name not in known or name == term.id:
            reader.report_at(term.place, f"'{term.word}' sends the reader to no other word: '{name}'.")
    if states_too_much(term.explanation, term.references):
        message = f"The explanation of '{term.word}' states flatly what is not verified well enough."
        reader.report_at(term.place, message, f"Say '{HEDGE}', or find a better source.")
