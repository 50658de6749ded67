"""What kind of document some bytes are, by what they begin with; what we cannot read is told with a way out."""

from __future__ import annotations

import io
import zipfile
from enum import StrEnum

from kvalitet.importing.documents.limits import MAX_BYTES, MAX_PARTS, MAX_UNPACKED, MAX_XML, MEGABYTE
from kvalitet.importing.documents.model import UnreadableError


class DocumentKind(StrEnum):
    """The kinds we read."""

    WORD = "docx"
    PDF = "pdf"
    WEB = "html"
    MARKDOWN = "md"


READS = "Vi læser .docx, .pdf, .html og .md."
_ENDINGS = {
    "html": DocumentKind.WEB,
    "htm": DocumentKind.WEB,
    "xhtml": DocumentKind.WEB,
    "md": DocumentKind.MARKDOWN,
    "markdown": DocumentKind.MARKDOWN,
}
_PDF_WITHIN = 1024  # readers of PDF forgive so many bytes before the mark
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_MAIN = "word/document.xml"
# Other files that are zips: a name inside them, what they are called, and what to do.
_OTHER_ZIPS = (
    ("content.xml", "et OpenDocument-dokument", "Åbn det i dit tekstprogram, og gem det som Word-dokument (.docx)."),
    ("xl/workbook.xml", "et regneark", "Kopiér teksten over i et Word-dokument, og indlæs det."),
    ("ppt/presentation.xml", "en præsentation", "Kopiér teksten over i et Word-dokument, og indlæs det."),
)


def identify(data: bytes, name: str) -> DocumentKind:
    """Return the kind of the document ``data``, called ``name``; raise ``UnreadableError`` for all others."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if not data.strip():
        raise UnreadableError("Filen er tom.", "Se, om det er den rigtige fil. Åbn dokumentet, og gem det igen.")
    check_size(len(data))
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return DocumentKind.PDF
    if data.startswith(b"PK\x03\x04"):
        return _identify_zip(data)
    if data.startswith(_OLE):
        raise _refuse_ole(data)
    if data.startswith(b"{\\rtf"):
        raise UnreadableError("Filen er et rtf-dokument.", "Åbn det i Word, og gem det som Word-dokument (.docx).")
    if data.startswith(_PICTURES):
        advice = (
            "Et billede har ingen tekst. Find det dokument, billedet er taget af, eller brug tekstgenkendelse (OCR)."
        )
        raise UnreadableError("Filen er et billede.", advice)
    return _identify_ending(ending)


def check_size(size: int) -> None:
    """Raise ``UnreadableError`` where a file of ``size`` bytes is too large."""
    if size > MAX_BYTES:
        message = f"Filen fylder {size // MEGABYTE} MB. Vi læser højst {MAX_BYTES // MEGABYTE} MB."
        raise UnreadableError(message, "Gem en kopi uden billeder, eller del dokumentet i flere.")


def _identify_ending(ending: str) -> DocumentKind:
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    if ending in {"docx", "docm", "pdf", "doc"}:
        message = f"Filen ender på .{ending}, men er ikke et {'pdf' if ending == 'pdf' else 'Word'}-dokument."
        raise UnreadableError(message, "Filen er nok beskadiget. Hent den igen, eller åbn den og gem en ny kopi.")
    if ending in {"txt", "text"}:
        raise UnreadableError("Filen er ren tekst (.txt).", "Giv den navnet .md i stedet, og indlæs den igen.")
    raise UnreadableError("Filens type kendes ikke.", f"{READS} Gem dokumentet som en af dem.")


def _identify_zip(data: bytes) -> DocumentKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        raise broken("Word-dokumentet") from None
    names = {one.filename for one in parts}
    if _MAIN not in names:
        for inside, what, advice in _OTHER_ZIPS:
            if inside in names:
                raise UnreadableError(f"Filen er {what}.", advice)
        raise UnreadableError("Filen er en pakket fil (zip).", f"Pak den ud, og vælg dokumentet i den. {READS}")
    unpacked = sum(one.file_size for one in parts)
    text_parts = (one.file_size for one in parts if one.filename.lower().endswith((".xml", ".rels")))
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED or max(text_parts, default=0) > MAX_XML:
        message = "Word-dokumentet fylder alt for meget, når det pakkes ud."
        raise UnreadableError(message, "Kopiér teksten over i et nyt dokument, og indlæs det.")
    return DocumentKind.WORD


def _refuse_ole(data: bytes) -> UnreadableError:
    """Tell a document with a password from an old one: both are kept in the same kind of container."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return UnreadableError(
            "Dokumentet er beskyttet med en adgangskode.",
            "Åbn det i Word. Vælg 'Filer', 'Oplysninger', 'Beskyt dokument', fjern adgangskoden, og gem det igen.",
        )
    if "WordDocument".encode("utf-16-le") in data:
        return UnreadableError(
            "Filen er et gammelt Word-dokument (.doc).",
            "Åbn det i Word, vælg 'Gem som' og 'Word-dokument (.docx)', og indlæs den nye fil.",
        )
    return UnreadableError("Filen er fra et ældre Office-program.", f"{READS} Gem dokumentet som en af dem.")


def broken(what: str) -> UnreadableError:
    """Return what is said of a document that is damaged."""
    advice = "Filen er nok beskadiget. Hent den igen, eller åbn den og gem en ny kopi."
    return UnreadableError(f"{what} kan ikke læses.", advice)
