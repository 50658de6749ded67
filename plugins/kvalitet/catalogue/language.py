"""Words as data: what can be said better, what promises nothing, and what tells that an address is one person's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kvalitet.catalogue import forms
from kvalitet.catalogue.access import Reader, boolean, decimal, entries, parts, prose, string, strings

WORD = re.compile(r"[^\W\d_]+")
"""A word as texts are searched by."""

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kvalitet.fields.value import Value


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word or wording that can be said better. ``plain_only``: in the short texts to the citizen alone.

    The slow ``pattern`` is only tried where one of the ``words``, in lower case, stands; ``compound``: also where one
    is the last part of a longer word.
    """

    id: str
    pattern: re.Pattern[str]
    words: frozenset[str]
    compound: bool
    plain_only: bool
    message: str
    instead: str

    def find_words(self, vocabulary: frozenset[str]) -> set[str]:
        """Return the words of ``vocabulary`` for which the pattern is to be tried."""
        if self.compound:
            endings = tuple(self.words)
            return {word for word in vocabulary if word.endswith(endings)}
        return set(self.words & vocabulary)


@dataclass(frozen=True)
class Language:
    """The limits and words of plain language, all lower case. ``passives`` holds what to say instead of each."""

    most_lix: int
    fewest_lix_words: int
    most_sentence_words: int
    phrases: tuple[Phrase, ...]
    values: tuple[str, ...]
    lawful_values: tuple[str, ...]
    concrete: tuple[str, ...]
    passives: Mapping[str, str]
    titles: tuple[str, ...]

    @cached_property
    def value_words(self) -> frozenset[str]:
        """A text with none of these words has no value word."""
        return frozenset(map(longest_word, self.values))

    @cached_property
    def value_pattern(self) -> re.Pattern[str]:
        """Any word that promises nothing by itself, the law's own use of it aside."""
        return re.compile(f"(?!(?:{'|'.join(self.lawful_values)})){_any_of(self.values)}", re.IGNORECASE)

    @cached_property
    def concrete_pattern(self) -> re.Pattern[str]:
        """Anything that makes a text concrete: a figure or one of the words."""
        return re.compile(rf"\d|{_any_of(self.concrete)}", re.IGNORECASE)

    @cached_property
    def foreign_pattern(self) -> re.Pattern[str]:
        """What is somebody else's words: between quotation marks, or the rest of a clause that begins a title."""
        quoted = r"»[^«]*«|«[^»]*»|“[^”]*”|„[^“”]*[“”]|”[^”]*”|\"[^\"]*\"|(?<!\w)['‘’][^'‘’]+['’](?!\w)"
        return re.compile(rf"{quoted}|{_any_of(self.titles)}[^.!?;]*", re.IGNORECASE)

    def spans_of_others(self, text: str) -> list[tuple[int, int]]:
        """Return where somebody else's words stand in ``text``."""
        return [match.span() for match in self.foreign_pattern.finditer(text)]


@dataclass(frozen=True, slots=True)
class Privacy:
    """How an e-mail address is known to be one person's: by a first name, unless a word says it is a place's."""

    first_names: frozenset[str]
    shared_words: frozenset[str]


def read_language(reader: Reader) -> Language:
    """Return the limits and words of ``sprog.yml``."""
    values = reader.read(forms.LANGUAGE)
    limits, hollow = parts(values, "grænser"), parts(values, "værdiord")
    return Language(
        most_lix=int(decimal(limits, "lix") or 0),
        fewest_lix_words=int(decimal(limits, "lix_ord") or 0),
        most_sentence_words=int(decimal(limits, "ord_i_sætning") or 0),
        phrases=tuple(_read_phrases(reader, values)),
        values=strings(hollow, "ord"),
        lawful_values=strings(hollow, "lovens"),
        concrete=strings(hollow, "konkret"),
        passives={name: str(one.content) for name, one in parts(values, "passiver").items()},
        titles=strings(values, "titler"),
    )


def read_privacy(reader: Reader) -> Privacy:
    """Return the names and words of ``privat.yml``."""
    values = reader.read(forms.PRIVACY)
    return Privacy(frozenset(string(values, "fornavne").split()), frozenset(string(values, "fælles").split()))


def _read_phrases(reader: Reader, values: Mapping[str, Value]) -> Iterator[Phrase]:
    for one, place in entries(values, "ord"):
        spelled, written, named = strings(one, "former"), string(one, "mønster"), strings(one, "ord")
        if bool(spelled) == bool(written) or bool(written) != bool(named):
            reader.report_at(place, "A word has either 'former', or 'mønster' with 'ord'.")
            continue
        compound = boolean(one, "sammensat")
        try:
            pattern = re.compile(written or _any_of(spelled, compound=compound), re.IGNORECASE)
        except re.error as error:
            reader.report_at(place, f"'mønster' is no regular expression: {error}.")
            continue
        yield Phrase(
            id=string(one, "id"),
            pattern=pattern,
            words=frozenset(named or map(longest_word, spelled)),
            compound=compound,
            plain_only=boolean(one, "kun_pixie"),
            message=prose(one, "besked"),
            instead=prose(one, "skriv"),
        )


def longest_word(phrase: str) -> str:
    """Return the word that tells soonest that a phrase does not stand in a text."""
    words: list[str] = WORD.findall(phrase)
    return max(words, key=len)


def _any_of(words: Iterable[str], *, compound: bool = False) -> str:
    """Return a pattern for any of ``words`` by itself; ``compound``: also as the last part of a longer word."""
    ordered = sorted(words, key=len, reverse=True)
    before = r"(?<!\w)[\w-]*" if compound else r"(?<![\w-])"
    return rf"{before}(?:{'|'.join(re.escape(word) for word in ordered)})(?![\w-])"
