"""The engine needs no compiled loader: without it, or told to leave it, it reads and says the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from kvalitet.reading import Mapping, Scalar, Sequence, read_text
from kvalitet.reading.events import PURE_PYTHON_VARIABLE
from kvalitet.reading.pure import PureLoader

if TYPE_CHECKING:
    from kvalitet.reading import Node

ROOT = Path(__file__).resolve().parent.parent.parent
ENGINE = ("reading", "fields", "catalogue", "standard", "assess", "rules", "check", "export", "cli")


def note_loader(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    used: list[object] = []
    parse = yaml.parse

    def note(text: str, Loader: type[yaml.SafeLoader]) -> object:  # noqa: N803 - PyYAML's name
        used.append(Loader)
        return parse(text, Loader=Loader)

    monkeypatch.setattr(yaml, "parse", note)
    return used


def test_the_variable_forces_the_pure_loader(monkeypatch: pytest.MonkeyPatch) -> None:
    used = note_loader(monkeypatch)
    monkeypatch.setenv(PURE_PYTHON_VARIABLE, "1")
    read_text("a: b", "a.yml")
    assert used == [PureLoader]


def test_without_the_compiled_loader_the_pure_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    used = note_loader(monkeypatch)
    monkeypatch.delenv(PURE_PYTHON_VARIABLE, raising=False)
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    read_text("a: b", "a.yml")
    assert used == [PureLoader]


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML is here without its compiled part")
def test_the_compiled_loader_reads_where_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    used = note_loader(monkeypatch)
    monkeypatch.delenv(PURE_PYTHON_VARIABLE, raising=False)
    read_text("a: b", "a.yml")
    assert used == [yaml.CSafeLoader]


STANDARDS = sorted([*(ROOT / "kvalitetsstandarder").rglob("*.yml"), *(ROOT / "tests" / "virkelige").rglob("*.yml")])


def describe(node: Node) -> object:
    """Return all that a tree holds, places included."""
    if isinstance(node, Mapping):
        entries = [(one.key, one.line, one.column, one.end, describe(one.value)) for one in node.entries.values()]
        return node.line, node.column, entries
    if isinstance(node, Sequence):
        return node.line, node.column, [describe(one) for one in node.items]
    assert isinstance(node, Scalar)
    return node.line, node.column, node.end, node.text, node.plain


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in STANDARDS])
def test_both_read_the_same_out_of_a_whole_standard(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = []
    for pure in ("", "1"):
        monkeypatch.setenv(PURE_PYTHON_VARIABLE, pure)
        root, findings = read_text(path.read_text("utf-8"), path.name)
        assert root is not None
        answers.append((describe(root), findings))
    assert answers[0] == answers[1]


@pytest.mark.slow
def test_the_engines_tests_pass_with_the_pure_loader() -> None:
    folders = [f"tests/{name}" for name in ENGINE if any((ROOT / "tests" / name).rglob("test_*.py"))]
    assert len(folders) >= 5
    # What is slow stays out: this very test is.
    command = [sys.executable, "-m", "pytest", "-q", "-m", "not slow", "-p", "no:cacheprovider", *folders]
    environment = {**os.environ, PURE_PYTHON_VARIABLE: "1"}
    result = subprocess.run(command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout[-4000:]
