"""A paper as Word (.docx): real headings, lists and tables, in Danish, with a bookmark around each marked value."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from kvalitet.paper.archive import make_reproducible
from kvalitet.paper.document import Bullets, Heading, Marked, Paragraph, Span, Style, Table
from kvalitet.paper.typesetting import PaperError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.blkcntnr import BlockItemContainer
    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

    from kvalitet.paper.document import Block, Cell, Document
    from kvalitet.paper.word_parts import Marker

_STYLES = {
    Style.LEAD: "Optakt",
    Style.NOTE: "Note",
    Style.NOTICE: "Vigtigt",
    Style.BLANK: "Udfyldes",
}  # made in word_setup.py
_IN_CELL, _AFTER_TABLE = "Celle", "Luft"


def write_word(document: Document) -> bytes:
    """Return ``document`` as the bytes of a .docx file: the same each time for the same document.

    Raises ``PaperError`` where python-docx is not installed.
    """
    try:
        from kvalitet.paper.word_parts import Marker  # noqa: PLC0415 - who asks for no Word file does without it
        from kvalitet.paper.word_setup import open_blank  # noqa: PLC0415 - as above
    except ImportError:
        raise PaperError(
            "Word-filer kan ikke laves her, for programmet python-docx mangler. "
            'Skriv: pip install "mkdocs-kvalitetsstandarder[papir]"'
        ) from None
    word = open_blank(document)
    writer = _Writer(word, Marker(word))
    for block in document.blocks:
        writer.write(block)
    stream = io.BytesIO()
    word.save(stream)
    return make_reproducible(stream.getvalue(), document.day)


class _Writer:
    """Writes blocks at the end of one Word document."""

    def __init__(self, word: WordDocument, marker: Marker) -> None:
        self._word = word
        self._marker = marker

    def write(self, block: Block) -> None:
        """Add ``block``."""
        if isinstance(block, Heading):
            self._word.add_heading(block.text, block.level)
        elif isinstance(block, Table):
            self._write_table(block)
        else:
            self._write_flow(block, self._word)

    def _write_flow(
        self, block: Paragraph | Bullets | Marked, into: WordDocument | BlockItemContainer, body: str = "Normal"
    ) -> list[WordParagraph]:
        """Add running text to the document or a cell, and return the paragraphs it became."""
        if isinstance(block, Marked):
            made = [one for part in block.blocks for one in self._write_flow(part, into, body)]
            if made:
                self._marker.mark(block.name, made[0], made[-1])
            return made
        if isinstance(block, Bullets):
            return [self._fill(into.add_paragraph(style="List Bullet"), item) for item in block.items]
        return [self._fill(into.add_paragraph(style=_STYLES.get(block.style, body)), block.spans)]

    def _fill(self, paragraph: WordParagraph, spans: Iterable[Span]) -> WordParagraph:
        for span in spans:
            self._marker.add_span(paragraph, span)
        return paragraph

    def _write_table(self, table: Table) -> None:
        made = self._word.add_table(rows=1, cols=len(table.head), style="Table Grid")
        self._marker.describe_table(made, table.title, table.widths)
        for made_cell, title in zip(made.rows[0].cells, table.head, strict=True):
            made_cell.paragraphs[0].style = _IN_CELL
            made_cell.paragraphs[0].add_run(title).bold = True
        for row in table.rows:
            self._write_row(made, row)
        self._marker.close_table(made)
        self._word.add_paragraph(style=_AFTER_TABLE)

    def _write_row(self, made: WordTable, row: tuple[Cell, ...]) -> None:
        for made_cell, content in zip(made.add_row().cells, row, strict=True):  # type: ignore[no-untyped-call]
            self._write_cell(made_cell, content)

    def _write_cell(self, made: _Cell, content: Cell) -> None:
        empty = made.paragraphs[0]
        for block in content:
            self._write_flow(block, made, _IN_CELL)
        if len(made.paragraphs) > 1:  # a cell is born with a paragraph, and must never be without one
            empty._element.getparent().remove(empty._element)  # noqa: SLF001 - python-docx has no way to take one out
