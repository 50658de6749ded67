from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kvalitet.present.blocks import Card, Words
from kvalitet.present.subjects import first_number, view_subjects

if TYPE_CHECKING:
    from tests.conftest import Desk

REAL = "kommune: Ærø\neksempel: nej\n"
PLACE = "steder:\n  hus:\n    navn: Huset\n    telefon: {number}\n"


def cards_of(desk: Desk, body: str) -> list[Card]:
    return [block for block in view_subjects(desk.one(body))[0].blocks if isinstance(block, Card)]


def told_below(desk: Desk, body: str) -> str:
    return " ".join(str(block.html) for block in view_subjects(desk.one(body))[0].blocks if isinstance(block, Words))


def test_days_with_the_same_times_are_one_row(desk: Desk) -> None:
    week = (
        "{mandag: 9-15, tirsdag: 9-15, torsdag: 9-15, fredag: 9-12 og 13-14, lørdag: lukket, bemærkning: Ikke i juli}"
    )
    (card,) = cards_of(desk, f"steder:\n  hus:\n    navn: Huset\n    åbent: {week}\n")
    assert card.hours is not None
    assert card.hours.columns == ("Åbent",)
    assert card.hours.rows == (
        ("Mandag-tirsdag", ("9-15",)),
        ("Torsdag", ("9-15",)),  # of Wednesday nothing is told, so it is bridged by nothing
        ("Fredag", ("9-12 og 13-14",)),
        ("Lørdag", ("lukket",)),
    )
    assert card.hours.remarks == ("Ikke i juli",)


def test_opening_and_dropping_in_stand_side_by_side(desk: Desk) -> None:
    body = (
        "steder:\n  hus:\n    navn: Huset\n    åbent: {mandag: 9-15, tirsdag: 9-15}\n"
        "    åbent_uden_aftale: {tirsdag: 9-10}\n    uden_aftale: ja\n"
    )
    (card,) = cards_of(desk, body)
    assert card.hours is not None
    assert card.hours.columns == ("Åbent", "Uden aftale")
    assert card.hours.rows == (("Mandag", ("9-15", "")), ("Tirsdag", ("9-15", "9-10")))
    assert card.notes == ()


@pytest.mark.parametrize(("said", "told"), [("ja", "Du kan komme uden aftale."), ("nej", "Aftal en tid først.")])
def test_whether_one_may_drop_in(desk: Desk, said: str, told: str) -> None:
    (card,) = cards_of(desk, f"steder:\n  hus:\n    navn: Huset\n    uden_aftale: {said}\n")
    assert told in card.notes


def test_the_places_that_take_requests_come_first_and_others_stand_elsewhere(desk: Desk) -> None:
    body = "steder: {a: {navn: A}, b: {navn: B}, c: {navn: C}}\nvisitation: {henvendelsessteder: [b, a]}\n"
    assert [card.name for card in cards_of(desk, body)] == ["B", "A"]
    assert [card.name for card in cards_of(desk, "steder: {a: {navn: A}, b: {navn: B}}\n")] == ["A", "B"]


def test_a_place_for_professionals_alone_is_no_place_for_citizens(desk: Desk) -> None:
    body = "steder:\n  a: {navn: A, for_hvem: [samarbejdspartnere]}\n  b: {navn: B, for_hvem: [unge]}\n  c: {navn: C}\n"
    assert [card.name for card in cards_of(desk, body)] == ["B", "C"]


def test_only_a_real_place_can_be_rung(desk: Desk) -> None:
    (card,) = cards_of(desk, PLACE.format(number="01 23 45 67"))
    assert (card.phone, card.tel) == ("01\xa023\xa045\xa067", "")
    (card,) = cards_of(desk, REAL + PLACE.format(number="+45 12 34 56 78"))
    assert (card.phone, card.tel) == ("12\xa034\xa056\xa078", "tel:+4512345678")
    (card,) = cards_of(desk, REAL + PLACE.format(number="1813"))
    assert card.tel == "tel:1813"


def test_the_thumb_rings_the_first_place_with_a_number(desk: Desk) -> None:
    body = "steder: {a: {navn: A}, b: {navn: B, telefon: 12 34 56 78}, c: {navn: C, telefon: 87 65 43 21}}\n"
    assert first_number(view_subjects(desk.one(REAL + body))) == "tel:+4512345678"
    assert first_number(view_subjects(desk.one(body))) == ""


def test_no_number_is_told_with_what_to_do(desk: Desk) -> None:
    assert "kommunens hjemmeside" in told_below(desk, "steder: {a: {navn: A}}\n")
    assert "kommunens hjemmeside" not in told_below(desk, PLACE.format(number="01 23 45 67"))


def test_the_oldest_check_is_told_and_a_missing_one_too(desk: Desk) -> None:
    place = "  {key}: {{navn: {key}, telefon: 01 23 45 67, kontrolleret: {day}}}\n"
    both = place.format(key="a", day="2026-10-01") + place.format(key="b", day="2026-03-02")
    assert "tjekket 2. marts 2026" in told_below(desk, f"steder:\n{both}")
    assert "Det står ikke, hvornår" in told_below(desk, f"steder:\n{both}  c: {{navn: C}}\n")


def test_nothing_is_ever_said_to_be_open_now(desk: Desk) -> None:
    told = told_below(desk, PLACE.format(number="01 23 45 67"))
    assert "Ring først" in told
    assert "åben nu" not in told.lower()
