"""The pages that belong to no area: the front page, acute help, and what there is to know of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.present.context import FRONT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.present.context import Site
    from kvalitet.present.page import Page


def pages(site: Site) -> Iterator[Page]:
    """Yield the front page, acute help, about, and the accessibility statement."""
    page = site.renderer.page
    yield page("", "hjem", "Hjælp til dig, der bruger stoffer")
    yield page("akut/", "akut", "Akut hjælp", crumbs=FRONT)
    yield page("om/", "om", "Om siden", crumbs=FRONT)
    yield page("tilgaengelighed/", "tilgaengelighed", "Tilgængelighed", crumbs=FRONT)
