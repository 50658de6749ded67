"""Dates and figures that cannot be right, facts that were checked long ago, data that belongs elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kvalitet.findings import Severity

if TYPE_CHECKING:
    from tests.conftest import Desk

PLACE = "steder:\n  a: {{navn: A, telefon: 01 23 45 67, kontrolleret: {}}}\n"


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        ("senest_revideret: 2026-11-23\n", ["senest_revideret"]),
        ("senest_revideret: 2026-11-22\n", []),
        (PLACE.format("2026-11-23"), ["steder.a.kontrolleret"]),
        ("kilde: {læst: 2027-01-01}\n", ["kilde.læst"]),
        ("godkendt: {af: Byrådet, dato: 2026-12-16}\n", ["godkendt.dato"]),
        ("tilstand: udkast\ngodkendt: {af: Byrådet, dato: 2026-12-16}\n", []),
        ("tilstand: i høring\nhøring: {til: 2026-11-21}\n", ["høring.til"]),
        ("tilstand: i høring\nhøring: {til: 2026-11-22}\n", []),
        ("høring: {til: 2025-11-21}\n", []),
        ("gælder_til: 2026-11-21\n", ["gælder_til"]),
        ("tilstand: afløst\ngælder_til: 2026-11-21\n", []),
        ("gælder_fra: 2027-01-01\n", []),
        ("næste_revision: 2028-01-01\n", []),
    ],
)
def test_a_date_that_does_not_fit_the_day(body: str, paths: list[str], desk: Desk) -> None:
    found = desk.told("struktur-dato", body)
    assert [one.path for one in found] == paths
    assert {one.severity for one in found} <= {Severity.WARNING}


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        ("godkendt: {dato: 2025-05-02}\ngælder_fra: 2025-05-01\n", ["gælder_fra"]),
        ("godkendt: {dato: 2025-05-01}\ngælder_fra: 2025-05-01\n", []),
        ("gælder_fra: 2025-05-01\ngælder_til: 2024-05-01\n", ["gælder_til"]),
        ("forrige: {dato: 2025-05-01}\ngodkendt: {dato: 2024-05-01}\n", ["godkendt.dato"]),
        ("høring: {fra: 2025-02-01, til: 2025-01-01}\n", ["høring.til"]),
        ("senest_revideret: 2025-02-01\nnæste_revision: 2025-01-01\n", ["næste_revision"]),
        ("steder:\n  a: {fra_alder: 25, til_alder: 18}\n", ["steder.a.til_alder"]),
        ("steder:\n  a: {fra_alder: 18, til_alder: 18}\n", []),
        ("tilbud:\n  - {type: ambulant, intensitet: {mindst: 3, højst: 1}}\n", ["tilbud[0].intensitet.højst"]),
        ("tilbud:\n  - {type: ambulant, intensitet: {mindst: 1, højst: 3}}\n", []),
    ],
)
def test_two_in_the_wrong_order(body: str, paths: list[str], desk: Desk) -> None:
    assert [one.path for one in desk.told("struktur-orden", body)] == paths


def test_a_check_holds_for_a_year(desk: Desk) -> None:
    assert desk.told("struktur-kontrol", PLACE.format("2025-11-22")) == []
    (found,) = desk.told("struktur-kontrol", PLACE.format("2025-11-21"))
    assert found.severity is Severity.WARNING
    assert desk.told("struktur-kontrol", f"tilstand: afløst\n{PLACE.format('2020-01-01')}") == []


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        ("senest_revideret: 2025-04-24\nnæste_revision: 2027-04-24\n", []),
        ("senest_revideret: 2025-04-24\nnæste_revision: 2027-04-25\n", ["næste_revision"]),
        ("revideres_hver: {antal: 4, enhed: år}\n", ["revideres_hver.antal"]),
        ("revideres_hver: {antal: 24, enhed: måneder}\n", []),
        ("revideres_hver: {antal: 25, enhed: måneder}\n", ["revideres_hver.antal"]),
        ("revideres_hver: {antal: 1, enhed: år}\n", []),
    ],
)
def test_a_revision_planned_too_late(body: str, paths: list[str], desk: Desk) -> None:
    found = desk.told("lov-revision", body)
    assert [one.path for one in found] == paths
    assert all(one.reference for one in found)
    assert {one.severity for one in found} <= {Severity.WARNING}


# --- invented and real


def told_of_example(desk: Desk, body: str) -> list[tuple[str, Severity]]:
    return [(one.path, one.severity) for one in desk.told("struktur-eksempel", body)]


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        ("steder:\n  a: {telefon: 61 23 45 67}\n", ["steder.a.telefon"]),
        ("steder:\n  a: {telefon: 01 23 45 67}\n", []),
        ("steder:\n  a: {telefon: 112}\n", []),
        ("steder:\n  a: {mail: rus@kommune.dk}\n", ["steder.a.mail"]),
        ("steder:\n  a: {mail: rus@proeveby.example}\n", []),
        ("steder:\n  a: {hjemmeside: https://tilbudsportalen.dk}\n", []),
    ],
)
def test_an_invented_municipality_has_nothing_of_a_real_one(body: str, paths: list[str], desk: Desk) -> None:
    assert told_of_example(desk, body) == [(path, Severity.ERROR) for path in paths]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("steder:\n  a: {telefon: 01 23 45 67}\n", [("steder.a.telefon", Severity.WARNING)]),
        ("steder:\n  a: {telefon: 61 23 45 67}\n", []),
        ("steder:\n  a: {mail: rus@eksempel.example}\n", [("steder.a.mail", Severity.ERROR)]),
        ("godkendt: {link: https://a.example/x}\n", [("godkendt.link", Severity.ERROR)]),
        ("steder:\n  a: {adresse: 'Havnegade 1, 9999 Eksempelby'}\n", [("steder.a.adresse", Severity.ERROR)]),
        ("steder:\n  a: {mail: rus@kommune.dk, hjemmeside: https://www.example-klinik.dk}\n", []),
    ],
)
def test_a_real_municipality_has_nothing_of_the_examples(
    body: str, expected: list[tuple[str, Severity]], desk: Desk
) -> None:
    assert told_of_example(desk, f"kommune: Odense\neksempel: nej\n{body}") == expected
