"""A real municipality's law check waits until it is released; nobody else's does, and nothing is lost by waiting."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kvalitet.assess import Level
from kvalitet.check import Release, hold_back
from kvalitet.present import SiteOptions
from kvalitet.present.folder import site_files

if TYPE_CHECKING:
    from tests.conftest import Desk

    from kvalitet.check import Report

BODY = """opgaver:
  tekst: Vi giver råd og behandling.
visitation:
  tekst: Du ringer til os.
godkendt: {af: Byrådet, dato: 2026-01-05}
senest_revideret: 2026-01-05
bemærkninger: {opgaver: Vi skriver mere næste år.}
"""
HELD = Release(hold=True)


@pytest.fixture
def report(desk: Desk) -> Report:
    desk.add(f"eksempel: nej\n{BODY}", name="Odense", stem="odense")
    desk.add(BODY)
    return desk.check()


def test_a_real_municipality_is_held_and_an_invented_one_is_not(report: Report) -> None:
    real, invented = hold_back(report, HELD).assessed
    assert real.held
    assert {one.level for one in real.coverage.values()} == {Level.UNASSESSED}
    assert real.findings == ()
    assert invented == report.assessed[1]
    assert not any(one.place.file == real.standard.file for one in hold_back(report, HELD).findings)


@pytest.mark.parametrize("release", [Release(), Release(hold=True, released=frozenset({"odense"}))])
def test_what_is_released_is_told_whole(report: Report, release: Release) -> None:
    assert hold_back(report, release) is report


def test_nothing_of_what_is_held_is_on_the_site_but_the_citizen_reads_the_same(report: Report) -> None:
    held, told = (site_files(report, SiteOptions(release=one)) for one in (HELD, Release()))
    home = "stofmisbrug/kommuner/odense"
    for name in (f"{home}/index.md", f"{home}/klage/index.md", f"{home}/standard/index.md"):
        assert held[name] == told[name], name
    check = held[f"{home}/lovtjek/index.md"].decode()
    assert "ikke beskrevet" not in check
    assert "Kommunen har fået sit lovtjek at se" in check
    matrix = held["stofmisbrug/overblik/index.md"].decode()
    assert "lovtjekket er ikke frigivet" in matrix
    row = next(row for row in matrix.split("<tr") if 'data-slug="odense"' in row)
    assert 'data-niveauer="vvv' in row
    assert "ikke vurderet" in row
    assert "beskrevet" not in row.replace("ikke vurderet", "")


def test_the_data_files_hold_it_back_too(report: Report) -> None:
    files = site_files(report, SiteOptions(release=HELD))
    record = json.loads(files["data/stofmisbrug/daekning.json"])
    real = next(one for one in record["kommuner"] if one["slug"] == "odense")
    assert set(real["dækning"].values()) == {"ikke vurderet"}
    assert all(share["n"] == 0 for share in record["landet"]["virkelig"])
