"""All pages of a site from one report: which there are, where they lie, and what each is made of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kvalitet.assess.coverage import Level
from kvalitet.present.renderer import Renderer
from kvalitet.present.views import requirement_level, view_criteria, view_sections, view_subjects
from kvalitet.standard.status import revision_due, status_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.catalogue import Catalogue
    from kvalitet.check import Assessed, Report
    from kvalitet.present.page import Page


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """What whoever runs the site decides. ``examples``: whether invented municipalities are shown."""

    name: str = "Kvalitetsstandarder"
    examples: bool = True


def make_pages(report: Report, catalogues: list[Catalogue], options: SiteOptions) -> list[Page]:
    """Return every page, in a stable order."""
    shown = tuple(one for one in report.assessed if options.examples or not one.standard.example)
    site = _Site(report, shown, options)
    pages = [site.page("", "hjem", "Hjælp til dig, der bruger stoffer", areas=catalogues)]
    for catalogue in catalogues:
        pages.extend(site.area_pages(catalogue))
    return pages


class _Site:
    """Holds what every page needs."""

    def __init__(self, report: Report, shown: tuple[Assessed, ...], options: SiteOptions) -> None:
        self.report = report
        self.shown = sorted(shown, key=lambda one: one.standard.slug)
        self.renderer = Renderer(options.name, report.day)

    def page(self, address: str, template: str, title: str, **values: Any) -> Page:  # noqa: ANN401 - template values
        """Return one page of ``template``."""
        return self.renderer.page(address, template, title, values)

    def area_pages(self, catalogue: Catalogue) -> Iterator[Page]:
        """Yield the pages of one area."""
        root = f"{catalogue.area}/"
        here = [one for one in self.shown if one.standard.catalogue is catalogue]
        common = {"catalogue": catalogue, "root": root, "all": here}
        yield self.page(root, "omraade", f"{catalogue.title}: find din kommune", **common)
        yield self.page(f"{root}rettigheder/", "rettigheder", "Dine rettigheder", **common)
        yield self._overview(catalogue, here, common)
        for assessed in here:
            yield from self._municipality_pages(assessed, common)

    def _overview(self, catalogue: Catalogue, here: list[Assessed], common: dict[str, Any]) -> Page:
        edition = catalogue.edition_on(self.report.day)
        rows = [
            {
                "assessed": one,
                "status": status_on(one.standard, one.edition, self.report.day),
                "levels": {name: requirement_level(each, one) for name, each in catalogue.requirements.items()},
                "met": sum(
                    requirement_level(catalogue.requirements[item.requirement], one) is not Level.NOT
                    for item in edition.items
                ),
            }
            for one in here
        ]
        address = f"{common['root']}overblik/"
        return self.page(address, "overblik", "Hvem beskriver hvad?", edition=edition, rows=rows, **common)

    def _municipality_pages(self, assessed: Assessed, common: dict[str, Any]) -> Iterator[Page]:
        standard = assessed.standard
        address = f"{common['root']}kommuner/{standard.slug}/"
        values = {
            **common,
            "assessed": assessed,
            "standard": standard,
            "edition": assessed.edition,
            "home": address,
            "status": status_on(standard, assessed.edition, self.report.day),
            "due": revision_due(standard, assessed.edition),
            "source": standard.file,
            "hidden": standard.example,
        }
        yield self.page(address, "pixie", f"Hjælp i {standard.name}", subjects=view_subjects(assessed), **values)
        title = f"{standard.name}: hele kvalitetsstandarden"
        yield self.page(f"{address}standard/", "standard", title, sections=view_sections(assessed), **values)
        yield self._check_page(assessed, f"{address}lovtjek/", values)

    def _check_page(self, assessed: Assessed, address: str, values: dict[str, Any]) -> Page:
        requirements = [
            (one, assessed.edition.item_of(one.id), view_criteria(one, assessed))
            for one in assessed.standard.catalogue.requirements.values()
        ]
        title = f"{assessed.standard.name}: lovtjek"
        others = [one for one in assessed.findings if one.criterion is None]
        return self.page(address, "lovtjek", title, requirements=requirements, others=others, **values)


def template_folder() -> Path:
    """Return where the templates lie, for adapters that watch them."""
    return Path(__file__).resolve().parent.parent / "templates"
