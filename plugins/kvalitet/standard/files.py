"""Which files are standards: ``<folder>/…/<kommune>.yml``; what lies in ``_fælles`` is shared text.

What lies in ``_anbefalinger`` is no standard but answers on recommendations, with a form of its own.
"""

from __future__ import annotations

import os
from pathlib import Path

from kvalitet.findings import Finding, Place, Severity

SHARED_FOLDER = "_fælles"
ANSWERS_FOLDER = "_anbefalinger"
_ENDINGS = frozenset({".yml", ".yaml"})


def find_standard_files(paths: list[Path]) -> tuple[list[Path], list[Finding]]:
    """Return the files at or below ``paths`` by the names people see, and a finding for each folder without any."""
    files: dict[str, Path] = {}
    findings = []
    for path in paths:
        found = _files_below(path) if path.is_dir() else [path]
        if found and all(_holds_answers(one) for one in found):
            continue  # told about by whoever reads the answers
        found = [one for one in found if not _holds_answers(one)]
        if not found:
            message = "Mappen indeholder ingen standarder."
            hint = "En standard er en fil, der ender på .yml. Lav en med 'kvalitet new KOMMUNE'."
            findings.append(Finding("struktur-fil", Severity.ERROR, Place(shown_name(path)), message, hint=hint))
        for one in found:
            files.setdefault(shown_name(one), one)
    return [files[name] for name in sorted(files)], findings


def find_answer_files(paths: list[Path]) -> list[Path]:
    """Return the files with answers on recommendations at or below ``paths``, in a stable order."""
    found = (one for path in paths for one in (_files_below(path) if path.is_dir() else [path]))
    files = {shown_name(one): one for one in found if _holds_answers(one)}
    return [files[name] for name in sorted(files)]


def shown_name(path: Path) -> str:
    """Return the path as people see it: relative to where they stand, with ``/``."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive on Windows
        return path.as_posix()


def _holds_answers(path: Path) -> bool:
    return path.resolve().parent.name == ANSWERS_FOLDER


def _files_below(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS and path.is_file())
    return [path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
