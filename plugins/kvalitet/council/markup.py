"""Text from a standard to paragraphs and lists of a paper, read just as the pages read it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from kvalitet.paper.document import Bullets, Paragraph, Span
from kvalitet.present.text import render_text

if TYPE_CHECKING:
    from markupsafe import Markup


def set_text(text: str) -> tuple[Paragraph | Bullets, ...]:
    """Return running ``text`` as blocks: its paragraphs, lists, emphasis and links, all else as it stands."""
    return read_markup(render_text(text))


def read_markup(html: Markup) -> tuple[Paragraph | Bullets, ...]:
    """Return rendered text as blocks."""
    reader = _Reader()
    reader.feed(str(html))
    reader.close()
    reader.end_paragraph()
    return tuple(reader.blocks)


class _Reader(HTMLParser):
    """Takes our own few tags apart again; the words in between were escaped when they were put there."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Paragraph | Bullets] = []
        self._spans: list[Span] = []
        self._open = {"strong": 0, "em": 0}
        self._link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what begins."""
        if tag in self._open:
            self._open[tag] += 1
        elif tag == "a":
            self._link = dict(attrs).get("href") or ""
        elif tag == "ul":
            self.blocks.append(Bullets(()))

    def handle_endtag(self, tag: str) -> None:
        """Note what ends."""
        if tag in self._open:
            self._open[tag] = max(0, self._open[tag] - 1)
        elif tag == "a":
            self._link = ""
        elif tag == "p":
            self.end_paragraph()
        elif tag == "li":
            self._end_item()

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if data.strip() or self._spans:
            strong, emphasis = bool(self._open["strong"]), bool(self._open["em"])
            self._spans.append(Span(data, strong=strong, emphasis=emphasis, link=self._link))

    def end_paragraph(self) -> None:
        """Make a paragraph of the words so far."""
        if self._spans:
            self.blocks.append(Paragraph(tuple(self._spans)))
            self._spans = []

    def _end_item(self) -> None:
        listed = self.blocks[-1] if self.blocks else None
        if isinstance(listed, Bullets):
            self.blocks[-1] = Bullets((*listed.items, tuple(self._spans)))
        self._spans = []
