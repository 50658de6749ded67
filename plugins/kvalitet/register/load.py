"""``kommuner.yml`` to a ``Register``, read by the same careful reader as the catalogue."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kvalitet.catalogue.access import Reader, day, entries, parts, string, strings
from kvalitet.catalogue.forms import PROOF, choice, group, identifier, line, listing, text, yes_no
from kvalitet.catalogue.forms import day as day_field
from kvalitet.catalogue.load import CatalogueError
from kvalitet.danish import alphabetical
from kvalitet.fields import Field, Kind
from kvalitet.register.model import Municipality, Region, Register, Website

if TYPE_CHECKING:
    from collections.abc import Mapping as Dictionary

    from kvalitet.fields import Value

_FILE = Path(__file__).resolve().parent / "kommuner.yml"
_IDS = listing("kilder", line(""), required=True)
_DATED = (day_field("dato", required=True), PROOF, identifier("kilde"), text("note"))

_FORM: dict[str, Field] = {
    one.key: one
    for one in (
        listing(
            "kilder",
            group(
                "",
                identifier(),
                line("titel", required=True),
                line("udgiver", required=True),
                line("år"),
                yes_no("myndighed"),
                Field("link", Kind.LINK),
                text("fundsted"),
                day_field("læst", required=True),
                text("viser", required=True),
                text("forbehold"),
            ),
            required=True,
        ),
        listing(
            "regioner",
            group("", identifier(), line("navn", required=True), _IDS, group("fra", *_DATED), group("til", *_DATED)),
            required=True,
        ),
        listing(
            "kommuner",
            group(
                "",
                line("kode", required=True, pattern=r"\d{4}"),
                line("navn", required=True),
                line("fuldt_navn"),
                listing("andre_navne", line("")),
                text("note"),
                listing("regioner", line(""), required=True),
                group(
                    "hjemmeside",
                    Field("adresse", Kind.LINK, required=True),
                    choice("bevis", ("ordret", "gengivet")),
                    _IDS,
                    day_field("læst", required=True),
                ),
                _IDS,
            ),
            required=True,
        ),
    )
}


@lru_cache(maxsize=1)
def load_register(path: Path = _FILE) -> Register:
    """Return the register, read once per process. Raises ``CatalogueError`` with every fault."""
    reader = Reader(path, f"register/{path.name}")
    values = reader.read(_FORM)
    regions = {string(one, "id"): _make_region(one) for one, _ in entries(values, "regioner")}
    made: list[Municipality] = []
    for one, place in entries(values, "kommuner"):
        unknown = [name for name in strings(one, "regioner") if name not in regions]
        if unknown:
            reader.report_at(place, f"No region has the id '{unknown[0]}'.")
            continue
        made.append(_make_municipality(one, regions))
    if reader.findings:
        raise CatalogueError(reader.findings)
    made.sort(key=lambda one: alphabetical(one.name))
    return Register({one.slug: one for one in made})


def _make_region(values: Dictionary[str, Value]) -> Region:
    end = parts(values, "til")
    return Region(
        id=string(values, "id"),
        name=string(values, "navn"),
        start=day(parts(values, "fra"), "dato"),
        end=day(end, "dato") if end else None,
    )


def _make_municipality(values: Dictionary[str, Value], regions: Dictionary[str, Region]) -> Municipality:
    website = parts(values, "hjemmeside")
    name = string(values, "navn")
    return Municipality(
        code=string(values, "kode"),
        name=name,
        full_name=string(values, "fuldt_navn") or f"{name} Kommune",
        other_names=strings(values, "andre_navne"),
        regions=tuple(regions[one] for one in strings(values, "regioner")),
        website=Website(string(website, "adresse"), day(website, "læst")) if website else None,
    )
