"""What a text proves: dates, limits, amounts and choices, by the patterns of ``indlaesning.yml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.fields.model import COLLECTIONS, GROUPS, Field, Kind
from kvalitet.importing.composing import flatten
from kvalitet.importing.tokens import expand, write_value
from kvalitet.importing.words import VALUE, Sureness, ValueRule
from kvalitet.readability import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kvalitet.catalogue import Catalogue
    from kvalitet.importing.documents.model import Block

_ORDER = {Sureness.CERTAIN: 0, Sureness.LIKELY: 1, Sureness.GUESS: 2}
_QUOTE = 160
Reading = tuple[tuple[str, str], ...]  # (field of a group or "", value), in a stable order


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to search, and the block it stands in."""

    text: str
    block: Block


@dataclass(frozen=True, slots=True)
class Proof:
    """One value that a passage proves: how sure, and the words that carry it."""

    reading: Reading
    sureness: Sureness
    quote: str
    block: Block


def passages_of(blocks: Iterable[Block]) -> list[Passage]:
    """Return the text of each block."""
    return [Passage(flatten(block), block) for block in blocks]


class ValueFinder:
    """Applies the rules of one area. ``places`` are the keys of the places a document names, by their names."""

    def __init__(self, catalogue: Catalogue, places: Mapping[str, str]) -> None:
        self._catalogue = catalogue
        self._places = places
        self._patterns: dict[int, re.Pattern[str]] = {}

    def find(self, rule: ValueRule, passages: Iterable[Passage]) -> list[Proof]:
        """Return what ``rule`` proves in ``passages``, one proof per place."""
        pattern = self._pattern_of(rule)
        proofs = []
        for passage in passages:
            for match in pattern.finditer(passage.text):
                reading = self._read(rule, match)
                if reading:
                    quote = _quote(passage.text, match.start(), match.end())
                    proofs.append(Proof(reading, rule.sureness, quote, passage.block))
        return proofs

    def read_text(self, rule: ValueRule, text: str) -> list[Reading]:
        """Return what ``rule`` reads in ``text``."""
        matches = self._pattern_of(rule).finditer(" ".join(text.split()))
        return [reading for match in matches if (reading := self._read(rule, match))]

    def _pattern_of(self, rule: ValueRule) -> re.Pattern[str]:
        if id(rule) not in self._patterns:
            expression = expand(rule.pattern, rule.field, self._catalogue, self._places)
            self._patterns[id(rule)] = re.compile(expression, re.IGNORECASE)
        return self._patterns[id(rule)]

    def _read(self, rule: ValueRule, match: re.Match[str]) -> Reading:
        if rule.value:
            return (("", rule.value),)
        found = []
        for name, text in match.groupdict().items():
            field = _field_of(rule.field, name)
            written = write_value(field, text, self._catalogue, self._places) if field is not None and text else None
            if written is None and (text or name == VALUE):
                return ()  # half of a reading is none
            if written is not None:
                found.append(("" if name == VALUE else name, written))
        return tuple(sorted(found))


def _field_of(field: Field, name: str) -> Field | None:
    """Return the field that the capture ``name`` fills: the field itself, its entries, or one of its group."""
    if name != VALUE:
        return field.child(name) if field.kind in GROUPS else None
    return field.item if field.kind in COLLECTIONS and field.item is not None else field


def settle(proofs: Sequence[Proof], field: Field) -> tuple[list[Proof], list[Proof]]:
    """Return the proofs to use and those that contradict each other.

    A list takes every value once; anything else takes its value where all proofs agree.
    """
    by_reading: dict[Reading, Proof] = {}
    for proof in proofs:
        best = by_reading.get(proof.reading)
        if best is None or _ORDER[proof.sureness] < _ORDER[best.sureness]:
            by_reading[proof.reading] = proof
    found = list(by_reading.values())
    if field.kind is Kind.LIST:
        return found, []
    fullest = _drop_parts(found)
    return (fullest, []) if len(fullest) <= 1 else ([], fullest)


def _drop_parts(proofs: list[Proof]) -> list[Proof]:
    """Leave out a reading that another one holds as a part: who approved, and who approved when."""
    return [
        one for one in proofs if not any(other is not one and set(one.reading) < set(other.reading) for other in proofs)
    ]


def _quote(text: str, start: int, end: int) -> str:
    """Return the sentence of ``text`` from ``start`` to ``end``, shortened; more than one where the words need it."""
    at = 0
    for sentence in split_sentences(text):
        found = text.find(sentence, at)
        if found <= start and end <= found + len(sentence):
            return shorten_quote(sentence, start - found)
        at = max(found, at)
    return shorten_quote(text, start)


def shorten_quote(text: str, around: int = 0) -> str:
    """Return ``text`` between quotation marks, cut to the words around the place ``around``."""
    if len(text) <= _QUOTE:
        return f"»{text}«"
    start = max(0, min(around - _QUOTE // 3, len(text) - _QUOTE))
    if start:
        start = text.find(" ", start) + 1
    end = text.rfind(" ", start, start + _QUOTE)
    cut = text[start : end if end > start and start + _QUOTE < len(text) else len(text)]
    return f"»{'… ' if start else ''}{cut}{' …' if start + len(cut) < len(text) else ''}«"
