"""The guidelines' check reads a source text on its own: numbers, modal words, and words that are not ours."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from tests.guidelines.known import BACKGROUND, GUIDANCE

import _kildetjek_retningslinjer as check

if TYPE_CHECKING:
    from pathlib import Path

# As the plain text of a printed document looks: page feeds, broken lines, stops after numbers, points and references.
SOURCE = """\f2.1 Retningslinje om noget

Formål

Formålet er noget. Det skal nævnes, at 2.1.1 ikke er en anvisning her.

Anvisninger for noget

2.1.1 Man bør gøre noget,
som kan gavne.

¶ Det skal ikke tælles med.

Referencer: [1] - [2]

2.1.2.  Ledelsen skal, hvor det
er muligt.
Reference: [3] og dette skal heller ikke
Lovgivning

§ 1. Kommunen skal sørge for alt.

\f3.1 Støtte til noget andet

Formål

Anvisninger

3.1.2. b Det giver sig selv.
3.1.3 Det bør og skal ske, og det bør ske igen.
"""


def test_instructions_are_found_with_line_section_number_and_their_own_words() -> None:
    found = list(check.read_instructions(SOURCE.split("\n")))
    assert [(one.line, one.section, one.number, one.words) for one in found] == [
        (9, "2.1", "2.1.1", ("bør", "kan")),
        (16, "2.1", "2.1.2", ("skal",)),
        (29, "3.1", "3.1.2 b", ()),
        (30, "3.1", "3.1.3", ("bør", "skal")),
    ]


def printed_as_kept() -> list[check.Printed]:
    with check.FIXTURE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [check.Printed(int(row["linje"]), row["afsnit"], row["nr"], [row["ord"]]) for row in rows]


def test_the_data_pass_against_what_is_kept_of_the_source() -> None:
    outcomes = [check.check_numbers(GUIDANCE, printed_as_kept()), check.check_words(GUIDANCE, printed_as_kept())]
    outcomes.append(check.check_fixture(printed_as_kept()))
    assert [(one.compared, one.faults) for one in outcomes] == [(134, ())] * 3
    assert "2.7.1 in 2.8" in outcomes[0].notes[1]
    assert "3-6-3 (skal + bør)" in outcomes[1].notes[0]
    assert "2-6-14" in outcomes[1].notes[1]


def test_a_number_more_or_less_and_another_order_are_faults() -> None:
    printed = printed_as_kept()
    assert check.check_numbers(GUIDANCE, printed[1:]).faults == ("not in the source: 2.1.1 in 2.1",)
    more = [*printed, check.Printed(9999, "3.12", "3.12.8", ["skal"])]
    assert check.check_numbers(GUIDANCE, more).faults == ("not in the data: 3.12.8 in 3.12 (line 9999)",)
    assert check.check_numbers(GUIDANCE, [printed[1], printed[0], *printed[2:]]).faults


@pytest.mark.parametrize("words", ["skal", "bør skal", ""])
def test_another_modal_word_is_a_fault(words: str) -> None:
    printed = printed_as_kept()
    printed[0] = check.Printed(1201, "2.1", "2.1.1", [words])
    (fault,) = check.check_words(GUIDANCE, printed).faults
    assert fault.startswith("2-1-1")
    assert len(check.check_fixture(printed).faults) == 2


def test_nine_words_of_the_source_are_a_fault_and_eight_are_none() -> None:
    source = ["En lang sætning om det, som", "en kommune skal gøre for alle."]
    assert check.check_own_words(["Det er som en kommune skal gøre for alle."], "x", source).faults == ()
    copied = check.check_own_words(["Sætning om det, som en kommune skal gøre for alle."], "x", source)
    assert copied.faults == ("sætning om det som en kommune skal gøre for",)


def test_every_kind_of_text_is_held_against_the_source() -> None:
    texts = {*check.guidance_texts(GUIDANCE), *check.background_texts(BACKGROUND)}
    guideline = GUIDANCE.guidelines["3.6"]
    expected = [guideline.purpose, guideline.promises[0].says, guideline.instructions[1].points[0].says]
    expected += [GUIDANCE.principles[0].says, GUIDANCE.definitions[0].says, GUIDANCE.steps[0].ask[0]]
    expected += [BACKGROUND.line[0].statement.says, BACKGROUND.findings[0].says]
    assert set(expected) <= texts


def test_a_figure_must_stand_where_it_is_said_to() -> None:
    assert check.check_figures(BACKGROUND, table_lines(off_by=0)).faults == ()
    faults = check.check_figures(BACKGROUND, table_lines(off_by=1000)).faults
    figures = [figure for finding in BACKGROUND.findings for figure in finding.figures]
    assert len(faults) == sum(figure.share != figure.base for figure in figures)  # of those the base tells nothing


def table_lines(off_by: int) -> list[str]:
    """Return a text with every figure's place, and in it the share, one digit off if asked, and its base."""
    figures = [figure for finding in BACKGROUND.findings for figure in finding.figures]
    places: dict[str, list[str]] = {}
    for one in figures:
        row = f"{one.what}: {one.share + off_by} {'.' * 3} n = {one.base}"
        places.setdefault(one.where, []).append(row)
    gap = [""] * 160
    return [line for place, rows in places.items() for line in (place.upper(), *rows, *gap)]


def test_the_whole_check_asks_for_its_sources(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=check.GUIDELINES):
        check.check_guidelines(tmp_path)
