"""The officer's door: from nothing to a published standard, in steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.present.context import FRONT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.present.context import Site
    from kvalitet.present.page import Page


def pages(site: Site) -> Iterator[Page]:
    """Yield the guide."""
    yield site.renderer.page("for-kommuner/", "for-kommuner", "For kommuner", crumbs=FRONT, site_areas=site.areas)
