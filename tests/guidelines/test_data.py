"""The guidelines as they are: every instruction as printed, plain words, and nothing stronger than the source."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.guidelines.known import AREA, BACKGROUND, GUIDANCE, there

from kvalitet.readability import measure, split_sentences, split_words
from kvalitet.studies import load_survey

if TYPE_CHECKING:
    from kvalitet.guidelines import Guideline, Step

MOST_WORDS, MOST_LIX = 20, 34
NUMBERS = [f"2.{number}" for number in range(1, 9)] + [f"3.{number}" for number in range(1, 13)]

with (Path(__file__).parent / "anvisninger.csv").open(encoding="utf-8", newline="") as file:
    PRINTED = list(csv.DictReader(file))  # read from the source by scripts/kildetjek.py's own reader, with its lines

each_guideline = pytest.mark.parametrize("guideline", GUIDANCE.guidelines.values(), ids=lambda one: one.number)


def test_all_twenty_are_there_in_the_sources_order() -> None:
    assert list(GUIDANCE.guidelines) == NUMBERS


def test_every_instruction_is_there_once_as_printed_and_in_order() -> None:
    ours = [(each.number, one.number) for each in GUIDANCE.guidelines.values() for one in each.instructions]
    assert ours == [(row["afsnit"], row["nr"]) for row in PRINTED]
    assert len(ours) == 134
    lines = [int(row["linje"]) for row in PRINTED]
    assert lines == sorted(lines)


def test_keys_are_unique_where_printed_numbers_are_not() -> None:
    keys = [one.key for one in GUIDANCE.instructions]
    numbers = [one.number for one in GUIDANCE.instructions]
    assert len(set(keys)) == len(keys)
    twice = {number for number in numbers if numbers.count(number) > 1}
    assert twice == {"2.7.1", "2.7.2", "2.7.3", "2.7.4"}
    last = [(one.key, one.number) for one in GUIDANCE.guidelines["2.8"].instructions]
    assert last == [(f"2-8-{number}", f"2.7.{number}") for number in range(1, 5)]
    assert ("3-1-2-b", "3.1.2 b") in zip(keys, numbers, strict=True)


@pytest.mark.parametrize("at", range(len(PRINTED)), ids=lambda at: f"{PRINTED[at]['afsnit']}-{PRINTED[at]['nr']}")
def test_modal_words_are_the_sources_in_its_order(at: int) -> None:
    one, words = GUIDANCE.instructions[at], PRINTED[at]["ord"].split()
    assert sorted([*one.modalities, *one.other_words]) == sorted(words)
    assert list(one.modalities) == [word for word in words if word in one.modalities]


def test_the_mixed_and_those_without_are_known_by_name() -> None:
    mixed = {one.key for one in GUIDANCE.instructions if len(one.modalities) > 1}
    assert mixed == {"2-3-2", "2-3-7", "2-4-2", "2-5-2", "3-1-2-b", "3-2-5", "3-6-3", "3-11-1"}
    assert {one.key for one in GUIDANCE.instructions if not one.modalities} == {"2-5-3", "2-6-14", "3-12-6"}


@each_guideline
def test_purpose_and_what_it_supports_are_two_sentences_each(guideline: Guideline) -> None:
    assert len(split_sentences(guideline.purpose)) == 2
    assert len(split_sentences(guideline.supports)) == 2


def citizen_texts(guideline: Guideline) -> list[str]:
    return [guideline.short, *(one.says for one in guideline.promises)]


@each_guideline
def test_no_sentence_to_the_citizen_is_long(guideline: Guideline) -> None:
    sentences = [one for text in citizen_texts(guideline) for one in split_sentences(text)]
    assert [one for one in sentences if len(split_words(one)) > MOST_WORDS] == []


def test_what_is_said_to_the_citizen_is_easy_to_read_as_a_whole() -> None:
    assert measure(text for one in GUIDANCE.guidelines.values() for text in citizen_texts(one)).lix <= MOST_LIX


@pytest.mark.parametrize("step", GUIDANCE.all_steps, ids=lambda one: one.id)
def test_the_journey_is_easy_to_read(step: Step) -> None:
    texts = [step.happens, *step.ask]
    assert [one for text in texts for one in split_sentences(text) if len(split_words(one)) > MOST_WORDS] == []
    assert measure(texts).lix <= MOST_LIX
    assert all(question.endswith("?") for question in step.ask)


def test_the_steps_are_those_of_the_guidelines_in_their_order() -> None:
    main = [next(number for number in step.guidelines if number.startswith("3.")) for step in GUIDANCE.steps]
    assert main == [f"3.{number}" for number in range(3, 13)]


def test_seven_principles_and_the_words() -> None:
    assert len(GUIDANCE.principles) == 7
    words = {one.id for one in GUIDANCE.definitions}
    assert words >= {"stofmisbrug", "social-behandling", "recovery", "rehabilitering", "helhedsorientering"}


def test_the_packages_ten_initiatives_are_there() -> None:
    assert [one.number for one in BACKGROUND.initiatives] == list(range(1, 11))
    assert {one.number for one in BACKGROUND.initiatives if one.since} == {4, 5}


def test_every_statement_of_the_background_stands_on_something() -> None:
    told = [one for one in BACKGROUND.statements if one not in {each.statement for each in BACKGROUND.initiatives}]
    assert all(one.references or one.sources for one in told)
    assert all(figure.base and figure.where for one in BACKGROUND.findings for figure in one.figures)


def test_the_backgrounds_figures_are_those_of_the_studys_tables() -> None:
    survey = there(load_survey(AREA))
    tables = {f"tabel {one.number}": one for one in survey.tables}
    contents = {(row.table, row.absent, row.n) for row in survey.rows.values()}
    looked_up = 0
    for figure in (figure for finding in BACKGROUND.findings for figure in finding.figures):
        table = tables.get(figure.where)
        if table is not None:
            cells = {number for _, numbers, _ in table.rows for number in numbers}
            cells |= {a + b for _, numbers, _ in table.rows for a, b in pairwise(numbers)}  # 'i høj eller nogen grad'
            bases = {table.n, *(numbers[-1] for _, numbers, _ in table.rows)}
            assert figure.share in cells, figure
            assert figure.base in bases, figure
            looked_up += 1
        elif figure.where.startswith("tabel"):
            assert (figure.where.removeprefix("tabel "), figure.share, figure.base) in contents, figure
            looked_up += 1
    assert looked_up >= 18
