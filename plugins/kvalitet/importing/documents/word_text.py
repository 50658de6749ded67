"""The text of one paragraph in a Word file: what a reader of the document sees, and what of it is bold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

# What is not part of the text as it now stands: deleted and moved-away text, second versions of a drawing.
_SKIPPED = frozenset(
    qn(name) for name in ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:fldData", "w:instrText", "w:delText")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_BOX = qn("w:txbxContent")
_RUN, _TEXT, _BREAK = qn("w:r"), qn("w:t"), qn("w:br")
_SIGNS = {qn("w:tab"): " ", qn("w:ptab"): " ", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(slots=True)
class ParagraphText:
    """The runs of a paragraph as (text, bold); ``boxes`` are the text boxes anchored in it; ``hidden`` is left out."""

    runs: list[tuple[str, bool]] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    hidden: bool = False

    @property
    def text(self) -> str:
        """All of the text."""
        return "".join(text for text, _ in self.runs)

    @property
    def lead(self) -> str:
        """What stands in bold at the start."""
        found = []
        for text, bold in self.runs:
            if text.strip() and not bold:
                break
            found.append(text)
        return "".join(found)


def read_paragraph(paragraph: _Element, *, bold: bool) -> ParagraphText:
    """Return the text of ``paragraph``, whose style is ``bold`` or not."""
    found = ParagraphText()
    heavy = bold
    hidden = False
    for element in _walk(paragraph, found):
        tag = element.tag
        if tag == _RUN:
            heavy, hidden = _is_bold(element, bold=bold), _is_set(element, "w:vanish")
        elif hidden and tag == _TEXT:
            found.hidden = True
        elif tag == _TEXT:
            found.runs.append((element.text or "", heavy))
        elif tag == _BREAK:
            found.runs.append(("\n" if element.get(qn("w:type")) in {None, "textWrapping"} else " ", heavy))
        elif tag in _SIGNS:
            found.runs.append((_SIGNS[tag], heavy))
    return found


def _walk(paragraph: _Element, found: ParagraphText) -> Iterator[_Element]:
    """Yield what is below ``paragraph`` in order, without what is skipped; text boxes are put aside."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in _SKIPPED:
            continue
        if element.tag == _BOX:
            found.boxes.append(element)
            continue
        yield element
        stack.extend(reversed(element))


def _is_bold(run: _Element, *, bold: bool) -> bool:
    own = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
    if own is not None:
        return own.get(qn("w:val"), "1") not in _OFF
    style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    strong = style is not None and (style.get(qn("w:val")) or "").lower() in {"strong", "strk", "stærk", "staerk"}
    return bold or strong


def _is_set(run: _Element, name: str) -> bool:
    mark = run.find(f"{qn('w:rPr')}/{qn(name)}")
    return mark is not None and mark.get(qn("w:val"), "1") not in _OFF
