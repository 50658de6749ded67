"""The synthetic municipalities are repeatable and sound, and the measuring script runs."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

import _bench
import _bench_site
import bench
from _synthetic import LINES, compose_standard, write_municipalities
from _venv import ScriptError
from kvalitet.catalogue import load_catalogue
from kvalitet.check import run_check
from kvalitet.fields.model import Kind
from kvalitet.schema import make_schema

COUNT = 12


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("synthetic")
    write_municipalities(made, COUNT)
    return made


def test_the_same_number_gives_the_same_text(folder: Path) -> None:
    catalogue = load_catalogue("stofmisbrug")
    texts = [path.read_text(encoding="utf-8") for path in sorted((folder / "stofmisbrug").iterdir())]
    assert texts == [compose_standard(catalogue, number) for number in range(1, COUNT + 1)]
    assert len(set(texts)) == COUNT


def test_the_files_are_as_long_as_real_ones(folder: Path) -> None:
    for path in (folder / "stofmisbrug").iterdir():
        length = path.read_text(encoding="utf-8").count("\n")
        assert LINES * 0.95 <= length <= LINES * 1.05, path.name


def test_the_files_have_no_fault_of_form(folder: Path) -> None:
    report = run_check([folder], date(2026, 11, 22))
    faults = [one for one in report.findings if one.rule.startswith(("struktur-", "henvisning-"))]
    assert faults == []
    assert len(report.assessed) == COUNT


def test_the_derived_schema_accepts_the_files(folder: Path) -> None:
    validator = jsonschema.Draft7Validator(make_schema(load_catalogue("stofmisbrug")))
    for path in (folder / "stofmisbrug").iterdir():
        standard = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
        plain = json.loads(json.dumps(standard, default=str))  # dates as editors see them
        assert [error.message for error in validator.iter_errors(plain)] == [], path.name


def test_the_files_are_drawn_from_the_whole_catalogue(folder: Path) -> None:
    report = run_check([folder], date(2026, 11, 22))
    leaves = [leaf for each in report.assessed for value in each.standard.own.values() for leaf in value.leaves()]
    kinds = {leaf.field.kind for leaf in leaves if leaf.filled}
    known = {one.kind for field in load_catalogue("stofmisbrug").fields.values() for _, one in field.walk()}
    assert known - kinds <= {Kind.GROUP, Kind.SECTION, Kind.LIST, Kind.TABLE, Kind.CRITERION, Kind.RULE}


def test_the_script_prints_its_table(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["bench.py", "--antal", "2", "--gentag", "1"])
    monkeypatch.setattr(bench, "prepare_environment", lambda _lock: Path(sys.executable))
    assert bench.main() == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Check: 2 files of ")
    names = [line[:36].strip() for line in lines[2:]]
    assert names[:3] == ["kvalitet check", "kvalitet check, pure-Python loader", "check-jsonschema"]
    assert lines[4].split()[1] == "1.00"


def test_a_program_that_fails_is_told_with_its_output(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('nothing works')"]
    with pytest.raises(ScriptError, match="exit code 1:\nnothing works"):
        _bench.run_once(_bench.Competitor("broken", command, may_find_faults=False), tmp_path)


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "", "mange"])
def test_what_is_no_count_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="not a number"):
        bench.read_count(text)


def test_stock_pages_have_the_same_text_and_addresses(tmp_path: Path) -> None:
    page = tmp_path / "pages" / "a" / "index.md"
    page.parent.mkdir(parents=True)
    text = "Ordet **her** &amp; <em>der</em>. 1. punkt _x_ " + "Et ord til. " * 100
    page.write_text(f'---\ntitle: "x"\n---\n\n<div class="kv" lang="da">\n<p>{text}</p>\n</div>\n', encoding="utf-8")
    size = _bench_site.write_stock(tmp_path / "pages", tmp_path / "stock")
    plain = (tmp_path / "stock" / "docs" / "a" / "index.md").read_text(encoding="utf-8")
    assert plain.startswith("# Ordet her der .")
    assert (
        " ".join(plain.removeprefix("# ").split())
        == "Ordet her der . 1. punkt x " + "Et ord til. " * 99 + "Et ord til."
    )
    assert abs(len(plain.encode()) - size) < size * 0.02
    assert max(len(one) for one in plain.split("\n\n")) < 2 * _bench_site.PARAGRAPH_BYTES


def test_what_is_measured_is_chosen() -> None:
    assert bench.read_options([]).part == "check"
    assert bench.read_options(["--del", "side", "--antal", "3"]).antal == 3
    with pytest.raises(SystemExit):
        bench.read_options(["--del", "intet"])


@pytest.mark.slow
def test_the_sites_are_measured_on_as_many_pages(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bench.py", "--del", "side", "--antal", "1", "--gentag", "1"])
    monkeypatch.setattr(bench, "prepare_environment", lambda _lock: Path(sys.executable))
    assert bench.main() == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Site: 1 municipalities with a standard, ")
    rows = {line[:36].strip(): line[36:].split() for line in lines[2:]}
    assert list(rows)[:3] == ["kvalitet, mkdocs build", "kvalitet render", "mkdocs-material"]
    assert rows["mkdocs-material"][:2] == ["1.00", "1.00"]
    assert len({row[6] for row in rows.values()}) == 1


@pytest.mark.slow
def test_the_matrix_is_weighed_and_timed_in_a_browser(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bench.py", "--del", "matrix", "--antal", "2"])
    monkeypatch.setattr(bench, "prepare_environment", lambda _lock: Path(sys.executable))
    assert bench.main() == 0
    row = capsys.readouterr().out.splitlines()[-1].split()
    assert row[0] == "2"
    assert row[2::2] == ["kB", "kB", "kB", "ms", "ms", "ms", "ms", "ms"]
    page, compressed, tools = (int(one) for one in row[1:7:2])
    assert page > compressed > 0 < tools
