"""The page about the law: each reference once, how it was verified, and who leans on it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kvalitet.complaint import load_complaint_paths
from kvalitet.glossary import load_glossary
from kvalitet.guidelines import load_background
from kvalitet.present.context import FRONT
from kvalitet.present.doors.guidelines import guideline_address
from kvalitet.present.doors.rules import address_of
from kvalitet.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.catalogue import Catalogue
    from kvalitet.guidelines import Guidance
    from kvalitet.present.context import Site
    from kvalitet.present.page import Page

Leaning = tuple[str, str]
"""What leans on a reference: its words, and its address below the site's root ("" where it has no page)."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of all references."""
    leaning = {area.catalogue.area: find_leaning(area.catalogue, area.guidance) for area in site.areas}
    yield site.renderer.page("lov/", "lov", "Loven, vi bygger på", leaning=leaning, crumbs=FRONT)


def find_leaning(catalogue: Catalogue, guidance: Guidance | None = None) -> dict[str, list[Leaning]]:
    """Return, per reference, all that leans on it: requirements, rights, guidelines, words, limits, rules and more."""
    found: defaultdict[str, dict[Leaning, None]] = defaultdict(dict)
    givers = (
        *(_from_requirements, _from_editions, _from_rights, _from_texts),
        *(_from_paths, _from_glossary, _from_fields, _from_rules),
    )
    for pairs in givers:
        for reference, leaning in pairs(catalogue):
            found[reference][leaning] = None
    for reference, leaning in (*_from_guidelines(guidance), *_from_background(catalogue)):
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


def _from_guidelines(guidance: Guidance | None) -> Iterator[tuple[str, Leaning]]:
    for one in guidance.guidelines.values() if guidance is not None else ():
        address = f"{guidance.area}/{guideline_address(one)}" if guidance is not None else ""
        for reference in one.law:
            yield reference.id, (f"Retningslinje {one.number}: {one.title}", f"{address}#loven-bag")
        for instruction in one.instructions:
            for reference in instruction.references:
                yield reference.id, (f"Anvisning {instruction.number}", f"{address}#a-{instruction.key}")


def _from_background(catalogue: Catalogue) -> Iterator[tuple[str, Leaning]]:
    background = load_background(catalogue.area)
    for statement in background.statements if background is not None else ():
        for reference in statement.references:
            yield reference.id, ("Baggrund", "baggrund/")


def _from_texts(catalogue: Catalogue) -> Iterator[tuple[str, Leaning]]:
    for file, texts in catalogue.texts.items():
        for text in texts.values():
            for reference in text.references:
                yield reference.id, (f"Fast tekst: {file}, {text.id}", "")


def _from_paths(catalogue: Catalogue) -> Iterator[tuple[str, Leaning]]:
    paths = load_complaint_paths(catalogue.area)
    if paths is None:
        return
    yield paths.start_reference.id, ("Klagevej: hvornår behandlingen skal begynde", f"{catalogue.area}/klag/")
    for way in paths.ways.values():
        if way.deadline_reference is not None:
            yield way.deadline_reference.id, (f"Klagevej, frist: {way.title}", f"{catalogue.area}/klag/")
    for owner, statement in paths.statements():
        for reference in statement.references:
            yield reference.id, (f"Klagevej: {owner or 'hjælp'}", f"{catalogue.area}/klag/")


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


def _from_rules(catalogue: Catalogue) -> Iterator[tuple[str, Leaning]]:
    for rule in RULES:
        for name in rule.law:
            if name in catalogue.references:
                yield name, (f"Regel: {rule.title}", address_of(rule.id))
