"""The running texts of one file, gone through once for all rules that read them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.fields import Kind
from kvalitet.findings import Place
from kvalitet.reading.lines import split_lines

if TYPE_CHECKING:
    from kvalitet.fields import Value
    from kvalitet.standard.model import Standard

_RUNNING_TEXT = frozenset({Kind.TEXT, Kind.LINE})
PLAIN_WORDS = "pixie"
"""The key of the municipality's own short words to the citizen."""


@dataclass(frozen=True, slots=True)
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

    ``folded`` is every text without capitals, to tell quickly what stands in none of them.
    """

    leaves: tuple[Value, ...]
    all: tuple[Text, ...]
    folded: str

    @property
    def plain(self) -> list[Text]:
        """The municipality's own short words to the citizen."""
        return [one for one in self.all if one.plain]


def gather_texts(standard: Standard) -> Texts:
    """Return the texts of ``standard`` in the order they stand."""
    leaves: list[Value] = []
    found: list[Text] = []
    for section, value in standard.own.items():
        for leaf in value.leaves():
            leaves.append(leaf)
            if leaf.field.kind in _RUNNING_TEXT and isinstance(leaf.content, str):
                words = " ".join(leaf.content.split())
                found.append(Text(leaf, section, words, words.casefold(), leaf.field.key == PLAIN_WORDS))
    return Texts(tuple(leaves), tuple(found), "\n".join(one.folded for one in found))


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
