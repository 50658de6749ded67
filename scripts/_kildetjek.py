"""What the checks against the source texts share: reading by line, finding numbers, finding copied words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

LONGEST_QUOTE = 8
"""So many words in a row may be the source's own; more is a sentence of somebody else's."""

_NUMBER = re.compile(r"\d+(?:\.\d{3})*(?!\d)")
_WORD = re.compile(r"[^\W_]+")
_NUMERALS = {
    "en": 1,
    "et": 1,
    "én": 1,
    "to": 2,
    "tre": 3,
    "fire": 4,
    "fem": 5,
    "seks": 6,
    "syv": 7,
    "otte": 8,
    "ni": 9,
    "ti": 10,
    "elleve": 11,
    "tolv": 12,
}


@dataclass(frozen=True)
class Outcome:
    """What one check found. ``compared``: how many figures or texts were looked up; ``faults``: what did not fit."""

    title: str
    compared: int
    faults: tuple[str, ...]
    notes: tuple[str, ...] = ()


def read_source(folder: Path, name: str) -> list[str]:
    """Return the lines of the source text called ``name``; the first is line 1 and so at index 0."""
    path = folder / f"{name}.txt"
    if not path.is_file():
        raise FileNotFoundError(f"the source text {path.name} is not in {folder}")
    return path.read_text(encoding="utf-8").split("\n")


def numbers_on(line: str) -> set[str]:
    """Return the numbers of a line as printed, those written as words among them ('fire' is '4')."""
    words = (word.lower() for word in _WORD.findall(line))
    return {*_NUMBER.findall(line), *(str(_NUMERALS[word]) for word in words if word in _NUMERALS)}


def split_words(text: str) -> list[str]:
    """Return the words of a text in lower case; a word that a line break divides is one word."""
    return [word.lower() for word in _WORD.findall(re.sub(r"(\w)-\s*\n\s*(?=[a-zæøå])", r"\1", text))]


def find_copied(texts: Iterable[str], source: Sequence[str]) -> Iterator[str]:
    """Yield the first run of each text that stands in ``source`` and is longer than may be quoted."""
    length = LONGEST_QUOTE + 1
    words = split_words("\n".join(source))
    known = {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}
    for text in texts:
        own = split_words(text)
        runs = (tuple(own[at : at + length]) for at in range(len(own) - length + 1))
        copied = next((run for run in runs if run in known), None)
        if copied is not None:
            yield " ".join(copied)


def all_texts(tree: Any) -> Iterator[str]:  # noqa: ANN401 - whatever a YAML file holds
    """Yield every text in a tree of lists and mappings."""
    if isinstance(tree, dict):
        for one in tree.values():
            yield from all_texts(one)
    elif isinstance(tree, list):
        for one in tree:
            yield from all_texts(one)
    elif isinstance(tree, str):
        yield tree
