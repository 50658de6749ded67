"""The matrix: what a row is, who counts at the foot, and how the standards are divided."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from kvalitet.assess import Level
from kvalitet.catalogue import load_catalogue
from kvalitet.present import SiteOptions
from kvalitet.present.context import Site
from kvalitet.present.overview import LEVEL_CODES, describe_columns, matrix_foot, matrix_rows
from kvalitet.studies import load_survey

if TYPE_CHECKING:
    from tests.conftest import Desk

    from kvalitet.present.overview import Foot, MatrixRow

CATALOGUE = load_catalogue("stofmisbrug")
DAY = dt.date(2026, 11, 22)
EDITION = CATALOGUE.edition_on(DAY)
ADOPTED = "godkendt: {af: Byrådet, dato: 2026-01-05}\nsenest_revideret: 2026-01-05\n"
TASKS = "opgaver:\n  tekst: Vi giver råd og behandling.\n"


def rows_of(desk: Desk) -> list[MatrixRow]:
    area = Site(desk.check(), [CATALOGUE], SiteOptions()).areas[0]
    return matrix_rows(CATALOGUE, area.places, DAY, {"Slagelse": "Klynge Vest"})


def feet_of(rows: list[MatrixRow]) -> list[Foot]:
    return matrix_foot(CATALOGUE, EDITION, rows, load_survey("stofmisbrug"))


def test_real_and_invented_are_never_summed_and_drafts_do_not_count(desk: Desk) -> None:
    desk.add(ADOPTED + TASKS, name="Aby", stem="aby")
    desk.add(ADOPTED, name="Beby", stem="beby")
    desk.add("tilstand: udkast\n" + TASKS, name="Ceby", stem="ceby")
    desk.add("tilstand: i høring\n" + TASKS, name="Deby", stem="deby")
    desk.add("eksempel: nej\n" + ADOPTED + TASKS, name="Slagelse", stem="slagelse")
    rows = rows_of(desk)
    assert [one.status for one in rows] == ["gældende", "gældende", "gældende", "udkast", "i høring"]
    feet = {one.title: one.requirements["opgaver"] for one in feet_of(rows)}
    assert feet["Beskrevet nu, opfundne kommuner"] == ("1 af 2", 2)
    assert feet["Beskrevet nu, kommuner"] == ("1 af 1", 1)


def test_a_row_knows_its_region_and_cluster(desk: Desk) -> None:
    desk.add("eksempel: nej\n" + ADOPTED, name="Slagelse", stem="slagelse")
    desk.add(ADOPTED, name="Aby", stem="aby")
    real, invented = rows_of(desk)
    assert "Sjælland" in real.region
    assert (real.cluster, invented.cluster, invented.region) == ("Klynge Vest", "", "")


def test_the_study_stands_only_where_it_counted_what_the_law_asks(desk: Desk) -> None:
    desk.add(ADOPTED, name="Aby", stem="aby")
    printed = feet_of(rows_of(desk))[-1]
    assert printed.requirements["opgaver"] == ("98 %", 53)
    assert printed.requirements["personale"] == ("", 0), "the law asks for two criteria; the study counted each"
    assert printed.requirements["gavekort"] == ("", 0), "not asked for in 2009"
    assert printed.criteria["klage-frit-valg"] == ("53 %", 53)


def test_codes_and_columns_lead_to_every_level(desk: Desk) -> None:
    desk.add(ADOPTED + TASKS, name="Aby", stem="aby")
    row = rows_of(desk)[0]
    columns = describe_columns(CATALOGUE, EDITION, feet_of([row]))
    listed = [one for name in CATALOGUE.requirements for one in json.loads(columns[name])]
    assert sorted(one[0] for one in listed) == list(range(len(CATALOGUE.criteria)))
    for place, name, *_ in listed:
        assert row.codes[place] == LEVEL_CODES[row.assessed.coverage[name].level]


@pytest.mark.parametrize(
    ("offers", "expected"),
    [
        ("[{type: ambulant, udfører: egen}]", ("selv",)),
        ("[{type: ambulant, udfører: privat}]", ("andre", "kun-andre")),
        ("[{type: ambulant, udfører: egen}, {type: døgn, udfører: region}]", ("selv", "andre")),
        ("[{type: ambulant}]", ()),
    ],
)
def test_who_treats_is_read_from_the_offers(desk: Desk, offers: str, expected: tuple[str, ...]) -> None:
    desk.add(f"{ADOPTED}tilbud: {offers}\n", name="Aby", stem="aby")
    assert rows_of(desk)[0].groups["udfoerer"] == expected


def test_a_remark_is_marked_at_its_requirement(desk: Desk) -> None:
    desk.add(f"{ADOPTED}bemærkninger: {{klage-frit-valg: Det står i vores folder.}}\n", name="Aby", stem="aby")
    row = rows_of(desk)[0]
    assert row.remarks == {"klageadgang"}
    assert row.levels["klageadgang"] is Level.NOT
