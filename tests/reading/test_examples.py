"""The example files: what is wrong is told at its place, in Danish, by both loaders; what is fine is let be."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kvalitet.check import run_check
from kvalitet.cli.danish import run
from kvalitet.cli.main import cli
from kvalitet.reading.events import PURE_PYTHON_VARIABLE
from kvalitet.report.words import SEVERITY_WORDS

if TYPE_CHECKING:
    from kvalitet.check import Report
    from kvalitet.findings import Finding

EXAMPLES = Path(__file__).resolve().parent.parent / "eksempler"
ENDINGS = {".yml", ".bin"}
EXPECTED = ".forventet"
NAME = Path("stofmisbrug", "eksempelby.yml")
DAY = dt.date(2026, 11, 22)
ENGLISH = re.compile(
    r"\b(?:expected|found|while|mapping|scann(?:er|ing)|pars(?:er|ing)|token|block|flow|scalar|sequence|could not"
    r"|did not|character|stream|document|error|invalid|unknown|string|line|column|None|True|False)\b"
)


def list_files(folder: str) -> list[Path]:
    return sorted(path for path in (EXAMPLES / folder).iterdir() if path.suffix in ENDINGS)


BAD, GOOD = list_files("daarlige"), list_files("gode")
each_bad = pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in BAD])
each_good = pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in GOOD])
both_loaders = pytest.mark.parametrize("pure", [pytest.param("", id="compiled"), pytest.param("1", id="pure")])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / NAME).parent.mkdir()
    return tmp_path


def check(path: Path, folder: Path) -> Report:
    shutil.copyfile(path, folder / NAME)
    return run_check([NAME], DAY)


def told(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if not finding.rule.startswith("lov-")]


def describe(finding: Finding) -> str:
    place = finding.place
    return f"{SEVERITY_WORDS[finding.severity]} {finding.rule} {place.line}:{place.column} {finding.message}"


def text_lines(path: Path) -> list[str]:
    """Return the file's lines as an editor shows them; what is no UTF-8 is shown letter by letter."""
    return re.split("\r\n|\n|\r", path.read_bytes().decode("utf-8-sig", errors="replace"))


def test_there_are_examples() -> None:
    assert len(BAD) > 100
    assert len(GOOD) > 10


def test_every_expectation_belongs_to_an_example_and_every_file_is_one() -> None:
    expected = {path.name.removesuffix(EXPECTED) for path in (EXAMPLES / "daarlige").glob(f"*{EXPECTED}")}
    assert expected == {path.name for path in BAD}
    assert {path.suffix for path in (EXAMPLES / "daarlige").iterdir()} == ENDINGS | {EXPECTED}


@both_loaders
@each_bad
def test_all_that_is_wrong_is_told_at_its_place(
    path: Path, pure: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PURE_PYTHON_VARIABLE, pure)
    expected = path.with_name(path.name + EXPECTED).read_text("utf-8").splitlines()
    found = [describe(finding) for finding in told(check(path, folder))]
    assert expected
    assert len(found) == len(expected), "\n".join(found)
    for one, beginning in zip(found, expected, strict=True):
        assert one.startswith(f"{beginning} " if len(beginning.split()) == 3 else beginning)


@each_bad
def test_it_is_told_in_danish_with_a_place_in_the_file_and_a_hint(path: Path, folder: Path) -> None:
    lines = text_lines(path)
    for finding in told(check(path, folder)):
        assert finding.place.file == NAME.as_posix()
        assert 1 <= finding.place.line <= len(lines)
        assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1
        assert finding.hint
        for text in (finding.message, finding.hint):
            assert text[-1] in ".?", text
            assert not ENGLISH.search(re.sub("'.*?'", "", text)), text  # what is quoted is the author's own


@each_bad
def test_the_exit_code_says_so(path: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copyfile(path, folder / NAME)
    grave = any(
        line.startswith("fejl ") for line in path.with_name(path.name + EXPECTED).read_text("utf-8").split("\n")
    )
    assert run(cli, ["check", str(NAME), "--dato", DAY.isoformat()]) == int(grave)
    assert run(cli, ["check", str(NAME), "--dato", DAY.isoformat(), "--strict"]) == 1
    output = capsys.readouterr()
    assert "Traceback" not in output.out + output.err
    assert output.err == ""
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", output.out), (
        "it steers the terminal"
    )


@both_loaders
@each_good
def test_what_is_fine_is_let_be(path: Path, pure: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PURE_PYTHON_VARIABLE, pure)
    report = check(path, folder)
    assert [describe(finding) for finding in told(report)] == []
    assert report.exit_code() == 0
    (assessed,) = report.assessed
    assert assessed.standard.name == "Eksempelby"


def test_texts_stay_what_the_author_wrote(folder: Path) -> None:
    (assessed,) = check(EXAMPLES / "gode" / "tal-og-tider-er-tekst.yml", folder).assessed
    standard = assessed.standard
    assert standard.content("version") == "0101"
    assert standard.content("godkendt", "af") == "12:30"
    assert standard.content("godkendt", "sagsnummer") == "5.10"
    assert standard.content("opgaver", "tekst") == "2024-13-45"
    assert standard.content("opgaver", "pixie") == "yes"


def test_five_faults_are_told_at_once_each_at_its_line(folder: Path) -> None:
    report = check(EXAMPLES / "daarlige" / "fem-fejl.yml", folder)
    lines = {finding.rule: finding.place.line for finding in told(report)}
    assert lines == {
        "struktur-pladsholder": 5,
        "struktur-ukendt-noegle": 6,
        "struktur-usynlige-tegn": 9,
        "struktur-type": 10,
        "struktur-dobbelt-noegle": 11,
        "henvisning-ukendt": 14,
    }


def test_all_files_are_told_of_in_one_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for path in BAD:
        shutil.copyfile(path, tmp_path / f"{path.stem}.yml")
    report = run_check([Path()], DAY)
    assert {finding.place.file for finding in report.findings} >= {f"{path.stem}.yml" for path in BAD}
    assert report.exit_code() == 1
