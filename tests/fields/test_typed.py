"""A tree becomes typed values: each knows its path and place, and what does not fit is told with a way out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kvalitet.fields import Field, Kind, Reference, Typing, Value, read_fields
from kvalitet.fields.empty import EmptyWords
from kvalitet.findings import Severity
from kvalitet.reading import read_text

STATES = {"udkast": "", "vedtaget": ""}
PLACE = Field(
    "sted",
    Kind.GROUP,
    "sted",
    fields={
        "navn": Field("navn", Kind.LINE, "navn", required=True, example="Centret"),
        "telefon": Field("telefon", Kind.PHONE, "telefon", example="01 23 45 67"),
        "pladser": Field("pladser", Kind.NUMBER, "pladser"),
    },
)
FIELDS: dict[str, Field] = {
    one.key: one
    for one in (
        Field("målgruppe", Kind.TEXT, "målgruppe"),
        Field("tilstand", Kind.CHOICE, "tilstand", choices=STATES),
        Field("steder", Kind.TABLE, "steder", item=PLACE),
        Field("tilbud", Kind.LIST, "tilbud", item=PLACE),
        Field("sted", Kind.REFERENCE, "sted", target="steder"),
        Field("frist", Kind.GROUP, "frist", short="dage", fields={"dage": Field("dage", Kind.NUMBER, "dage")}),
        Field("krav", Kind.REQUIREMENT, "krav"),
        Field("noter", Kind.TABLE, "noter", keys=Kind.CRITERION, item=Field("", Kind.TEXT, "note")),
    )
}
EMPTY = EmptyWords(frozenset({"udkast", "todo"}), frozenset({"loven"}), frozenset({"kommunen", "følger"}))
IDS = {Kind.REQUIREMENT: frozenset({"klageadgang"}), Kind.CRITERION: frozenset({"klage-frit-valg"})}


def read(text: str) -> tuple[dict[str, Value], Typing]:
    root, findings = read_text(text, "a.yml")
    assert root is not None
    assert findings == []
    typing = Typing("a.yml", EMPTY, IDS)
    return read_fields(root, FIELDS, typing), typing


def hints(text: str) -> list[tuple[str, str]]:
    return [(finding.rule, finding.hint) for finding in read(text)[1].findings]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("maalgruppe", "målgruppe"),
        ("Målgruppe", "målgruppe"),
        ("målgrupppe", "målgruppe"),
        ("målgrupper", "målgruppe"),
        ("stedd", "sted"),
    ],
)
def test_a_misspelt_key_brings_the_nearest(key: str, meant: str) -> None:
    assert hints(f"{key}: x\n") == [("struktur-ukendt-noegle", f"Mente du '{meant}'?")]


def test_a_key_like_no_other_brings_all_there_are() -> None:
    ((rule, hint),) = hints("vejret: fint\n")
    assert rule == "struktur-ukendt-noegle"
    assert all(name in hint for name in FIELDS)


def test_a_misspelt_choice_and_id_bring_the_nearest() -> None:
    assert hints("tilstand: vedtagt\n") == [("struktur-valg", "Mente du 'vedtaget'?")]
    assert hints("krav: klageadgangen\n") == [("henvisning-ukendt", "Mente du 'klageadgang'?")]
    assert hints("noter: {klage-fritvalg: x}\n") == [("henvisning-ukendt", "Mente du 'klage-frit-valg'?")]


def test_a_letter_written_as_two_is_the_same_letter() -> None:
    values, typing = read("ma\u030algruppe: x\n")
    assert typing.findings == []
    assert values["målgruppe"].content == "x"


def test_a_word_of_a_closed_list_is_no_placeholder() -> None:
    values, typing = read("tilstand: udkast\n")
    assert typing.findings == []
    assert values["tilstand"].content == "udkast"


def test_a_placeholder_elsewhere_is_told_and_counts_as_empty() -> None:
    values, typing = read("målgruppe: Udkast.\n")
    assert [(finding.rule, finding.severity) for finding in typing.findings] == [
        ("struktur-pladsholder", Severity.WARNING)
    ]
    assert not values["målgruppe"].filled


def test_a_bare_reference_is_told_and_does_not_count() -> None:
    values, typing = read("målgruppe: Kommunen følger loven.\n")
    assert [finding.rule for finding in typing.findings] == ["struktur-kun-henvisning"]
    assert not values["målgruppe"].filled


def test_paths_and_places_lead_to_what_is_wrong() -> None:
    _, typing = read(
        "steder:\n  a:\n    navn: A\n    pladser: mange\ntilbud:\n  - navn: B\n  - pladser: få\n    navn: C\n"
    )
    told = [(finding.path, finding.place.line, finding.place.column) for finding in typing.findings]
    assert told == [("steder.a.pladser", 4, 14), ("tilbud[1].pladser", 7, 14)]


def test_a_missing_field_is_told_where_its_group_begins() -> None:
    _, typing = read("tilbud:\n  - telefon: 112\n")
    (finding,) = typing.findings
    assert (finding.rule, finding.path, finding.place.line) == ("struktur-mangler", "tilbud[0].navn", 2)
    assert finding.hint == "Skriv 'navn: Centret'."


def test_a_file_of_shared_text_need_not_be_complete() -> None:
    root, _ = read_text("tilbud:\n  - telefon: 112\n", "a.yml")
    assert root is not None
    typing = Typing("a.yml", complete=False)
    read_fields(root, FIELDS, typing)
    assert typing.findings == []


@pytest.mark.parametrize(
    "text", ["målgruppe:\n", "målgruppe: ~\n", "målgruppe: null\n", "målgruppe: ''\n", "tilbud:\n"]
)
def test_empty_is_not_stated_and_no_fault(text: str) -> None:
    values, typing = read(text)
    assert typing.findings == []
    assert not any(value.filled for value in values.values())


def test_no_and_nought_are_said() -> None:
    values, _ = read("frist: 0\n")
    assert values["frist"].filled


def test_a_bare_value_stands_for_the_short_form() -> None:
    values, _ = read("frist: 14\n")
    days = values["frist"].get("dage")
    assert days is not None
    assert days.content == Decimal(14)
    assert days.path == "frist.dage"


def test_references_are_gathered_for_the_one_who_resolves_them() -> None:
    values, typing = read("sted: a\n")
    assert values["sted"].content == Reference("a")
    assert typing.references == [values["sted"]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("målgruppe: [x]\n", "en enkelt værdi, men der står en liste"),
        ("målgruppe: {x: y}\n", "en enkelt værdi, men der står en gruppe af felter"),
        ("steder: [x]\n", "navngivne ting, men der står en liste"),
        ("tilbud: x\n", "en liste, men der står en tekst"),
        ("tilbud: {x: y}\n", "en liste, men der står en gruppe af felter"),
        ("tilbud: [x]\n", "felter under sig, men der står en tekst"),
        ("frist: [14]\n", "felter under sig, men der står en liste"),
    ],
)
def test_a_wrong_shape_says_what_belongs_there(text: str, wanted: str) -> None:
    (finding,) = read(text)[1].findings
    assert finding.rule == "struktur-type"
    assert wanted in finding.message
    assert finding.hint
