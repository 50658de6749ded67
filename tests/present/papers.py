"""Reads leaflets as a program would: tags, text in reading order, where on the paper it stands."""

from __future__ import annotations

import io
import re
from functools import cached_property
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, NamedTuple

from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator

MILLIMETRE = 72 / 25.4
_EXPLAINED = re.compile(r'<details class="kv-ord".*?</details>', re.DOTALL)  # hard words unfold on a screen alone
_NARROW = 0.4  # no text is set narrower than so many times its size for each letter
# Links that lead on, and what is for the screen alone: there is no such thing on paper.
_NOT_ON_PAPER = frozenset({"Print", "Fortryd", "Hele din ret", "Mere i standarden", "Læs mere", "Sådan gør du"})


def squeeze(text: str) -> str:
    """Return ``text`` without white space and break marks, which a line's end may add or take."""
    return re.sub(r"[\s\u200b\u00ad]+", "", text)


class Placed(NamedTuple):
    """A piece of text: where it begins, in points from the left and from the bottom, and how large it is."""

    text: str
    x: float
    y: float
    size: float


class Paper:
    """One PDF."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.reader = PdfReader(io.BytesIO(content))
        self.root: Any = self.reader.trailer["/Root"]
        self.pages = self.reader.pages

    @cached_property
    def text(self) -> str:
        """All text in the order in which it is read."""
        return "\n".join(page.extract_text() for page in self.pages)

    @cached_property
    def tags(self) -> list[tuple[str, Any]]:
        """(kind, element) of the whole tree, parents first."""
        return list(_walk(self.root["/StructTreeRoot"]))

    @property
    def kinds(self) -> list[str]:
        """The kinds of all tags in order."""
        return [kind for kind, _ in self.tags]

    @cached_property
    def placed(self) -> list[list[Placed]]:
        """Each page's pieces of text, with where they stand."""
        return [_place_texts(page) for page in self.pages]

    @property
    def outside(self) -> list[str]:
        """The texts that begin or end off the paper, or nearer to its edge than any printer prints."""
        pages = zip(self.pages, self.placed, strict=True)
        return [one.text for page, placed in pages for one in placed if not _is_on(page, one)]


def _place_texts(page: Any) -> list[Placed]:
    found: list[Placed] = []

    def note(text: str, matrix: list[float], line: list[float], _font: object, size: float) -> None:
        x = line[4] * matrix[0] + line[5] * matrix[2] + matrix[4]
        y = line[4] * matrix[1] + line[5] * matrix[3] + matrix[5]
        if text.strip():
            found.append(Placed(text.strip(), x, y, abs(size * line[3] * matrix[3])))

    page.extract_text(visitor_text=note)
    return found


def _is_on(page: Any, one: Placed) -> bool:
    edge = 5 * MILLIMETRE
    end = one.x + _NARROW * one.size * max(len(line) for line in one.text.splitlines())
    inside = edge <= one.x and end <= float(page.mediabox.width) - edge
    return inside and edge <= one.y <= float(page.mediabox.height) - edge


def _walk(node: Any) -> Iterator[tuple[str, Any]]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            yield from _walk(one)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"]), node
        if "/K" in node:
            yield from _walk(node["/K"])


class Subjects(HTMLParser):
    """The texts of a page's subjects, in order, without what only a screen has: links, and what hard words mean."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._sections = self._folded = 0
        self._text = ""
        self.feed(_EXPLAINED.sub("", page))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._sections += tag == "section"
        self._folded += tag == "details"
        if tag not in {"strong", "em", "span", "wbr"}:
            self._flush()

    def handle_endtag(self, tag: str) -> None:
        if tag not in {"strong", "em", "span", "wbr"}:
            self._flush()
        self._sections -= tag == "section"
        self._folded -= tag == "details"

    def handle_data(self, data: str) -> None:
        if self._sections and not self._folded:
            self._text += data

    def _flush(self) -> None:
        text = " ".join(self._text.split())
        self._text = ""
        if text and text not in _NOT_ON_PAPER:
            self.texts.append(text)
