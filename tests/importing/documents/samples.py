"""Small files of every kind, whole and broken, for the readers' tests."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
import pypdf
import typst

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"


def make_word(fill: Callable[[Document], object]) -> bytes:
    """Return a Word file that ``fill`` wrote in."""
    document = docx.Document()
    fill(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def make_plain_word(*texts: str) -> bytes:
    """Return a Word file with a paragraph for each text."""

    def fill(document: Document) -> None:
        for text in texts:
            document.add_paragraph(text)

    return make_word(fill)


def replace_part(data: bytes, name: str, content: bytes) -> bytes:
    """Return the zip ``data`` with another ``content`` of the part ``name``."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            new.writestr(one, content if one.filename == name else old.read(one.filename))
    return stream.getvalue()


def make_pdf(markup: str) -> bytes:
    """Return a PDF of typst ``markup``."""
    return bytes(typst.compile(markup.encode()))


def lock_pdf(data: bytes, password: str) -> bytes:
    """Return the PDF ``data`` locked with ``password``."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(password, algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def make_zip(**parts: bytes) -> bytes:
    """Return a zip; ``__`` in a name stands for ``/`` and ``_`` for ``.``."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return stream.getvalue()


def make_bomb() -> bytes:
    """Return a small Word file that fills hundreds of megabytes when it is unpacked."""
    return make_zip(word__document_xml=b"<a/>", word__media__stort_xml=bytes(200 * 1024 * 1024))


def make_ole(name: str) -> bytes:
    """Return what an old Office file begins with, with a stream called ``name``."""
    return OLE + name.encode("utf-16-le") + bytes(100)
