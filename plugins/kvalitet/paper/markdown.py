"""A paper as Markdown that every reader reads alike: what looks like Markdown or HTML in a text stays text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kvalitet.paper.document import Block, Bullets, Cell, Document, Heading, Marked, Paragraph, Span, Style, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Characters that begin something anywhere in a line. Those that only some readers let a backslash escape are
# written as references, which none of them takes for a sign.
_BACKSLASHED = re.compile(r"([\\`*_{}\[\]])")
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "~": "&#126;", "$": "&#36;", "^": "&#94;"}
_TABLE = str.maketrans(_REFERENCES)
# Marks that begin something at the start of a line alone: headings, lists, rules, definitions.
_AT_START = re.compile(r"^(?:(\d{1,9})([.)])(?=\s|$)|()(#|[:+-](?=[\s+-]|$)))")


def write_markdown(document: Document) -> str:
    """Return ``document`` as Markdown text: CommonMark and pipe tables, no HTML."""
    parts = [_head(1, document.title), _begin(_escape(document.subtitle))]
    parts += ["\n".join(_lines(block)) for block in document.blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield _head(level + 1, text)
        case Paragraph(spans, style):
            yield _dress(_begin(_spans(spans)), style)
        case Bullets(items):
            yield from (f"- {_begin(_spans(item))}" for item in items)
        case Marked(_, blocks):
            yield "\n\n".join("\n".join(_lines(one)) for one in blocks)
        case Table():
            yield from _table_lines(block)


def _head(level: int, text: str) -> str:
    """A sign at the end of a heading would belong to its marks."""
    return f"{'#' * level} {re.sub('(?<!&)#', '&#35;', _escape(text))}"


def _dress(text: str, style: Style) -> str:
    if style in {Style.BLANK, Style.LEAD}:
        return f"**{text}**"
    return f"> {text}" if style is Style.NOTICE else text


def _table_lines(table: Table) -> Iterator[str]:
    yield _row(_escape(one) for one in table.head)
    yield _row("---" for _ in table.head)
    for row in table.rows:
        yield _row(_cell(one) for one in row)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    """A cell is one line: items and paragraphs stand after each other."""
    text = "; ".join(part for block in cell for part in _cell_parts(block))
    return re.sub(r"([.!?:]); ", r"\1 ", text)


def _cell_parts(block: Paragraph | Bullets | Marked) -> Iterator[str]:
    match block:
        case Paragraph(spans, style):
            yield _dress(_spans(spans), style).removeprefix("> ")
        case Bullets(items):
            yield from map(_spans, items)
        case Marked(_, blocks):
            for one in blocks:
                yield from _cell_parts(one)


def _spans(spans: Iterable[Span]) -> str:
    return "".join(_span(span) for span in spans).strip()


def _begin(text: str) -> str:
    """Return ``text`` so that its first signs begin nothing."""
    return _AT_START.sub(lambda match: f"{match[1] or ''}{_guard(match[2] or match[4])}", text)


def _guard(mark: str) -> str:
    return f"&#{ord(mark)};" if mark == ":" else f"\\{mark}"


def _span(span: Span) -> str:
    text = _BACKSLASHED.sub(r"\\\1", span.text).translate(_TABLE)
    inner = text.strip()
    if not inner:
        return text
    marks = "*" * (2 * span.strong + span.emphasis)
    dressed = f"{marks}{inner}{marks}"
    if span.link:  # some readers look for the end of a link before they look for backslashes
        dressed = dressed.replace("\\[", "&#91;").replace("\\]", "&#93;")
        dressed = f"[{dressed}](<{span.link.translate(_TABLE)}>)"
    return text.replace(inner, dressed, 1)


def _escape(text: str) -> str:
    return _spans([Span(text)])
