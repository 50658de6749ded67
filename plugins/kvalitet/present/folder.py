"""Every file of a site: pages as Markdown and what lies beside them; written to a folder for any site generator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.catalogue import known_areas, load_catalogue
from kvalitet.check import hold_back
from kvalitet.export import export_files
from kvalitet.present.leaflets import leaflet_files
from kvalitet.present.site import SiteOptions, make_pages
from kvalitet.publish import publish_folder
from kvalitet.schema import make_schemas

if TYPE_CHECKING:
    from pathlib import Path

    from kvalitet.catalogue import Catalogue
    from kvalitet.check import Report

_MARKER = ".kvalitet"  # tells our folder from somebody else's, which is never replaced


def attached_files(report: Report, catalogues: list[Catalogue], options: SiteOptions) -> dict[str, bytes]:
    """Return what lies beside the pages, by path: data below ``data/``, schemas below ``skema/``, leaflets as PDF."""
    told = hold_back(report, options.release)
    data = {f"data/{name}": content for name, content in export_files(told, options.history).items()}
    schemas = {f"skema/{name}": text.encode() for name, text in make_schemas().items()}
    return data | schemas | leaflet_files(report, catalogues, options)


def site_files(report: Report, options: SiteOptions) -> dict[str, bytes]:
    """Return every file of the site by path: pages as Markdown, and what lies beside them.

    Both adapters, the MkDocs plugin and ``kvalitet render``, hand over exactly these.
    """
    catalogues = [load_catalogue(area) for area in known_areas()]
    pages = {page.file: page.markdown().encode() for page in make_pages(report, catalogues, options)}
    return pages | attached_files(report, catalogues, options)


def write_pages(report: Report, options: SiteOptions, folder: Path) -> int:
    """Write every file below ``folder``, replaced whole or not at all, and return how many there are."""
    files = site_files(report, options)
    with publish_folder(folder, marker=_MARKER) as building:
        (building / _MARKER).write_text("Made by 'kvalitet render'. Replaced whole each time.\n", encoding="utf-8")
        for name, content in files.items():
            path = building / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return len(files)
