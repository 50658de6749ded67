"""The page about the law: each reference once, how it was verified, and who leans on it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kvalitet.glossary import load_glossary
from kvalitet.present.context import FRONT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.catalogue import Catalogue
    from kvalitet.present.context import Site
    from kvalitet.present.page import Page

Leaning = tuple[str, str]
"""What leans on a reference: its words, and its address below the site's root ("" where it has no page)."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of all references."""
    leaning = {catalogue.area: find_leaning(catalogue) for catalogue in site.catalogues}
    yield site.renderer.page("lov/", "lov", "Loven, vi bygger på", leaning=leaning, crumbs=FRONT)


def find_leaning(catalogue: Catalogue) -> dict[str, list[Leaning]]:
    """Return, per reference, the requirements, demands, rights, words, limits and wordings that lean on it."""
    found: defaultdict[str, dict[Leaning, None]] = defaultdict(dict)
    for pairs in (_from_requirements, _from_editions, _from_rights, _from_texts, _from_glossary, _from_fields):
        for reference, leaning in pairs(catalogue):
            found[reference][leaning] = None
    return {name: list(ones) for name, ones in found.items()}


def _from_requirements(catalogue: Catalogue) -> Iterator[tuple[str, Leaning]]:
    for requirement in catalogue.requirements.values():
        for reference in requirement.references:
            yield reference.id, (f"Krav: {requirement.title}", f"{catalogue.area}/krav/{requirement.id}/")


def _from_editions(catalogue: Catalogue) -> Iterator[tuple[str, Leaning]]:
    for edition in catalogue.editions.values():
        yield edition.reference.id, (edition.short_title, "")
        for item in edition.items:
            yield item.reference.id, (f"{edition.short_title}, punkt {item.number}", "")
        for name, demand in edition.demands.items():
            yield demand.reference.id, (f"{catalogue.criteria[name].title} ({edition.short_title})", "")
        if edition.revision_reference is not None:
            yield edition.revision_reference.id, (f"Revision ({edition.short_title})", "")


def _from_rights(catalogue: Catalogue) -> Iterator[tuple[str, Leaning]]:
    for right in catalogue.rights.values():
        for reference in right.references:
            yield reference.id, (f"Ret: {right.title}", f"{catalogue.area}/rettigheder/#{right.id}")


def _from_texts(catalogue: Catalogue) -> Iterator[tuple[str, Leaning]]:
    for file, texts in catalogue.texts.items():
        for text in texts.values():
            for reference in text.references:
                yield reference.id, (f"Fast tekst: {file}, {text.id}", "")


def _from_glossary(catalogue: Catalogue) -> Iterator[tuple[str, Leaning]]:
    for term in load_glossary().terms.values():
        for reference in term.references:
            if reference.id in catalogue.references:
                yield reference.id, (f"Ord: {term.word}", f"ordliste/#{term.id}")


def _from_fields(catalogue: Catalogue) -> Iterator[tuple[str, Leaning]]:
    for wording in catalogue.wordings:
        yield wording.reference.id, (f"Formulering: {wording.message}", "")
    for key, top in catalogue.fields.items():
        for path, one in top.walk(key):
            for limit in one.limits:
                yield limit.law, (f"Grænse for feltet {path}", "")
