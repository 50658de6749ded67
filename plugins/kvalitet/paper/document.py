"""A paper as frozen records: what is said, in which order. How it looks is the writers' business.

Every text is cleaned where it enters, so no writer meets a character that its format forbids or that would turn the
line around.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

# What XML forbids (control characters, lone surrogates, U+FFFE/U+FFFF), and what turns the reading direction.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def clean_text(text: str) -> str:
    """Return ``text`` on one line, with ``�`` for each character that cannot be shown as itself."""
    return _UNFIT.sub("\ufffd", re.sub(r"[ \t\r\n\u2028\u2029]+", " ", text))


class Style(StrEnum):
    """What a paragraph is for."""

    BODY = "body"
    LEAD = "lead"  # says what the blocks below it are about, where a heading would be too much
    NOTE = "note"  # small print: where something comes from
    NOTICE = "notice"  # must not be overlooked
    BLANK = "blank"  # to be filled in by a person


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of running text. ``mark`` names it, so that it can be found again in an edited Word file."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    mark: str = ""

    def __post_init__(self) -> None:
        """Clean the text."""
        object.__setattr__(self, "text", clean_text(self.text))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the paper's title. ``level`` 1 is a part; no level is skipped on the way down."""

    level: int
    text: str

    def __post_init__(self) -> None:
        """Clean the text."""
        object.__setattr__(self, "text", clean_text(self.text).strip())


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    spans: tuple[Span, ...]
    style: Style = Style.BODY


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, each item one line of spans."""

    items: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """Blocks that are one value of the standard: ``name`` marks them from the first to the last."""

    name: str
    blocks: tuple[Paragraph | Bullets, ...]


Cell = tuple[Paragraph | Bullets | Marked, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. ``title`` tells a screen reader what it holds; ``widths`` are the columns' shares of the width.

    The first row is the head; the first cell of each row below tells what the row is about.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]

    def __post_init__(self) -> None:
        """Hold every row to the head's number of columns."""
        if {len(self.head)} != {len(self.widths), *map(len, self.rows)}:
            raise ValueError(self.title)
        object.__setattr__(self, "title", clean_text(self.title))
        object.__setattr__(self, "head", tuple(clean_text(one) for one in self.head))


Block = Heading | Paragraph | Bullets | Marked | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper of one ``day``. ``author`` is who it speaks for; ``subtitle`` stands below the title."""

    title: str
    subtitle: str
    author: str
    day: date
    blocks: tuple[Block, ...]

    def __post_init__(self) -> None:
        """Clean the texts, and hold the headings to levels that are not skipped."""
        for name in ("title", "subtitle", "author"):
            object.__setattr__(self, name, clean_text(getattr(self, name)).strip())
        above = 0
        for heading in self.headings():
            if not 1 <= heading.level <= above + 1:
                raise ValueError(heading.text)
            above = heading.level

    def headings(self) -> Iterator[Heading]:
        """Yield the headings in order."""
        return (block for block in self.blocks if isinstance(block, Heading))


def say(text: str, style: Style = Style.BODY) -> Paragraph:
    """Return a paragraph of plain words."""
    return Paragraph((Span(text),), style)


def blank(what: str) -> Paragraph:
    """Return a marked blank: only a person can know ``what``."""
    return say(f"[Skriv her: {what}]", Style.BLANK)


def cell(text: str) -> Cell:
    """Return a cell of plain words."""
    return (say(text),)
