"""The checks against the source texts find what differs: on small texts that look as the real ones do."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from _kildetjek import Outcome, find_copied, numbers_on, read_source, split_words
from _kildetjek_kl import check_answers, read_answers, read_told
from _kildetjek_sfi import check_contents, check_possible, check_tables, read_tables
from kvalitet.studies import Recommendations, Survey, load_recommendations, load_survey

if TYPE_CHECKING:
    from pathlib import Path

AREA = "stofmisbrug"
PAGE = """ TABEL 5.9

Om tilbud fremgår. Procent.

 Ikke
beskrevet

Total
pct.

Hvilke tilbud samarbejdes der med 45 34 21 100

Kvalitetskrav til døgntilbud 42 26 32 100

Anm.: Tabellen er baseret på 53 kvalitetsstandarder.

TABEL 6.19

Om kommunen tilbyder efterbehandling.

 Procent Antal

Ja 94 78

Nej 2 2

I alt 100 83

Brødtekst om 2007 2008
"""
REPORT = """Anbefaling 10: Kommunerne skal foretage en basisscreening

10.1 Indikator: **Alle borgere tilbydes systematisk en basisscreening.**

Ja: Ringsted, Slagelse, Sorø

Nej: Odsherred, Holbæk, Kalundborg

10.2 Uddyb: **Hvilket redskab anvendes?**

Ringsted: ASI

Slagelse: ASI bruges til alle

10.3 Plan for løsning: **Hvis kommunen ikke lever op, beskriv da kort**

Odsherred: Den indledende udredning

<p>12.1 Indikator: Der er en strategi.</p> <p>Ja: Ringsted Nej: Ingen</p>
"""


@pytest.fixture
def survey() -> Survey:
    found = load_survey(AREA)
    assert found is not None
    kept = tuple(table for table in found.contents if table.number == "5.9")
    at = {"doegn-samarbejde": 11, "doegn-kvalitetskrav": 13}
    rows = tuple(dataclasses.replace(row, line=at[row.criterion]) for row in kept[0].rows)
    return dataclasses.replace(found, contents=(dataclasses.replace(kept[0], rows=rows, line=1),))


def test_a_table_is_read_by_heading_rows_and_base() -> None:
    tables = read_tables(PAGE.split("\n"))
    assert tables["5.9"].rows == ((11, (45, 34, 21, 100)), (13, (42, 26, 32, 100)))
    assert tables["5.9"].bases == {53}
    assert tables["6.19"].rows == ((23, (94, 78)), (25, (2, 2)), (27, (100, 83)))
    assert tables["6.19"].bases == {83}


def test_what_fits_is_told_as_fine(survey: Survey) -> None:
    assert check_contents(survey, read_tables(PAGE.split("\n"))) == Outcome(
        "SFI 2009, tables 5.2-5.10: 2 rows of the print", 8, ()
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("45 34 21", "45 34 22", "the print has (11, (45, 34, 22, 100))"),
        ("på 53 kvalitets", "på 52 kvalitets", "the print names [52]"),
        ("Kvalitetskrav til døgntilbud 42 26 32 100", "", "has 1 rows in the print, and 2 here"),
        (" TABEL 5.9\n", "\n TABEL 5.9\n", "begins at line 2, not 1"),
    ],
)
def test_a_digit_a_base_a_row_or_a_line_that_differs_is_told(survey: Survey, old: str, new: str, told: str) -> None:
    assert old in PAGE
    found = check_contents(survey, read_tables(PAGE.replace(old, new).split("\n")))
    assert any(told in fault for fault in found.faults), found.faults


def test_a_row_that_became_impossible_is_told(survey: Survey) -> None:
    tables = read_tables(PAGE.replace("42 26 32", "42 26 33").split("\n"))
    found = check_possible(survey, tables)
    assert "line 13: told as possible" in found.faults[0]


def test_another_table_is_compared_too(survey: Survey) -> None:
    only = next(table for table in survey.tables if table.number == "6.19")
    moved = tuple((name, numbers, 21 + 2 * at) for at, (name, numbers, _) in enumerate(only.rows, 1))
    one = dataclasses.replace(survey, tables=(dataclasses.replace(only, rows=moved, line=17),))
    page = PAGE.replace("\nI alt 100 83", "\nVed ikke 4 3\n\nI alt 100 83")
    assert check_tables(one, read_tables(page.split("\n"))).faults == ()
    assert check_tables(one, read_tables(page.replace("4 3", "4 4").split("\n"))).faults != ()


def test_answers_are_read_from_both_ways_of_writing() -> None:
    answers = read_answers(REPORT.split("\n"))
    assert answers["10.1", "Slagelse"] == "ja"
    assert answers["10.1", "Kalundborg"] == "nej"
    assert answers["12.1", "Ringsted"] == "ja"
    assert len(answers) == 7


def test_an_answer_that_differs_is_told() -> None:
    made = load_recommendations(AREA)
    assert isinstance(made, Recommendations)
    lines = REPORT.replace("Ja: Ringsted, Slagelse, Sorø", "Ja: Ringsted, Sorø").replace(
        "Nej: Ods", "Nej: Slagelse, Ods"
    )
    found = check_answers(made, lines.split("\n"), "test")
    assert "10.1 Slagelse: the print says nej, and we ja" in found.faults
    assert not any(fault.startswith("10.1 Sorø") for fault in found.faults)


def test_who_told_what_is_read_by_question() -> None:
    told = read_told(["Ringsted", "Slagelse", "Odsherred"], REPORT.split("\n"))
    assert set(told) == {("10.1", "Ringsted"), ("10.1", "Slagelse"), ("plan 10", "Odsherred")}


def test_a_sentence_of_the_source_is_found_across_a_broken_word() -> None:
    source = ["Når kommunen har besluttet hvor ofte der skal være sam-", "taler med borgeren i behandling"]
    assert split_words("\n".join(source)).count("samtaler") == 1
    own = ["Det er sagt hvor ofte der skal være samtaler med borgeren i dag", "Hvor ofte der skal være samtaler"]
    assert list(find_copied(own, source)) == ["hvor ofte der skal være samtaler med borgeren i"]


def test_numbers_are_found_in_digits_and_words() -> None:
    assert numbers_on("spørgeskemaet, og i yderligere fire kommu-") == {"4"}
    assert numbers_on("har samlet skønnet at have 11.833 brugere (85 pct.)") == {"11.833", "85"}


def test_a_missing_source_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"001\.txt is not in"):
        read_source(tmp_path, "001")
