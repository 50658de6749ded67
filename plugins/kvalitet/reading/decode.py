"""Bytes to text: UTF-8 with or without a byte order mark; everything else is told, never guessed at."""

from __future__ import annotations

import codecs
import re

from kvalitet.findings import Finding, Place, Severity
from kvalitet.reading.limits import MAX_SYNTAX_FINDINGS

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# Word (new and old), PDF, PNG, JPEG: what a renamed document begins with.
_DOCUMENT_MARKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"\x89PNG", b"\xff\xd8\xff")

# What YAML itself refuses (control characters, lone surrogates, U+FFFE/U+FFFF), so that the compiled and
# the pure loader are never asked and cannot answer differently.
_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# Bidirectional controls can make a text read otherwise than it is stored ("Trojan source").
_BIDIRECTIONAL = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Invisible characters hide in words and make a search or a key miss them.
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2028\u2029"
    "\u2060-\u2064\u206a-\u206f\u3164\ufeff\ufff9-\ufffb\x85"
)
_TAGS = "\U000e0000-\U000e007f"
HIDDEN = re.compile(f"[{_BIDIRECTIONAL}{_INVISIBLE}{_TAGS}]")
"""Each character that nobody can see, or that turns the reading direction."""
_IS_BIDIRECTIONAL = re.compile(f"[{_BIDIRECTIONAL}]")

_LINE_BREAK = re.compile("\r\n|\n|\r")

_HINT_SAVE = (
    "Gem filen igen som UTF-8. I Notesblok: 'Gem som' og vælg kodning UTF-8. I VS Code: klik på kodningen nederst "
    "til højre og vælg 'Gem med kodning', 'UTF-8'."
)


def decode(data: bytes, file: str) -> tuple[str | None, list[Finding]]:
    """Return the text of ``data`` and what is to be said of its characters.

    The text is None where nothing can be read (not UTF-8, or a character YAML refuses).
    """
    if data.startswith(_DOCUMENT_MARKS):
        message = "Filen er ikke en tekstfil, men et Word-dokument, en pdf eller et billede."
        hint = "Skriv standarden i en tekstfil, der ender på .yml. Det hjælper ikke at omdøbe dokumentet."
        return None, [Finding("struktur-tegnsaet", Severity.ERROR, Place(file), message, hint=hint)]
    if data.startswith(_UTF16_MARKS) or _looks_like_utf16(data):
        message = "Filen er gemt som UTF-16 og kan ikke læses."
        return None, [_encoding_finding(Place(file), message)]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        place = _place_of_index(data[: error.start].decode(), error.start, file)
        message = (
            "Filen er ikke gemt som UTF-8 (formentlig som Latin-1 eller Windows-1252), så æ, ø og å kan ikke læses."
        )
        return None, [_encoding_finding(place, message)]
    unreadable = find_unreadable(text, file)
    return (None if unreadable else text), unreadable + find_hidden(text, file)


def find_unreadable(text: str, file: str) -> list[Finding]:
    """Return an error for each character that YAML refuses, NUL among them."""
    hint = "Slet tegnet. Det kommer ofte med, når man kopierer fra et andet program."
    return [
        Finding(
            rule="struktur-tegnsaet",
            severity=Severity.ERROR,
            place=_place_of_index(text, match.start(), file),
            message=f"Her står et tegn, som ikke kan læses (U+{ord(match.group()):04X}).",
            hint=hint,
        )
        for _, match in zip(range(MAX_SYNTAX_FINDINGS), _UNREADABLE.finditer(text), strict=False)
    ]


def find_hidden(text: str, file: str) -> list[Finding]:
    """Return what is to be said of characters nobody can see: an error where they turn the reading direction."""
    return [
        hidden_finding(match.group(), _place_of_index(text, match.start(), file))
        for _, match in zip(range(MAX_SYNTAX_FINDINGS), HIDDEN.finditer(text), strict=False)
    ]


def hidden_finding(character: str, place: Place, path: str = "") -> Finding:
    """Return the finding for one invisible or bidirectional character at ``place``."""
    turns = bool(_IS_BIDIRECTIONAL.match(character))
    what = "vender læseretningen, så teksten kan se anderledes ud, end den er" if turns else "er usynligt"
    return Finding(
        rule="struktur-usynlige-tegn",
        severity=Severity.ERROR if turns else Severity.WARNING,
        place=place,
        path=path,
        message=f"Her står et tegn, som {what} (U+{ord(character):04X}).",
        hint="Slet ordet, og skriv det igen. Tegnet kommer ofte med, når man kopierer fra Word eller en hjemmeside.",
    )


def escaped_findings(text: str, place: Place) -> list[Finding]:
    r"""Return what is to be said of characters that an escape (``"\\0"``) brought into a quoted value."""
    found = []
    for match in _UNREADABLE.finditer(text):
        message = f"Teksten indeholder et tegn, som ikke kan vises (U+{ord(match.group()):04X})."
        hint = "Slet koden med omvendt skråstreg."
        found.append(Finding("struktur-tegnsaet", Severity.ERROR, place, message, hint=hint))
    found.extend(hidden_finding(match.group(), place) for match in HIDDEN.finditer(text))
    return found[:MAX_SYNTAX_FINDINGS]


def _looks_like_utf16(data: bytes) -> bool:
    """Tell UTF-16 without a mark: in Danish text saved so, every second byte is NUL."""
    sample = data[:200]
    return len(sample) >= 4 and sample.count(0) >= len(sample) * 2 // 5  # noqa: PLR2004 - two letters, 40 %


def _encoding_finding(place: Place, message: str) -> Finding:
    return Finding("struktur-tegnsaet", Severity.ERROR, place, message, hint=_HINT_SAVE)


def _place_of_index(text: str, index: int, file: str) -> Place:
    lines = _LINE_BREAK.split(text[:index])
    line, column = len(lines), len(lines[-1]) + 1
    return Place(file, line, column, (line, column + 1))
