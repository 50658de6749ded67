"""The days are right: by the table, and by what must hold for any day."""

from __future__ import annotations

import datetime as dt

import pytest
from dateutil.easter import easter  # type: ignore[import-untyped]  # its stubs are a package of their own
from hypothesis import given
from hypothesis import strategies as st
from tests.complaint.cases import CASES, Case

from kvalitet.catalogue import load_catalogue
from kvalitet.complaint import load_complaint_paths
from kvalitet.complaint.dates import find_easter, holidays, is_free, last_day_to_begin, last_day_to_complain

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))
FOUR_WEEKS = dt.timedelta(weeks=4)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_table(case: Case) -> None:
    paths = load_complaint_paths("stofmisbrug")
    assert paths is not None
    if case.slags == "start":
        assert last_day_to_begin(case.fra, paths.start_days) == case.til, case.fordi
        return
    weeks = next(way.weeks for way in paths.ways.values() if way.weeks is not None)
    found = last_day_to_complain(case.fra, weeks)
    assert (found.day, tuple(note.value for note in found.notes)) == (case.til, case.noter), case.fordi


def test_the_table_is_large_enough_sourced_and_without_repetition() -> None:
    assert len(CASES) >= 40
    assert len({case.name for case in CASES}) == len(CASES)
    references = load_catalogue("stofmisbrug").references
    for case in CASES:
        assert case.kilde, case.name
        assert set(case.kilde) <= references.keys(), case.name
        assert case.fordi, case.name


def test_easter_is_where_others_have_it() -> None:
    assert [find_easter(year) for year in range(1900, 2200)] == [easter(year) for year in range(1900, 2200)]


@given(DAYS)
def test_a_last_day_is_a_weekday_four_weeks_on_or_the_first_after(received: dt.date) -> None:
    found = last_day_to_complain(received, 4)
    assert found.counted == received + FOUR_WEEKS
    assert not is_free(found.day)
    assert found.day >= found.counted
    between = [found.counted + dt.timedelta(days=days) for days in range((found.day - found.counted).days)]
    assert all(is_free(day) for day in between)
    assert len(between) <= 5, "no run of holidays is longer than Easter's"


@given(DAYS)
def test_who_receives_it_later_never_has_to_complain_earlier(received: dt.date) -> None:
    following = received + dt.timedelta(days=1)
    assert last_day_to_complain(received, 4).day <= last_day_to_complain(following, 4).day


def test_the_holidays_of_a_year() -> None:
    assert [day.isoformat() for day in holidays(2027)] == [
        "2027-01-01",
        "2027-03-25",
        "2027-03-26",
        "2027-03-28",
        "2027-03-29",
        "2027-05-06",
        "2027-05-16",
        "2027-05-17",
        "2027-12-25",
        "2027-12-26",
    ]
    assert "store bededag" in holidays(2023).values()
    assert "store bededag" not in holidays(2024).values()
