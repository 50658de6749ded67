"""Documents for the tests, built from the text files in ``dokumenter/``: Word files and PDFs as offices make them.

A line's first sign says what it is: ``=`` title, ``#`` and ``##`` headings, ``!`` a heading in bold letters, ``-`` an
item, ``|`` a row of a table, ``.`` a line of the contents, ``~`` header, ``_`` footer; all else is a paragraph.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import docx
import pypdf
import typst

from kvalitet.readability import split_sentences

if TYPE_CHECKING:
    from pathlib import Path

_SIGNS = {
    "=": "title",
    "#": "heading",
    "!": "bold",
    "-": "item",
    "|": "row",
    ".": "contents",
    "~": "header",
    "_": "footer",
}
_LINE = re.compile(r"(##|[=#!|.~_-])\s(.*)")


@dataclass(frozen=True)
class Source:
    """One line of a text file."""

    kind: str
    text: str
    level: int = 0

    @property
    def cells(self) -> list[list[str]]:
        """The cells of a row, each with its lines."""
        return [[line.strip() for line in cell.split("//")] for cell in self.text.split(" | ")]


def read_source(path: Path) -> list[Source]:
    """Return the lines of a text file that are not empty."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        match = _LINE.match(line)
        if match is not None:
            found.append(Source(_SIGNS[match[1][0]], match[2].strip(), len(match[1])))
        elif line.strip():
            found.append(Source("text", line.strip()))
    return found


def list_source_sentences(path: Path) -> list[str]:
    """Return every sentence, heading, item and cell that a reader of the built document sees, page numbers aside.

    This reads the source alone, by means of its own: it must not share the faults of what it is to test.
    """
    text = path.read_text("utf-8")
    if path.suffix == ".txt":
        pieces = [piece for one in read_source(path) for piece in _pieces(one)]
    elif path.suffix == ".html":
        text = re.sub(r"<(script|style)\b.*?</\1>", " ", text, flags=re.DOTALL)
        running = re.sub(r"</?(?:a|b|em|strong|span)\b[^>]*>", "", text).replace("\n", " ")
        pieces = re.split(r"<[^>]+>", running)
    else:
        text = re.sub(r"[ ]{2,}\n|\\\n", "\n\n", text)
        joined = re.sub(r"(?<=[^\n])\n(?=[a-zæøå])", " ", text)
        pieces = re.split(r"\n|\|", re.sub(r"[*#]|^\d\. |^---+$|^\|[-|]+\|$|\[TOC\]", "", joined, flags=re.MULTILINE))
    return [sentence for piece in pieces for sentence in (split_sentences(piece) or [piece]) if sentence.strip()]


def _pieces(source: Source) -> list[str]:
    if source.kind == "row":
        return [line.removeprefix("- ") for cell in source.cells for line in cell]
    if source.kind in {"header", "footer"}:
        return [] if "{side}" in source.text else source.text.split("\t")
    return [source.text.split("\t")[0]]


# --- Word


def build_word(sources: list[Source]) -> bytes:
    """Return a Word file."""
    document = docx.Document()
    table: Any = None
    for one in sources:
        if one.kind != "row":
            table = None
        if one.kind in {"header", "footer"}:
            section = document.sections[0]
            (section.header if one.kind == "header" else section.footer).paragraphs[0].text = one.text
        elif one.kind == "row":
            table = table or document.add_table(rows=0, cols=len(one.cells))
            _fill_row(table.add_row(), one.cells)
        else:
            _add_paragraph(document, one)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _add_paragraph(document: Any, one: Source) -> None:
    if one.kind in {"title", "heading"}:
        document.add_heading(one.text, 0 if one.kind == "title" else one.level)
    elif one.kind == "bold":
        document.add_paragraph().add_run(one.text).bold = True
    elif one.kind == "item":
        document.add_paragraph(one.text, style="List Bullet")
    elif one.kind == "contents":
        paragraph = document.add_paragraph(one.text)
        paragraph.style = _contents_style(document)
    else:
        document.add_paragraph(one.text)


