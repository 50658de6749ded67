"""The way through a treatment: one page for all, and one for each municipality with what its standard says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kvalitet.assess.coverage import Level
from kvalitet.catalogue.model import Subject
from kvalitet.present.context import FRONT
from kvalitet.present.doors.guidelines import STYLES
from kvalitet.present.subjects import view_subject
from kvalitet.present.views import requirement_level
from kvalitet.standard.status import status_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.catalogue import Catalogue, Requirement
    from kvalitet.check import Assessed
    from kvalitet.guidelines import Step
    from kvalitet.present.context import Area, Place, Site
    from kvalitet.present.page import Page
    from kvalitet.present.subjects import SubjectView


@dataclass(frozen=True, slots=True)
class StepView:
    """One step with what a standard says there. ``earlier``: steps at which it has spoken of what matters here too."""

    step: Step
    told: SubjectView
    levels: tuple[tuple[Requirement, Level], ...]
    earlier: tuple[Step, ...]


JOURNEY, JOURNEY_TITLE = "forloeb/", "Vejen gennem behandling"


def pages(site: Site, area: Area) -> Iterator[Page]:
    """Yield the journey and each municipality's; nothing where the area has none."""
    if area.guidance is None:
        return
    values = {"crumbs": [*FRONT, ("Find hjælp", area.root)], "styles": STYLES, **area.common}
    places = [place for place in area.places if place.assessed is not None]
    yield site.renderer.page(f"{area.root}{JOURNEY}", "forloeb", JOURNEY_TITLE, places=places, **values)
    for place in places:
        if site.options.only in ("", place.slug):
            yield _municipal_page(site, area, place, values)


def _municipal_page(site: Site, area: Area, place: Place, values: dict[str, Any]) -> Page:
    assert area.guidance is not None  # noqa: S101 - asked above
    assert place.assessed is not None  # noqa: S101 - as above
    assessed, standard = place.assessed, place.assessed.standard
    home = f"{area.root}kommuner/{place.slug}/"
    own = {
        **values,
        "crumbs": [*values["crumbs"], ("Alle kommuner", f"{area.root}kommuner/"), (standard.name, home)],
        "crumb": "Trin for trin",
        "home": home,
        "standard": standard,
        "status": status_on(standard, assessed.edition, site.report.day),
        "municipality": standard.name,
        "source": standard.file,
        "hidden": standard.example,
        "searched": False,  # the citizen's page says the same, and there may be one for each municipality
        "views": view_steps((*area.guidance.steps, area.guidance.throughout), assessed, place.told or assessed),
    }
    title = f"{standard.name}: vejen gennem behandling"
    return site.renderer.page(f"{home}{JOURNEY}", "forloeb-kommune", title, **own)


def view_steps(steps: tuple[Step, ...], assessed: Assessed, told: Assessed) -> list[StepView]:
    """Return what the standard says at each of ``steps``; its words on a requirement stand where it is first met.

    ``told`` is ``assessed`` as far as its law check may be told: from it come the levels.
    """
    catalogue: Catalogue = assessed.standard.catalogue
    first: dict[str, Step] = {}
    views = []
    for step in steps:
        rights = tuple(catalogue.rights[name] for name in step.rights)
        new = tuple(name for name in step.requirements if name not in first)
        subject = Subject(step.id, step.title, step.title, new, (), (), more=step.shows, rights=rights, page="")
        requirements = [catalogue.requirements[name] for name in step.requirements]
        levels = tuple((one, requirement_level(one, told)) for one in requirements)
        spoken = {one.id for one in requirements if requirement_level(one, assessed) is not Level.NOT}
        earlier = {first[name].id: first[name] for name in step.requirements if name in first and name in spoken}
        views.append(StepView(step, view_subject(subject, assessed), levels, tuple(earlier.values())))
        first |= dict.fromkeys(new, step)
    return views
