"""The page about where the rules come from: the line, the package, the study, and where the sources disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.guidelines import load_background
from kvalitet.present.context import FRONT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.present.context import Site
    from kvalitet.present.page import Page


def pages(site: Site) -> Iterator[Page]:
    """Yield the page, if any area has a background."""
    told = [(area, background) for area in site.areas if (background := load_background(area.catalogue.area))]
    if told:
        values = {"told": told, "crumbs": FRONT, "styles": ("vejen",)}
        yield site.renderer.page("baggrund/", "baggrund", "Hvor reglerne kommer fra", **values)
