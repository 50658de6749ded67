"""What good looks like: every requirement has it in two lengths, and the check agrees that it is good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kvalitet.assess import Level
from kvalitet.catalogue import load_catalogue
from kvalitet.findings import Severity
from kvalitet.present.views import requirement_level

if TYPE_CHECKING:
    from tests.conftest import Desk

CATALOGUE = load_catalogue("stofmisbrug")
PLACES = """steder:
  centret: {navn: Rusmiddelcentret, adresse: "Havnegade 1, 9999 Prøveby", telefon: 01 23 45 67, åbent: {mandag: 9-15}}
  visitationen: {navn: Visitationen, adresse: "Torvet 2, 9999 Prøveby", telefon: 01 23 45 68, åbent: {mandag: 9-15}}
"""


def test_each_requirement_has_its_examples() -> None:
    assert set(CATALOGUE.models) == set(CATALOGUE.requirements)


@pytest.mark.parametrize("name", CATALOGUE.models)
@pytest.mark.parametrize("length", ["brief", "thorough"])
def test_the_check_finds_it_good(desk: Desk, name: str, length: str) -> None:
    model = CATALOGUE.models[name]
    assessed = desk.one(PLACES + getattr(model, length))
    told = [one for one in assessed.findings if one.severity is Severity.ERROR or one.rule.startswith("struktur-")]
    assert told == []
    level = requirement_level(CATALOGUE.requirements[name], assessed)
    assert level is Level.THOROUGH if length == "thorough" else level in {Level.BRIEF, Level.THOROUGH}
    own = set(CATALOGUE.requirements[name].sections)
    about = [one for one in assessed.findings if one.path.split(".")[0].split("[")[0] in own and one.criterion is None]
    assert about == [], "nothing is said of what stands in the example"


@pytest.mark.parametrize("name", CATALOGUE.models)
def test_the_long_one_says_more(name: str) -> None:
    model = CATALOGUE.models[name]
    assert len(model.thorough.split()) > len(model.brief.split())
