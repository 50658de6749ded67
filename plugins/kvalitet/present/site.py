"""All pages of a site from one report, door by door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.present.context import Site, SiteOptions
from kvalitet.present.doors import AREA_DOORS, DOORS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.catalogue import Catalogue
    from kvalitet.check import Report
    from kvalitet.present.page import Page

__all__ = ["SiteOptions", "make_pages"]


def make_pages(report: Report, catalogues: list[Catalogue], options: SiteOptions) -> list[Page]:
    """Return every page, in a stable order."""
    return list(_all_pages(Site(report, catalogues, options)))


def _all_pages(site: Site) -> Iterator[Page]:
    for door in DOORS:
        yield from door(site)
    for area in site.areas:
        for area_door in AREA_DOORS:
            yield from area_door(site, area)
