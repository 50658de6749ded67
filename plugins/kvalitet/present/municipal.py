"""The pages of one municipality: with a standard the citizen's page and three below it, else rights and how to ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kvalitet.present.views import view_criteria, view_document, view_sections, view_subjects
from kvalitet.standard.status import revision_due, status_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.check import Assessed
    from kvalitet.present.page import Page
    from kvalitet.present.renderer import Renderer
    from kvalitet.register import Municipality


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality on the site: of the register, of a standard, or both. ``broken``: its file cannot be read."""

    slug: str
    name: str
    municipality: Municipality | None = None
    assessed: Assessed | None = None
    broken: bool = False

    @property
    def letter(self) -> str:
        """The letter it stands under in a list: 'Aa' is Å."""
        return "Å" if self.name.startswith("Aa") else self.name[0].upper()

    @property
    def example(self) -> bool:
        """Whether it is invented."""
        return self.assessed is not None and self.assessed.standard.example


def municipal_pages(renderer: Renderer, place: Place, common: dict[str, Any]) -> Iterator[Page]:
    """Yield the pages of ``place`` below ``common["root"]``."""
    root = common["root"]
    address = f"{root}kommuner/{place.slug}/"
    above = [("Forside", ""), ("Find hjælp", root), ("Alle kommuner", f"{root}kommuner/")]
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
    requirements = [
        (one, assessed.edition.item_of(one.id), view_criteria(one, assessed))
        for one in standard.catalogue.requirements.values()
    ]
    others = [one for one in assessed.findings if one.criterion is None]
    title = f"{standard.name}: lovtjek"
    values["crumb"] = "Lovtjek"
    yield renderer.page(f"{address}lovtjek/", "lovtjek", title, requirements=requirements, others=others, **values)
