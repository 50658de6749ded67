"""All pages of a site from one report: which there are, where they lie, and what each is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kvalitet.acute import load_acute_help
from kvalitet.danish import alphabetical
from kvalitet.present.law import law_pages
from kvalitet.present.municipal import Place, municipal_pages
from kvalitet.present.renderer import Renderer
from kvalitet.present.views import matrix_rows
from kvalitet.register import load_register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.catalogue import Catalogue
    from kvalitet.check import Assessed, Report
    from kvalitet.present.page import Page


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """What whoever runs the site decides.

    ``examples``: whether invented municipalities are shown. ``only``: the slug of the one municipality whose own
    pages are made, "" for all. ``confirmed``: ids of acute numbers that have been confirmed. ``publisher`` and
    ``contact``: who runs the site, as text. ``statement``: the address of its accessibility statement.
    """

    name: str = "Kvalitetsstandarder"
    examples: bool = True
    only: str = ""
    confirmed: frozenset[str] = field(default_factory=frozenset)
    publisher: str = ""
    contact: str = ""
    statement: str = ""


FRONT = [("Forside", "")]


def make_pages(report: Report, catalogues: list[Catalogue], options: SiteOptions) -> list[Page]:
    """Return every page, in a stable order."""
    return list(_Site(report, catalogues, options).pages())


class _Site:
    """Holds what every page needs."""

    def __init__(self, report: Report, catalogues: list[Catalogue], options: SiteOptions) -> None:
        self.report = report
        self.catalogues = catalogues
        self.options = options
        acute = load_acute_help()
        common = {"options": options, "acute": acute, "numbers": acute.shown(options.confirmed), "areas": catalogues}
        self.renderer = Renderer(options.name, report.day, common)

    def pages(self) -> Iterator[Page]:
        """Yield the pages that belong to no area, then each area's."""
        page = self.renderer.page
        yield page("", "hjem", "Hjælp til dig, der bruger stoffer")
        yield page("akut/", "akut", "Akut hjælp", crumbs=FRONT)
        yield page("om/", "om", "Om siden", crumbs=FRONT)
        yield page("data/", "data", "Data", crumbs=FRONT)
        yield page("tilgaengelighed/", "tilgaengelighed", "Tilgængelighed", crumbs=FRONT)
        yield from law_pages(self.renderer, self.catalogues)
        for catalogue in self.catalogues:
            yield from self._area_pages(catalogue)

    def _area_pages(self, catalogue: Catalogue) -> Iterator[Page]:
        root = f"{catalogue.area}/"
        places = self._places(catalogue)
        common: dict[str, Any] = {"catalogue": catalogue, "root": root}
        page = self.renderer.page
        door = [*FRONT, ("Find hjælp", root)]
        yield page(root, "omraade", "Find hjælp i din kommune", places=places, crumbs=FRONT, **common)
        yield page(f"{root}kommuner/", "kommuner", "Alle kommuner", places=places, crumbs=door, **common)
        yield page(f"{root}rettigheder/", "rettigheder", "Dine rettigheder", crumbs=door, **common)
        assessed = [place.assessed for place in places if place.assessed is not None]
        rows = matrix_rows(catalogue, assessed, self.report.day)
        edition = catalogue.edition_on(self.report.day)
        values = {"rows": rows, "edition": edition, "crumbs": FRONT, "wide": True, **common}
        yield page(f"{root}overblik/", "overblik", "Hvem beskriver hvad?", **values)
        yield from self._requirement_pages(catalogue, assessed, common)
        for place in places:
            if self.options.only in ("", place.slug):
                yield from municipal_pages(self.renderer, place, common)

    def _requirement_pages(
        self, catalogue: Catalogue, assessed: list[Assessed], common: dict[str, Any]
    ) -> Iterator[Page]:
        edition = catalogue.edition_on(self.report.day)
        for requirement in catalogue.requirements.values():
            yield self.renderer.page(
                f"{common['root']}krav/{requirement.id}/",
                "krav",
                requirement.title,
                crumbs=[*FRONT, ("Hvem beskriver hvad?", f"{common['root']}overblik/")],
                requirement=requirement,
                edition=edition,
                assessed=assessed,
                rights=[right for right in catalogue.rights.values() if requirement.id in right.requirements],
                **common,
            )

    def _places(self, catalogue: Catalogue) -> list[Place]:
        """Return the municipalities of the register, each with its standard if there is one, and the examples."""
        found: dict[str, Place] = {
            slug: Place(slug, one.name, municipality=one) for slug, one in load_register().municipalities.items()
        }
        for typed in self.report.collection.unreadable:
            if not typed.shared and typed.slug in found:
                found[typed.slug] = Place(
                    typed.slug, found[typed.slug].name, found[typed.slug].municipality, broken=True
                )
        for assessed in self.report.assessed:
            standard = assessed.standard
            if standard.catalogue is not catalogue or (standard.example and not self.options.examples):
                continue
            known = found.get(standard.slug)
            municipality = known.municipality if known is not None else None
            found[standard.slug] = Place(standard.slug, standard.name, municipality, assessed)
        return sorted(found.values(), key=lambda place: (place.example, alphabetical(place.name)))
