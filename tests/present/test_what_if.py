"""What if: the same standards by other editions, and the parts whose rule has changed since the text was made."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kvalitet.assess.changes import list_changes
from kvalitet.catalogue import load_catalogue
from kvalitet.present.whatif import find_suspects, measure_by

if TYPE_CHECKING:
    from tests.conftest import Desk

CATALOGUE = load_catalogue("stofmisbrug")
NOW = CATALOGUE.edition_on(dt.date(2026, 11, 22))
BEFORE = CATALOGUE.editions["2014"]


def test_what_came_with_2019_is_told() -> None:
    changes = {one.requirement.id: one for one in list_changes(CATALOGUE, BEFORE, NOW)}
    assert changes["gavekort"].listed is True
    assert [one.id for one in changes["behandlingsplan"].asked] == ["behandlingsplan-udarbejdelse"]
    assert changes["behandlingsplan"].listed is None
    assert "opgaver" not in changes, "a new number alone is no change"


def test_there_and_back_are_opposites() -> None:
    forth = {one.requirement.id: one for one in list_changes(CATALOGUE, BEFORE, NOW)}
    back = {one.requirement.id: one for one in list_changes(CATALOGUE, NOW, BEFORE)}
    assert forth.keys() == back.keys()
    for name, one in forth.items():
        assert (one.asked, one.dropped) == (back[name].dropped, back[name].asked)


def test_who_becomes_short_of_what(desk: Desk) -> None:
    desk.add("opgaver:\n  tekst: Vi giver råd.\n")
    measured = measure_by(BEFORE, CATALOGUE, desk.check().assessed, NOW)
    row = measured.rows[0]
    assert row.items == 14
    assert row.met == 1
    assert {"gavekort", "behandlingsplan-udarbejdelse"} <= {one.id for one in row.spared}
    assert "opgaver" not in {one.id for one in (*row.short, *row.spared)}
    same = measure_by(NOW, CATALOGUE, desk.check().assessed, NOW)
    assert (same.changes, same.rows[0].short, same.rows[0].spared) == ((), (), ())


def test_only_texts_by_older_rules_are_suspect(desk: Desk) -> None:
    desk.add('lovgrundlag: "2014"\n', name="Aby", stem="aby")
    desk.add(name="Beby", stem="beby")
    suspects = find_suspects(CATALOGUE, desk.check().assessed, NOW)
    assert [one.assessed.standard.name for one in suspects] == ["Aby"]
    assert [one.requirement.id for one in suspects[0].changes] == [
        one.requirement.id for one in list_changes(CATALOGUE, BEFORE, NOW)
    ]
