"""Inheritance: one step, whole sections, the buyer's own wins, every value keeps its own file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.assess import Level

if TYPE_CHECKING:
    from tests.conftest import Desk

PARTNER = """personale:
  tekst: Vi er ti socialrådgivere og en læge.
steder:
  center: {navn: Centret, adresse: "Havnegade 1, 9999 Naboby", telefon: 01 23 45 67, åbent: {mandag: 9-15}}
tilbud:
  - {type: ambulant, sted: center, indhold: Samtaler, intensitet: {mindst: 1, pr: uge}}
"""


def test_a_section_is_inherited_whole_and_keeps_its_place(desk: Desk) -> None:
    partner = desk.add(PARTNER, name="Naboby", stem="naboby")
    desk.add("arver:\n  - fra: naboby\n    afsnit: [personale, tilbud]\n")
    one = next(each for each in desk.check().assessed if each.standard.slug == "proeveby")
    coverage = one.coverage["personale-kvalifikationer"]
    assert coverage.level is Level.BRIEF
    text = next(value for value in coverage.evidence if value.path == "personale.tekst")
    assert text.file == f"standarder/stofmisbrug/{partner.name}"
    assert text.line == 1 + partner.read_text(encoding="utf-8").split("tekst: Vi")[0].count("\n")
    ways = {value.path for value in coverage.evidence if value.file.endswith("proeveby.yml")}
    assert ways == {"arver[0].fra", "arver[0].afsnit[0]"}


def test_an_inherited_reference_is_resolved_at_home(desk: Desk) -> None:
    desk.add(PARTNER, name="Naboby", stem="naboby")
    desk.add("arver:\n  - fra: naboby\n    afsnit: [tilbud]\n")
    one = next(each for each in desk.check().assessed if each.standard.slug == "proeveby")
    assert one.coverage["tilbud-hvor"].level is Level.THOROUGH
    assert not [finding for finding in one.findings if finding.rule.startswith("henvisning")]


def test_the_buyers_own_section_wins(desk: Desk) -> None:
    desk.add(PARTNER, name="Naboby", stem="naboby")
    desk.add("arver:\n  - fra: naboby\n    afsnit: [personale]\npersonale:\n  tekst: Vi har vores egne folk her.\n")
    one = next(each for each in desk.check().assessed if each.standard.slug == "proeveby")
    assert {value.file for value in one.coverage["personale-kvalifikationer"].evidence} == {
        "standarder/stofmisbrug/proeveby.yml"
    }


def test_a_partner_is_read_even_where_only_the_buyer_is_checked(desk: Desk) -> None:
    from kvalitet.check import run_check  # noqa: PLC0415 - this test alone checks a single file

    desk.add(PARTNER + "ukendt: x\n", name="Naboby", stem="naboby")
    path = desk.add("arver:\n  - fra: naboby\n    afsnit: [personale]\n")
    report = run_check([path], desk.check().day)
    assert [each.standard.slug for each in report.assessed] == ["proeveby"]
    assert report.assessed[0].coverage["personale-kvalifikationer"].level is Level.BRIEF
    assert {finding.place.file for finding in report.findings} == {"standarder/stofmisbrug/proeveby.yml"}


def test_unknown_partners_missing_sections_and_second_steps_are_told(desk: Desk) -> None:
    desk.add("arver:\n  - fra: tredjeby\n    afsnit: [personale]\n", name="Naboby", stem="naboby")
    desk.add(PARTNER, name="Tredjeby", stem="tredjeby")
    body = "arver:\n  - {fra: findesikke, afsnit: [personale]}\n  - {fra: naboby, afsnit: [personale, gavekort]}\n"
    found = desk.told("henvisning-arv", body)
    assert [finding.path for finding in found] == ["arver[0].fra", "arver[1].afsnit[0]", "arver[1].afsnit[1]"]
    assert "ét led" in found[1].message
    assert "gavekort" in found[2].message


def test_two_that_inherit_from_each_other_come_to_an_end(desk: Desk) -> None:
    desk.add("arver: [{fra: proeveby, afsnit: [personale]}]\n", name="Naboby", stem="naboby")
    found = desk.told("henvisning-arv", "arver: [{fra: naboby, afsnit: [personale]}]\n")
    assert len(found) == 2


def test_a_shared_text_needs_no_municipality(desk: Desk) -> None:
    shared = desk.folder / "_fælles"
    shared.mkdir()
    text = "område: stofmisbrug\nsagsbehandling:\n  tekst: Du får brev om afgørelsen.\n"
    (shared / "generelt.yml").write_text(text, encoding="utf-8")
    desk.add("arver: [{fra: _fælles/generelt, afsnit: [sagsbehandling]}]\n")
    report = desk.check()
    assert [each.standard.slug for each in report.assessed] == ["proeveby"]
    assert report.assessed[0].coverage["sagsbehandling"].level is Level.BRIEF
    assert not [finding for finding in report.findings if finding.severity == "error"]


def test_one_text_may_serve_several_requirements(desk: Desk) -> None:
    one = desk.one(
        "behandlingsgaranti:\n  tekst: Du er i gang inden 14 dage og vælger selv sted.\n  dækker: [frit-valg]\n"
    )
    coverage = one.coverage["frit-valg"]
    assert coverage.level is Level.BRIEF
    assert {value.path for value in coverage.evidence} == {"behandlingsgaranti.tekst", "behandlingsgaranti.dækker[0]"}
