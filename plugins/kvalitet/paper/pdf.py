"""A paper as PDF/UA-1, through the template ``dokument.typ``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kvalitet.paper.document import Block, Bullets, Cell, Document, Heading, Marked, Paragraph, Span, Table
from kvalitet.paper.typesetting import compile_pdf

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINE, _LONGEST_WHOLE = 40, 1600  # a row of more letters may be parted by the end of a page


def write_pdf(document: Document) -> bytes:
    """Return ``document`` as a tagged PDF in Danish. Raises ``PaperError`` where typst is not installed."""
    values = {
        "title": document.title,
        "subtitle": document.subtitle,
        "author": document.author,
        "blocks": [record for block in document.blocks for record in _records(block)],
    }
    return compile_pdf("dokument", values, document.day)


def _records(block: Block) -> list[dict[str, Any]]:
    """Return ``block`` as the template reads it; marks mean nothing in a PDF."""
    match block:
        case Heading(level, text):
            return [{"kind": "heading", "level": level + 1, "text": text}]
        case Paragraph(spans, style):
            return [{"kind": "paragraph", "style": str(style), "spans": _spans(spans)}]
        case Bullets(items):
            return [{"kind": "list", "items": [_spans(item) for item in items]}]
        case Marked(_, blocks):
            return [record for one in blocks for record in _records(one)]
        case Table():
            rows = [_row(row) for row in block.rows]
            return [{"kind": "table", "head": block.head, "widths": block.widths, "rows": rows}]


def _row(row: tuple[Cell, ...]) -> dict[str, Any]:
    cells = [[record for one in cell for record in _records(one)] for cell in row]
    return {"cells": cells, "long": max(map(_weigh, cells)) > _LONGEST_WHOLE}


def _weigh(cell: list[dict[str, Any]]) -> int:
    """Return how much room a cell takes, in letters: each line counts as one that is nearly full."""
    lines = [spans for one in cell for spans in (one["items"] if one["kind"] == "list" else [one["spans"]])]
    return sum(_LINE + sum(len(span["text"]) for span in spans) for spans in lines)


def _spans(spans: Iterable[Span]) -> list[dict[str, Any]]:
    return [
        {"text": one.text, "strong": one.strong, "emphasis": one.emphasis, "link": one.link}
        for one in spans
        if one.text
    ]
