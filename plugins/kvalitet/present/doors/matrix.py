"""The matrix: who describes what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.present.context import FRONT
from kvalitet.present.views import matrix_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.present.context import Area, Site
    from kvalitet.present.page import Page

TITLE = "Hvem beskriver hvad?"


def pages(site: Site, area: Area) -> Iterator[Page]:
    """Yield the matrix."""
    rows = matrix_rows(area.catalogue, area.assessed, site.report.day)
    values = {"rows": rows, "edition": area.edition, "crumbs": FRONT, "wide": True, **area.common}
    yield site.renderer.page(f"{area.root}overblik/", "overblik", TITLE, **values)
