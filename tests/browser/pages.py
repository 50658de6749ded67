"""Every kind of page the site has, each by one of its kind. A new kind joins all browser tests by one line here."""

from __future__ import annotations

from dataclasses import dataclass

OK, NOT_FOUND = 200, 404


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of page: its name in the tests' ids, and where one of its kind lies."""

    name: str
    address: str
    acute: bool = True  # whether the acute line stands on it
    status: int = OK


KINDS = (
    Kind("hjem", ""),
    Kind("akut", "akut/", acute=False),  # it is the acute help
    Kind("omraade", "stofmisbrug/"),
    Kind("kommuner", "stofmisbrug/kommuner/"),
    Kind("kommune-med-standard", "stofmisbrug/kommuner/strandlev/"),
    Kind("kommune-tavs-og-gammel", "stofmisbrug/kommuner/roerkoebing/"),
    Kind("klage", "stofmisbrug/kommuner/strandlev/klage/"),
    Kind("klag", "stofmisbrug/klag/"),
    Kind("standard", "stofmisbrug/kommuner/strandlev/standard/"),
    Kind("lovtjek", "stofmisbrug/kommuner/strandlev/lovtjek/"),
    Kind("kommune-uden-standard", "stofmisbrug/kommuner/aeroe/"),
    Kind("paaroerende", "stofmisbrug/paaroerende/"),
    Kind("rettigheder", "stofmisbrug/rettigheder/"),
    Kind("overblik", "stofmisbrug/overblik/"),
    Kind("sammenlign", "stofmisbrug/sammenlign/"),
    Kind("hvad-hvis", "stofmisbrug/hvad-hvis/"),
    Kind("metode", "stofmisbrug/metode/"),
    Kind("standard-fil", "stofmisbrug/kommuner/strandlev/standard/fil/"),
    Kind("landet", "stofmisbrug/landet/"),
    Kind("landet-2009", "stofmisbrug/landet/2009/"),
    Kind("udvikling", "stofmisbrug/udvikling/"),
    Kind("anbefalinger", "stofmisbrug/anbefalinger/"),
    Kind("krav", "stofmisbrug/krav/klageadgang/"),
    Kind("ordliste", "ordliste/"),
    Kind("for-kommuner", "for-kommuner/"),
    Kind("retningslinjer", "stofmisbrug/retningslinjer/"),
    Kind("retningslinje", "stofmisbrug/retningslinjer/2.3/"),
    Kind("forloeb", "stofmisbrug/forloeb/"),
    Kind("forloeb-kommune", "stofmisbrug/kommuner/strandlev/forloeb/"),
    Kind("baggrund", "baggrund/"),
    Kind("lov", "lov/"),
    Kind("regler", "for-kommuner/regler/"),
    Kind("regel", "for-kommuner/regler/sprog-ord/"),
    Kind("data", "data/"),
    Kind("om", "om/"),
    Kind("tilgaengelighed", "tilgaengelighed/"),
    Kind("404", "findes-ikke/", acute=False, status=NOT_FOUND),  # it names 112 in its own words
)
BY_NAME = {kind.name: kind for kind in KINDS}
