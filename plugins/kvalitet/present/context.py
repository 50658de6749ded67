"""What every page of one site is made from: the report, the catalogues, and the places of each area."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kvalitet.acute import load_acute_help
from kvalitet.check import Release, hold_back
from kvalitet.danish import alphabetical
from kvalitet.guidelines import load_guidance
from kvalitet.present.renderer import Renderer
from kvalitet.present.text import fill_text
from kvalitet.register import load_register

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from markupsafe import Markup

    from kvalitet.catalogue import Catalogue, LegalBasis
    from kvalitet.catalogue.model import LegalReference
    from kvalitet.check import Assessed, Report
    from kvalitet.export import Snapshot
    from kvalitet.guidelines import Guidance
    from kvalitet.register import Municipality

FRONT = [("Forside", "")]
"""The crumbs of a page right below the front page."""


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """What whoever runs the site decides.

    ``examples``: whether invented municipalities are shown; ``find_examples``: whether they are found by those who look
    for their municipality. ``only``: the slug of the one municipality whose own pages are made, "" for all.
    ``confirmed``: ids of telephone numbers that have been confirmed. ``publisher`` and ``contact``: who runs the site,
    as text. ``statement``: the address of its accessibility statement. ``history``: the days that were kept, oldest
    first. ``release``: which law checks may be told. ``drafts``: a draft edition of the rules by area, for the page
    that asks what if. ``address``: the site's own, for what is read on paper; "" where it is not known.
    """

    name: str = "Kvalitetsstandarder"
    examples: bool = True
    find_examples: bool = False
    only: str = ""
    confirmed: frozenset[str] = field(default_factory=frozenset)
    publisher: str = ""
    contact: str = ""
    statement: str = ""
    release: Release = field(default_factory=Release)
    drafts: Mapping[str, LegalBasis] = field(default_factory=dict)
    history: tuple[Snapshot, ...] = ()
    address: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality on the site: of the register, of a standard, or both. ``broken``: its file cannot be read.

    ``told`` is ``assessed`` as far as its law check may be told: what those who compare see.
    """

    slug: str
    name: str
    municipality: Municipality | None = None
    assessed: Assessed | None = None
    told: Assessed | None = None
    broken: bool = False

    @property
    def letter(self) -> str:
        """The letter it stands under in a list: 'Aa' is Å."""
        return "Å" if self.name.startswith("Aa") else self.name[0].upper()

    @property
    def names(self) -> tuple[str, ...]:
        """All that people call it; the first is its name, and '<name> Kommune' goes without saying."""
        one = self.municipality
        others = (one.full_name, *one.other_names) if one is not None else ()
        return (self.name, *(other for other in others if other != f"{self.name} Kommune"))

    @property
    def example(self) -> bool:
        """Whether it is invented."""
        return self.assessed is not None and self.assessed.standard.example


@dataclass(frozen=True, slots=True)
class Area:
    """One service area. ``root`` is its address; ``places`` all municipalities; ``assessed`` those with a standard.

    ``guidance`` are the national guidelines and the journey, None where the area has none. ``common`` is what each
    template of the area's pages gets: ``catalogue``, ``guidance``, ``root``, and ``say``, which gives a fixed text of
    the citizen's pages: ``say("klage", "skriv-i-dag", kommune="Odense")``. ``references_of`` gives what such texts lean
    on: ``references_of("klage", ["skriv-i-dag"])``.
    """

    catalogue: Catalogue
    root: str
    edition: LegalBasis
    places: list[Place]
    guidance: Guidance | None

    @property
    def assessed(self) -> list[Assessed]:
        """The standards shown, as far as they may be told, in the order of the places."""
        return [place.told for place in self.places if place.told is not None]

    @property
    def rights_read(self) -> date:
        """The day since which none of the rights was read again."""
        return min(right.read for right in self.catalogue.rights.values())

    def address_of(self, place: Place) -> str:
        """Return the address of a municipality's own page."""
        return f"{self.root}kommuner/{place.slug}/"

    @property
    def common(self) -> dict[str, Any]:
        """The values that all templates of the area get."""
        say = {"say": self.say, "references_of": self.references_of}
        return {"catalogue": self.catalogue, "guidance": self.guidance, "root": self.root, **say}

    def say(self, file: str, text: str, **values: object) -> Markup:
        """Return the fixed text ``text`` of ``borgertekster/<file>.yml`` on one line, ``values`` filled in."""
        return fill_text(self.catalogue.texts[file][text].words, values)

    def references_of(self, file: str, texts: Iterable[str]) -> list[LegalReference]:
        """Return what the fixed ``texts`` of ``borgertekster/<file>.yml`` lean on, each once."""
        found = {one.id: one for text in texts for one in self.catalogue.texts[file][text].references}
        return list(found.values())


class Site:
    """Holds what every page needs; ``areas`` in the order of the catalogues.

    ``told`` is the report as far as it may be told: what those who compare see.
    """

    def __init__(self, report: Report, catalogues: list[Catalogue], options: SiteOptions) -> None:
        self.report = report
        self.told = hold_back(report, options.release)
        self.catalogues = catalogues
        self.options = options
        self.acute = load_acute_help()
        numbers = self.acute.shown(options.confirmed)
        common = {"options": options, "acute": self.acute, "numbers": numbers, "areas": catalogues}
        self.renderer = Renderer(options.name, report.day, common)
        self.areas = [self._make_area(one) for one in catalogues]

    def _make_area(self, catalogue: Catalogue) -> Area:
        return Area(
            catalogue=catalogue,
            root=f"{catalogue.area}/",
            edition=catalogue.edition_on(self.report.day),
            places=find_places(self.report, self.told, catalogue, self.options),
            guidance=load_guidance(catalogue.area),
        )


def find_places(report: Report, told: Report, catalogue: Catalogue, options: SiteOptions) -> list[Place]:
    """Return the municipalities of the register, each with its standard if there is one, and the examples.

    ``told`` is ``report`` as far as it may be told.
    """
    found: dict[str, Place] = {
        slug: Place(slug, one.name, municipality=one) for slug, one in load_register().municipalities.items()
    }
    for typed in report.collection.unreadable:
        if not typed.shared and typed.slug in found:
            found[typed.slug] = Place(typed.slug, found[typed.slug].name, found[typed.slug].municipality, broken=True)
    for assessed, shown in zip(report.assessed, told.assessed, strict=True):
        standard = assessed.standard
        if standard.catalogue.area != catalogue.area or (standard.example and not options.examples):
            continue
        known = found.get(standard.slug)
        municipality = known.municipality if known is not None else None
        found[standard.slug] = Place(standard.slug, standard.name, municipality, assessed, shown)
    return sorted(found.values(), key=lambda place: (place.example, alphabetical(place.name)))
