"""The libraries that read documents are an extra of the package; without them one is told what to install."""

from __future__ import annotations

from importlib.util import find_spec

from kvalitet.importing.documents.model import UnreadableError

INSTALL = 'pip install "mkdocs-kvalitetsstandarder[import]"'

# What a module is imported as, and what it is installed as.
PACKAGES = {
    "docx": "python-docx",
    "lxml": "lxml",
    "markdown": "Markdown",
    "pypdf": "pypdf",
    "ruamel.yaml": "ruamel.yaml",
}


def need_libraries(*modules: str) -> None:
    """Raise ``UnreadableError`` with what to install where one of ``modules`` is not there."""
    missing = [PACKAGES[one] for one in modules if not _is_there(one)]
    if missing:
        names = " og ".join(missing)
        message = f"Dokumentet kan ikke læses, fordi {names} ikke er installeret."
        raise UnreadableError(message, f"Skriv: {INSTALL}")


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # of 'ruamel.yaml', where there is no 'ruamel' either
        return False
