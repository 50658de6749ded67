"""What is marked as worse for the citizen, and what is left for a person to judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kvalitet.catalogue import known_areas, load_catalogue
from kvalitet.diff import compare_standards
from kvalitet.diff.judging import is_worse
from kvalitet.fields import Field, Kind, Value
from kvalitet.reading.tree import Node

if TYPE_CHECKING:
    from tests.conftest import Desk

    from kvalitet.fields.value import Content

OFFER = "tilbud: [{{type: ambulant, intensitet: {{mindst: {}, pr: {}}}}}]\n"
PLACE = "steder: {{kajen: {{navn: Kajen, {}}}}}\n"
CASES = [
    # a legal limit tells the direction
    ("behandlingsgaranti: {frist_dage: 10}\n", "behandlingsgaranti: {frist_dage: 14}\n", True),
    ("behandlingsgaranti: {frist_dage: 14}\n", "behandlingsgaranti: {frist_dage: 10}\n", False),
    ("behandlingsgaranti: {frist_dage: 14}\n", "behandlingsgaranti: {løfter: [Vi ringer]}\n", True),
    # numbers and amounts
    ("betaling: {kost: 60}\n", "betaling: {kost: 75}\n", True),
    ("betaling: {kost: 75}\n", "betaling: {kost: '60,50'}\n", False),
    ("målgruppe: {fra_alder: 15}\n", "målgruppe: {fra_alder: 18}\n", True),
    # yes and no
    (PLACE.format("uden_aftale: ja"), PLACE.format("uden_aftale: nej"), True),
    (PLACE.format("uden_aftale: nej"), PLACE.format("uden_aftale: ja"), False),
    (PLACE.format("uden_aftale: nej"), PLACE.format("telefon: 01234567"), False),
    (PLACE.format("uden_aftale: ja"), PLACE.format("telefon: 01234567"), True),
    ("tilbud: [{type: dag, kræver_visitation: nej}]\n", "tilbud: [{type: dag, kræver_visitation: ja}]\n", True),
    ("anonym_rådgivning: {findes: ja}\n", "anonym_rådgivning: {findes: nej}\n", True),
    # hours
    (PLACE.format("åbent: {mandag: 9-15}"), PLACE.format("åbent: {mandag: 9-12 og 13-15}"), True),
    (PLACE.format("åbent: {mandag: 9-15}"), PLACE.format("åbent: {mandag: 10-16}"), False),
    (PLACE.format("åbent: {mandag: 9-15}"), PLACE.format("åbent: {mandag: lukket}"), True),
    (PLACE.format("åbent: {mandag: 9-15, fredag: 9-12}"), PLACE.format("åbent: {mandag: 9-20}"), True),
    # numbers with a unit beside them
    (OFFER.format(1, "uge"), OFFER.format(2, "måned"), True),
    (OFFER.format(1, "uge"), OFFER.format(5, "måned"), False),
    (OFFER.format(2, "uge"), OFFER.format(1, "uge"), True),
    (OFFER.format(1, "uge"), OFFER.format(3, "forløb"), False),
    (
        "handleplan: {evalueres_hver: {antal: 6, enhed: måneder}}\n",
        "handleplan: {evalueres_hver: {antal: 1, enhed: år}}\n",
        True,
    ),
    (
        "handleplan: {evalueres_hver: {antal: 1, enhed: år}}\n",
        "handleplan: {evalueres_hver: {antal: 6, enhed: måneder}}\n",
        False,
    ),
    # entries of a list
    ("frit-valg: {gælder: [private tilbud, offentlige tilbud]}\n", "frit-valg: {gælder: [private tilbud]}\n", True),
    ("frit-valg: {gælder: [private tilbud]}\n", "frit-valg: {gælder: [private tilbud, offentlige tilbud]}\n", False),
    ("betaling: {gælder: [døgn]}\n", "betaling: {gælder: [døgn, dag]}\n", True),
    ("betaling: {gælder: [døgn, dag]}\n", "betaling: {gælder: [døgn]}\n", False),
    (PLACE.format("telefon: 01234567"), "steder: {møllen: {navn: Møllen, telefon: 01234599}}\n", True),
    # a choice the law allows alone
    (
        "behandlingsgaranti: {regnes_fra: første henvendelse}\n",
        "behandlingsgaranti: {regnes_fra: visitation}\n",
        True,
    ),
    # what only a person can judge
    ("opgaver: {tekst: Vi giver råd i dag.}\n", "opgaver: {tekst: Vi giver måske råd.}\n", False),
    (PLACE.format("telefon: 01234567"), PLACE.format("telefon: 01234568"), False),
]


@pytest.mark.parametrize(("before", "after", "worse"), CASES, ids=lambda value: str(value)[:60])
def test_a_change_for_the_worse_is_marked(desk: Desk, before: str, after: str, worse: bool) -> None:  # noqa: FBT001 - the expected answer
    comparison = compare_standards(desk.one(before), desk.one(after))
    marks = [change.worse for each in comparison.subjects for change in each.changes]
    assert marks
    assert any(marks) is worse


def _make(field: Field, path: str, content: Content) -> Value:
    value = Value(field, path, "fil.yml", Node(1, 1))
    value.content = content
    return value


@pytest.mark.parametrize(("better", "promise"), [("mere", True), ("mindre", False), ("", False)])
def test_a_list_below_a_group_that_is_taken_out_counts_by_its_own_direction(better: str, promise: bool) -> None:  # noqa: FBT001 - the expected answer
    item = Field("", Kind.LINE, title="punkt")
    listed = Field("punkter", Kind.LIST, item=item, better=better)
    value = _make(listed, "gruppe.punkter", [_make(item, "gruppe.punkter[0]", "x")])
    group = _make(Field("gruppe", Kind.GROUP, fields={"punkter": listed}), "gruppe", {"punkter": value})
    assert is_worse(group, None) is promise


@pytest.mark.parametrize("area", known_areas())
def test_whatever_can_be_measured_says_what_is_better_or_why_it_cannot(area: str) -> None:
    """Numbers that promise nothing by themselves are few; a new one is to be thought about."""
    measured = {Kind.NUMBER, Kind.AMOUNT, Kind.YES_NO}
    silent = set()
    for key, top in load_catalogue(area).fields.items():
        groups = {path for path, one in top.walk(key) if one.better and one.fields}
        for path, one in top.walk(key):
            told = one.better or one.limits or path.rpartition(".")[0] in groups
            if one.kind in measured and not told and not one.technical:
                silent.add(path)
    assert silent == {
        "revideret_uden_ændring",
        "visitation.løfter.antal",
        "behandlingsgaranti.løfter.antal",
        "behandlingsplan.løfter.antal",
        "sagsbehandling.løfter.antal",
        "monitorering.måltal.værdi",
        "gavekort.bruges",
    }
