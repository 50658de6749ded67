"""``daekning.json`` as contracted: who is in it, what counts, and what never mixes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kvalitet.catalogue import load_catalogue
from kvalitet.export import coverage_record, export_files

if TYPE_CHECKING:
    from tests.conftest import Desk

ADOPTED = "godkendt: {af: Byrådet, dato: 2026-01-01}\nopgaver:\n  tekst: Vi giver samtaler og råd.\n"


def record(desk: Desk) -> dict[str, Any]:
    return coverage_record(desk.check(), load_catalogue("stofmisbrug"))


def shares(one: dict[str, Any], group: str, criterion: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in one["landet"][group] if each["kriterium"] == criterion)
    return found


def test_a_municipality_is_told_with_the_contracted_fields(desk: Desk) -> None:
    desk.add(ADOPTED)
    (row,) = record(desk)["kommuner"]
    assert list(row) == [
        "slug",
        "navn",
        "eksempel",
        "tilstand",
        "henviser_til",
        "målt_efter",
        "vedtaget",
        "revideres_senest",
        "dækning",
    ]
    assert row["slug"] == "proeveby"
    assert row["navn"] == "Prøveby"
    assert row["tilstand"] == "gældende"
    assert row["revideres_senest"] == "2028-01-01"
    assert row["dækning"]["opgaver"] == "kort"
    assert set(row["dækning"]) == set(load_catalogue("stofmisbrug").criteria)


def test_examples_and_real_ones_are_never_summed(desk: Desk) -> None:
    desk.add(ADOPTED)
    desk.add(f"eksempel: nej\n{ADOPTED}", name="Virkeby", stem="virkeby")
    one = record(desk)
    assert shares(one, "eksempel", "opgaver") == {"kriterium": "opgaver", "n": 1, "ikke": 0, "kort": 1, "uddybende": 0}
    assert shares(one, "virkelig", "opgaver")["n"] == 1


def test_only_what_is_adopted_and_assessed_counts(desk: Desk) -> None:
    desk.add(ADOPTED)
    desk.add(f"tilstand: udkast\n{ADOPTED}", name="Udkastby", stem="udkastby")
    desk.add(f"tilstand: i høring\n{ADOPTED}", name="Høringsby", stem="hoeringsby")
    desk.add("godkendt: {af: Byrådet, dato: 2020-01-01}\n", name="Gammelby", stem="gammelby")
    (desk.folder / "itu.yml").write_text("a: [", encoding="utf-8")
    irrelevant = "ikke_relevant:\n  - {kriterium: intensitet-ambulant, fordi: Vi har kun dagbehandling.}\n"
    desk.add(f"{ADOPTED}{irrelevant}", name="Kunby", stem="kunby")
    one = record(desk)
    states = {row["slug"]: row["tilstand"] for row in one["kommuner"]}
    assert states == {
        "gammelby": "forfalden",
        "hoeringsby": "i høring",
        "itu": "kan ikke læses",
        "kunby": "gældende",
        "proeveby": "gældende",
        "udkastby": "udkast",
    }
    assert shares(one, "eksempel", "opgaver") == {"kriterium": "opgaver", "n": 3, "ikke": 1, "kort": 2, "uddybende": 0}
    assert shares(one, "eksempel", "intensitet-ambulant")["n"] == 2
    assert one["landet"]["virkelig"] == []


def test_the_file_is_stable_json_in_plain_letters(desk: Desk) -> None:
    desk.add(ADOPTED)
    text = export_files(desk.check())["stofmisbrug/daekning.json"].decode()
    assert text == export_files(desk.check())["stofmisbrug/daekning.json"].decode()
    assert '"område": "stofmisbrug"' in text
    assert json.loads(text)["dato"] == "2026-11-22"
