"""Each rule is told once, at the marked place, of its wrong example, and of no rule's right one."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.rules.patching import FOLDER, PARTNER, VALID, offset_of, patch, patch_rule

from kvalitet.check import Report, run_check
from kvalitet.rules import RULES, find_edit

if TYPE_CHECKING:
    from kvalitet.findings import Edit, Finding
    from kvalitet.rules.model import Rule

DAY = dt.date(2026, 11, 22)
NAME = "eksempelby.yml"
# No text can show a file that is not there.
NOT_A_TEXT = {"struktur-fil"}

each_rule = pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in RULES])
each_text = pytest.mark.parametrize(
    "rule", [pytest.param(rule, id=rule.id) for rule in RULES if rule.id not in NOT_A_TEXT]
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    below = tmp_path / "stofmisbrug"
    below.mkdir()
    shutil.copyfile(FOLDER / PARTNER, below / PARTNER)
    return below


def check(text: str, name: str = NAME) -> Report:
    path = Path("stofmisbrug", name)
    path.write_text(text, encoding="utf-8", newline="")
    return run_check([path], DAY)


def told(report: Report, rule: Rule) -> list[Finding]:
    return [one for one in report.findings if one.rule == rule.id]


def apply(text: str, edit: Edit) -> str:
    return text[: offset_of(text, edit.start)] + edit.text + text[offset_of(text, edit.end) :]


def test_nothing_is_told_of_the_valid_document() -> None:
    assert check(VALID).findings == ()


def test_it_describes_all_that_is_asked_for() -> None:
    (one,) = check(VALID).assessed
    assert {str(coverage.level) for coverage in one.coverage.values()} <= {"kort", "uddybende", "ikke relevant"}


@each_text
def test_the_wrong_example_is_told_once_at_the_marked_place(rule: Rule) -> None:
    patched = patch_rule(rule)
    report = check(patched.text, rule.file)
    (finding,) = told(report, rule)
    assert {one.rule for one in report.findings} == {rule.id}
    place = finding.place
    if patched.marked is None:
        assert (place.line, place.column) == (1, 1)
        return
    assert place.end is not None
    start, stop = (offset_of(patched.text, one) for one in ((place.line, place.column), place.end))
    assert patched.text[start:stop].rstrip() == rule.mark
    assert (start, start + len(rule.mark)) == patched.marked


@each_rule
def test_nothing_at_all_is_told_of_the_right_example(rule: Rule) -> None:
    report = check(patch(rule.right, whole=rule.whole).text)
    asked = [one for one in report.findings if not (rule.whole and one.rule == "lov-ikke-beskrevet")]
    assert [(one.rule, one.message) for one in asked] == []


def test_a_file_that_is_not_there_is_told_once() -> None:
    (finding,) = run_check([Path("stofmisbrug", "tom.yml")], DAY).findings
    assert finding.rule == "struktur-fil"


@each_text
def test_no_finding_is_graver_than_its_rule_says(rule: Rule) -> None:
    order = ["note", "warning", "error"]
    found = told(check(patch_rule(rule).text, rule.file), rule)
    assert all(order.index(one.severity) <= order.index(rule.severity) for one in found)


@each_text
def test_what_is_to_be_written_instead_cures_it(rule: Rule) -> None:
    text = patch_rule(rule).text
    report = check(text, rule.file)
    (finding,) = told(report, rule)
    edit = find_edit(finding, next((one.standard for one in report.assessed), None))
    if edit is None:
        return
    cured = check(apply(text, edit), rule.file)
    assert not [one for one in cured.findings if one.rule in {"struktur-yaml", "struktur-dobbelt-noegle"}]
    if edit.complete:
        assert told(cured, rule) == []
    else:  # what is left blank is told of as such, and never counts as written
        assert {one.rule for one in cured.findings} & {"struktur-pladsholder", rule.id}


def test_the_examples_are_not_all_alike() -> None:
    assert len({rule.wrong for rule in RULES}) == len(RULES)
