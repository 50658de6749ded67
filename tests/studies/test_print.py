"""The studies' data is the print, digit by digit: ``kildetal.json`` was read from the source texts alone.

``scripts/kildetjek.py --kilder FOLDER`` reads the texts again; here they are not needed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kvalitet.catalogue import load_catalogue
from kvalitet.studies import Recommendations, Survey, load_recommendations, load_survey

AREA = "stofmisbrug"
PRINT: dict[str, Any] = json.loads((Path(__file__).parent / "kildetal.json").read_text("utf-8"))


@pytest.fixture
def survey() -> Survey:
    found = load_survey(AREA)
    assert found is not None
    return found


@pytest.fixture
def made() -> Recommendations:
    found = load_recommendations(AREA)
    assert found is not None
    return found


def test_all_rows_of_tables_5_2_to_5_10_are_the_print(survey: Survey) -> None:
    printed = PRINT[survey.source_text]
    for table in survey.contents:
        ours = {str(row.line): [*row.shares, row.total] for row in table.rows}
        assert ours == printed[table.number], table.number
        assert list(ours) == list(printed[table.number]), "in the order of the print"
    assert sum(len(table.rows) for table in survey.contents) == 34


def test_the_other_tables_are_the_print(survey: Survey) -> None:
    for table in survey.tables:
        ours = {str(line): list(numbers) for _, numbers, line in table.rows}
        assert ours == PRINT[survey.source_text][table.number], table.number


def test_the_rows_are_the_criteria_that_the_catalogue_takes_from_the_study(survey: Survey) -> None:
    criteria = load_catalogue(AREA).criteria.values()
    assert {name: row.table for name, row in survey.rows.items()} == {
        one.id: one.table for one in criteria if one.table
    }


def test_each_row_has_its_base(survey: Survey) -> None:
    assert {row.n for row in survey.rows.values()} == {53}
    assert all(table.n for table in survey.tables)


def test_a_row_that_cannot_come_from_its_base_says_why(survey: Survey) -> None:
    impossible = [row for row in survey.rows.values() if row.counts is None]
    assert [row.criterion for row in impossible] == [
        "maalgruppe",
        "klage-brugerinddragelse",
        "personale-kvalifikationer",
    ]
    assert [row.note.id for row in impossible if row.note] == ["rundet-to-gange", "andet-grundlag", "rundet-to-gange"]
    assert all(row.note is None for row in survey.rows.values() if row.counts is not None)


def test_every_answer_is_the_print(made: Recommendations) -> None:
    (sheet,) = made.sheets
    document = made.documents["vest"].source_text
    ours = {(number, one.name): reply.answer for one in sheet.municipalities for number, reply in one.replies.items()}
    assert ours == {(number, name): answer for number, name, answer in PRINT[document]}
    assert len(ours) == 16 * 6


def test_what_the_buyer_answered_is_told_and_not_what_the_rule_would_give(made: Recommendations) -> None:
    (sheet,) = made.sheets
    by_name = {one.name: one for one in sheet.municipalities}
    buyer = by_name["Sorø"]
    assert set(buyer.bought_from) == {"Slagelse", "Ringsted", "Holbæk"}
    by_rule = {
        number
        for number, reply in buyer.replies.items()
        if reply.answer == "nej" and any(by_name[name].replies[number].answer == "ja" for name in buyer.bought_from)
    }
    assert by_rule == {"2.1", "2.2", "2.3", "12.1", "12.2"}


def test_there_are_twelve_recommendations_and_eight_for_municipalities(made: Recommendations) -> None:
    assert [one.number for one in made.recommendations] == list(range(1, 13))
    municipal = [one.number for one in made.recommendations if one.municipal]
    assert municipal == [1, 2, 5, 6, 7, 9, 10, 12]
    assert all(bool(one.indicators) is one.municipal for one in made.recommendations)


def test_one_of_seventeen_municipalities_stayed_away(made: Recommendations) -> None:
    assert sum(len(cluster.municipalities) for cluster in made.clusters) == 17
    assert [name for cluster in made.clusters for name in cluster.absent] == ["Stevns"]


def test_an_area_without_studies_has_none() -> None:
    assert load_survey("findes-ikke") is None
    assert load_recommendations("findes-ikke") is None
