"""A hundred documents with one to five planted faults: all are found in one run, and nothing where nothing is wrong."""

from __future__ import annotations

import datetime as dt
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.rules.patching import VALID
from tests.rules.planting import DOCUMENT, PLANTERS, Fault, Ground, Planted, plant, take_out

from kvalitet.check import run_check
from kvalitet.rules.texts import gather_texts

if TYPE_CHECKING:
    from kvalitet.findings import Finding

DAY = dt.date(2026, 11, 22)
PATH = Path("stofmisbrug", "eksempelby.yml")
DOCUMENTS = 100
MOST = 5
# What a section may be told that has lost a value: that it describes less.
OF_LOSS = {"lov-ikke-beskrevet", "struktur-mangler"}


@pytest.fixture
def ground(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ground:
    monkeypatch.chdir(tmp_path)
    PATH.parent.mkdir()
    PATH.write_text(VALID, encoding="utf-8")
    (one,) = run_check([PATH], DAY).assessed
    # What is declared not relevant speaks of other sections: what it holds back would be told there.
    leaves = [leaf for leaf in gather_texts(one.standard).leaves if not leaf.path.startswith("ikke_relevant")]
    return Ground(VALID.rstrip("\n").split("\n"), one.standard, leaves)


def check(planted: Planted) -> tuple[Finding, ...]:
    PATH.write_text(planted.text, encoding="utf-8")
    return run_check([PATH], DAY).findings


def removable(ground: Ground) -> list[Fault]:
    """Return the lines, each with what is below it, that the document cannot do without: something is told to lack."""
    found = []
    for number, line in enumerate(ground.lines, 1):
        if not re.match(r"\s*(?:- |[\wæøå-]+:)", line):
            continue
        fault = take_out(ground, number)
        if "ikke_relevant" in fault.sections:
            continue  # as above
        told = {one.rule for one in check(plant(ground, [fault]))}
        if told and told <= OF_LOSS:
            fault.rule = min(told)
            found.append(fault)
    return found


def choose_faults(ground: Ground, removals: list[Fault], seed: int) -> list[Fault]:
    """Return one to five faults of different kinds, no two in one section."""
    chance = random.Random(f"fejl {seed}")  # noqa: S311 - repeatable is what it must be
    chosen: list[Fault] = []
    kinds = list(PLANTERS)
    chance.shuffle(kinds)
    wanted = chance.randint(1, MOST)
    if chance.random() < 0.4:
        chosen.append(chance.choice(removals))
    for kind in kinds:
        fault = kind(ground, chance)
        if len(chosen) < wanted and not any(fault.sections & one.sections for one in chosen):
            chosen.append(fault)
    return chosen


def is_found(fault: Fault, planted: Planted, findings: tuple[Finding, ...], ground: Ground) -> bool:
    if fault.changed and None in fault.changed.values():
        return any(one.rule == fault.rule and section_of(one, planted, ground) in fault.sections for one in findings)
    return any(one.rule == fault.rule and planted.owner.get(one.place.line) is fault for one in findings)


def is_at_home(finding: Finding, planted: Planted, ground: Ground) -> bool:
    """Whether the finding stands at something that was changed, or in the section of what was lost."""
    if finding.place.line in planted.owner:
        return True
    lost = {section for one in planted.faults if one.destroys for section in one.sections}
    return finding.rule in OF_LOSS and section_of(finding, planted, ground) in lost


def section_of(finding: Finding, planted: Planted, ground: Ground) -> str:
    """Return the section of a finding by where it stands; one at the file's beginning by its path."""
    if finding.place.line == 1 or not finding.path:
        return ground.section_of(finding.path)
    lines = planted.text.split("\n")[: finding.place.line]
    key = next(match[1] for line in reversed(lines) if (match := re.match(r"([^\s#-][^:]*):", line)))
    return ground.section_of(key)


def test_every_planter_plants_what_its_rule_finds(ground: Ground) -> None:
    for number, planter in enumerate(PLANTERS):
        for seed in range(3):
            chance = random.Random(number * 10 + seed)  # noqa: S311 - as above
            planted = plant(ground, [planter(ground, chance)])
            findings = check(planted)
            (fault,) = planted.faults
            assert is_found(fault, planted, findings, ground), (planter.__name__, fault)
            strangers = [one for one in findings if not is_at_home(one, planted, ground)]
            assert strangers == [], planter.__name__


def test_a_hundred_documents(ground: Ground) -> None:
    removals = removable(ground)
    assert len(removals) > 20
    planted_rules: set[str] = set()
    counts: dict[int, int] = {}
    for seed in range(DOCUMENTS):
        planted = plant(ground, choose_faults(ground, removals, seed))
        findings = check(planted)
        missed = [one for one in planted.faults if not is_found(one, planted, findings, ground)]
        strangers = [one for one in findings if not is_at_home(one, planted, ground)]
        assert (seed, missed) == (seed, [])
        assert (seed, strangers) == (seed, [])
        planted_rules |= {one.rule for one in planted.faults}
        counts[len(planted.faults)] = counts.get(len(planted.faults), 0) + 1
    assert set(counts) == set(range(1, MOST + 1))
    assert len(planted_rules) >= 25


def test_an_unchanged_document_has_no_fault(ground: Ground) -> None:
    assert check(plant(ground, [])) == ()
    assert plant(ground, []).text == VALID
    assert ground.section_of("godkendt.dato") == DOCUMENT
