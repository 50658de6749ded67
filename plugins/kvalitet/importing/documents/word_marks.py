"""A Word file by its bookmarks: which words stand in which, with the paragraphs as they are."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn

from kvalitet.importing.documents.clean import clean_line
from kvalitet.importing.documents.word_styles import Styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from lxml.etree import _Element

_SKIPPED = frozenset(qn(name) for name in ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:instrText", "w:delText"))
_START, _END = qn("w:bookmarkStart"), qn("w:bookmarkEnd")
_RUN, _TEXT, _LINK = qn("w:r"), qn("w:t"), qn("w:hyperlink")
_SPACES = frozenset({qn("w:tab"), qn("w:br"), qn("w:cr")})
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one form: ``marks`` are the bookmarks around them, ``link`` is where they lead."""

    text: str
    marks: frozenset[str]
    strong: bool = False
    emphasis: bool = False
    link: str = ""


@dataclass(slots=True)
class MarkedParagraph:
    """A paragraph. ``cell`` tells paragraphs of one table cell from those of another; 0 is outside of tables."""

    words: list[Words] = field(default_factory=list)
    item: bool = False
    heading: bool = False
    cell: int = 0

    @property
    def marks(self) -> frozenset[str]:
        """All bookmarks that hold some of the paragraph."""
        return frozenset().union(*(one.marks for one in self.words))

    @property
    def text(self) -> str:
        """The words without their form."""
        return clean_line("".join(one.text for one in self.words))


def read_marked(data: bytes, prefix: str) -> list[MarkedParagraph]:
    """Return the paragraphs of the Word file ``data`` with the bookmarks whose names begin with ``prefix``."""
    document = docx.Document(io.BytesIO(data))
    reader = _Reader(document, prefix)
    paragraphs = (reader.read(one) for one in document.element.body.iter(qn("w:p")))
    return [one for one in paragraphs if one.text]


class _Reader:
    """Goes through the paragraphs; a bookmark can begin in one and end in another."""

    def __init__(self, document: Document, prefix: str) -> None:
        self._styles = Styles(document.styles.element)
        self._links = document.part.rels
        self._prefix = prefix
        self._open: dict[str, str] = {}  # names by number
        self._cells: dict[_Element, int] = {}

    def read(self, paragraph: _Element) -> MarkedParagraph:
        look = self._styles.look_of(paragraph)
        cell = next(paragraph.iterancestors(qn("w:tc")), None)
        number = self._cells.setdefault(cell, len(self._cells) + 1) if cell is not None else 0
        words = [one for element in paragraph for one in self._walk(element, "")]
        return MarkedParagraph(words, item=look.item, heading=look.level is not None, cell=number)

    def _walk(self, element: _Element, link: str) -> Iterator[Words]:
        tag = element.tag
        if tag in _SKIPPED:
            return
        if tag == _START and (element.get(qn("w:name")) or "").startswith(self._prefix):
            self._open[element.get(qn("w:id"), "")] = element.get(qn("w:name"), "")
        elif tag == _END:
            self._open.pop(element.get(qn("w:id"), ""), None)
        elif tag == _RUN:
            yield from self._read_run(element, link)
        else:
            for one in element:
                yield from self._walk(one, self._address(element) if tag == _LINK else link)

    def _read_run(self, run: _Element, link: str) -> Iterator[Words]:
        text = "".join(
            (one.text or "") if one.tag == _TEXT else " "
            for one in run.iter()
            if one.tag == _TEXT or one.tag in _SPACES
        )
        if text:
            yield Words(
                text,
                frozenset(self._open.values()),
                strong=_is_set(run, "w:b"),
                emphasis=_is_set(run, "w:i"),
                link=link,
            )

    def _address(self, link: _Element) -> str:
        rel = self._links.get(link.get(qn("r:id"), ""))
        return clean_line(rel.target_ref) if rel is not None and rel.is_external else ""


def _is_set(run: _Element, name: str) -> bool:
    mark = run.find(f"{qn('w:rPr')}/{qn(name)}")
    return mark is not None and mark.get(qn("w:val"), "1") not in _OFF
