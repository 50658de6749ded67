"""The pages of the rules: one each, with the law, both examples and whether an exception can be made."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from tests.conftest import Desk

from kvalitet.catalogue import load_catalogue
from kvalitet.present import SiteOptions, make_pages
from kvalitet.present.doors.rules import ROOT, address_of, mark_example
from kvalitet.rules import RULES, RULES_BY_ID

if TYPE_CHECKING:
    from kvalitet.present.page import Page
    from kvalitet.rules.model import Rule

CATALOGUE = load_catalogue("stofmisbrug")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    desk = Desk(tmp_path_factory.mktemp("regler"))
    desk.add(
        "opgaver:\n  tekst: Vi hjælper misbrugere <b>nu</b>.\n  pixie: Der tilbydes råd.\nundtagelser:\n"
        "  - {regel: sprog-ord, felt: opgaver.tekst, begrundelse: Sådan er den <i>vedtaget</i>.}\n"
        "  - {regel: lov-ikke-beskrevet, felt: gavekort, begrundelse: Vi vil ikke.}\n"
    )
    return {one.address: one for one in make_pages(desk.check(), [CATALOGUE], SiteOptions())}


def test_every_rule_has_its_page_and_is_on_the_list(pages: dict[str, Page]) -> None:
    assert {one for one in pages if one.startswith(ROOT)} == {ROOT, *(address_of(rule.id) for rule in RULES)}
    listed = re.findall(r'<a href="([a-z-]+)/">', pages[ROOT].body)
    assert listed == [rule.id for rule in RULES]


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in RULES])
def test_the_page_says_it_all(pages: dict[str, Page], rule: Rule) -> None:
    body = pages[address_of(rule.id)].body
    for text in (rule.title, rule.explanation, rule.why, rule.id):
        assert text in unescape(body)
    assert [f"../../../lov/#{name}" for name in rule.law] == re.findall(r'href="(\.\./\.\./\.\./lov/#[^"]+)"', body)
    assert ("<mark>" in body) == bool(rule.mark)
    assert body.count("<pre") == 2 + rule.exceptable


def test_what_nobody_can_see_is_shown_in_the_example() -> None:
    assert "<mark>&lt;U+200B&gt;</mark>" in mark_example(RULES_BY_ID["struktur-usynlige-tegn"])


def test_an_example_is_text_and_nothing_else() -> None:
    for rule in RULES:
        bare = mark_example(rule).replace("<mark>", "").replace("</mark>", "")
        assert "<" not in bare


def test_the_law_check_leads_from_a_finding_to_its_rule(pages: dict[str, Page]) -> None:
    body = pages["stofmisbrug/kommuner/proeveby/lovtjek/"].body
    others = body[body.index('id="andre-fund"') :]
    assert f'href="../../../../{address_of("sprog-passiv")}"' in others
    assert RULES_BY_ID["sprog-ord"].title not in others


def test_an_exception_is_published_with_its_reason(pages: dict[str, Page]) -> None:
    body = pages["stofmisbrug/kommuner/proeveby/lovtjek/"].body
    excepted = body[body.index('id="undtagelser"') : body.index('id="andre-fund"')]
    assert f'href="../../../../{address_of("sprog-ord")}"' in excepted
    assert "Sådan er den &lt;i&gt;vedtaget&lt;/i&gt;." in excepted
    assert "opgaver.tekst" in excepted
    assert "Vi vil ikke." not in excepted, "what cannot be excepted is no exception"


def test_the_page_about_the_law_says_which_rules_lean_on_it(pages: dict[str, Page]) -> None:
    assert f'href="../{address_of("lov-graense")}"' in pages["lov/"].body
