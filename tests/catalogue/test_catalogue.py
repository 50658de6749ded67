"""The catalogue as it is: complete, consistent, and every statement sourced."""

from __future__ import annotations

import datetime as dt
import itertools
import re

import pytest

from kvalitet.catalogue import Catalogue, Force, Proof, known_areas, load_catalogue
from kvalitet.catalogue.conditions import Condition, paths_of
from kvalitet.catalogue.verify import to_ascii, verify_catalogue

SFI = {
    "opgaver",
    "maalgruppe",
    "maal-og-vaerdier",
    "adresser",
    "tilbud-hvor",
    "samarbejdsaftaler",
    "afbrudt-genoptaget",
    "henvendelsessted",
    "hvem-visiterer",
    "uden-visitation",
    "frit-valg",
    "hjaelp-til-frit-valg",
    "behandlingsgaranti",
    "handleplan-hvem",
    "handleplan-hvornaar",
    "handleplan-koordinering",
    "handleplan-evaluering-hvor-ofte",
    "handleplan-evaluering-hvordan",
    "brugerinddragelse",
    "betaling-kost-logi",
    "klageadgang",
    "klage-behandlingsgaranti",
    "klage-frit-valg",
    "klage-brugerinddragelse",
    "klage-behandlingsintensitet",
    "personale-kvalifikationer",
    "personale-kompetenceudvikling",
    "monitorering",
    "boern",
    "doegn-samarbejde",
    "doegn-kvalitetskrav",
    "intensitet-ambulant",
    "intensitet-substitution",
    "intensitet-andre",
}
OTHERS = {
    "tilbudstyper",
    "visitationsprocedure",
    "behandlingsplan-udarbejdelse",
    "behandlingsplan-opfoelgning",
    "handleplan-maalsaetning",
    "sagsbehandling",
    "gavekort",
    "maaltal",
    "serviceniveau",
    "politiske-prioriteringer",
    "godkendt",
    "offentliggjort",
    "revideret",
    "inddragelse",
    "opfoelgning-offentliggjort",
}
NUMBERED = [
    "opgaver",
    "maalgruppe",
    "maal-og-vaerdier",
    "organisering",
    "visitation",
    "behandlingsgaranti",
    "frit-valg",
    "behandlingsplan",
    "handleplan",
    "brugerinddragelse",
    "betaling",
    "klageadgang",
    "personale",
    "monitorering",
    "gavekort",
]
OUTSIDE = {"boern", "doegn", "intensitet", "om-standarden"}
LAW = {
    "opgaver",
    "maalgruppe",
    "maal-og-vaerdier",
    "tilbudstyper",
    "visitationsprocedure",
    "behandlingsgaranti",
    "frit-valg",
    "behandlingsplan-udarbejdelse",
    "behandlingsplan-opfoelgning",
    "handleplan-maalsaetning",
    "handleplan-koordinering",
    "brugerinddragelse",
    "betaling-kost-logi",
    "sagsbehandling",
    "klageadgang",
    "personale-kvalifikationer",
    "personale-kompetenceudvikling",
    "monitorering",
    "gavekort",
    "serviceniveau",
    "politiske-prioriteringer",
    "godkendt",
}
GUIDANCE = {
    "afbrudt-genoptaget",
    "henvendelsessted",
    "hvem-visiterer",
    "hjaelp-til-frit-valg",
    "boern",
    "doegn-samarbejde",
    "doegn-kvalitetskrav",
    "offentliggjort",
    "revideret",
    "inddragelse",
    "opfoelgning-offentliggjort",
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue("stofmisbrug")


@pytest.mark.parametrize("area", known_areas())
def test_every_area_loads_and_finds_nothing_wrong_with_itself(area: str) -> None:
    assert verify_catalogue(load_catalogue(area)) == []


def test_the_contracted_ids_are_there_and_no_others(catalogue: Catalogue) -> None:
    assert set(catalogue.requirements) == {*NUMBERED, *OUTSIDE}
    assert set(catalogue.criteria) == SFI | OTHERS
    assert {one.id for one in catalogue.criteria.values() if one.table} == SFI
    assert set(catalogue.editions) == {"2006", "2014", "2019"}


def test_the_editions_number_their_items_without_a_gap(catalogue: Catalogue) -> None:
    for edition, count in (("2006", 13), ("2014", 14), ("2019", 15)):
        assert [item.number for item in catalogue.editions[edition].items] == list(range(1, count + 1))
    assert [item.requirement for item in catalogue.editions["2019"].items] == NUMBERED


def test_each_requirement_is_in_an_edition_or_outside_the_list(catalogue: Catalogue) -> None:
    numbered = {item.requirement for edition in catalogue.editions.values() for item in edition.items}
    assert numbered == set(NUMBERED)
    assert set(catalogue.requirements) - numbered == OUTSIDE


def test_the_force_of_2019_is_as_the_practice_of_law_has_it(catalogue: Catalogue) -> None:
    demands = catalogue.editions["2019"].demands
    assert {name for name, one in demands.items() if one.force is Force.LAW} == LAW
    assert {name for name, one in demands.items() if one.force is Force.GUIDANCE} == GUIDANCE
    assert {name for name, one in demands.items() if one.force is Force.RECOMMENDATION} == (
        (SFI | OTHERS) - LAW - GUIDANCE
    )


def test_editions_follow_on_each_other_without_gap_or_overlap(catalogue: Catalogue) -> None:
    editions = list(catalogue.editions.values())
    for before, after in itertools.pairwise(editions):
        assert before.end == after.start - dt.timedelta(days=1)
    assert editions[-1].end is None
    assert catalogue.edition_on(dt.date(2020, 1, 1)).edition == "2019"
    assert catalogue.edition_on(dt.date(2019, 12, 31)).edition == "2014"


def test_sections_are_named_after_their_requirement(catalogue: Catalogue) -> None:
    for requirement in catalogue.requirements.values():
        assert requirement.id in {to_ascii(key) for key in requirement.sections}


def test_each_right_is_verified_and_dated(catalogue: Catalogue) -> None:
    assert len(catalogue.rights) >= 20
    for right in catalogue.rights.values():
        assert right.flat, right.id
        assert right.read >= dt.date(2026, 1, 1), right.id
        assert right.words, right.id


def test_no_statement_is_without_a_source(catalogue: Catalogue) -> None:
    for reference in catalogue.references.values():
        assert reference.source.title
        assert reference.says
        assert reference.where, reference.id
    for requirement in catalogue.requirements.values():
        assert requirement.references, requirement.id


def test_what_is_only_retold_by_others_is_not_flat(catalogue: Catalogue) -> None:
    for reference in catalogue.references.values():
        if reference.proof in {Proof.TRANSLATED, Proof.INFERRED}:
            assert not reference.flat, reference.id
        if reference.proof is Proof.RETOLD:
            assert reference.flat is reference.source.authority, reference.id


def test_rights_speak_in_short_sentences(catalogue: Catalogue) -> None:
    for right in catalogue.rights.values():
        for text in (right.words, *right.exceptions):
            for sentence in re.split(r"(?<=[.?!:])\s+", re.sub(r"\b(stk|nr|kl|fx)\.", r"\1", text)):
                assert len(sentence.split()) <= 20, (right.id, sentence)


def test_thorough_always_asks_for_more_than_brief(catalogue: Catalogue) -> None:
    for criterion in catalogue.criteria.values():
        assert criterion.brief != criterion.thorough, criterion.id
        assert _concrete(criterion.thorough), criterion.id


def _concrete(condition: Condition) -> bool:
    """Whether a condition asks for something beside a section's running text."""
    return any(path[-1] != "tekst" for path in paths_of(condition))


def test_no_criterion_counts_by_how_long_a_text_is(catalogue: Catalogue) -> None:
    """The wording contradicting the law is looked for, never the length of a text."""
    for wording in catalogue.wordings:
        assert wording.reference.says
        assert wording.instead
