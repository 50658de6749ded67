"""The page for parents and other relatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.present.context import FRONT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.present.context import Area, Site
    from kvalitet.present.page import Page


def pages(site: Site, area: Area) -> Iterator[Page]:
    """Yield the page, of an area that has texts for it."""
    if "paaroerende" in area.catalogue.texts:
        crumbs = [*FRONT, ("Find hjælp", area.root)]
        values = {"crumbs": crumbs, "crumb": "Pårørende", **area.common}
        yield site.renderer.page(f"{area.root}paaroerende/", "paaroerende", "Til dig, der er pårørende", **values)
