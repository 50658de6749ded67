"""``retningslinjer.json`` as contracted: the source's order, printed numbers, unique keys, its own words."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from tests.guidelines.known import GUIDANCE

from kvalitet.export import export_files

if TYPE_CHECKING:
    from tests.conftest import Desk


def records(desk: Desk) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(export_files(desk.check())["stofmisbrug/retningslinjer.json"])
    return made


def test_each_instruction_is_told_with_the_contracted_fields_first(desk: Desk) -> None:
    made = records(desk)
    assert {tuple(one)[:3] for one in made} == {("nr", "noegle", "modalitet")}
    first = next(one for one in made if one["noegle"] == "3-4-1")
    assert first["nr"] == "3.4.1"
    assert first["modalitet"] == ["skal"]
    assert first["retningslinje"] == "3.4"
    assert "sel-101-4" in first["henvisninger"]
    assert first["punkter"][0]["modalitet"] == ["skal"]


def test_it_is_in_the_sources_order_and_keys_are_unique(desk: Desk) -> None:
    made = records(desk)
    assert [one["noegle"] for one in made] == [one.key for one in GUIDANCE.instructions]
    assert len({one["noegle"] for one in made}) == len(made)
    assert all(re.fullmatch(r"[a-z0-9-]+", one["noegle"]) for one in made)
    assert [one["nr"] for one in made if one["retningslinje"] == "2.8"] == ["2.7.1", "2.7.2", "2.7.3", "2.7.4"]


def test_mixed_and_missing_words_are_told_as_they_are(desk: Desk) -> None:
    made = {one["noegle"]: one for one in records(desk)}
    assert made["2-4-2"]["modalitet"] == ["bør", "skal"]
    assert made["2-6-14"]["modalitet"] == []
    assert made["3-5-6"]["modalitet"] == ["bør"]
    assert made["3-5-6"]["oevrige_modalord"] == ["skal"]


def test_the_data_page_tells_every_field(desk: Desk) -> None:
    from kvalitet.catalogue import load_catalogue  # noqa: PLC0415 - for this test alone
    from kvalitet.present import SiteOptions, make_pages  # noqa: PLC0415 - as above

    pages = make_pages(desk.check(), [load_catalogue("stofmisbrug")], SiteOptions())
    body = next(page.body for page in pages if page.address == "data/")
    told = re.findall(r"<dt>([^<]+)</dt>", body.partition("retningslinjer.json</h3>")[2])
    names = {name for one in told for name in one.split(" og ")}
    assert set(records(desk)[0]) <= names
