"""How the command is called: every bad call ends with 2 and says why in Danish; every help has an example."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

import kvalitet
from kvalitet.cli.danish import _COMPLAINTS, DanishGroup, run, translate
from kvalitet.cli.main import cli

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(kvalitet.__file__).resolve().parent.parent.parent
ENGLISH = re.compile(
    r"\b(?:no such|missing|invalid|error|usage|options?|commands?|arguments?|required|requires|does not|unexpected"
    r"|choose|is not|did you mean|possible|show this|exit|help|try|aborted)\b",
    re.IGNORECASE,
)
# Click's words for the placeholders and our own for the way to the help, which is an option's name.
ALLOWED = re.compile(r"--[a-z-]+")

BAD_CALLS: list[tuple[list[str], str]] = [
    (["chek"], "Kommandoen 'chek' findes ikke."),
    (["check", "--strikt"], "Tilvalget '--strikt' findes ikke."),
    (["check", "-x"], "Tilvalget '-x' findes ikke."),
    (["--versio"], "Tilvalget '--versio' findes ikke."),
    (["check", "--strict=1"], "Tilvalget '--strict' kan ikke have en værdi."),
    (["check", "--lov"], "Tilvalget '--lov' skal have en værdi."),
    (["check", "--format"], "Tilvalget '--format' skal have en værdi."),
    (["check", "--format", "xml"], "'--format': 'xml' kan ikke bruges. Vælg en af 'text', 'json', 'sarif', 'github'."),
    (["check", "--dato", "i-går"], "'--dato': 'i-går' er ikke en dato. Skriv fx 2026-11-22."),
    (["check", "--dato", "2026-02-30"], "'--dato': '2026-02-30' er ikke en dato. Skriv fx 2026-11-22."),
    (["check", "--dato", "20261122"], "'--dato': '20261122' er ikke en dato. Skriv fx 2026-11-22."),
    (["check", "--lov", "1999", "."], "Udgaven '1999' findes ikke."),
    (["check", "findes-ikke.yml"], "'findes-ikke.yml' findes ikke."),
    (["check"], "'kvalitetsstandarder' findes ikke."),
    (["explain"], "Der mangler noget: REGEL."),
    (["explain", "a", "b"], "Det her hører ikke til: b"),
    (["explain", "a", "b", "c"], "Det her hører ikke til: b c"),
    (["explain", "lov-nej"], "Reglen 'lov-nej' findes ikke. Reglerne er: "),
    (["schema"], "Der mangler noget: OMRÅDE. Vælg en af: stofmisbrug"),
    (["schema", "alkohol"], "'OMRÅDE': 'alkohol' kan ikke bruges. Skriv 'stofmisbrug'."),
    (["export"], "Tilvalget --out mangler."),
    (["export", "--out", "data", "findes-ikke"], "'findes-ikke' findes ikke."),
]


def toy() -> DanishGroup:
    """Return a command that can be called wrongly in the ways ours cannot (yet)."""
    group = DanishGroup("toy", invoke_without_command=False, no_args_is_help=False)

    @group.command()
    @click.argument("path", type=click.Path(exists=True))
    @click.option("--tal", type=int)
    @click.option("--valg", type=click.Choice(["a", "b"]), required=True)
    def walk(path: str, tal: int | None, valg: str) -> None:
        """Do nothing with PATH."""

    return group


TOY_CALLS: list[tuple[list[str], str]] = [
    ([], "Skriv en kommando."),
    (["walk", "nej", "--valg", "a"], "'PATH': 'nej' findes ikke."),
    (["walk", "."], "Tilvalget --valg mangler."),
]


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KVALITET_DATO", raising=False)


def assert_danish(text: str) -> None:
    assert ENGLISH.findall(ALLOWED.sub("", text)) == []


@pytest.mark.parametrize(("arguments", "words"), BAD_CALLS, ids=lambda value: " ".join(value)[:30])
def test_a_bad_call_ends_with_2_and_says_why(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(cli, arguments) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith(f"Fejl: {words}")
    assert_danish(output.err)


@pytest.mark.parametrize(("arguments", "words"), TOY_CALLS, ids=lambda value: " ".join(value)[:30])
def test_a_bad_call_of_another_kind_as_well(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(toy(), arguments) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"Fejl: {words}")
    assert_danish(error)


def test_every_complaint_in_the_table_is_provoked(monkeypatch: pytest.MonkeyPatch) -> None:
    used: set[str] = set()

    def note(message: str) -> str:
        used.update(next(([one] for one, _ in _COMPLAINTS if re.fullmatch(one, message, re.DOTALL)), []))
        return translate(message)

    monkeypatch.setattr("kvalitet.cli.danish.translate", note)
    for arguments, _ in BAD_CALLS:
        run(cli, arguments)
    for arguments, _ in TOY_CALLS:
        run(toy(), arguments)
    assert [pattern for pattern, _ in _COMPLAINTS if pattern not in used] == []


def test_the_date_of_the_environment_is_checked_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KVALITET_DATO", "pjat")
    assert run(cli, ["check", "."]) == 2
    assert "'pjat' er ikke en dato" in capsys.readouterr().err


def test_no_command_at_all_brings_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(cli, []) == 2
    error = capsys.readouterr().err
    assert error.startswith("Brug: kvalitet [TILVALG] KOMMANDO …\n")
    assert_danish(error)


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kvalitetsstandarder").mkdir()
    (tmp_path / "fil").write_text("", encoding="utf-8")
    assert run(cli, ["export", "--out", "fil"]) == 2
    error = capsys.readouterr().err
    assert error.startswith("Fejl: ")
    assert "kan ikke skrives" in error
    assert "fil" in error


@pytest.mark.parametrize("name", ["", *cli.commands])
def test_every_help_is_danish_and_has_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(cli, [*([name] if name else []), "--help"]) == 0
    text = capsys.readouterr().out
    assert text.startswith(f"Brug: {f'kvalitet {name}'.strip()} [TILVALG]")
    assert "Tilvalg:\n" in text
    assert "Vis denne hjælp." in text
    assert "\n  Eksempel: kvalitet " in text
    for english in ("Usage", "Options", "Commands", "Show this", "[required]", "ARGS", "OPTIONS", "default"):
        assert english not in text
    assert_danish(text)


@pytest.mark.parametrize("name", list(cli.commands))
def test_the_example_in_the_help_is_a_call_that_exists(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(cli, [name, "--help"])
    words = capsys.readouterr().out.partition("Eksempel: kvalitet ")[2].split()
    assert words[0] == name
    known = {option for one in cli.commands[name].params for option in one.opts}
    assert {word for word in words if word.startswith("--")} <= known


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(cli, ["--version"]) == 0
    assert capsys.readouterr().out == f"kvalitet {kvalitet.__version__}\n"


def start(*arguments: str, cwd: Path, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    environment = {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONIOENCODING": encoding, "PATH": ""}
    return subprocess.run(
        [sys.executable, "-m", "kvalitet", *arguments], capture_output=True, check=False, cwd=cwd, env=environment
    )


def write_draft(folder: Path) -> None:
    text = "format: 1\nkommune: Eksempelby\neksempel: ja\nområde: stofmisbrug\ntilstand: kladder\n"
    (folder / "eksempelby.yml").write_text(text, encoding="utf-8")


def test_the_program_itself_hands_over_the_exit_code(tmp_path: Path) -> None:
    write_draft(tmp_path)
    codes: dict[int, Callable[[], subprocess.CompletedProcess[bytes]]] = {
        0: lambda: start("--version", cwd=tmp_path),
        1: lambda: start("check", "eksempelby.yml", cwd=tmp_path),
        2: lambda: start("check", "nej.yml", cwd=tmp_path),
    }
    for code, call in codes.items():
        result = call()
        assert (result.returncode, b"Traceback" in result.stderr) == (code, False)


def test_a_terminal_without_danish_letters_gets_no_traceback(tmp_path: Path) -> None:
    write_draft(tmp_path)
    result = start("check", "eksempelby.yml", cwd=tmp_path, encoding="ascii")
    assert result.returncode == 1
    assert b"struktur-valg" in result.stdout
    assert b"Traceback" not in result.stderr
