"""Other words a reader may search by: forms, compounds and synonyms of the words on our pages, as data.

The glossary's forms are among them; they stand there alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kvalitet.catalogue import known_areas
from kvalitet.catalogue.access import Reader, entries, string, strings
from kvalitet.catalogue.forms import group, line, listing
from kvalitet.catalogue.load import LAW_FOLDER, CatalogueError
from kvalitet.glossary import load_glossary

if TYPE_CHECKING:
    from pathlib import Path

    from kvalitet.fields import Field
    from kvalitet.findings import Finding, Place

_FILE = "ordformer.yml"
_WORD = r"[0-9a-zæøåéü]+|§"
_word = line("", pattern=_WORD)
_LISTS = ("former", "sammensat", "andre_ord")
_FORM: dict[str, Field] = {
    one.key: one
    for one in (
        listing(
            "ordformer",
            group("", line("ord", required=True, pattern=_WORD), *(listing(name, _word) for name in _LISTS)),
            required=True,
        ),
        listing("småord", _word),
    )
}


@dataclass(slots=True)
class WordForms:
    """``instead``: what to search for in place of a word: alternatives, each of words that all have to be found.

    ``small``: words that tell nothing about what is looked for.
    """

    instead: dict[str, list[list[str]]] = field(default_factory=dict)
    small: set[str] = field(default_factory=set)

    def for_browser(self) -> dict[str, object]:
        """Return it as the search in the browser reads it, in a stable order."""
        return {"i_stedet": dict(sorted(self.instead.items())), "småord": sorted(self.small)}


def load_word_forms(folder: Path = LAW_FOLDER) -> WordForms:
    """Return the word forms of all areas and the glossary's; an area without the file has none of its own.

    Raises ``CatalogueError`` with every fault.
    """
    made = WordForms()
    explained = _read_glossary(folder, made)
    findings: list[Finding] = []
    for area in known_areas(folder):
        path = folder / area / _FILE
        if path.is_file():
            reader = Reader(path, f"lovkrav/{area}/{_FILE}")
            _read_area(reader, made, explained)
            findings += reader.findings
    if findings:
        raise CatalogueError(findings)
    return made


def _read_glossary(folder: Path, made: WordForms) -> set[tuple[str, str]]:
    """Add the glossary's forms of one word each, and return each with the word it is a form of."""
    pairs = set()
    for term in load_glossary(folder).terms.values():
        for form in term.forms:
            pair = (form.lower(), term.word.lower())
            if all(re.fullmatch(_WORD, one) for one in pair):
                pairs.add(pair)
                _add(made, pair[0], [pair[1]])
    return pairs


def _read_area(reader: Reader, made: WordForms, explained: set[tuple[str, str]]) -> None:
    values = reader.read(_FORM)
    made.small.update(strings(values, "småord"))
    seen: set[str] = set()
    parts: dict[str, list[str]] = {}
    for one, place in entries(values, "ordformer"):
        term = string(one, "ord")
        if term in seen:
            reader.report_at(place, f"The word '{term}' stands twice.", "Write all its forms in one place.")
        seen.add(term)
        _report_doubles(reader, place, term, [word for name in _LISTS for word in strings(one, name)])
        for word in (word for name in _LISTS for word in strings(one, name)):
            if (word, term) in explained:
                reader.report_at(place, f"'{word}' stands in the glossary as a form of '{term}'.", "Once is enough.")
        for word in (*strings(one, "former"), *strings(one, "andre_ord")):
            _add(made, word, [term])
        for word in strings(one, "sammensat"):
            parts.setdefault(word, []).append(term)
    for word, terms in parts.items():
        _add(made, word, terms)


def _report_doubles(reader: Reader, place: Place, term: str, words: list[str]) -> None:
    doubles = sorted({word for word in words if word == term or words.count(word) > 1})
    for word in doubles:
        reader.report_at(place, f"'{word}' stands twice under '{term}'.", "Once is enough.")


def _add(made: WordForms, word: str, terms: list[str]) -> None:
    alternatives = made.instead.setdefault(word, [])
    if terms not in alternatives:
        alternatives.append(terms)
