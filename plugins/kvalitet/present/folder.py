"""Pages and data written to a folder, for any other site generator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.catalogue import known_areas, load_catalogue
from kvalitet.export import export_files
from kvalitet.present.site import SiteOptions, make_pages
from kvalitet.publish import publish_folder

if TYPE_CHECKING:
    from pathlib import Path

    from kvalitet.check import Report

_MARKER = ".kvalitet"  # tells our folder from somebody else's, which is never replaced


def site_files(report: Report, options: SiteOptions) -> dict[str, str]:
    """Return every file of the site by path: pages as Markdown, data below ``data/``.

    Both adapters, the MkDocs plugin and ``kvalitet render``, hand over exactly these.
    """
    catalogues = [load_catalogue(area) for area in known_areas()]
    files = {page.file: page.markdown() for page in make_pages(report, catalogues, options)}
    return files | {f"data/{name}": text for name, text in export_files(report).items()}


def write_pages(report: Report, options: SiteOptions, folder: Path) -> int:
    """Write every file below ``folder``, replaced whole or not at all, and return how many there are."""
    files = site_files(report, options)
    with publish_folder(folder, marker=_MARKER) as building:
        (building / _MARKER).write_text("Made by 'kvalitet render'. Replaced whole each time.\n", encoding="utf-8")
        for name, text in files.items():
            path = building / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    return len(files)
