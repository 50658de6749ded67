"""Rounding, and the way back from printed shares to counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvalitet.shares import find_counts, round_share


@pytest.mark.parametrize(
    ("count", "total", "share"), [(0, 53, 0), (31, 53, 58), (53, 53, 100), (34, 80, 43), (1, 8, 13), (1, 3, 33)]
)
def test_a_half_is_rounded_upwards(count: int, total: int, share: int) -> None:
    assert round_share(count, total) == share


def test_a_share_of_nothing_is_none() -> None:
    assert round_share(0, 0) is None
    assert find_counts((), 0) == ()
    assert find_counts((0,), 0) is None


def test_printed_shares_lead_back_to_counts() -> None:
    assert find_counts((47, 19, 34), 53) == (25, 10, 18)
    assert find_counts((100, 0, 0), 53) == (53, 0, 0)


@pytest.mark.parametrize("shares", [(2, 59, 40), (19, 59, 23), (56, 19, 25)])
def test_some_printed_shares_come_from_no_counts_of_53(shares: tuple[int, ...]) -> None:
    assert find_counts(shares, 53) is None


def test_another_base_may_fit() -> None:
    assert find_counts((56, 19, 25), 52) == (29, 10, 13)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=3))
def test_shares_of_any_counts_lead_back_to_counts_with_the_same_shares(counts: list[int]) -> None:
    total = sum(counts)
    if not total:
        return
    shares = [round_share(one, total) or 0 for one in counts]
    found = find_counts(shares, total)
    assert found is not None
    assert sum(found) == total
    assert [round_share(one, total) for one in found] == shares
