"""Builds the blocks of a web page while its elements are opened and closed, with a stack of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from kvalitet.importing.documents.clean import clean_text
from kvalitet.importing.documents.model import Block, BlockKind, Origin

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEFT_OUT = frozenset(
    {"script", "style", "template", "svg", "iframe", "object", "canvas", "audio", "video", "datalist"}
)
_FRAMES = frozenset({"nav", "title", "noscript", "select", "dialog", "button"})
_FRAME_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "button"})
_OUTER = frozenset({"header", "footer"})  # of the page; inside the main part they belong to the text
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
    }
    | {"input", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt"}
    | {"u", "var", "wbr"}
)
_BOLD = frozenset({"b", "strong", "th", "dt"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_OPENERS = ("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle")


class _Role(Enum):
    """What an open element is for the reading."""

    TEXT = auto()
    LEFT_OUT = auto()
    FRAME = auto()
    FOLD = auto()  # what unfolds a part of the page: a heading
    MAIN = auto()


@dataclass(slots=True)
class _Row:
    """A row of a table that is being read: its cells so far, and the blocks it stands among."""

    outer: list[Block]
    cells: list[tuple[Block, ...]] = field(default_factory=list)


class Builder:
    """Takes the elements of a page in order. Where ``main`` is known, all outside of it is the page's frame."""

    def __init__(self, main: HtmlElement | None) -> None:
        self.blocks: list[Block] = []
        self._main = main
        self._runs: list[tuple[str, bool]] = []
        self._jumped = 0  # the letters of the block that are links to a place on this page
        self._count = 0
        self._roles: list[_Role] = []
        self._heading = 0  # the level of the heading that is open, 0 where none is
        self._beneath = 0  # the level of the latest heading proper: what is unfolded lies below it
        self._depth = dict.fromkeys(("left out", "frame", "bold", "item", "jump"), 0)
        self._depth["outside"] = int(main is not None)
        self._rows: list[_Row] = []

    def open(self, element: HtmlElement) -> None:
        """Begin ``element`` and read the text before its first child."""
        tag = _tag(element)
        role = self._role_of(element, tag)
        self._roles.append(role)
        if tag not in _INLINE and role is not _Role.LEFT_OUT:
            self._flush()
        self._count_in(element, tag, role, 1)
        if tag in _HEADINGS or role is _Role.FOLD:
            self._heading = _HEADINGS.get(tag, self._beneath + 1)
            self._beneath = _HEADINGS.get(tag, self._beneath)
        elif tag == "br":
            self._runs.append(("\n", False))
        elif tag == "tr":
            self._rows.append(_Row(self.blocks))
            self.blocks = []
        self._read(element.text)

    def close(self, element: HtmlElement) -> None:
        """End ``element`` and read the text behind it."""
        tag = _tag(element)
        role = self._roles.pop()
        if tag not in _INLINE and role is not _Role.LEFT_OUT:
            self._flush()
        self._count_in(element, tag, role, -1)
        if tag in _HEADINGS or role is _Role.FOLD:
            self._heading = 0
        elif tag in {"td", "th"} and self._rows and self.blocks:
            self._rows[-1].cells.append(tuple(self.blocks))
            self.blocks = []
        elif tag == "tr" and self._rows:
            self._end_row(self._rows.pop())
        self._read(element.tail)

    def _role_of(self, element: HtmlElement, tag: str) -> _Role:
        if element is self._main:
            return _Role.MAIN
        if tag in _LEFT_OUT:
            return _Role.LEFT_OUT
        if self._heading:
            return _Role.TEXT  # a button inside a heading is the heading's text
        if tag == "summary" or (tag == "button" and any(element.get(name) is not None for name in _OPENERS)):
            return _Role.FOLD
        outer = tag in _OUTER and _Role.MAIN not in self._roles
        return _Role.FRAME if tag in _FRAMES or outer or element.get("role") in _FRAME_ROLES else _Role.TEXT

    def _count_in(self, element: HtmlElement, tag: str, role: _Role, step: int) -> None:
        depth = self._depth
        depth["left out"] += step * (role is _Role.LEFT_OUT)
        depth["frame"] += step * (role is _Role.FRAME)
        depth["outside"] -= step * (role is _Role.MAIN)
        depth["bold"] += step * (tag in _BOLD)
        depth["item"] += step * (tag == "li")
        depth["jump"] += step * (tag == "a" and (element.get("href") or "").startswith("#"))

    def _end_row(self, row: _Row) -> None:
        cells = [cell for cell in [*row.cells, tuple(self.blocks)] if cell]
        self.blocks = row.outer
        if len(cells) == 1:
            self.blocks.extend(cells[0])
        elif cells:
            text = "\n".join(block.text for cell in cells for block in cell)
            framed = all(block.kind is BlockKind.FRAME for cell in cells for block in cell)
            kind = BlockKind.FRAME if framed else BlockKind.ROW
            self.blocks.append(Block(kind, text, cells[0][0].origin, cells=() if framed else tuple(cells)))

    def _read(self, text: str | None) -> None:
        if text and not self._depth["left out"]:
            single = " ".join(f".{text}.".split())[1:-1]  # a line break in the source is a space
            self._runs.append((single, self._depth["bold"] > 0))
            self._jumped += len(text.strip()) if self._depth["jump"] else 0

    def _flush(self) -> None:
        """Make a block of what was read."""
        text = clean_text("".join(run for run, _ in self._runs))
        lead = clean_text("".join(_lead(self._runs)))
        only_jumps = self._jumped >= len(text)
        self._runs, self._jumped = [], 0
        if not text:
            return
        self._count += 1
        origin = Origin("afsnit", self._count, self._count)
        kind = BlockKind.ITEM if self._depth["item"] else BlockKind.TEXT
        if self._depth["frame"] or self._depth["outside"] or (only_jumps and kind is BlockKind.ITEM):
            kind = BlockKind.FRAME
        elif self._heading:
            kind, text = BlockKind.HEADING, text.replace("\n", " ")
        self.blocks.append(
            Block(kind, text, origin, level=self._heading if kind is BlockKind.HEADING else 0, lead=lead)
        )

    def finish(self) -> list[Block]:
        """Return the blocks, what is still open included."""
        self._flush()
        return self.blocks


def _tag(element: HtmlElement) -> str:
    return element.tag if isinstance(element.tag, str) else ""


def _lead(runs: list[tuple[str, bool]]) -> list[str]:
    found = []
    for text, bold in runs:
        if text.strip() and not bold:
            break
        found.append(text)
    return found
