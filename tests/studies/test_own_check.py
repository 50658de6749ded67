"""What is wrong in a study's files is told with its file; a study with errors is never used."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from kvalitet.catalogue import CatalogueError
from kvalitet.studies import load_recommendations, load_survey
from kvalitet.studies.survey_file import STUDIES_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

AREA = "stofmisbrug"
SURVEY = [
    (
        "indhold.yml",
        "{kriterium: opgaver, ikke: 2,",
        "{kriterium: opgaver, ikke: 3,",
        "No counts of 53 give (3, 57, 42)",
    ),
    ("indhold.yml", "kriterium: opgaver", "kriterium: findes-ikke", "'findes-ikke' is in table None"),
    ("indhold.yml", 'nr: "5.3"', 'nr: "5.4"', "'adresser' is in table 5.3 by the catalogue"),
    ("indhold.yml", "note: andet-grundlag", "note: findes-ikke", "No note has the id 'findes-ikke'"),
    ("indhold.yml", "ikke: 2,", "ikke: to,", "Her skal stå et tal"),
    ("baggrund.yml", "tal: [11, 43, 30, 5, 11, 100]", "tal: [11, 43, 30, 5, 11]", "has 5 numbers for 6 columns"),
    ("baggrund.yml", "noter: [ved-ikke-34]", "noter: [findes-ikke]", "No note has the id 'findes-ikke'"),
    ("tal.yml", "krav: [intensitet]", "krav: [findes-ikke]", "No requirement has the id 'findes-ikke'"),
    ("undersoegelse.yml", "kilde: sfi2009", "kilde: findes-ikke", "No source has the id 'findes-ikke'"),
]
RECOMMENDATIONS = [
    ("anbefalinger.yml", "kommuner: [Faxe,", "kommuner: [Faksinge,", "There is no municipality 'Faksinge'"),
    ("anbefalinger.yml", "krav: [opgaver]", "krav: [findes-ikke]", "There is no requirement 'findes-ikke'"),
    ("anbefalinger.yml", "{anbefaling: 9, linje", "{anbefaling: 13, linje", "There is no recommendation 13"),
    ("besvarelser/klynge-vest.yml", "1.1: {svar: ja,", "1.9: {svar: ja,", "'1.9' er ikke et felt"),
    ("besvarelser/klynge-vest.yml", "{svar: nej}", "{svar: måske}", "'måske'"),
    ("besvarelser/klynge-vest.yml", "navn: Holbæk", "navn: Holbækby", "There is no municipality 'Holbækby'"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(STUDIES_FOLDER, tmp_path / "undersoegelser")
    return tmp_path / "undersoegelser"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_copies_are_fine_before_they_are_changed(copy: Path) -> None:
    assert load_survey(AREA, copy) is not None
    assert load_recommendations(AREA, copy) is not None


@pytest.mark.parametrize(("name", "old", "new", "told"), SURVEY, ids=[f"{one[0]}: {one[2]}" for one in SURVEY])
def test_a_fault_in_the_study_is_told(copy: Path, name: str, old: str, new: str, told: str) -> None:
    change(copy / AREA / "sfi2009" / name, old, new)
    with pytest.raises(CatalogueError) as raised:
        load_survey(AREA, copy)
    assert f"undersoegelser/{AREA}/sfi2009/{name}:" in str(raised.value)
    assert told in str(raised.value)


@pytest.mark.parametrize(
    ("name", "old", "new", "told"), RECOMMENDATIONS, ids=[f"{one[0]}: {one[2]}" for one in RECOMMENDATIONS]
)
def test_a_fault_in_the_recommendations_is_told(copy: Path, name: str, old: str, new: str, told: str) -> None:
    change(copy / AREA / "kl2014" / name, old, new)
    with pytest.raises(CatalogueError) as raised:
        load_recommendations(AREA, copy)
    assert f"undersoegelser/{AREA}/kl2014/" in str(raised.value)
    assert told in str(raised.value)
