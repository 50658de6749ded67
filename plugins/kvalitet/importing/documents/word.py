"""A Word file (.docx) to blocks: styles, lists, tables, text boxes, headers and footers, notes, links."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from kvalitet.importing.documents.clean import clean_line, clean_text
from kvalitet.importing.documents.model import Block, BlockKind, Origin
from kvalitet.importing.documents.word_styles import Styles
from kvalitet.importing.documents.word_text import ParagraphText, read_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.opc.part import Part
    from lxml.etree import _Element

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_MARK = re.compile(r"^(?:•\s*|[*\-–—o]\s+)")  # typed by hand where Word would have made a list
_CONTENTS = "table of contents"
_FRAMES = {"header": "sidehoved", "footer": "sidefod"}
_NOTES = {"footnotes": "fodnote", "endnotes": "slutnote"}


def read_word(data: bytes) -> tuple[list[Block], list[str]]:
    """Return the blocks of the Word file ``data`` in reading order, and what is to be said of it."""
    document = docx.Document(io.BytesIO(data))
    reader = _Reader(Styles(document.styles.element))
    blocks = list(reader.read_flow(document.element.body))
    blocks += _read_frames(document, reader)
    blocks += _read_links(document, {one.text for one in blocks})
    return blocks, [*reader.say_notes(), *_say_comments(document)]


class _Reader:
    """Goes through the text; counts paragraphs and tables as a person would."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._paragraphs = 0
        self._tables = 0
        self._hidden = False

    def say_notes(self) -> list[str]:
        """Return what was left out on purpose."""
        return ["Dokumentet har skjult tekst. Den er ikke taget med."] if self._hidden else []

    def read_flow(self, parent: _Element, origin: Origin | None = None, *, contents: bool = False) -> Iterator[Block]:
        """Yield the blocks below ``parent``; all of them have ``origin`` where one is given (in a cell)."""
        for element in parent:
            if element.tag == _PARAGRAPH:
                yield from self._read_paragraph(element, origin, contents=contents)
            elif element.tag == _TABLE:
                yield from self._read_table(element)
            elif element.tag in {qn("w:sdt"), qn("w:ins"), qn("w:moveTo"), qn("w:sdtContent"), qn("w:smartTag")}:
                yield from self.read_flow(element, origin, contents=contents or _is_contents(element))

    def _read_paragraph(self, element: _Element, origin: Origin | None, *, contents: bool) -> Iterator[Block]:
        look = self._styles.look_of(element)
        read = read_paragraph(element, bold=look.bold)
        self._hidden |= read.hidden
        text = clean_text(read.text)
        if text:
            if origin is None:
                self._paragraphs += 1
            at = origin or Origin("afsnit", self._paragraphs, self._paragraphs)
            if contents or look.contents:
                yield Block(BlockKind.FRAME, text, at)
            elif look.level is not None:
                yield Block(BlockKind.HEADING, text.replace("\n", " "), at, level=look.level)
            else:
                yield _make_text(text, read, at, item=look.item)
        for box in read.boxes:
            yield from self.read_flow(box, origin)

    def _read_table(self, table: _Element) -> Iterator[Block]:
        self._tables += 1
        number = self._tables
        for row, element in enumerate(table.iter(_ROW), 1):
            if next(element.iterancestors(_TABLE), None) is not table:
                continue  # of a table inside a cell: read there
            origin = Origin(f"tabel {number}, række", row, row)
            cells = [tuple(self.read_flow(cell, origin)) for cell in element.iter(_CELL) if _is_own(cell, element)]
            filled = [cell for cell in cells if cell]
            if len(filled) == 1:
                yield from filled[0]
            elif filled:
                text = "\n".join(block.text for cell in filled for block in cell)
                yield Block(BlockKind.ROW, text, origin, cells=tuple(filled))


def _make_text(text: str, read: ParagraphText, origin: Origin, *, item: bool) -> Block:
    bare = _MARK.sub("", text)
    lead = clean_text(read.lead)
    if bare != text:
        item, lead = True, _MARK.sub("", lead)
    return Block(BlockKind.ITEM if item else BlockKind.TEXT, bare or text, origin, lead=lead if bare else "")


def _is_own(cell: _Element, row: _Element) -> bool:
    """Whether ``cell`` belongs to ``row`` itself and does not continue the one above."""
    if next(cell.iterancestors(_ROW), None) is not row:
        return False
    merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merged is None or merged.get(qn("w:val")) == "restart"


def _is_contents(element: _Element) -> bool:
    gallery = element.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}")
    return gallery is not None and (gallery.get(qn("w:val")) or "").lower() == _CONTENTS


def _parts(document: Document, kinds: dict[str, str]) -> Iterator[tuple[str, Part]]:
    """Yield (what it is called, part) for the parts of ``kinds``, in a stable order."""
    related = [rel for rel in document.part.rels.values() if not rel.is_external]
    for rel in sorted(related, key=lambda one: one.rId):
        name = kinds.get(rel.reltype.rpartition("/")[2])
        if name is not None:
            yield name, rel.target_part


def _read_frames(document: Document, reader: _Reader) -> Iterator[Block]:
    """Yield headers, footers and notes, each text once."""
    seen = set()
    for number, (name, part) in enumerate(_parts(document, _FRAMES), 1):
        for block in reader.read_flow(parse_xml(part.blob), Origin(name, number, number)):
            if block.text not in seen:
                seen.add(block.text)
                yield Block(BlockKind.FRAME, block.text, block.origin)
    for name, part in _parts(document, _NOTES):
        notes = [one for one in parse_xml(part.blob) if one.get(qn("w:type")) is None]
        for number, note in enumerate(notes, 1):
            for block in reader.read_flow(note, Origin(name, number, number)):
                yield Block(BlockKind.FRAME, block.text, block.origin)


def _read_links(document: Document, texts: set[str]) -> Iterator[Block]:
    """Yield the web addresses behind links that do not stand in the text themselves."""
    together = "\n".join(texts)
    seen = set()
    for number, link in enumerate(document.element.body.iter(qn("w:hyperlink")), 1):
        rel = document.part.rels.get(link.get(qn("r:id"), ""))
        address = clean_line(rel.target_ref) if rel is not None and rel.is_external else ""
        if address.startswith(("http://", "https://")) and address not in together and address not in seen:
            seen.add(address)
            shown = clean_line(read_paragraph(link, bold=False).text)
            yield Block(BlockKind.FRAME, f"»{shown}«: {address}", Origin("link", number, number))


def _say_comments(document: Document) -> list[str]:
    for _, part in _parts(document, {"comments": "kommentarer"}):
        count = sum(1 for _ in parse_xml(part.blob).iter(qn("w:comment")))
        if count:
            return [f"Dokumentet har kommentarer i margenen ({count}). De er ikke taget med."]
    return []
