"""The running texts of one file, gone through once for all rules that read them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from kvalitet.catalogue.language import WORD
from kvalitet.fields import Kind
from kvalitet.findings import Place
from kvalitet.reading.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kvalitet.fields import Value
    from kvalitet.standard.model import Standard

_RUNNING_TEXT = frozenset({Kind.TEXT, Kind.LINE})
PLAIN_WORDS = "pixie"
"""The key of the municipality's own short words to the citizen."""


@dataclass(slots=True)  # not frozen: there are thousands, and making a frozen one takes three times as long
class Text:
    """One text. ``words`` is what it says with single spaces, ``folded`` the same without capitals."""

    value: Value
    section: str
    words: str
    folded: str
    plain: bool

    def place(self, source: str, start: int, stop: int) -> Place:
        """Return where the characters from ``start`` up to ``stop`` of ``words`` stand in the file ``source``."""
        wanted = self.words[start:stop]
        return find_words(source, self.value.place, wanted, self.words.count(wanted, 0, start))


@dataclass(frozen=True, slots=True)
class Texts:
    """All that a file says itself: ``leaves``, and those of them that are running text, ``all``.

    ``plain`` are the municipality's own short words to the citizen. ``folded`` is all text without capitals in one
    piece, and ``starts`` says where in it each of ``all`` begins; ``vocabulary`` are its words, to tell quickly what
    stands nowhere.
    """

    leaves: tuple[Value, ...]
    all: tuple[Text, ...]
    plain: tuple[Text, ...]
    folded: str
    starts: tuple[int, ...]
    vocabulary: frozenset[str]

    def holding(self, words: Iterable[str]) -> list[Text]:
        """Return the texts that hold one of ``words`` (in lower case), also within a longer word, in their order."""
        found: set[int] = set()
        for word in words:
            at = self.folded.find(word)
            while at >= 0:
                number = bisect_right(self.starts, at) - 1
                found.add(number)
                at = self.folded.find(word, self.starts[number + 1]) if number + 1 < len(self.starts) else -1
        return [self.all[number] for number in sorted(found)]


def gather_texts(standard: Standard) -> Texts:
    """Return the texts of ``standard`` in the order they stand."""
    leaves: list[Value] = []
    found: list[Text] = []
    for section, value in standard.own.items():
        first = len(leaves)
        _gather_leaves(value, leaves)
        for leaf in leaves[first:]:
            if leaf.field.kind in _RUNNING_TEXT and isinstance(leaf.content, str):
                words = " ".join(leaf.content.split())
                found.append(Text(leaf, section, words, words.casefold(), leaf.field.key == PLAIN_WORDS))
    starts = accumulate((len(one.folded) + 1 for one in found), initial=0)
    plain = tuple(one for one in found if one.plain)
    folded = "\n".join(one.folded for one in found)
    return Texts(tuple(leaves), tuple(found), plain, folded, tuple(starts)[:-1], _words_of(folded))


def _words_of(folded: str) -> frozenset[str]:
    """Return the words of a text. It is cut at blanks first: most words stand in it many times."""
    return frozenset(word for piece in set(folded.split()) for word in WORD.findall(piece))


def _gather_leaves(value: Value, leaves: list[Value]) -> None:
    content = value.content
    if isinstance(content, dict):
        for one in content.values():
            _gather_leaves(one, leaves)
    elif isinstance(content, list):
        for one in content:
            _gather_leaves(one, leaves)
    else:
        leaves.append(value)


def find_words(source: str, at: Place, wanted: str, number: int = 0) -> Place:
    """Return where ``wanted`` stands for the ``number``-th time (from 0) in what is marked ``at`` in ``source``.

    Line breaks and indentation may stand between its words; where it cannot be found, ``at`` is as near as can be told.
    """
    if at.end is None or not wanted:
        return at
    lines = list(split_lines(source)[at.line - 1 : at.end[0]])
    if at.end[0] - at.line < len(lines):
        lines[-1] = lines[-1][: at.end[1] - 1]
    text = "\n".join(lines)
    pattern = re.compile(r"\s+".join(re.escape(word) for word in wanted.split()))
    matches = list(pattern.finditer(text, at.column - 1))
    if number >= len(matches):
        return at
    begin, stop = (_position(text, offset, at.line) for offset in matches[number].span())
    return Place(at.file, *begin, stop)


def _position(text: str, offset: int, first: int) -> tuple[int, int]:
    line = text.count("\n", 0, offset)
    return first + line, offset - (text.rfind("\n", 0, offset) + 1) + 1
