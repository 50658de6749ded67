"""Which files are standards: ``<folder>/…/<kommune>.yml``; what lies in ``_fælles`` is shared text."""

from __future__ import annotations

import os
from pathlib import Path

from kvalitet.findings import Finding, Place, Severity

SHARED_FOLDER = "_fælles"
_ENDINGS = frozenset({".yml", ".yaml"})


def find_standard_files(paths: list[Path]) -> tuple[list[Path], list[Finding]]:
    """Return the files at or below ``paths`` by the names people see, and a finding for each folder without any."""
    files: dict[str, Path] = {}
    findings = []
    for path in paths:
        found = _files_below(path) if path.is_dir() else [path]
        if not found:
            message = "Mappen indeholder ingen standarder."
            hint = "En standard er en fil, der ender på .yml. Lav en med 'kvalitet new KOMMUNE'."
            findings.append(Finding("struktur-fil", Severity.ERROR, Place(shown_name(path)), message, hint=hint))
        for one in found:
            files.setdefault(shown_name(one), one)
    return [files[name] for name in sorted(files)], findings


def shown_name(path: Path) -> str:
    """Return the path as people see it: relative to where they stand, with ``/``."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive on Windows
        return path.as_posix()


def _files_below(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS and path.is_file())
    return [path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
