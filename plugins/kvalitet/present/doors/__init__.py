"""The site's pages by whom they are for: one module each, named after what stands behind the door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.present.doors import (
    background,
    complaint,
    data,
    front,
    guidelines,
    journey,
    law,
    matrix,
    municipal,
    national,
    officer,
    recommendations,
    relatives,
    requirements,
    rules,
    what_if,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kvalitet.present.context import Area, Site
    from kvalitet.present.page import Page

# Pages that belong to no area, then those of each area, in the order in which they are made.
DOORS: tuple[Callable[[Site], Iterator[Page]], ...] = (
    front.pages,
    data.pages,
    officer.pages,
    rules.pages,
    law.pages,
    background.pages,
)
AREA_DOORS: tuple[Callable[[Site, Area], Iterator[Page]], ...] = (
    municipal.door_pages,
    relatives.pages,
    matrix.pages,
    national.pages,
    recommendations.pages,
    requirements.pages,
    guidelines.pages,
    journey.pages,
    what_if.pages,
    municipal.pages,
    complaint.pages,
)

__all__ = ["AREA_DOORS", "DOORS"]
