"""A page per requirement: what it asks for, the law behind it, who describes it and who did in 2009."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.present.context import FRONT
from kvalitet.present.doors.matrix import TITLE
from kvalitet.present.requirement import find_models, list_forgotten, view_criteria_now
from kvalitet.studies import load_survey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.present.context import Area, Site
    from kvalitet.present.page import Page


def pages(site: Site, area: Area) -> Iterator[Page]:
    """Yield the requirements' pages, those outside the law's list among them."""
    catalogue = area.catalogue
    survey = load_survey(catalogue.area)
    for requirement in catalogue.requirements.values():
        yield site.renderer.page(
            f"{area.root}krav/{requirement.id}/",
            "krav",
            requirement.title,
            crumbs=[*FRONT, (TITLE, f"{area.root}overblik/")],
            requirement=requirement,
            edition=area.edition,
            criteria=view_criteria_now(requirement, area.assessed, survey, site.report.day),
            models=find_models(requirement, area.assessed),
            forgotten=list_forgotten(requirement, survey),
            survey=survey,
            rights=[right for right in catalogue.rights.values() if requirement.id in right.requirements],
            **area.common,
        )
