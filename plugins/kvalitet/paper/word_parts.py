"""What python-docx has no words for: bookmarks, links, and what a table tells a screen reader."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run
    from lxml.etree import _Element

    from kvalitet.paper.document import Span

_GROUND = "E3EFF2"


class Marker:
    """Adds to one document what needs ids or relationships of its own."""

    def __init__(self, word: WordDocument) -> None:
        self._word = word
        self._ids = count(1)

    def add_span(self, paragraph: Paragraph, span: Span) -> None:
        """Add ``span`` at the end of ``paragraph``, as a link where it is one, in a bookmark where it has a mark."""
        run = paragraph.add_run(span.text)
        run.bold = span.strong or None
        run.italic = span.emphasis or None
        outer: _Element = run._r  # noqa: SLF001 - as everywhere here: the elements below python-docx's words
        if span.link:
            outer = self._make_link(paragraph, run, span.link)
        if span.mark:
            start, end = self._make_bookmark(span.mark)
            outer.addprevious(start)
            outer.addnext(end)

    def mark(self, name: str, first: Paragraph, last: Paragraph) -> None:
        """Put a bookmark from the start of ``first`` to the end of ``last``."""
        start, end = self._make_bookmark(name)
        properties = first._p.pPr  # noqa: SLF001 - see above
        if properties is None:
            first._p.insert(0, start)  # noqa: SLF001 - see above
        else:
            properties.addnext(start)
        last._p.append(end)  # noqa: SLF001 - see above

    def describe_table(self, table: Table, title: str, widths: tuple[int, ...]) -> None:
        """Give ``table`` its title, its widths, and a head that is repeated on each page."""
        section = self._word.sections[0]
        room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        table.autofit = False
        for column, share in zip(table.columns, widths, strict=True):
            column.width = Length(room * share // sum(widths))
        _append(table._tbl.tblPr, "w:tblCaption", title)  # noqa: SLF001 - see above
        look = table._tbl.tblPr.find(qn("w:tblLook"))  # noqa: SLF001 - see above
        if look is not None:
            look.set(qn("w:firstColumn"), "1")
        _append(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader", "true")  # noqa: SLF001 - see above

    def close_table(self, table: Table) -> None:
        """Keep each row on one page where it fits, and give the head a ground."""
        for cell in table.rows[0].cells:
            ground = OxmlElement("w:shd")
            for name, value in (("val", "clear"), ("color", "auto"), ("fill", _GROUND)):
                ground.set(qn(f"w:{name}"), value)
            cell._tc.get_or_add_tcPr().append(ground)  # noqa: SLF001 - see above
        for number, row in enumerate(table.rows):
            if number:
                _append(row._tr.get_or_add_trPr(), "w:cantSplit", "true")  # noqa: SLF001 - see above

    def _make_bookmark(self, name: str) -> tuple[_Element, _Element]:
        number = str(next(self._ids))
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        start.set(qn("w:id"), number)
        start.set(qn("w:name"), name)
        end.set(qn("w:id"), number)
        return start, end

    def _make_link(self, paragraph: Paragraph, run: Run, address: str) -> _Element:
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self._word.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run.style = "Hyperlink"
        paragraph._p.replace(run._r, link)  # noqa: SLF001 - see above
        link.append(run._r)  # noqa: SLF001 - see above
        return link


def _append(properties: BaseOxmlElement, name: str, value: str) -> None:
    element = OxmlElement(name)
    element.set(qn("w:val"), value)
    properties.append(element)
