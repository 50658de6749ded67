"""One file from disk to a tree; whatever goes wrong is a finding, never an exception."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kvalitet.findings import Finding, Place, Severity
from kvalitet.reading.compose import read_text
from kvalitet.reading.decode import decode
from kvalitet.reading.limits import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from kvalitet.reading.tree import Mapping


class ReadFile(NamedTuple):
    """A file as it was read. ``root`` is None where there is no mapping to work with; ``text`` is for showing."""

    root: Mapping | None
    findings: list[Finding]
    text: str = ""


def read_file(path: Path, file: str) -> ReadFile:
    """Return the tree of the file at ``path`` and all findings, told under the name ``file``."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return ReadFile(None, [_unreadable(file, error)])
    if len(data) > MAX_BYTES:
        message = f"Filen er større end {MAX_BYTES // 1024} kB og læses ikke."
        hint = "En standard fylder sjældent over 60 kB. Se efter, om noget er sat ind ved en fejl."
        return ReadFile(None, [Finding("struktur-stoerrelse", Severity.ERROR, Place(file), message, hint=hint)])
    text, findings = decode(data, file)
    if text is None:
        return ReadFile(None, findings, data.decode("utf-8-sig", errors="replace"))
    root, more = read_text(text, file)
    return ReadFile(root, findings + more, text)


def _unreadable(file: str, error: OSError) -> Finding:
    reasons = {
        "PermissionError": "du har ikke adgang til den",
        "FileNotFoundError": "den findes ikke",
        "IsADirectoryError": "det er en mappe",
    }
    reason = reasons.get(type(error).__name__, "disken eller netværket svarer ikke")
    hint = "Se, om filen findes, og om du må læse den."
    return Finding("struktur-fil", Severity.ERROR, Place(file), f"Filen kan ikke åbnes: {reason}.", hint=hint)
