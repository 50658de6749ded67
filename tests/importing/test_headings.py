"""Headings lead to requirements: as the catalogue writes them, as people do, and as real standards have them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kvalitet.catalogue import load_catalogue
from kvalitet.importing.headings import Matcher, number_depth, strip_number
from kvalitet.importing.words import Sureness, load_import_words

REAL = yaml.safe_load((Path(__file__).parent / "overskrifter.yml").read_text("utf-8"))
CATALOGUE = load_catalogue("stofmisbrug")


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(CATALOGUE, load_import_words("stofmisbrug"))


def sections_of(matcher: Matcher, heading: str) -> list[str]:
    found = matcher.find(heading)
    return [found.target.section, *found.target.covers] if found is not None else []


def test_real_headings_lead_where_they_should(matcher: Matcher) -> None:
    wrong = []
    count = 0
    for place, headings in REAL.items():
        for heading, wanted in headings.items():
            count += 1
            if sections_of(matcher, heading) != ([wanted] if isinstance(wanted, str) else wanted):
                wrong.append((place, heading, sections_of(matcher, heading)))
    assert count >= 60
    assert len(wrong) <= 0.1 * count, wrong


@pytest.mark.parametrize("requirement", CATALOGUE.requirements.values(), ids=lambda one: one.id)
def test_every_heading_of_the_catalogue_leads_to_its_own_requirement_for_sure(
    matcher: Matcher, requirement: object
) -> None:
    one = next(each for each in CATALOGUE.requirements.values() if each is requirement)
    for heading in one.headings:
        found = matcher.find(heading)
        assert found is not None, heading
        assert found.sureness is Sureness.CERTAIN, heading
        owner = CATALOGUE.requirement_of_section(found.target.section)
        assert owner is one, (heading, found)


@pytest.mark.parametrize(
    ("heading", "section", "sureness"),
    [
        ("Visitation", "visitation", "sikker"),
        ("VISITATION", "visitation", "sikker"),
        ("5. Visitation", "visitation", "sikker"),
        ("5.2 Visitation", "visitation", "sikker"),
        ("Punkt 5: Visitation", "visitation", "sikker"),
        ("Ad 5 Visitation", "visitation", "sikker"),
        ("Ad 5) Visitation:", "visitation", "sikker"),
        ("b) Visitation", "visitation", "sikker"),
        ("IV. Visitation", "visitation", "sikker"),
        ("Visitationen", "visitation", "sikker"),
        ("Vistation", "visitation", "sandsynligt"),
        ("Maalgruppe", "målgruppe", "sikker"),
        ("Målgrupperne", "målgruppe", "sikker"),
        ("Visitation til døgnophold i udlandet", "visitation", "sandsynligt"),
        ("Visitationssamtalen", "visitation", "gæt"),
        ("Boern", "børn", "sikker"),
    ],
)
def test_number_case_spelling_and_endings_are_forgiven(
    matcher: Matcher, heading: str, section: str, sureness: str
) -> None:
    found = matcher.find(heading)
    assert found is not None
    assert (found.target.section, str(found.sureness)) == (section, sureness)


@pytest.mark.parametrize(
    ("heading", "sections"),
    [
        ("Behandlingsgaranti og frit valg", ["behandlingsgaranti", "frit-valg"]),
        ("Opgaver, målgruppe og visitation", ["opgaver", "målgruppe", "visitation"]),
        ("Frit valg/behandlingsgaranti", ["frit-valg", "behandlingsgaranti"]),
        ("Mål og værdier", ["mål-og-værdier"]),  # one thing, though it has an 'og'
        ("Kvalifikationer og kompetenceudvikling", ["personale"]),
        ("Dokumentation og opfølgning", ["monitorering"]),  # 'opfølgning' alone leads nowhere for sure
    ],
)
def test_a_heading_on_two_things_leads_to_both(matcher: Matcher, heading: str, sections: list[str]) -> None:
    assert sections_of(matcher, heading) == sections


@pytest.mark.parametrize(
    "heading", ["", "12", "§", "Ordliste", "Hvad er hvad?", "og og og", "....", "Klitborg Kommune"]
)
def test_what_leads_nowhere_is_not_guessed_at(matcher: Matcher, heading: str) -> None:
    assert sections_of(matcher, heading) == []


@pytest.mark.parametrize(
    ("heading", "bare", "depth"),
    [
        ("5. Visitation", "Visitation", 1),
        ("5.2.1 Visitation", "Visitation", 3),
        ("Kapitel 3 Visitation", "Visitation", 1),
        ("14 dages garanti", "14 dages garanti", 0),
        ("Visitation", "Visitation", 0),
        ("Del 2: Frit valg", "Frit valg", 1),
    ],
)
def test_numbers_of_headings(heading: str, bare: str, depth: int) -> None:
    assert (strip_number(heading), number_depth(heading)) == (bare, depth)
