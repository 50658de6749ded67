"""The pages that belong to no area: the front page, acute help, and what there is to know of the site."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kvalitet.catalogue.verify import to_ascii
from kvalitet.danish import alphabetical
from kvalitet.glossary import load_glossary
from kvalitet.present.context import FRONT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.glossary import Term
    from kvalitet.present.context import Site
    from kvalitet.present.page import Page


def pages(site: Site) -> Iterator[Page]:
    """Yield the front page, acute help, the glossary, about, and the accessibility statement."""
    page = site.renderer.page
    yield page("", "hjem", "Hjælp til dig, der bruger stoffer")
    yield page("akut/", "akut", "Akut hjælp", crumbs=FRONT)
    yield page("ordliste/", "ordliste", "Ordliste", letters=_by_letter(), glossary=load_glossary(), crumbs=FRONT)
    yield page("om/", "om", "Om siden", crumbs=FRONT)
    yield page("tilgaengelighed/", "tilgaengelighed", "Tilgængelighed", crumbs=FRONT)


def _by_letter() -> list[tuple[str, str, list[Term]]]:
    """Return the words of the glossary as a dictionary has them: each letter, its anchor, and its words."""
    terms = sorted(load_glossary().terms.values(), key=lambda one: alphabetical(one.word))
    grouped = groupby(terms, key=lambda one: one.word[0].upper())
    return [(letter, f"bogstav-{to_ascii(letter)}", list(ones)) for letter, ones in grouped]
