"""The import's words are data: each rule reads its examples, and a fault is told with file and line."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from kvalitet.catalogue import CatalogueError, known_areas, load_catalogue
from kvalitet.catalogue.load import LAW_FOLDER
from kvalitet.importing.tokens import read_date, read_phone
from kvalitet.importing.values import ValueFinder
from kvalitet.importing.words import ValueRule, load_import_words

if TYPE_CHECKING:
    from pathlib import Path

PLACES = {"Social Visitation": "social_visitation"}
RULES = [
    pytest.param(area, rule, id=f"{area}-{'.'.join(rule.path)}-{number}")
    for area in known_areas()
    for number, rule in enumerate(load_import_words(area).values)
]
each_rule = pytest.mark.parametrize(("area", "rule"), RULES)


def say(reading: tuple[tuple[str, str], ...]) -> str:
    return " ".join(f"{name}={value}" if name else value for name, value in reading)


@each_rule
def test_a_rule_reads_its_examples(area: str, rule: ValueRule) -> None:
    finder = ValueFinder(load_catalogue(area), PLACES)
    assert rule.examples
    for one in rule.examples:
        assert {say(reading) for reading in finder.read_text(rule, one.text)} == {one.gives}, one.text


@each_rule
def test_a_rule_reads_nothing_where_it_must_not(area: str, rule: ValueRule) -> None:
    finder = ValueFinder(load_catalogue(area), PLACES)
    assert rule.never
    assert {text: finder.read_text(rule, text) for text in rule.never} == {text: [] for text in rule.never}


FAULTS = {
    "no such field": ("felt: gavekort.beløb", "felt: gavekort.penge", "gavekort.penge"),
    "no such section to search": ("hvor: [titel]", "hvor: [titlen]", "titlen"),
    "broken pattern": ("mønster: '\\bstof(", "mønster: '\\bstof((", "mønster"),
    "text into a number": ("til: om-standarden.serviceniveau", "til: gavekort.antal_højst", "gavekort.antal_højst"),
    "covers nothing known": ("dækker: [klageadgang]", "dækker: [klageadgange]", "klageadgange"),
    "a choice that is none": ("ambulant: [ambulant]", "ambulance: [ambulant]", "ambulance"),
    "an entry without that field": ("tekst: indhold", "tekst: indholdet", "indholdet"),
    "no such introduction": ("indledning: om-standarden", "indledning: forord", "forord"),
    "unknown key": ("områdets_ord:", "omraadets_ord:", "omraadets_ord"),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_told_with_file_and_line(tmp_path: Path, fault: tuple[str, str, str]) -> None:
    old, new, word = fault
    folder = tmp_path / "lovkrav"
    shutil.copytree(LAW_FOLDER, folder)
    path = folder / "stofmisbrug" / "indlaesning.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogueError) as raised:
        load_import_words("stofmisbrug", folder)
    told = [one for one in raised.value.findings if word in one.message]
    assert told, str(raised.value)
    assert {one.place.file for one in told} == {"lovkrav/stofmisbrug/indlaesning.yml"}
    assert all(one.place.line > 1 for one in told)


def test_an_area_without_words_of_its_own_still_has_the_shared_ones(tmp_path: Path) -> None:
    folder = tmp_path / "lovkrav"
    shutil.copytree(LAW_FOLDER, folder)
    (folder / "stofmisbrug" / "indlaesning.yml").unlink()
    words = load_import_words("stofmisbrug", folder)
    assert words.lists == ()
    assert {rule.path[0] for rule in words.values} == {
        "godkendt",
        "gælder_fra",
        "senest_revideret",
        "næste_revision",
        "høring",
        "version",
        "lovgrundlag",
    }


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24. april 2025", "2025-04-24"),
        ("24 april 2025", "2025-04-24"),
        ("1. dec. 2024", "2024-12-01"),
        ("24/4-2025", "2025-04-24"),
        ("24.04.2025", "2025-04-24"),
        ("24-04-2025", "2025-04-24"),
        ("2025-04-24", "2025-04-24"),
        ("31. februar 2025", None),
        ("32/13-2025", None),
        ("april 2025", None),
    ],
)
def test_dates(text: str, day: str | None) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize("text", ["01234567", "01 23 45 67", "+45 01 23 45 67"])
def test_telephone_numbers_stand_in_pairs(text: str) -> None:
    assert read_phone(text) == "01 23 45 67"
