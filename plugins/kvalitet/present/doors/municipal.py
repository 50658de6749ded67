"""The pages of one municipality: with a standard the citizen's page and three below it, else rights and how to ask."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kvalitet.present.context import FRONT
from kvalitet.present.views import view_criteria, view_document, view_sections, view_subjects
from kvalitet.standard.status import revision_due, status_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.check import Assessed
    from kvalitet.present.context import Area, Place, Site
    from kvalitet.present.page import Page
    from kvalitet.present.renderer import Renderer


def door_pages(site: Site, area: Area) -> Iterator[Page]:
    """Yield the area's own door, the list of municipalities, and the rights that hold in all of them."""
    page = site.renderer.page
    crumbs = [*FRONT, ("Find hjælp", area.root)]
    values = {"places": area.places, **area.common}
    yield page(area.root, "omraade", "Find hjælp i din kommune", crumbs=FRONT, **values)
    yield page(f"{area.root}kommuner/", "kommuner", "Alle kommuner", crumbs=crumbs, **values)
    yield page(f"{area.root}rettigheder/", "rettigheder", "Dine rettigheder", crumbs=crumbs, **area.common)


def pages(site: Site, area: Area) -> Iterator[Page]:
    """Yield each municipality's own pages."""
    for place in area.places:
        if site.options.only in ("", place.slug):
            yield from _municipal_pages(site.renderer, place, area.common)


def _municipal_pages(renderer: Renderer, place: Place, common: dict[str, Any]) -> Iterator[Page]:
    root = common["root"]
    address = f"{root}kommuner/{place.slug}/"
    above = [*FRONT, ("Find hjælp", root), ("Alle kommuner", f"{root}kommuner/")]
    common = {**common, "crumbs": above, "crumb": place.name, "municipality": place.name}
    if place.assessed is None:
        yield renderer.page(address, "uden-standard", f"Hjælp i {place.name}", place=place, **common)
        return
    yield from _standard_pages(renderer, place.assessed, address, {"place": place, **common})


def _standard_pages(renderer: Renderer, assessed: Assessed, address: str, common: dict[str, Any]) -> Iterator[Page]:
    standard = assessed.standard
    subjects = view_subjects(assessed)
    values = {
        **common,
        "assessed": assessed,
        "standard": standard,
        "edition": assessed.edition,
        "home": address,
        "status": status_on(standard, assessed.edition, renderer.day),
        "due": revision_due(standard, assessed.edition),
        "source": standard.file,
        "hidden": standard.example,
    }
    yield renderer.page(address, "pixie", f"Hjælp i {standard.name}", subjects=subjects, **values)
    values["crumbs"] = [*common["crumbs"], (standard.name, address)]
    for view in subjects:
        if view.subject.page:  # a neutral tab title: someone may look over the reader's shoulder
            values["crumb"] = view.subject.page.capitalize()
            yield renderer.page(f"{address}{view.subject.page}/", "klage", standard.name, view=view, **values)
    title = f"{standard.name}: hele kvalitetsstandarden"
    parts = {"sections": view_sections(assessed), "document": view_document(assessed)}
    values["crumb"] = "Hele standarden"
    yield renderer.page(f"{address}standard/", "standard", title, **parts, **values)
    yield from _officer_pages(renderer, common["place"].told or assessed, address, values)


def _officer_pages(renderer: Renderer, told: Assessed, address: str, values: dict[str, Any]) -> Iterator[Page]:
    """Yield the law check as far as it may be told, and the file line by line."""
    standard = told.standard
    requirements = [
        (one, told.edition.item_of(one.id), view_criteria(one, told))
        for one in standard.catalogue.requirements.values()
    ]
    others = [one for one in told.findings if one.criterion is None]
    title = f"{standard.name}: lovtjek"
    values = {**values, "assessed": told, "crumb": "Lovtjek"}
    yield renderer.page(f"{address}lovtjek/", "lovtjek", title, requirements=requirements, others=others, **values)
    lines = Path(standard.file).read_bytes().decode("utf-8", "replace").splitlines()
    crumbs = [*values["crumbs"], ("Hele standarden", f"{address}standard/")]
    values |= {"crumb": "Filen", "crumbs": crumbs, "styles": ("linjer",)}
    yield renderer.page(f"{address}standard/fil/", "standard-fil", f"{standard.name}: filen", lines=lines, **values)
