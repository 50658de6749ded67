"""The pages of one municipality: with a standard the citizen's page and two below it, else rights and how to ask."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kvalitet import paper
from kvalitet.present.context import FRONT
from kvalitet.present.subjects import find_contradictions, first_number, view_subjects, view_without_standard
from kvalitet.present.views import measure_adopted, view_criteria, view_document, view_sections
from kvalitet.rules import RULES_BY_ID
from kvalitet.standard.status import revision_due, status_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.check import Assessed
    from kvalitet.present.context import Area, Place, Site
    from kvalitet.present.page import Page
    from kvalitet.present.renderer import Renderer
    from kvalitet.present.subjects import Contradictions, SubjectView

_TOOLS = ("pixie",)


def door_pages(site: Site, area: Area) -> Iterator[Page]:
    """Yield the area's own door, the list of municipalities, and the rights that hold in all of them."""
    page = site.renderer.page
    crumbs = [*FRONT, ("Find hjælp", area.root)]
    findable = [one for one in area.places if site.options.find_examples or not one.example]
    values = {"places": area.places, "findable": findable, "tools": ("find",), **area.common}
    yield page(area.root, "omraade", "Find hjælp i din kommune", crumbs=FRONT, **values)
    yield page(f"{area.root}kommuner/", "kommuner", "Alle kommuner", crumbs=crumbs, **values)
    yield page(f"{area.root}rettigheder/", "rettigheder", "Dine rettigheder", crumbs=crumbs, **area.common)


def pages(site: Site, area: Area) -> Iterator[Page]:
    """Yield each municipality's own pages."""
    contradictions = find_contradictions(site.report)
    for place in area.places:
        if site.options.only in ("", place.slug):
            yield from _municipal_pages(site, area, place, contradictions)


def _municipal_pages(site: Site, area: Area, place: Place, contradictions: Contradictions) -> Iterator[Page]:
    address = area.address_of(place)
    above = [*FRONT, ("Find hjælp", area.root), ("Alle kommuner", f"{area.root}kommuner/")]
    own = {"crumbs": above, "crumb": place.name, "municipality": place.name, "place": place, "read": area.rights_read}
    common = {**area.common, **own}
    if place.assessed is None:
        subjects = view_without_standard(area.catalogue)
        yield site.renderer.page(
            address, "uden-standard", f"Hjælp i {place.name}", subjects=subjects, tools=_TOOLS, **common
        )
        return
    subjects = view_subjects(place.assessed, contradictions)
    leaflets = paper.available()
    yield from _standard_pages(site.renderer, place.assessed, address, subjects, {"leaflets": leaflets, **common})


def _standard_pages(
    renderer: Renderer, assessed: Assessed, address: str, subjects: list[SubjectView], common: dict[str, Any]
) -> Iterator[Page]:
    standard = assessed.standard
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
    title = f"Hjælp i {standard.name}"
    yield renderer.page(address, "pixie", title, subjects=subjects, tools=_TOOLS, ring=first_number(subjects), **values)
    values["crumbs"] = [*common["crumbs"], (standard.name, address)]
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
    others = [(one, RULES_BY_ID[one.rule]) for one in told.findings if one.criterion is None]
    exceptions = [(one, RULES_BY_ID[one.finding.rule]) for one in told.excepted]
    title = f"{standard.name}: lovtjek"
    values = {**values, "assessed": told, "crumb": "Lovtjek", "ease": measure_adopted(standard)}
    parts = {"requirements": requirements, "others": others, "exceptions": exceptions}
    yield renderer.page(f"{address}lovtjek/", "lovtjek", title, **parts, **values)
    lines = Path(standard.file).read_bytes().decode("utf-8", "replace").splitlines()
    crumbs = [*values["crumbs"], ("Hele standarden", f"{address}standard/")]
    values |= {"crumb": "Filen", "crumbs": crumbs, "styles": ("linjer",)}
    yield renderer.page(f"{address}standard/fil/", "standard-fil", f"{standard.name}: filen", lines=lines, **values)
