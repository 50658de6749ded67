"""A municipality's way, step by step: its own words where it has some, the law where it is silent, never an untruth."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from tests.guidelines.known import GUIDANCE

from kvalitet.check import run_check
from kvalitet.present.doors.journey import StepView, view_steps

if TYPE_CHECKING:
    from tests.conftest import Desk

    from kvalitet.check import Assessed

ROOT = Path(__file__).resolve().parents[2]
DAY = dt.date(2026, 11, 25)


def steps_of(assessed: Assessed) -> dict[str, StepView]:
    return {one.step.id: one for one in view_steps((*GUIDANCE.steps, GUIDANCE.throughout), assessed, assessed)}


def test_a_silent_standard_leaves_the_rights_standing_at_every_step(desk: Desk) -> None:
    views = steps_of(desk.one())
    assert all(not one.told.words and not one.told.more and not one.earlier for one in views.values())
    told = {right.id for one in views.values() for right in (*one.told.silent, *one.told.rights)}
    assert told == {name for step in GUIDANCE.all_steps for name in step.rights}
    assert "behandlingsgaranti" in {right.id for right in views["garanti"].told.silent}


def test_own_words_stand_where_they_are_first_met_and_are_pointed_back_to(desk: Desk) -> None:
    body = "organisering:\n  tekst: Vi har et center.\n  pixie: Kom på centret.\n  ansvarlig: Centret\n"
    views = steps_of(desk.one(f"{body}tilbud:\n  - {{type: ambulant, indhold: Samtaler.}}\n"))
    assert [str(one) for one in views["screening"].told.words] == ["<p>Kom på centret.</p>"]
    assert not views["blive"].told.words
    assert [step.id for step in views["blive"].earlier] == ["screening"]
    assert [step.id for step in views["udskrivning"].earlier] == ["screening"]


def test_nothing_is_pointed_back_to_that_was_not_described(desk: Desk) -> None:
    views = steps_of(desk.one("behandlingsgaranti:\n  tekst: Vi begynder senest 14 dage efter.\n"))
    assert "behandlingsgaranti" not in {right.id for right in views["garanti"].told.silent}
    assert "behandlingsgaranti" in {right.id for right in views["garanti"].told.rights}
    assert all(not one.earlier for one in views.values())


def test_every_example_has_something_to_say_at_some_step() -> None:
    report = run_check([ROOT / "kvalitetsstandarder"], DAY)
    assert report.assessed
    for assessed in report.assessed:
        views = steps_of(assessed).values()
        assert any(one.told.words or one.told.more or one.told.written for one in views), assessed.standard.name
