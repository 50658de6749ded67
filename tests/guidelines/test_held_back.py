"""A law check that is held back is told by no guideline and no step; the citizen's words are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.guidelines.known import AREA

from kvalitet.catalogue import load_catalogue
from kvalitet.check import Release
from kvalitet.present import SiteOptions, make_pages

if TYPE_CHECKING:
    from tests.conftest import Desk

LEVELS = ("ikke beskrevet", "kort beskrevet", "uddybende beskrevet")
BODY = """eksempel: nej
godkendt: {af: Byrådet, dato: 2026-01-01}
behandlingsgaranti:
  tekst: Vi begynder senest 14 dage efter, at du har bedt om det.
  pixie: Du begynder senest 14 dage efter.
"""


def bodies(desk: Desk, release: Release) -> dict[str, str]:
    desk.add(BODY, name="Odense", stem="odense")
    pages = make_pages(desk.check(), [load_catalogue(AREA)], SiteOptions(release=release))
    return {page.address: page.body for page in pages}


def test_what_is_held_has_no_level_on_a_guidelines_page_and_no_mark_on_the_journey(desk: Desk) -> None:
    made = bodies(desk, Release(hold=True))
    guideline = made[f"{AREA}/retningslinjer/3.4/"].partition('id="standarderne"')[2]
    assert "Odense" in guideline
    assert not any(level in guideline for level in LEVELS)
    journey = made[f"{AREA}/kommuner/odense/forloeb/"]
    assert "Du begynder senest 14 dage efter." in journey
    assert not any(f": {level}</span>" in journey for level in LEVELS)


def test_what_is_released_has(desk: Desk) -> None:
    made = bodies(desk, Release(hold=True, released=frozenset({"odense"})))
    assert "Kommuner: 1 " in made[f"{AREA}/retningslinjer/3.4/"]
    assert any(f": {level}</span>" in made[f"{AREA}/kommuner/odense/forloeb/"] for level in LEVELS)
