"""Files too large, too deep, not there or not to be opened are findings, and quickly so."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from kvalitet.check import run_check
from kvalitet.reading import read_file, read_text
from kvalitet.reading.decode import decode
from kvalitet.reading.events import PURE_PYTHON_VARIABLE
from kvalitet.reading.limits import MAX_BYTES, MAX_DEPTH, MAX_NODES, MAX_SYNTAX_FINDINGS

DAY = dt.date(2026, 11, 22)
HEAD = "format: 1\nkommune: Eksempelby\neksempel: ja\nområde: stofmisbrug\ntilstand: udkast\n"
both_loaders = pytest.mark.parametrize("pure", [pytest.param("", id="compiled"), pytest.param("1", id="pure")])


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"a: b\n#" + b"x" * (MAX_BYTES - 6))
    assert read_file(path, "a.yml")[1] == []
    path.write_bytes(b"a: b\n#" + b"x" * (MAX_BYTES - 5))
    root, (finding,), _ = read_file(path, "a.yml")
    assert root is None
    assert (finding.rule, finding.place.line, finding.place.column) == ("struktur-stoerrelse", 1, 1)


def test_no_more_than_the_limit_is_read_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024**3)  # sparse: takes no room
    start = time.monotonic()
    _, (finding,), _ = read_file(path, "a.yml")
    assert finding.rule == "struktur-stoerrelse"
    assert time.monotonic() - start < 1


@both_loaders
def test_too_many_values_stop_the_reading(pure: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PURE_PYTHON_VARIABLE, pure)
    # The root, the key, the list and its entries.
    assert read_text("a:\n" + "- x\n" * (MAX_NODES - 3), "a.yml")[1] == []
    root, (finding,) = read_text("a:\n" + "- x\n" * (MAX_NODES - 2), "a.yml")
    assert root is None
    assert (finding.rule, finding.place.line, finding.place.column) == ("struktur-stoerrelse", MAX_NODES - 1, 3)
    assert str(MAX_NODES) in finding.message


@both_loaders
def test_too_many_levels_stop_the_reading(pure: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PURE_PYTHON_VARIABLE, pure)
    assert read_text("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1), "a.yml")[1] == []
    root, (finding,) = read_text("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH, "a.yml")
    assert root is None
    assert (finding.rule, finding.place.line, finding.place.column) == ("struktur-stoerrelse", 1, 3 + MAX_DEPTH)


@both_loaders
def test_an_attack_takes_no_time(pure: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PURE_PYTHON_VARIABLE, pure)
    start = time.monotonic()
    for text in ("[" * 500_000, "{a: " * 100_000, "- " * 200_000, "? " * 200_000, "a: &a [*a, *a]\n"):
        assert read_text(text, "a.yml")[1]
    assert time.monotonic() - start < 10


def test_thousands_of_unknown_keys_are_told_in_a_few_seconds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    keys = "".join(f"noegle_{number}: x\n" for number in range(MAX_NODES // 2 - 20))
    Path("eksempelby.yml").write_text(HEAD + keys, encoding="utf-8")
    start = time.monotonic()
    report = run_check([Path("eksempelby.yml")], DAY)
    assert sum(one.rule == "struktur-ukendt-noegle" for one in report.findings) == MAX_NODES // 2 - 20
    assert time.monotonic() - start < 30


def test_a_file_of_invisible_characters_does_not_drown_the_rest() -> None:
    text, findings = decode(("a: " + "\u200b" * 10_000 + "\n").encode(), "a.yml")
    assert text is not None
    assert len(findings) == MAX_SYNTAX_FINDINGS


def test_a_folder_without_standards_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tom", "under").mkdir(parents=True)
    Path("tom", "eksempelby.docx").write_bytes(b"PK")
    Path("tom", ".skjult.yml").write_text(HEAD, encoding="utf-8")
    report = run_check([Path("tom")], DAY)
    (finding,) = report.findings
    assert (finding.rule, finding.place.file, finding.place.line) == ("struktur-fil", "tom", 1)
    assert report.exit_code() == 1


def test_a_folder_called_like_a_file_is_searched_and_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("alt", "eksempelby.yml").mkdir(parents=True)
    (finding,) = run_check([Path("alt")], DAY).findings
    assert finding.rule == "struktur-fil"


def test_a_folder_that_is_read_as_a_file_is_a_finding(tmp_path: Path) -> None:
    _, (finding,), _ = read_file(tmp_path, "eksempelby.yml")
    assert finding.rule == "struktur-fil"
    assert finding.message == "Filen kan ikke åbnes: det er en mappe."


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied"), "du har ikke adgang til den"),
        (FileNotFoundError(2, "No such file or directory"), "den findes ikke"),
        (OSError(5, "Input/output error"), "disken eller netværket svarer ikke"),
        (OSError(), "disken eller netværket svarer ikke"),
    ],
)
def test_a_file_that_may_not_be_opened_is_a_finding_in_danish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    path = tmp_path / "eksempelby.yml"
    path.write_text(HEAD, encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    root, (finding,), _ = read_file(path, "eksempelby.yml")
    assert root is None
    assert finding.message == f"Filen kan ikke åbnes: {words}."
    assert (finding.place.line, finding.place.column) == (1, 1)


def test_a_link_to_nothing_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    try:
        Path("eksempelby.yml").symlink_to("findes-ikke.yml")
    except OSError:
        pytest.skip("no links here")
    (finding,) = run_check([Path("eksempelby.yml")], DAY).findings
    assert (finding.rule, finding.place.file) == ("struktur-fil", "eksempelby.yml")
