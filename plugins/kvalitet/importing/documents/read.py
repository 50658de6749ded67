"""One document from bytes to blocks, whatever its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.importing.documents.identify import DocumentKind, broken, check_size, identify
from kvalitet.importing.documents.libraries import need_libraries
from kvalitet.importing.documents.limits import MAX_BLOCKS, MAX_BYTES, MAX_CHARACTERS
from kvalitet.importing.documents.model import Block, BlockKind, Document, UnreadableError

if TYPE_CHECKING:
    from pathlib import Path

_NAMES = {
    DocumentKind.WORD: "Word-dokumentet",
    DocumentKind.PDF: "Pdf-dokumentet",
    DocumentKind.WEB: "Websiden",
    DocumentKind.MARKDOWN: "Filen",
}


def read_path(path: Path) -> Document:
    """Return the document at ``path``; raise ``UnreadableError`` for one that cannot be read."""
    try:
        check_size(path.stat().st_size)
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError:
        raise UnreadableError("Filen kan ikke åbnes.", "Se, om filen findes, og om du må læse den.") from None
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Document:
    """Return the document ``data``, called ``name``; raise ``UnreadableError`` for one that cannot be read."""
    kind = identify(data, name)
    try:
        blocks, notes = _read_kind(kind, data)
    except UnreadableError:
        raise
    except MemoryError:
        raise UnreadableError("Dokumentet er for stort til at læse.", "Del det i flere dokumenter.") from None
    except Exception:  # noqa: BLE001 - the libraries raise whatever a damaged document leads them to
        raise broken(_NAMES[kind]) from None
    _check_amount(blocks, _NAMES[kind])
    return Document(name, tuple(blocks), tuple(notes))


def _read_kind(kind: DocumentKind, data: bytes) -> tuple[list[Block], list[str]]:
    """Call the reader of ``kind``; each is loaded by those who need it, since its library is an extra."""
    if kind is DocumentKind.WORD:
        need_libraries("docx", "lxml")
        from kvalitet.importing.documents.word import read_word  # noqa: PLC0415 - as above

        return read_word(data)
    if kind is DocumentKind.PDF:
        need_libraries("pypdf")
        from kvalitet.importing.documents.pdf import read_pdf  # noqa: PLC0415 - as above

        return read_pdf(data)
    if kind is DocumentKind.WEB:
        need_libraries("lxml")
        from kvalitet.importing.documents.web import read_web  # noqa: PLC0415 - as above

        return read_web(data)
    need_libraries("markdown", "lxml")
    from kvalitet.importing.documents.marked import read_markdown  # noqa: PLC0415 - as above

    return read_markdown(data)


def _check_amount(blocks: list[Block], what: str) -> None:
    amount = sum(len(one.text) for one in blocks)
    if not any(one.text and one.kind is not BlockKind.FRAME for one in blocks):
        raise UnreadableError(f"{what} har ingen tekst.", "Se, om det er den rigtige fil.")
    if amount > MAX_CHARACTERS or len(blocks) > MAX_BLOCKS:
        message = "Dokumentet har mere tekst, end en kvalitetsstandard kan have."
        raise UnreadableError(message, "Gem den del, der er kvalitetsstandarden, som et dokument for sig.")
