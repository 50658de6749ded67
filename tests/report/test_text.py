"""Colours only where they are wanted, and the same words with and without them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import click
import pytest

from kvalitet.report import write_text
from kvalitet.report.screen import WIDTH, Screen, screen_of

if TYPE_CHECKING:
    from tests.conftest import Desk

BODY = "behandlingsgaranti:\n  frist_dage: 21\n  frist: 14\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TERM", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


def test_a_terminal_has_colours_and_its_own_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    assert screen_of(Terminal()) == Screen(71, color=True)


def test_a_wide_terminal_does_not_make_long_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    assert screen_of(Terminal()).width == WIDTH


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_a_terminal_can_be_without_colours(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    assert not screen_of(Terminal()).color


def test_an_empty_no_color_means_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    assert screen_of(Terminal()).color


def test_a_file_has_neither() -> None:
    assert screen_of(io.StringIO()) == Screen()


def test_colours_are_all_that_differs(desk: Desk) -> None:
    desk.add(BODY)
    colored = "\n".join(write_text(desk.files(), Screen(color=True)))
    plain = "\n".join(write_text(desk.files(), Screen()))
    assert "\x1b[31m" in colored
    assert click.unstyle(colored) == plain
    assert "\x1b" not in plain


def test_no_line_but_yaml_to_paste_is_wider_than_the_screen(desk: Desk) -> None:
    desk.add(BODY)
    for line in "\n".join(write_text(desk.files(), Screen(width=60), with_coverage=False)).splitlines():
        assert len(line) <= 60 or line.startswith("  --> ") or "…" in line, line


def test_coverage_is_shown_of_few_unless_asked_for(desk: Desk) -> None:
    for number in range(4):
        desk.add("", name=f"Prøveby {number}", stem=f"proeveby-{number}")
    heading = "hvad standarden beskriver, målt efter"
    counts = {
        asked: "\n".join(write_text(desk.files(), Screen(), with_coverage=asked)).count(heading)
        for asked in (None, True, False)
    }
    assert counts == {None: 0, True: 4, False: 0}
