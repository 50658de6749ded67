"""The web of requirement, guideline, right, law and step as the pages show it: each leads on, and is led to."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from functools import cache
from pathlib import Path

import pytest
from tests.guidelines.known import AREA, GUIDANCE

from kvalitet.catalogue import load_catalogue
from kvalitet.check import run_check
from kvalitet.present import SiteOptions, make_pages

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = load_catalogue(AREA)

NODES = [
    *(("krav", name) for name in CATALOGUE.requirements),
    *(("ret", name) for name in CATALOGUE.rights),
    *(("retningslinje", number) for number in GUIDANCE.guidelines),
    *(("trin", step.id) for step in GUIDANCE.all_steps),
]
LINK = re.compile(r'href="([^"]+)"')
PART = re.compile(r'<(?:section|li) id="([^"]+)"')


def node_at(address: str) -> tuple[str, str] | None:
    """Return the node an address below the root stands for; an anchor within a guideline's page is the guideline."""
    path, _, anchor = address.partition("#")
    kind, _, name = path.removeprefix(f"{AREA}/").strip("/").partition("/")
    found = {"krav": ("krav", name), "rettigheder": ("ret", anchor), "forloeb": ("trin", anchor)}.get(kind)
    return ("retningslinje", name) if kind == "retningslinjer" else found


@cache
def links() -> frozenset[tuple[tuple[str, str], tuple[str, str]]]:
    """Return (node, node it links to) over the pages of the site without examples."""
    report = run_check([ROOT / "kvalitetsstandarder"], dt.date(2026, 11, 25))
    found = set()
    for page in make_pages(report, [CATALOGUE], SiteOptions(examples=False)):
        parts = re.split(PART, page.body)
        for anchor, part in [("", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]:
            here = node_at(f"{page.address}#{anchor}")
            for link in LINK.findall(part):
                path, mark, target = link.partition("#")
                to = posixpath.normpath(posixpath.join(page.address, path)) + "/" if path else page.address
                there = node_at(f"{to}{mark}{target}")
                if here in NODES and there in NODES and here != there:
                    found.add((here, there))
    return frozenset(found)


@pytest.mark.parametrize("node", NODES, ids="-".join)
def test_each_has_a_link_out_and_a_link_in_from_another_kind(node: tuple[str, str]) -> None:
    assert any(here == node and there[0] != node[0] for here, there in links()), "it leads nowhere"
    assert any(there == node and here[0] != node[0] for here, there in links()), "nothing leads to it"


def test_what_is_kept_once_is_shown_both_ways() -> None:
    kept = set()
    for guideline in GUIDANCE.guidelines.values():
        kept |= {(("retningslinje", guideline.number), ("krav", name)) for name in guideline.requirements}
        kept |= {(("retningslinje", guideline.number), ("ret", name)) for name in guideline.rights}
    for step in GUIDANCE.all_steps:
        kept |= {(("trin", step.id), ("krav", name)) for name in step.requirements}
        kept |= {(("trin", step.id), ("ret", name)) for name in step.rights}
        kept |= {(("trin", step.id), ("retningslinje", number)) for number in step.guidelines}
    assert len(kept) > 150
    assert {pair for pair in kept if pair not in links()} == set()
    assert {pair for pair in kept if pair[::-1] not in links()} == set()


def test_the_law_page_says_which_guidelines_lean_on_it() -> None:
    report = run_check([], dt.date(2026, 11, 25))
    page = next(one for one in make_pages(report, [CATALOGUE], SiteOptions()) if one.address == "lov/")
    for guideline in GUIDANCE.guidelines.values():
        for reference in guideline.law:
            part = page.body.partition(f'id="{reference.id}"')[2].partition("<section")[0]
            assert f'retningslinjer/{guideline.number}/#loven-bag"' in part, (guideline.number, reference.id)
        for instruction in guideline.instructions:
            for reference in instruction.references:
                part = page.body.partition(f'id="{reference.id}"')[2].partition("<section")[0]
                assert f"/#a-{instruction.key}" in part, (instruction.key, reference.id)


def test_every_reference_to_the_guidelines_is_of_some_instruction_or_statement() -> None:
    known = {one.id for one in CATALOGUE.references.values() if re.match(r"s004-\d", one.id)}
    used = {one.id for guideline in GUIDANCE.guidelines.values() for one in guideline.references}
    assert known - used == {"s004-2-8-2007"}  # the background's: when the duty began
