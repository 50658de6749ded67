"""The schema and our structural check say the same of keys, nesting, closed choices and patterns."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kvalitet.catalogue import load_catalogue
from kvalitet.check import run_check
from kvalitet.fields.model import GROUPS, Field, Kind
from kvalitet.findings import Severity
from kvalitet.schema import make_schema

if TYPE_CHECKING:
    from collections.abc import Callable

CATALOGUE = load_catalogue("stofmisbrug")
VALIDATOR = jsonschema.Draft7Validator(make_schema(CATALOGUE))
HEAD = {"format": 1, "kommune": "Prøveby", "eksempel": "ja", "område": "stofmisbrug", "tilstand": "udkast"}
HEAD |= {"lovgrundlag": "2019", "steder": {"centret": {"navn": "Centret"}}}
# What both can say. Whatever else the check says is about law, language, or what one file alone cannot show.
STRUCTURAL = {"struktur-ukendt-noegle", "struktur-type", "struktur-valg", "struktur-mangler", "henvisning-ukendt"}
GOOD = {
    Kind.TEXT: "Vi ringer til dig.",
    Kind.LINE: "En linje",
    Kind.NUMBER: 3,
    Kind.AMOUNT: "1.250,50 kr.",
    Kind.DATE: "2025-04-24",
    Kind.YES_NO: "ja",
    Kind.PHONE: "01 23 45 67",
    Kind.MAIL: "rusmidler@proeveby.example",
    Kind.LINK: "https://proeveby.example/",
    Kind.HOURS: "9-15",
    Kind.REFERENCE: "centret",
    Kind.RULE: "lov-forfalden",
    Kind.REQUIREMENT: next(iter(CATALOGUE.requirements["frit-valg"].sections)),
    Kind.CRITERION: "klage-frit-valg",
    Kind.EDITION: "2019",
}
BAD = {
    Kind.NUMBER: "mange",
    Kind.AMOUNT: "dyrt",
    Kind.DATE: "i går",
    Kind.YES_NO: "måske",
    Kind.PHONE: "ring bare",
    Kind.MAIL: "ikke en adresse",
    Kind.LINK: "javascript:alert(1)",
    Kind.HOURS: "altid",
    Kind.CHOICE: "noget helt andet",
    Kind.CRITERION: "findes-ikke",
    Kind.REQUIREMENT: "findes-ikke",
    Kind.EDITION: "1999",
}


@st.composite
def values(draw: st.DrawFn, field: Field, depth: int = 0) -> Any:
    """Draw what could stand in ``field``: right, or of the wrong kind at some place."""
    if draw(st.integers(0, 9)) == 0:
        return draw(wrong(field))
    if field.kind in GROUPS:
        return draw(groups(field, depth))
    if field.item is not None:
        item = field.item
        if field.kind is Kind.LIST:
            return draw(st.lists(values(item, depth + 1), max_size=2))
        names = {Kind.CRITERION: "klage-frit-valg", None: "en-nøgle"}
        return {names.get(field.keys, "klage-frit-valg"): draw(values(item, depth + 1))}
    return draw(st.sampled_from(list(field.choices))) if field.choices else pick_good(field)


def pick_good(field: Field) -> Any:
    """Return a scalar that is right in ``field``."""
    if field.kind is Kind.NUMBER:
        return int(field.minimum or 1) + 1
    return field.example if field.kind is Kind.LINE and field.pattern else GOOD[field.kind]


@st.composite
def groups(draw: st.DrawFn, field: Field, depth: int) -> dict[str, Any]:
    """Draw a group: what it needs, a few more fields, and now and then one it does not know."""
    optional = [name for name, one in field.fields.items() if not one.required]
    chosen = draw(st.lists(st.sampled_from(optional), max_size=3, unique=True)) if optional and depth < 4 else []
    needed = [name for name, one in field.fields.items() if one.required]
    if needed and draw(st.integers(0, 9)) == 0:
        needed = needed[1:]
    made = {name: draw(values(field.fields[name], depth + 1)) for name in [*needed, *chosen]}
    if draw(st.integers(0, 9)) == 0:
        made["ukendt_felt"] = "x"
    return made


@st.composite
def wrong(draw: st.DrawFn, field: Field) -> Any:
    """Draw what cannot stand in ``field``: another shape, or a value that no pattern or choice lets in."""
    if field.kind in GROUPS or field.item is not None:
        shapes = [["en liste"], {"en": {"gruppe": "mere"}}, "en tekst"]
        return draw(st.sampled_from(shapes))
    if field.kind in BAD or field.choices:
        return BAD.get(field.kind, BAD[Kind.CHOICE])
    return draw(st.sampled_from([["en liste"], {"en": "gruppe"}]))


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a standard with the usual head and a few sections."""
    names = draw(st.lists(st.sampled_from([name for name in CATALOGUE.fields if name not in HEAD]), max_size=3))
    drawn = {name: draw(values(CATALOGUE.fields[name])) for name in names}
    if draw(st.integers(0, 9)) == 0:
        drawn["ukendt_afsnit"] = {"tekst": "x"}
    return {**HEAD, **drawn}


def check_text(text: str) -> set[str]:
    """Return the rules of the structural errors our check finds in ``text``."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stofmisbrug" / "proeveby.yml"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        findings = run_check([path], dt.date(2026, 11, 22)).findings
    return {one.rule for one in findings if one.severity is Severity.ERROR and one.rule in STRUCTURAL}


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_schema_and_check_agree(document: dict[str, Any]) -> None:
    complaints = [one.message[:200] for one in VALIDATOR.iter_errors(document)]
    ours = check_text(yaml.safe_dump(document, allow_unicode=True, sort_keys=False))
    assert bool(complaints) == bool(ours), (complaints, ours, document)


def test_the_head_alone_is_fine_to_both() -> None:
    assert list(VALIDATOR.iter_errors(HEAD)) == []
    assert check_text(yaml.safe_dump(HEAD, allow_unicode=True)) == set()


def _with(text: str) -> Callable[[], str]:
    return lambda: yaml.safe_dump(HEAD, allow_unicode=True, sort_keys=False) + text


# Draft-07 has no calendar, no arithmetic, no look at other places in the file, and no word for YAML itself.
UNSEEN = {
    "a day that is not in the calendar": _with("senest_revideret: 2025-02-30\n"),
    "a time span that ends before it begins": _with("anonym_rådgivning: {telefontid: {mandag: 15-9}}\n"),
    "a reference to a place that is not there": _with("tilbud: [{type: ambulant, sted: findes-ikke}]\n"),
    "a rule that there is not": _with(
        "undtagelser: [{regel: findes-ikke, felt: opgaver.pixie, begrundelse: Fordi.}]\n"
    ),
}


@pytest.mark.parametrize("name", UNSEEN)
def test_what_draft_07_cannot_see_the_check_does(name: str) -> None:
    text = UNSEEN[name]()
    document = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it makes text alone, as editors see a date
    document["format"] = 1
    assert list(VALIDATOR.iter_errors(document)) == []
    assert check_text(text)
