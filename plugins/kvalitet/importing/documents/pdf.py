"""A PDF to blocks: lines from what is drawn, the frame of the pages put aside, paragraphs, headings and tables."""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING, Any

import pypdf
from pypdf.errors import DependencyError, FileNotDecryptedError, PdfReadError

from kvalitet.importing.documents.limits import MAX_CHARACTERS, MAX_PAGE_STREAM, MAX_PAGES
from kvalitet.importing.documents.model import Block, BlockKind, Origin, UnreadableError
from kvalitet.importing.documents.pdf_blocks import make_blocks
from kvalitet.importing.documents.pdf_frame import take_frame
from kvalitet.importing.documents.pdf_lines import Line, PageLines, Piece, make_lines

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_FEW_LETTERS = 20  # on a page: a stamp or a page number, not its text
_BOLD = ("bold", "black", "heavy", "semibold", "demi")
_SMALL_SIZE = 0.1

_LOCKED = UnreadableError(
    "Pdf-dokumentet er beskyttet med en adgangskode.",
    "Åbn det med adgangskoden, og gem eller udskriv det som en ny pdf. Eller indlæs Word-dokumentet bag det.",
)
_SCANNED = UnreadableError(
    "Pdf-dokumentet har ingen tekst. Det er nok skannet, så hver side er et billede.",
    "Indlæs det Word-dokument, det er lavet af, eller brug først tekstgenkendelse (OCR).",
)


def read_pdf(data: bytes) -> tuple[list[Block], list[str]]:
    """Return the blocks of the PDF ``data`` in reading order, and what is to be said of it."""
    reader = _open(data)
    notes: list[str] = []
    pages = [_read_page(page, number, notes) for number, page in enumerate(reader.pages, 1)]
    letters = [sum(len(line.text) for line in page.lines) for page in pages]
    if max(letters, default=0) < _FEW_LETTERS:
        raise _SCANNED
    empty = [number for number, count in enumerate(letters, 1) if count < _FEW_LETTERS]
    notes += _say_empty(empty) + _say_doubled(pages)
    edges = [(float(page.mediabox.bottom), float(page.mediabox.top)) for page in reader.pages]
    body, frame = take_frame([page.lines for page in pages], edges)
    blocks = make_blocks(body)
    return [*blocks, *_frame_blocks(frame), *_frame_blocks([line for page in pages for line in page.second])], notes


def _open(data: bytes) -> PdfReader:
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _LOCKED
        count = len(reader.pages)
    except (DependencyError, FileNotDecryptedError):
        raise _LOCKED from None
    if count > MAX_PAGES:
        message = f"Pdf-dokumentet har {count} sider. Vi læser højst {MAX_PAGES}."
        raise UnreadableError(message, "Gem den del, der er kvalitetsstandarden, som en pdf for sig.")
    if not count:
        raise PdfReadError("no pages")
    return reader


def _read_page(page: PageObject, number: int, notes: list[str]) -> PageLines:
    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > MAX_PAGE_STREAM:
        notes.append(f"Side {number} er en meget stor tegning og er ikke læst.")
        return PageLines()
    pieces: list[Piece] = []

    def visit(text: str, outer: list[float], inner: list[float], font: dict[str, Any] | None, size: float) -> None:
        if text.strip() and len(pieces) < MAX_CHARACTERS:
            pieces.append(_make_piece(text, _multiply(inner, outer), font, size, number))

    page.extract_text(visitor_text=visit)
    return make_lines(pieces)


def _make_piece(text: str, matrix: tuple[float, ...], font: dict[str, Any] | None, size: float, page: int) -> Piece:
    """Return the piece with its place along and across the direction it is written in, so that turned text is read."""
    right, up, _, _, x, y = matrix
    length = math.hypot(right, up) or 1.0
    along, across = (right / length, up / length), (-up / length, right / length)
    height = abs(size) * math.hypot(matrix[2], matrix[3])
    name = str((font or {}).get("/BaseFont", "")).lower()
    return Piece(
        text=text.replace("\u00ad\n", "-\n").removesuffix("\u00ad") + ("-" if text.endswith("\u00ad") else ""),
        x=x * along[0] + y * along[1],
        y=x * across[0] + y * across[1],
        size=max(round(height, 1), _SMALL_SIZE),
        bold=any(word in name for word in _BOLD),
        spaced=text[:1].isspace(),
        page=page,
    )


def _multiply(inner: list[float], outer: list[float]) -> tuple[float, ...]:
    a, b, c, d, e, f = (float(one) for one in inner)
    p, q, r, s, t, u = (float(one) for one in outer)
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _say_empty(pages: list[int]) -> list[str]:
    if not pages:
        return []
    numbers = ", ".join(str(one) for one in pages)
    which = f"Side {numbers} har" if len(pages) == 1 else f"Siderne {numbers} har"
    return [f"{which} næsten ingen tekst. Er der skannet tekst på dem, mangler den i udkastet."]


def _say_doubled(pages: list[PageLines]) -> list[str]:
    doubled = [page for page in pages if page.doubled or page.second]
    if not doubled:
        return []
    count = sum(page.doubled for page in pages)
    notes = [f"Noget af teksten står to gange oven i hinanden ({count} steder). Den er kun taget med én gang."]
    if any(page.second for page in pages):
        notes.append("Nogle linjer står to gange med lidt forskellige ord. Den anden udgave står til sidst i filen.")
    return notes


def _frame_blocks(lines: list[Line]) -> list[Block]:
    return [Block(BlockKind.FRAME, one.text, Origin("linje", one.number, one.number, one.page)) for one in lines]
