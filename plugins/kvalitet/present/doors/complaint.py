"""When the municipality does not do as it should: the path of questions, and each municipality's own way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kvalitet.complaint import load_complaint_paths
from kvalitet.complaint.model import PARTS
from kvalitet.present.complaint import OWN, PathView
from kvalitet.present.context import FRONT
from kvalitet.present.facts import Fact, tell_facts
from kvalitet.present.text import render_text
from kvalitet.present.words import say_value
from kvalitet.standard.lookup import trace_path
from kvalitet.standard.status import status_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from kvalitet.catalogue.model import Subject
    from kvalitet.check import Assessed
    from kvalitet.complaint import ComplaintPaths
    from kvalitet.complaint.model import OwnWay
    from kvalitet.fields import Value
    from kvalitet.present.context import Area, Place, Site
    from kvalitet.present.page import Page
    from kvalitet.standard.model import Standard

TOOLS = ("frister", "breve", "klage")
# Someone may look over the reader's shoulder: the tab says nothing of what it is about.
_TITLE = "Spørgsmål og svar"


@dataclass(frozen=True, slots=True)
class LawWay:
    """What a standard tells of complaining by one law: plain words, facts, and facts on each subject it names."""

    words: tuple[Markup, ...] = ()
    facts: tuple[Fact, ...] = ()
    subjects: tuple[tuple[str, Fact], ...] = ()


@dataclass(frozen=True, slots=True)
class OwnSection:
    """The municipality's own way by one law, None where it tells none. ``main``: the law with a deadline."""

    anchor: str
    law: str
    main: bool
    told: LawWay | None


def pages(site: Site, area: Area) -> Iterator[Page]:
    """Yield the page for everyone, and one for each municipality with a standard."""
    paths = load_complaint_paths(area.catalogue.area)
    subject = next((one for one in area.catalogue.subjects if one.page), None)
    if paths is None or subject is None:
        return
    view = PathView(paths, site.report.day)
    shown = {
        "view": view,
        "parts": PARTS,
        "helpers": paths.shown_helpers(site.options.confirmed),
        "rights": subject.rights,
        "subject": subject,
        "crumbs": [*FRONT, ("Find hjælp", area.root)],
        "crumb": "Klage",
        "tools": TOOLS,
        **area.common,
    }
    page = site.renderer.page
    yield page(f"{area.root}klag/", "klage", _TITLE, **shown, place=None, own=[], recipient="")
    for place in area.places:
        if place.assessed is not None and site.options.only in ("", place.slug):
            values = {**shown, **_municipal_values(site, place, place.assessed, shown)}
            yield page(f"{values['home']}{subject.page}/", "klage", place.name, **values)


def _municipal_values(site: Site, place: Place, assessed: Assessed, shown: dict[str, Any]) -> dict[str, Any]:
    standard, view = assessed.standard, shown["view"]
    above = f"{shown['root']}kommuner/"
    home = f"{above}{place.slug}/"
    told = read_own_ways(standard, view.paths)
    laws = list(dict.fromkeys(way.law for way in view.paths.ways.values() if way.law))
    main = view.deadline_way.law
    return {
        "crumbs": [*shown["crumbs"], ("Alle kommuner", above), (standard.name, home)],
        "municipality": place.name,
        "recipient": place.municipality.full_name if place.municipality is not None else f"{place.name} Kommune",
        "place": place,
        "standard": standard,
        "status": status_on(standard, assessed.edition, site.report.day),
        "home": home,
        "own": [
            OwnSection(view.anchors[OWN + law], law, law == main, told.get(law))
            for law in laws
            if law in told or law == main
        ],
        "own_facts": _other_facts(standard, shown["subject"], view.paths),
        "elsewhere": bool(told.keys() - set(laws)),
        "source": standard.file,
        "hidden": standard.example,
    }


def read_own_ways(standard: Standard, paths: ComplaintPaths) -> dict[str, LawWay]:
    """Return the municipality's own way to complain by law; a law with several entries has them all."""
    found: dict[str, LawWay] = {}
    own = paths.own_way
    for trace in trace_path(standard, (own.listing,)):
        for _, entry in trace.value.entries():
            named, plain = entry.get(own.by), entry.get(own.words)
            if named is None or not named.filled:
                continue
            before = found.get(say_value(named), LawWay())
            words = (render_text(str(plain.content)),) if plain is not None and plain.filled else ()
            facts, subjects = _tell_way(entry, own, standard.file)
            found[say_value(named)] = LawWay(before.words + words, before.facts + facts, before.subjects + subjects)
    return found


def _tell_way(entry: Value, own: OwnWay, file: str) -> tuple[tuple[Fact, ...], tuple[tuple[str, Fact], ...]]:
    """Return the facts of one entry, and apart those on each subject."""
    order = [name for name in entry.field.fields if name not in {own.subjects, own.words, "tekst"}]
    told = [fact for name in order if (one := entry.get(name)) is not None for fact in tell_facts(one, file)]
    sentences = tuple(sentence for fact in told for sentence in fact.sentences)
    listed = entry.get(own.subjects)
    subjects = []
    for _, each in listed.entries() if listed is not None else []:
        named = each.get(own.subject)
        if named is not None and named.filled:
            subjects += [(say_value(named), fact) for fact in tell_facts(each, file)]
    return (Fact("", sentences),) if sentences else (), tuple(subjects)


def _other_facts(standard: Standard, subject: Subject, paths: ComplaintPaths) -> tuple[Fact, ...]:
    """Return what the subject shows besides the ways to complain, such as how a case is handled."""
    asked = [path for path in subject.more if path != paths.own_way.listing]
    traces = [trace for path in asked for trace in trace_path(standard, tuple(path.split(".")))]
    return tuple(fact for trace in traces for fact in tell_facts(trace.value, standard.file))
