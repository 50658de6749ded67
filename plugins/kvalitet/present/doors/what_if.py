"""What if the rules were others, and how we measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.present.context import FRONT
from kvalitet.present.doors.matrix import TITLE as MATRIX
from kvalitet.present.example import find_worked_example
from kvalitet.present.whatif import find_suspects, measure_by
from kvalitet.studies import load_survey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.present.context import Area, Site
    from kvalitet.present.page import Page


def pages(site: Site, area: Area) -> Iterator[Page]:
    """Yield the same standards by the other editions, and the page on how a level is decided."""
    crumbs = [*FRONT, (MATRIX, f"{area.root}overblik/")]
    others = [one for one in area.catalogue.editions.values() if one.edition != area.edition.edition]
    if area.catalogue.area in site.options.drafts:
        others.append(site.options.drafts[area.catalogue.area])
    yield site.renderer.page(
        f"{area.root}hvad-hvis/",
        "hvad-hvis",
        "Hvad hvis?",
        crumbs=crumbs,
        wide=True,
        styles=("tal",),
        measured=[measure_by(one, area.catalogue, area.assessed, area.edition) for one in reversed(others)],
        suspects=find_suspects(area.catalogue, area.assessed, area.edition),
        edition=area.edition,
        **area.common,
    )
    yield site.renderer.page(
        f"{area.root}metode/",
        "metode",
        "Sådan måler vi",
        crumbs=crumbs,
        example=find_worked_example(area.catalogue, area.assessed),
        survey=load_survey(area.catalogue.area),
        edition=area.edition,
        **area.common,
    )
