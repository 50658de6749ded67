"""A paper as PDF/UA-1, through the template ``dokument.typ``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kvalitet.paper.document import Block, Bullets, Document, Heading, Marked, Paragraph, Span, Table
from kvalitet.paper.typesetting import compile_pdf

if TYPE_CHECKING:
    from collections.abc import Iterable


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
            cells = [[record for one in cell for record in _records(one)] for row in block.rows for cell in row]
            return [{"kind": "table", "head": block.head, "widths": block.widths, "cells": cells}]


def _spans(spans: Iterable[Span]) -> list[dict[str, Any]]:
    return [
        {"text": one.text, "strong": one.strong, "emphasis": one.emphasis, "link": one.link}
        for one in spans
        if one.text
    ]
