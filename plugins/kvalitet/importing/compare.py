"""An edited Word file against the one that was exported: which values changed, by the bookmarks around them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from kvalitet.importing.documents.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kvalitet.importing.documents.word_marks import MarkedParagraph, Words


@dataclass(frozen=True, slots=True)
class Change:
    """One value. ``new`` is None where the bookmark is gone; ``around`` is then what stands where it was."""

    mark: str
    old: str
    new: str | None


@dataclass(frozen=True, slots=True)
class Added:
    """A paragraph that no value holds: below which heading, and its text."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What colleagues changed in a Word file."""

    changes: tuple[Change, ...]
    added: tuple[Added, ...]


def compare_marked(exported: list[MarkedParagraph], edited: list[MarkedParagraph]) -> Comparison:
    """Return what differs between a file as it was exported and as it came back."""
    whole = _find_whole(exported)
    before = _read_values(exported, whole)
    edited, added = _adopt_new(exported, edited, whole)
    after = _read_values(edited, whole)
    changes = [Change(mark, old, after.get(mark)) for mark, old in before.items() if after.get(mark) != old]
    return Comparison(tuple(changes), tuple(added))


def _find_whole(paragraphs: list[MarkedParagraph]) -> frozenset[str]:
    """Return the bookmarks that hold whole paragraphs: what is written at their edges belongs to them."""
    shared = {mark for one in paragraphs for mark in one.marks if any(words.marks != {mark} for words in one.words)}
    return frozenset(mark for one in paragraphs for mark in one.marks) - shared


def _read_values(paragraphs: list[MarkedParagraph], whole: frozenset[str]) -> dict[str, str]:
    """Return the text in each bookmark, in order: paragraphs apart, items of a list on lines of their own."""
    found: dict[str, list[tuple[bool, str]]] = {}
    for one in paragraphs:
        for mark in sorted(one.marks):
            words = one.words if mark in whole else [each for each in one.words if mark in each.marks]
            found.setdefault(mark, []).append((one.item, _write(words)))
    return {mark: _join(parts) for mark, parts in found.items()}


def _join(parts: list[tuple[bool, str]]) -> str:
    blocks = []
    for item, group in groupby(parts, key=lambda part: part[0]):
        texts = [text for _, text in group if text]
        blocks += ["\n".join(f"- {text}" for text in texts)] if item and len(parts) > 1 else texts
    return "\n\n".join(block for block in blocks if block)


def _write(words: Iterable[Words]) -> str:
    """Return words as a standard writes them: two asterisks around what is bold, one around what is in italics."""
    text = ""
    for (strong, emphasis, link), group in groupby(words, key=lambda one: (one.strong, one.emphasis, one.link)):
        inner = "".join(one.text for one in group)
        sign = "**" if strong else "*" if emphasis else ""
        bare = clean_line(inner)
        if link and bare and clean_line(link) != bare:
            sign, inner = "", inner.replace(bare, f"[{bare}]({link})")
        text += re.sub(r"^(\s*)(.*?)(\s*)$", rf"\1{sign}\2{sign}\3", inner) if bare and sign else inner
    return clean_line(text)


def _adopt_new(
    exported: list[MarkedParagraph], edited: list[MarkedParagraph], whole: frozenset[str]
) -> tuple[list[MarkedParagraph], list[Added]]:
    """Give a new paragraph to the value it stands right behind; those behind none are returned beside."""
    known = Counter(one.text for one in exported if not one.marks)
    kept: list[MarkedParagraph] = []
    added = []
    heading = ""
    for one in edited:
        heading = one.text if one.heading else heading
        if one.marks or known[one.text] > 0:
            known[one.text] -= not one.marks
            kept.append(one)
            continue
        before = kept[-1] if kept else None
        mark = next(iter(before.marks & whole), None) if before is not None and before.cell == one.cell else None
        if mark is None or before is None:
            added.append(Added(heading, one.text))
        else:
            kept.append(_marked(one, mark))
    return kept, added


def _marked(paragraph: MarkedParagraph, mark: str) -> MarkedParagraph:
    words = [type(one)(one.text, frozenset({mark}), one.strong, one.emphasis, one.link) for one in paragraph.words]
    return type(paragraph)(words, item=paragraph.item, heading=paragraph.heading, cell=paragraph.cell)
