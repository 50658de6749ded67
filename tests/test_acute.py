"""Acute help: only confirmed numbers are shown, and an old check is told."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.site.conftest import build_site

from kvalitet.acute import load_acute_help
from kvalitet.catalogue import CatalogueError
from kvalitet.catalogue.load import LAW_FOLDER

if TYPE_CHECKING:
    from pathlib import Path


def test_only_112_is_shown_until_someone_has_confirmed_the_others() -> None:
    acute = load_acute_help()
    assert [one.number for one in acute.shown(frozenset())] == ["112"]
    everyone = frozenset(one.id for one in acute.numbers)
    assert acute.shown(everyone) == acute.numbers
    assert len(acute.numbers) > 1


def test_a_check_is_stale_after_half_a_year() -> None:
    number = load_acute_help().numbers[0]
    assert not number.stale_on(number.checked + dt.timedelta(days=180))
    assert number.stale_on(number.checked + dt.timedelta(days=190))


def test_the_build_tells_of_a_stale_number_and_goes_on(tmp_path: Path) -> None:
    done = build_site(tmp_path / "site", KVALITET_DATO="2028-01-01")
    assert done.returncode == 0, done.stderr
    assert "OBS: Alarm 112 er sidst kontrolleret" in done.stdout + done.stderr


def test_faults_are_told_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "akut.yml"
    text = (LAW_FOLDER / "akut.yml").read_text(encoding="utf-8")
    path.write_text(text.replace("kontrolleret: 2026-11-22", "kontrolleret: i går", 1), encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"akut.yml:\d+: kontrolleret"):
        load_acute_help(path)
