"""The officer's door: from nothing to a published standard, in steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.present.context import FRONT
from kvalitet.present.doors.rules import mark_example
from kvalitet.rules import lov_graense

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.present.context import Site
    from kvalitet.present.page import Page


def pages(site: Site) -> Iterator[Page]:
    """Yield the guide; what the check says there is what it says of a rule's own wrong example."""
    shown = mark_example(lov_graense.RULE)
    values = {"site_areas": site.areas, "finding": shown, "rule": lov_graense.RULE}
    yield site.renderer.page("for-kommuner/", "for-kommuner", "For kommuner", crumbs=FRONT, **values)
