"""For every published standard and every criterion: the evidence carries the level, and nothing else does."""

from __future__ import annotations

import copy
import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from kvalitet.assess import Coverage, Level
from kvalitet.check import run_check

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "kvalitetsstandarder" / "stofmisbrug"
DAY = dt.date(2026, 11, 22)
FILES = sorted(FOLDER.glob("*.yml"))
RANK = {Level.NOT: 0, Level.IRRELEVANT: 0, Level.BRIEF: 1, Level.THOROUGH: 2}
GONE = object()
HEAD = {"format", "kommune", "område", "tilstand"}  # without these a file is no standard at all


class Plain(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # chosen when it runs
    """Reads every scalar as text, as the project does."""


Plain.yaml_implicit_resolvers = {}


def read_tree(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Plain)  # noqa: S506 - a safe loader


def split_path(path: str) -> list[str | int]:
    """Return ``tilbud[0].sted`` as ``["tilbud", 0, "sted"]``."""
    return [int(part[1:-1]) if part.startswith("[") else part for part in re.findall(r"\[\d+\]|[^.\[\]]+", path)]


def remove_path(tree: Any, path: str) -> None:
    """Mark the value at ``path`` as gone; a short form ('kan_klage_over: [betaling]') goes whole."""
    *way, last = split_path(path)
    for step in way:
        if isinstance(tree, str) or (isinstance(tree, dict) and step not in tree):
            return
        below = tree[step]
        if isinstance(below, str):  # the short form of a group: its only field is the scalar itself
            tree[step] = GONE
            return
        if below is GONE:
            return
        tree = below
    if isinstance(tree, (dict, list)):
        tree[last] = GONE  # type: ignore[index]  # a list by number, a mapping by name


def prune(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: prune(value) for key, value in tree.items() if value is not GONE}
    if isinstance(tree, list):
        return [prune(value) for value in tree if value is not GONE]
    return tree


def leaf_paths(tree: Any, path: str = "") -> list[str]:
    if isinstance(tree, dict):
        return [leaf for key, value in tree.items() for leaf in leaf_paths(value, f"{path}.{key}" if path else key)]
    if isinstance(tree, list):
        return [leaf for number, value in enumerate(tree) for leaf in leaf_paths(value, f"{path}[{number}]")]
    return [path]


def touches(one: str, other: str) -> bool:
    """Whether one path is the other, or lies below or above it."""
    short, long = sorted((one, other), key=len)
    return long == short or long.startswith((f"{short}.", f"{short}["))


class Workbench:
    """A copy of the standards in which things are removed, one at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "stofmisbrug"
        self.folder.mkdir(parents=True)
        self.trees = {path.name: read_tree(path) for path in FILES}
        for name in self.trees:
            self.write(name, self.trees[name])

    def write(self, name: str, tree: Any) -> None:
        dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
        text = yaml.dump(tree, Dumper=dumper, allow_unicode=True, default_style='"')
        (self.folder / name).write_text(text, encoding="utf-8")

    def assess(self, name: str) -> dict[str, Coverage]:
        report = run_check([self.folder / name], DAY)
        assert report.assessed, report.findings
        return dict(report.assessed[0].coverage)

    def assess_without(self, name: str, paths: list[tuple[str, str]]) -> dict[str, Coverage]:
        """Return the coverage of ``name`` when each (file, path) is taken away."""
        files = {file for file, _ in paths}
        for file in files:
            tree = copy.deepcopy(self.trees[file])
            for where, path in paths:
                if where == file:
                    remove_path(tree, path)
            self.write(file, prune(tree))
        coverage = self.assess(name)
        for file in files:
            self.write(file, self.trees[file])
        return coverage


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    return Workbench(tmp_path)


def evidence_paths(coverage: Coverage) -> list[tuple[str, str]]:
    return [(Path(value.file).name, value.path) for value in coverage.evidence]


def test_there_are_standards_to_show_it_on() -> None:
    assert len(FILES) >= 3


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_level_falls_without_its_evidence(path: Path, bench: Workbench) -> None:
    full = bench.assess(path.name)
    assert any(coverage.level is not Level.NOT for coverage in full.values())
    for name, coverage in full.items():
        carried = coverage.level not in {Level.NOT, Level.UNASSESSED}
        assert bool(coverage.evidence) == carried, name
        if not carried:
            continue
        left = bench.assess_without(path.name, evidence_paths(coverage))[name].level
        if coverage.level is Level.IRRELEVANT:
            assert left is Level.NOT, name
        else:
            assert RANK[left] < RANK[coverage.level], (name, evidence_paths(coverage))


@pytest.mark.slow
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_level_stays_without_any_other_field(path: Path, bench: Workbench) -> None:
    """What is named as missing is no evidence, but it holds a level down: taking it away may lift the level."""
    full = bench.assess(path.name)
    own = {name: [where for file, where in evidence_paths(one) if file == path.name] for name, one in full.items()}
    blocking = {
        name: [value.path for missing in one.missing for value in missing.at if Path(value.file).name == path.name]
        for name, one in full.items()
    }
    leaves = [leaf for leaf in leaf_paths(bench.trees[path.name]) if leaf not in HEAD]
    for leaf in leaves:
        left = bench.assess_without(path.name, [(path.name, leaf)])
        for name, coverage in full.items():
            if any(touches(leaf, one) for one in own[name] + blocking[name]):
                continue
            assert left[name].level is coverage.level, (leaf, name)