def _contents_style(document: Any) -> Any:
    names = [style.name for style in document.styles]
    return document.styles["toc 1"] if "toc 1" in names else document.styles.add_style("toc 1", 1)


def _fill_row(row: Any, cells: list[list[str]]) -> None:
    for cell, lines in zip(row.cells, cells, strict=True):
        cell.paragraphs[0].text = lines[0]
        for line in lines[1:]:
            style = "List Bullet" if line.startswith("- ") else None
            cell.add_paragraph(line.removeprefix("- "), style=style)


# --- PDF


def build_pdf(sources: list[Source], options: dict[str, Any]) -> bytes:
    """Return a PDF; ``lag: 2`` draws everything twice."""
    pdf = typst.compile(_write_typst(sources, options).encode())
    if int(options.get("lag", 1)) == 1:
        return bytes(pdf)
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    for page, twin in zip(writer.pages, pypdf.PdfReader(io.BytesIO(pdf)).pages, strict=True):
        page.merge_page(twin)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _write_typst(sources: list[Source], options: dict[str, Any]) -> str:
    size, spacing = options.get("skrift", 11), options.get("linjeafstand", 0.65)
    divide = "true" if options.get("orddeling") else "false"
    header, footer = (next((one.text for one in sources if one.kind == kind), "") for kind in ("header", "footer"))
    lines = [
        f'#set page(paper: "{options.get("papir", "a4")}")',
        f"#set page(header: {_typst_frame(header)}, footer: {_typst_frame(footer)})",
        f'#set text(lang: "da", size: {size}pt, hyphenate: {divide})',
        f"#set par(justify: {divide}, leading: {spacing}em, spacing: {float(spacing) * 1.8}em)",
    ]
    at = 0
    body = [one for one in sources if one.kind not in {"header", "footer"}]
    if options.get("spalter"):
        lines.append(f"#set page(columns: {options['spalter']})")
    while at < len(body):
        end = at + 1
        while body[at].kind in {"item", "row"} and end < len(body) and body[end].kind == body[at].kind:
            end += 1
        lines.append(_typst_group(body[at:end], new_pages=bool(options.get("nye_sider"))))
        at = end
    return "\n\n".join(lines)


def _typst_group(group: list[Source], *, new_pages: bool) -> str:
    first = group[0]
    page = "#pagebreak(weak: true)\n" if new_pages and first.kind == "heading" and first.level == 1 else ""
    cells = [f"[{' '.join(_typst(line) + ' #parbreak()' for line in cell)}]" for one in group for cell in one.cells]
    name, _, number = first.text.partition("\t")
    leaders = f" #box(width: 1fr, repeat[.]) {number}" if number else ""
    return {
        "title": f'#text(size: 1.6em, weight: "bold")[{_typst(first.text)}]',
        "heading": f"{page}#heading(level: {first.level})[{_typst(first.text)}]",
        "bold": f"#strong[{_typst(first.text)}]",
        "item": f"#list({', '.join(f'[{_typst(one.text)}]' for one in group)})",
        "row": f"#table(columns: (30%, 1fr), {', '.join(cells)})",
        "contents": f"#block[{_typst(name)}{leaders}]",
        "text": _typst(first.text),
    }[first.kind]


def _typst(text: str) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{quoted}"'


def _typst_frame(text: str) -> str:
    if not text:
        return "none"
    parts = re.split(r"(\{sider?\}|\t)", text)
    signs = {"{side}": "#counter(page).display()", "{sider}": "#counter(page).final().first()", "\t": "#h(1fr)"}
    return f"context text(size: 0.7em)[{''.join(signs.get(part, _typst(part) if part else '') for part in parts)}]"


def build(folder: Path, options: dict[str, Any]) -> tuple[str, bytes]:
    """Return (name, bytes) of the document in ``folder``."""
    form = str(options["form"])
    if form in {"html", "md"}:
        return f"dokument.{form}", (folder / f"dokument.{form}").read_bytes()
    sources = read_source(folder / "dokument.txt")
    return f"dokument.{form}", build_word(sources) if form == "docx" else build_pdf(sources, options)
