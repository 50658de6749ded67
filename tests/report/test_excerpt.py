"""The marked lines: whatever stands in them, the marks stand under the place and nothing steers the terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvalitet.findings import Edit, Place
from kvalitet.report.excerpt import apply_edit, write_excerpt
from kvalitet.report.screen import Screen, show_line

SCREEN = Screen(width=60)


def excerpt(text: str, place: Place, screen: Screen = SCREEN) -> list[str]:
    return list(write_excerpt(text, place, screen))


def width_of(text: str) -> int:
    """Return how many columns a terminal gives ``text``."""
    wide = sum(unicodedata.east_asian_width(one) in {"W", "F"} for one in text)
    return len(text) + wide - sum(unicodedata.category(one) in {"Mn", "Me"} for one in text)


def marked(lines: list[str]) -> str:
    """Return what stands above the marks, by columns."""
    line, marks = lines[-2], lines[-1]
    columns = "".join(one + "\0" * (width_of(one) - 1) if width_of(one) else "" for one in line)
    return columns[marks.index("^") : marks.rindex("^") + 1].replace("\0", "")


def test_the_place_is_marked_and_the_line_before_is_shown() -> None:
    assert excerpt("a:\n  b: 21\n", Place("x", 2, 6, (2, 8))) == ["  |", "1 | a:", "2 |   b: 21", "  |      ^^"]


def test_the_first_line_has_none_before_it() -> None:
    assert excerpt("a: b", Place("x", 1, 1, (1, 2))) == ["  |", "1 | a: b", "  | ^"]


@pytest.mark.parametrize("place", [Place("x"), Place("x", 2, 1), Place("x", 9, 1, (9, 2))])
def test_nothing_is_shown_of_a_file_as_a_whole_or_of_a_line_that_is_gone(place: Place) -> None:
    assert excerpt("a: b\nc: d\n", place) == []


@pytest.mark.parametrize(
    ("line", "region", "expected"),
    [
        ("a:\tforkert", (4, 11), "forkert"),
        ("語語: forkert", (5, 12), "forkert"),
        ("e\u0301e\u0301: forkert", (7, 14), "forkert"),
        ("be\u200bhandling", (3, 4), "<U+200B>"),
        ("so\u00adcial hjælp", (3, 4), "<U+00AD>"),
        ("x\u202ey: forkert", (6, 13), "forkert"),
        ("x\x1b[31m: forkert", (9, 16), "forkert"),
    ],
    ids=["tab", "wide", "combining", "invisible", "soft hyphen", "bidi", "escape"],
)
def test_marks_stand_under_the_place(line: str, region: tuple[int, int], expected: str) -> None:
    lines = excerpt(line, Place("x", 1, region[0], (1, region[1])))
    assert marked(lines) == expected
    assert not any(unicodedata.category(one) in {"Cc", "Cf"} for one in "".join(lines))


def test_a_combining_mark_alone_is_pointed_at() -> None:
    assert excerpt("e\u0301x", Place("x", 1, 2, (1, 3)))[-1].count("^") == 1


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "a: " + "ord " * 100 + "forkert " + "ord " * 100
    start = line.index("forkert") + 1
    lines = excerpt(line, Place("x", 1, start, (1, start + 7)))
    assert marked(lines) == "forkert"
    assert lines[1].startswith("1 | ...")
    assert lines[1].endswith("...")
    assert all(width_of(one) <= SCREEN.width for one in lines)


def test_a_long_line_is_shown_from_its_beginning_where_the_place_is_there() -> None:
    lines = excerpt("a: forkert " + "ord " * 100, Place("x", 1, 4, (1, 11)))
    assert lines[1].startswith("1 | a: forkert ord")
    assert marked(lines) == "forkert"


def test_a_place_wider_than_the_screen_is_marked_to_its_edge() -> None:
    lines = excerpt("a: " + "x" * 500, Place("x", 1, 4, (1, 504)))
    assert all(len(one) <= SCREEN.width for one in lines)
    assert lines[-1].endswith("^")


def test_a_text_over_many_lines_is_shown_in_part() -> None:
    text = "a: >\n  en\n  to\n  tre\n  fire\nb: c\n"
    assert excerpt(text, Place("x", 1, 4, (6, 1))) == [
        *("  |", "1 | a: >", "  |    ^", "2 |   en", "  |   ^^", "3 |   to", "  |   ^^", "  | ..."),
    ]


def test_a_short_text_block_ends_before_the_next_key() -> None:
    lines = excerpt("a: >\n  en\n\nb: c\n", Place("x", 1, 4, (4, 1)))
    assert lines[-2:] == ["2 |   en", "  |   ^^"]


def test_a_character_set_without_danish_letters_keeps_the_marks_in_place() -> None:
    lines = excerpt("å語: forkert", Place("x", 1, 5, (1, 12)), Screen(encoding="ascii"))
    assert lines[1:] == ["1 | ??: forkert", "  |     ^^^^^^^"]


@given(
    line=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r"), max_size=200),
    start=st.integers(1, 210),
    length=st.integers(0, 210),
    width=st.integers(40, 100),
)
def test_any_line_fits_the_screen_and_steers_nothing(line: str, start: int, length: int, width: int) -> None:
    lines = excerpt(line, Place("x", 1, start, (1, start + length)), Screen(width=width))
    assert all(width_of(one) <= width for one in lines)
    assert not any(unicodedata.category(one) in {"Cc", "Cf", "Zl", "Zp", "Co", "Cn"} for one in "".join(lines))
    if line.strip():
        assert "^" in lines[-1]


@given(st.text(max_size=80))
def test_columns_say_where_each_character_begins(line: str) -> None:
    shown = show_line(line, Screen())
    assert len(shown.columns) == len(line) + 1
    for number, _ in enumerate(line):
        assert shown.columns[number] == width_of("".join(shown.parts[:number]))


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Edit((2, 6), (2, 8), "14"), ["  b: 14"]),
        (Edit((2, 1), (2, 1), "  ny: 1\n"), ["  ny: 1"]),
        (Edit((2, 3), (2, 3), "ny: 1\n  "), ["  ny: 1", "  b: 21"]),
        (Edit((3, 1), (3, 1), "c: d\n"), ["c: d"]),
        (Edit((1, 4), (2, 8), "[]"), ["a: []"]),
    ],
)
def test_the_lines_an_edit_writes_are_whole(edit: Edit, expected: list[str]) -> None:
    assert apply_edit("a: \n  b: 21\n", edit) == expected
