"""Exceptions: a note of language is silenced with a reason; law and errors never are; none is made in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kvalitet.findings import Severity
from kvalitet.rules import RULES

if TYPE_CHECKING:
    from tests.conftest import Desk

BODY = "opgaver:\n  tekst: Vi hjælper misbrugere.\n"
REASON = "Byrådet har vedtaget teksten sådan."


def except_from(rule: str, path: str, reason: str = REASON) -> str:
    return f"undtagelser:\n  - regel: {rule}\n    felt: {path}\n    begrundelse: {reason}\n"


def told(desk: Desk, body: str) -> list[tuple[str, str]]:
    desk.add(body)
    rules = ("sprog-", "henvisning-undtagelse", "struktur-", "privat-")
    return [(one.rule, str(one.severity)) for one in desk.check().findings if one.rule.startswith(rules)]


def test_a_note_is_silenced_with_its_reason(desk: Desk) -> None:
    assert told(desk, BODY) == [("sprog-ord", "note")]
    assert told(desk, BODY + except_from("sprog-ord", "opgaver.tekst")) == []
    (one,) = desk.check().assessed
    (excepted,) = one.excepted
    assert (excepted.finding.rule, excepted.finding.path, excepted.reason) == ("sprog-ord", "opgaver.tekst", REASON)


def test_it_counts_at_that_field_alone(desk: Desk) -> None:
    body = f"{BODY}målgruppe:\n  tekst: Det er for misbrugere.\n"
    assert told(desk, body + except_from("sprog-ord", "opgaver.tekst")) == [("sprog-ord", "note")]


@pytest.mark.parametrize("reason", ["", "udfyldes senere", "…"])
def test_without_a_reason_it_does_not_count(reason: str, desk: Desk) -> None:
    found = dict(told(desk, BODY + except_from("sprog-ord", "opgaver.tekst", reason)))
    assert "sprog-ord" in found
    assert {"struktur-mangler", "struktur-pladsholder"} & set(found)
    assert desk.check().assessed[0].excepted == ()


@pytest.mark.parametrize("rule", [rule.id for rule in RULES if not rule.exceptable])
def test_no_other_rule_can_be_excepted_from(rule: str, desk: Desk) -> None:
    desk.add(BODY + except_from(rule, "opgaver.tekst"))
    (found,) = [one for one in desk.check().findings if one.rule == "henvisning-undtagelse"]
    assert found.severity is Severity.ERROR
    assert found.path == "undtagelser[0].regel"


def test_neither_errors_nor_law_can_be_excepted_from() -> None:
    exceptable = {rule.id for rule in RULES if rule.exceptable}
    assert exceptable == {rule.id for rule in RULES if rule.id.startswith("sprog-")}
    assert {rule.severity for rule in RULES if rule.exceptable} == {Severity.NOTE}


def test_the_law_is_told_all_the_same(desk: Desk) -> None:
    desk.add("gavekort:\n  hvem: Unge\n" + except_from("lov-ikke-beskrevet", "gavekort"))
    found = {one.rule for one in desk.check().findings if one.path == "gavekort"}
    assert found == {"lov-ikke-beskrevet"}


def test_an_exception_of_no_use_is_told(desk: Desk) -> None:
    body = "opgaver:\n  tekst: Vi hjælper voksne.\n" + except_from("sprog-ord", "opgaver.tekst")
    desk.add(body)
    (found,) = [one for one in desk.check().findings if one.rule == "henvisning-undtagelse"]
    assert (found.severity, found.path) == (Severity.NOTE, "undtagelser[0]")


def test_a_place_that_is_not_there_is_told_with_the_nearest(desk: Desk) -> None:
    desk.add(BODY + except_from("sprog-ord", "opgave.tekst"))
    (found,) = [one for one in desk.check().findings if one.rule == "henvisning-undtagelse"]
    assert found.severity is Severity.ERROR
    assert found.edit is not None
    assert found.edit.text == "opgaver.tekst"


def test_an_unknown_rule_is_told_once(desk: Desk) -> None:
    found = told(desk, BODY + except_from("sprog-orden", "opgaver.tekst"))
    assert found == [("sprog-ord", "note")]
    assert [one.rule for one in desk.check().findings if one.rule == "henvisning-ukendt"] == ["henvisning-ukendt"]
