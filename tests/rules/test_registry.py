"""The registry holds every rule the check can tell of, and nothing that no code tells of."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kvalitet
from kvalitet.reading import read_text
from kvalitet.reading.decode import decode
from kvalitet.rules import RULES, RULES_BY_ID

if TYPE_CHECKING:
    from kvalitet.rules.model import Rule

PACKAGE = Path(kvalitet.__file__).resolve().parent
FOLDER = PACKAGE / "rules"
FAMILIES = ("struktur", "henvisning", "lov", "sprog", "privat")
LITERAL = re.compile(rf'"((?:{"|".join(FAMILIES)})-[a-z0-9-]+)"')

# Told of characters, YAML and the shape of the file: no catalogue is needed to hear them.
TOLD_WHILE_READING = {
    "struktur-tegnsaet",
    "struktur-usynlige-tegn",
    "struktur-stoerrelse",
    "struktur-yaml",
    "struktur-yaml-maerker",
    "struktur-dobbelt-noegle",
    "struktur-dokument",
}
# Their wrong example is no tree: the point is that there is nothing to work with.
WRONG_IS_NO_STANDARD = {"struktur-fil", "struktur-stoerrelse", "struktur-yaml", "struktur-dokument"}

each_rule = pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in RULES])


def modules_with_a_rule() -> list[str]:
    paths = sorted(FOLDER.glob("*.py"))
    return [path.stem for path in paths if re.search(r"^RULE\b", path.read_text("utf-8"), re.MULTILINE)]


def ids_in_the_code() -> set[str]:
    """Return the rule ids that stand as literals where findings are made; a rule's module says RULE.id."""
    sources = [path for path in PACKAGE.rglob("*.py") if FOLDER not in path.parents]
    return {name for path in sources for name in LITERAL.findall(path.read_text("utf-8"))}


def rules_told_of(text: str) -> tuple[bool, set[str]]:
    """Return whether ``text`` can be worked with as a file, and the rules that reading it tells of."""
    decoded, findings = decode(text.encode(), "eksempelby.yml")
    if decoded is None:
        return False, {one.rule for one in findings}
    root, more = read_text(decoded, "eksempelby.yml")
    return root is not None, {one.rule for one in findings + more}


def test_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert list(RULES_BY_ID) == [rule.id for rule in RULES]
    assert all(RULES_BY_ID[rule.id] is rule for rule in RULES)


def test_families_stand_together_in_order() -> None:
    families = [FAMILIES.index(rule.id.partition("-")[0]) for rule in RULES]
    assert families == sorted(families)


@each_rule
def test_id_is_ascii_kebab_case_with_a_family(rule: Rule) -> None:
    assert re.fullmatch(rf"(?:{'|'.join(FAMILIES)})(?:-[a-z0-9]+)+", rule.id)


@pytest.mark.parametrize("name", modules_with_a_rule())
def test_every_module_with_a_rule_is_registered_and_called_by_its_id(name: str) -> None:
    rule = import_module(f"kvalitet.rules.{name}").RULE
    assert rule in RULES
    assert rule.id.replace("-", "_") == name


def test_every_rule_has_a_module() -> None:
    assert {rule.id.replace("-", "_") for rule in RULES} == set(modules_with_a_rule())


@each_rule
def test_everything_is_said(rule: Rule) -> None:
    for text in (rule.title, rule.explanation, rule.why, rule.wrong, rule.right):
        assert text.strip()
    assert "\n" not in rule.title
    assert rule.title[-1] not in ".:"
    assert rule.explanation.endswith(".")
    assert rule.why.endswith(".")
    assert rule.mark in rule.wrong
    assert rule.wrong != rule.right
    assert rule.wrong.endswith("\n")
    assert rule.right.endswith("\n")


@each_rule
def test_the_right_example_reads_without_a_finding(rule: Rule) -> None:
    assert rules_told_of(rule.right) == (True, set())


@each_rule
def test_the_wrong_example_reads_unless_that_is_its_point(rule: Rule) -> None:
    usable, told = rules_told_of(rule.wrong)
    assert usable == (rule.id not in WRONG_IS_NO_STANDARD)
    if rule.id in TOLD_WHILE_READING:
        assert told == {rule.id}
    elif rule.id != "struktur-fil":  # no text can show a file that is not there
        assert told == set()


def test_the_code_tells_of_no_unregistered_rule() -> None:
    found = ids_in_the_code()
    assert found, "no literal was found: the expression is wrong"
    assert found <= set(RULES_BY_ID)


def tells_of_itself(name: str) -> bool:
    return "RULE.id" in (FOLDER / f"{name.replace('-', '_')}.py").read_text("utf-8")


def test_a_rule_without_a_check_is_told_of_by_the_code() -> None:
    unchecked = {rule.id for rule in RULES if rule.check is None and not tells_of_itself(rule.id)}
    assert unchecked <= ids_in_the_code()


def test_a_rule_with_a_check_tells_of_itself() -> None:
    assert [rule.id for rule in RULES if rule.check is not None and not tells_of_itself(rule.id)] == []


def test_a_rule_with_a_check_is_told_of_by_itself_alone() -> None:
    checked = {rule.id for rule in RULES if rule.check is not None}
    assert not checked & ids_in_the_code()
