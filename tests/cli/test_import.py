"""The command ``import`` as an officer meets it: what it writes, what it says, what it never does."""

from __future__ import annotations

from pathlib import Path

import pytest

from kvalitet.check import run_check
from kvalitet.cli.danish import run
from kvalitet.cli.main import cli
from kvalitet.clock import parse_day
from kvalitet.findings import Severity

TEXT = """# Kvalitetsstandard for social behandling for stofmisbrug efter § 101

Klitborg Kommune. Vedtaget af Byrådet den 3. april 2025.

## Målgruppe

Du kan få hjælp, når du er fyldt 18 år.

## Behandlingsgaranti og frit valg

Behandlingen går i gang senest 14 dage efter din første henvendelse. Du kan vælge et andet sted.

## Parkering

Du kan parkere bag huset.
"""
DATE = ["--dato", "2026-11-22"]
INVENTED = ["--kommune", "Klitborg", "--eksempel", *DATE]
USUAL = Path("kvalitetsstandarder/stofmisbrug/klitborg.yml")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KVALITET_DATO", raising=False)
    Path("standard.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(cli, ["import", *arguments])
    output = capsys.readouterr()
    return code, output.out, output.err


def test_a_draft_is_written_and_what_was_unsure_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = call(capsys, "standard.md", *INVENTED)
    assert (code, err) == (0, "")
    text = USUAL.read_text("utf-8")
    for words in (
        "kommune: Klitborg",
        "eksempel: ja",
        "tilstand: udkast",
        "frist_dage: 14",
        "dækker:\n    - frit-valg",
    ):
        assert words in text
    assert "Du kan parkere bag huset." in text.partition("# Det her fandt vi ikke en plads til")[2]
    assert "De er alle med i filen." in out
    assert "behandlingsgaranti.tekst (dækker frit-valg)" in out
    assert "Parkering" in out
    assert "Loven kræver også det her beskrevet" in out
    assert out.endswith(f"kør: kvalitet check {USUAL.as_posix()}\n")


def test_the_draft_is_a_standard_that_the_check_can_read(capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, "standard.md", *INVENTED)
    findings = run_check([USUAL], parse_day("2026-11-22")).findings
    assert [one for one in findings if one.severity is Severity.ERROR] == []
    assert [one for one in findings if one.rule.startswith("struktur-")] == []


def test_a_file_that_is_there_is_never_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    USUAL.parent.mkdir(parents=True)
    USUAL.write_text("min egen\n", encoding="utf-8")
    code, out, err = call(capsys, "standard.md", *INVENTED)
    assert (code, out) == (1, "")
    assert err == f"Fejl: {USUAL.as_posix()} findes allerede og er ikke rørt. Vælg et andet sted med --out.\n"
    assert USUAL.read_text("utf-8") == "min egen\n"


def test_another_place_can_be_chosen_a_file_or_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    Path("mappe").mkdir()
    assert call(capsys, "standard.md", *INVENTED, "--out", "mappe")[0] == 0
    assert call(capsys, "standard.md", *INVENTED, "--out", "ny/udkast.yml")[0] == 0
    assert Path("mappe/klitborg.yml").read_text("utf-8") == Path("ny/udkast.yml").read_text("utf-8")
    assert not USUAL.exists()
    assert call(capsys, "standard.md", *INVENTED, "--out", "ny/udkast.yml")[0] == 1


def test_the_municipality_is_found_in_the_document(capsys: pytest.CaptureFixture[str]) -> None:
    Path("odense.md").write_text(TEXT.replace("Klitborg", "Odense"), encoding="utf-8")
    assert call(capsys, "odense.md", *DATE)[0] == 0
    text = Path("kvalitetsstandarder/stofmisbrug/odense.yml").read_text("utf-8")
    assert "kommune: Odense\n" in text
    assert "eksempel:" not in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["findes-ikke.docx"], "'findes-ikke.docx' findes ikke."),
        (["."], "'.' er en mappe."),
        (["standard.md"], "Det fremgår ikke, hvilken kommune dokumentet er fra."),
        (["standard.md", "--kommune", "Klitborg"], "Der er ingen kommune i registret, der hedder 'Klitborg'."),
        (["standard.md", "--på-stedet"], "--på-stedet kan kun bruges sammen med --ind-i FIL."),
        (["standard.md", "--ind-i", "nej.yml"], "'nej.yml' findes ikke."),
        (["standard.md", "--område", "nej"], "'--område'"),
        ([], "Der mangler noget: FIL."),
    ],
)
def test_a_bad_call_ends_with_2(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = call(capsys, *arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_a_document_that_cannot_be_read_ends_with_1_and_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Path("tom.docx").write_bytes(b"")
    code, out, err = call(capsys, "tom.docx", *INVENTED)
    assert (code, out) == (1, "")
    assert err == "Fejl: Filen er tom. Se, om det er den rigtige fil. Åbn dokumentet, og gem det igen.\n"
    assert not Path("kvalitetsstandarder").exists()


# --- filling in


def test_without_a_place_to_write_to_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    Path("gammel.yml").write_text("kommune: Klitborg\nmålgruppe:\n  tekst: Vores.\n", encoding="utf-8")
    before = Path("gammel.yml").read_bytes()
    code, out, _ = call(capsys, "standard.md", "--ind-i", "gammel.yml")
    assert code == 0
    assert "- behandlingsgaranti\n" in out
    assert "Det er ikke rørt:\n- målgruppe.tekst\n" in out
    assert "Du kan parkere bag huset." in out
    assert "Intet er skrevet." in out
    assert Path("gammel.yml").read_bytes() == before
    assert sorted(path.name for path in Path().iterdir()) == ["gammel.yml", "standard.md"]


def test_in_place_only_on_wish_and_whole(capsys: pytest.CaptureFixture[str]) -> None:
    Path("gammel.yml").write_bytes("# æ\r\nkommune: Klitborg\r\nmålgruppe:\r\n  tekst: Vores.\r\n".encode())
    code, out, _ = call(capsys, "standard.md", "--ind-i", "gammel.yml", "--på-stedet")
    assert code == 0
    assert out.endswith("gammel.yml er ændret.\n")
    text = Path("gammel.yml").read_bytes().decode()
    assert text.startswith("# æ\r\nkommune: Klitborg\r\n")
    assert "  fra_alder: 18\r\n" in text
    assert "\n" not in text.replace("\r\n", "")
    assert sorted(path.name for path in Path().iterdir()) == ["gammel.yml", "standard.md"]


def test_or_into_a_new_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("gammel.yml").write_text("kommune: Klitborg\n", encoding="utf-8")
    assert call(capsys, "standard.md", "--ind-i", "gammel.yml", "--out", "ny.yml")[0] == 0
    assert "frist_dage: 14" in Path("ny.yml").read_text("utf-8")
    assert call(capsys, "standard.md", "--ind-i", "gammel.yml", "--out", "ny.yml")[0] == 1


@pytest.mark.parametrize("content", [b"\xff\xfe", b"- en liste\n", b"a: [\n"])
def test_a_file_that_cannot_be_filled_in_is_told(content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    Path("gammel.yml").write_bytes(content)
    code, out, err = call(capsys, "standard.md", "--ind-i", "gammel.yml", "--på-stedet")
    assert (code, out) == (1, "")
    assert err.startswith("Fejl: gammel.yml")
    assert Path("gammel.yml").read_bytes() == content


# --- comparing


def test_an_edited_word_export_is_compared_with_its_standard(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(cli, ["import", "standard.md", *INVENTED]) == 0
    assert run(cli, ["standard", USUAL.as_posix(), "--out", "udsendt.docx", *DATE]) == 0
    capsys.readouterr()
    code, out, err = call(capsys, "udsendt.docx", "--sammenlign", USUAL.as_posix(), *DATE)
    assert (code, out, err) == (0, f"Intet er ændret i forhold til {USUAL.as_posix()}.\n", "")
    text = USUAL.read_text("utf-8")
    USUAL.write_text(text.replace("frist_dage: 14", "frist_dage: 12"), encoding="utf-8")
    code, out, _ = call(capsys, "udsendt.docx", "--sammenlign", USUAL.as_posix(), *DATE)
    assert code == 0
    assert "    - 12 dage\n    + 14 dage\n    Sæt ind i stedet:\n      frist_dage: 14\n" in out


def test_a_document_without_marks_cannot_be_compared(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(cli, ["import", "standard.md", *INVENTED]) == 0
    capsys.readouterr()
    code, out, err = call(capsys, "standard.md", "--sammenlign", USUAL.as_posix(), *DATE)
    assert (code, out) == (1, "")
    assert "Kun et Word-dokument (.docx) kan sammenlignes." in err
