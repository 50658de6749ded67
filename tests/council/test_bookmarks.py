from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.council.conftest import STANDARDS, assess

from kvalitet.council.bookmarks import make_names, name_bookmarks


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("steder.kajen.telefon", "kv_steder_kajen_telefon"),
        ("tilbud[0].intensitet.mindst", "kv_tilbud_0__intensitet_mindst"),
        ("mål-og-værdier.tekst", "kv_mål_og_værdier_tekst"),
        ("a" * 60, "kv_" + "a" * 37),
    ],
)
def test_a_path_becomes_a_name_that_word_takes(path: str, name: str) -> None:
    assert make_names([path]) == {path: name}


def test_names_that_would_be_one_are_numbered_in_their_order() -> None:
    long = "behandlingsplan.opfølgning.hvordan_følges_der_op"
    paths = ["a.b", "a-b", "A_b", f"{long}.x", f"{long}.y"]
    names = list(make_names(paths).values())
    assert names[:3] == ["kv_a_b", "kv_a_b_2", "kv_A_b_3"]
    assert names[3][:38] == names[4][:38]
    assert names[4].endswith("_2")
    assert make_names(paths) == make_names(paths)


@given(st.lists(st.text(alphabet="ab.[]-_ æÅ1", min_size=1, max_size=70), unique=True))
def test_every_path_has_a_name_of_its_own_that_word_takes(paths: list[str]) -> None:
    names = make_names(paths)
    assert list(names) == paths
    assert len({name.lower() for name in names.values()}) == len(paths)
    assert all(re.fullmatch(r"kv_\w{0,37}", name) for name in names.values())


@pytest.mark.parametrize("path", STANDARDS, ids=lambda path: path.stem)
def test_every_filled_value_of_a_standard_has_one(path: object) -> None:
    standard = assess(path).standard  # type: ignore[arg-type]
    filled = {leaf.path for value in standard.values.values() for leaf in value.leaves() if leaf.filled}
    assert set(name_bookmarks(standard)) == filled
