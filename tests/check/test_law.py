"""Contradictions, age, placeholders and approval: what is said, where, and how much it weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kvalitet.assess import Level
from kvalitet.findings import Severity

if TYPE_CHECKING:
    from tests.conftest import Desk

LIMITS = {
    "guarantee above 14 days": ("behandlingsgaranti:\n  frist_dage: 15\n", "behandlingsgaranti.frist_dage"),
    "guarantee from the decision": ("behandlingsgaranti:\n  regnes_fra: afgørelse\n", "behandlingsgaranti.regnes_fra"),
    "complaint within 3 weeks": (
        "klageadgang:\n  - lov: § 101\n    frist_uger: 3\n",
        "klageadgang[0].frist_uger",
    ),
    "complaint within 6 weeks": (
        "klageadgang:\n  - lov: § 101\n    frist_uger: 6\n",
        "klageadgang[0].frist_uger",
    ),
    "follow-up after 2 months": (
        "behandlingsplan:\n  opfølgning: {første_måneder: 2, anden_måneder: 6}\n",
        "behandlingsplan.opfølgning.første_måneder",
    ),
    "follow-up after 9 months": (
        "behandlingsplan:\n  opfølgning: {første_måneder: 1, anden_måneder: 9}\n",
        "behandlingsplan.opfølgning.anden_måneder",
    ),
}
LAWFUL = [
    "behandlingsgaranti:\n  frist_dage: 14\n  regnes_fra: første henvendelse\n",
    "behandlingsgaranti:\n  frist_dage: 3\n",
    "klageadgang:\n  - lov: § 101\n    frist_uger: 4\n",
    "klageadgang:\n  - lov: § 142\n    frist_uger: 8\n",  # the 4 weeks are checked for § 101 alone
    "behandlingsplan:\n  opfølgning: {første_måneder: 1, anden_måneder: 6}\n",
]


@pytest.mark.parametrize(("body", "path"), LIMITS.values(), ids=LIMITS.keys())
def test_a_value_beyond_the_law_is_an_error_at_its_place(desk: Desk, body: str, path: str) -> None:
    found = desk.told("lov-graense", body)
    assert [(one.path, one.severity) for one in found] == [(path, Severity.ERROR)]
    assert found[0].reference
    assert found[0].place.line > 6
    assert desk.check().exit_code() == 1


@pytest.mark.parametrize("body", LAWFUL)
def test_a_lawful_value_is_not_told(desk: Desk, body: str) -> None:
    assert desk.told("lov-graense", body) == []


WRONG = {
    "14 hverdage": "behandlingsgaranti:\n  tekst: Du begynder senest 14 hverdage efter din henvendelse.\n",
    "directly to Ankestyrelsen": "klageadgang:\n  - lov: § 101\n    tekst: Du skal klage direkte til Ankestyrelsen.\n",
    "in writing only": "klageadgang:\n  - lov: § 101\n    tekst: Klagen skal være skriftlig.\n",
    "broken over lines": "behandlingsgaranti:\n  tekst: >\n    Du begynder senest 14\n    hverdage efter.\n",
}
RIGHT = [
    "klageadgang:\n  - lov: § 101\n    tekst: Du kan ikke klage direkte til Ankestyrelsen.\n",
    "klageadgang:\n  - lov: § 101\n    tekst: Klagen kan være skriftlig eller mundtlig.\n",
    "behandlingsgaranti:\n  tekst: Det er 14 dage og ikke 14 hverdage, hvis du spørger om noget.\n",
]


@pytest.mark.parametrize("body", WRONG.values(), ids=WRONG.keys())
def test_a_wording_against_the_law_is_an_error(desk: Desk, body: str) -> None:
    found = desk.told("lov-formulering", body)
    assert [one.severity for one in found] == [Severity.ERROR]
    assert found[0].hint
    assert found[0].reference


@pytest.mark.parametrize("body", RIGHT)
def test_a_sentence_that_says_the_opposite_is_left_alone(desk: Desk, body: str) -> None:
    assert desk.told("lov-formulering", body) == []


def test_a_standard_is_overdue_two_years_after_its_last_revision(desk: Desk) -> None:
    body = "godkendt: {af: Byrådet, dato: 2020-01-15}\nsenest_revideret: 2024-11-21\n"
    assert [one.severity for one in desk.told("lov-forfalden", body)] == [Severity.WARNING]
    assert desk.told("lov-forfalden", body.replace("2024-11-21", "2024-11-22")) == []
    assert desk.told("lov-forfalden", f"{body}tilstand: udkast\n") == []


def test_revision_counts_from_the_last_one_not_from_adoption(desk: Desk) -> None:
    body = "godkendt: {af: Byrådet, dato: 2015-01-15}\nsenest_revideret: 2026-01-01\nrevideret_uden_ændring: ja\n"
    assert desk.told("lov-forfalden", body) == []


def test_a_citation_of_rules_that_have_ended_is_told(desk: Desk) -> None:
    body = 'lovgrundlag: "2014"\ngodkendt: {af: Byrådet, dato: 2020-08-01}\n'
    (found,) = desk.told("lov-gammel-udgave", body)
    assert found.severity is Severity.WARNING
    assert "2020-08-01" in found.message
    (known,) = desk.told("lov-gammel-udgave", 'lovgrundlag: "2014"\n')
    assert "2026" not in known.message, "the day of the check is not the day of a revision"
    assert desk.told("lov-gammel-udgave", 'lovgrundlag: "2019"\n') == []


def test_an_item_newer_than_the_standard_is_told_and_not_blamed(desk: Desk) -> None:
    body = 'lovgrundlag: "2014"\ngodkendt: {af: Byrådet, dato: 2018-05-30}\n'
    newer = {one.criterion: one for one in desk.told("lov-nyere-krav", body)}
    assert "gavekort" in newer
    assert newer["gavekort"].severity is Severity.NOTE
    assert "2019" in newer["gavekort"].message
    assert "2018" in newer["gavekort"].message
    blamed = {one.criterion for one in desk.told("lov-ikke-beskrevet", body)}
    assert "gavekort" not in blamed
    assert "opgaver" in blamed


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("Byrådet", None),
        ("Kommunalbestyrelsen", None),
        ("Borgerrepræsentationen", None),
        ("Socialudvalget", Severity.NOTE),
        ("Sundheds- og Omsorgsudvalget", Severity.NOTE),
        ("Socialforvaltningen", Severity.WARNING),
        ("Direktionen", Severity.WARNING),
        ("Byrådet efter indstilling fra Socialudvalget", None),
    ],
)
def test_who_adopted_it_weighs(desk: Desk, name: str, severity: Severity | None) -> None:
    found = desk.told("lov-godkendt-af", f"godkendt: {{af: {name}, dato: 2026-01-01}}\n")
    assert [one.severity for one in found] == ([] if severity is None else [severity])


@pytest.mark.parametrize("text", ["udfyldes senere", "TODO", "'-'", "Udfyldes senere.", "xx", "…"])
def test_a_placeholder_is_no_description(desk: Desk, text: str) -> None:
    one = desk.one(f"opgaver:\n  tekst: {text}\n")
    assert one.coverage["opgaver"].level is Level.NOT
    assert "struktur-pladsholder" in {each.rule for each in one.findings if each.path == "opgaver.tekst"}


@pytest.mark.parametrize("text", ["Kommunen følger loven.", "Se serviceloven § 101.", "Efter gældende regler"])
def test_a_bare_reference_is_no_description(desk: Desk, text: str) -> None:
    one = desk.one(f"opgaver:\n  tekst: {text}\n")
    assert one.coverage["opgaver"].level is Level.NOT
    assert "struktur-kun-henvisning" in {each.rule for each in one.findings}


def test_a_short_promise_is_a_description(desk: Desk) -> None:
    assert desk.one("opgaver:\n  tekst: Vi følger loven og giver samtaler.\n").coverage["opgaver"].level is Level.BRIEF


def test_no_is_an_answer(desk: Desk) -> None:
    one = desk.one("gavekort:\n  bruges: nej\n")
    assert one.coverage["gavekort"].level is Level.BRIEF


def test_forces_decide_how_much_a_missing_description_weighs(desk: Desk) -> None:
    found = {one.criterion: one.severity for one in desk.told("lov-ikke-beskrevet")}
    assert found["opgaver"] is Severity.WARNING
    assert found["boern"] is Severity.NOTE
    assert found["klage-frit-valg"] is Severity.NOTE
    assert desk.check().exit_code() == 0
    assert desk.check().exit_code(strict=True) == 1


def test_a_draft_is_not_asked_who_adopted_it(desk: Desk) -> None:
    assert "godkendt" in {one.criterion for one in desk.told("lov-ikke-beskrevet")}
    assert "godkendt" not in {one.criterion for one in desk.told("lov-ikke-beskrevet", "tilstand: udkast\n")}
    assert desk.one("tilstand: i høring\n").coverage["godkendt"].level is Level.UNASSESSED


def test_irrelevance_needs_a_reason_a_right_and_no_contradiction(desk: Desk) -> None:
    declared = "ikke_relevant:\n  - {kriterium: intensitet-ambulant, fordi: Vi har kun dagbehandling.}\n"
    assert desk.one(declared).coverage["intensitet-ambulant"].level is Level.IRRELEVANT
    offered = f"{declared}tilbud:\n  - type: ambulant\n"
    assert desk.one(offered).coverage["intensitet-ambulant"].level is Level.NOT
    assert [one.severity for one in desk.told("henvisning-ikke-relevant", offered)] == [Severity.ERROR]
    forbidden = "ikke_relevant:\n  - {kriterium: klageadgang, fordi: Ingen klager.}\n"
    assert desk.one(forbidden).coverage["klageadgang"].level is Level.NOT
    assert len(desk.told("henvisning-ikke-relevant", forbidden)) == 1


def test_the_check_may_measure_by_another_edition(desk: Desk) -> None:
    desk.add()
    old = {one.criterion for one in desk.check(edition="2006").findings}
    assert "gavekort" not in old
    assert "opgaver" in old
