"""``report``, ``standard`` and ``diff`` as an officer calls them."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from kvalitet.cli.danish import run
from kvalitet.cli.main import cli
from kvalitet.paper import typesetting

HEAD = 'format: 1\nkommune: {}\neksempel: {}\nområde: stofmisbrug\ntilstand: vedtaget\nlovgrundlag: "2019"\n'
TEXT = "behandlingsgaranti:\n  tekst: Du begynder til tiden.\n  frist_dage: {}\n"
DATE = ["--dato", "2026-11-22"]
FOLDER = Path("kvalitetsstandarder/stofmisbrug")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KVALITET_DATO", raising=False)
    (FOLDER / "_fælles").mkdir(parents=True)
    for name, stem, example in (
        ("Ærø", "aeroe", "nej"),
        ("Prøveby", "proeveby", "ja"),
        ("Prøvesund", "proevesund", "ja"),
    ):
        (FOLDER / f"{stem}.yml").write_text(HEAD.format(name, example) + TEXT.format(14), encoding="utf-8")
    (FOLDER / "_fælles" / "proevefælles.yml").write_text("format: 1\n", encoding="utf-8")
    return tmp_path


def call(*arguments: str) -> int:
    return run(cli, [*arguments, *DATE])


@pytest.mark.parametrize("name", ["proeveby", "Prøveby", "prøveby kommune", "PROEVEBY", str(FOLDER / "proeveby.yml")])
def test_a_standard_is_found_by_whatever_it_is_called(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("report", name) == 0
    assert capsys.readouterr().out == "proeveby-dagsorden.docx er skrevet.\n"


@pytest.mark.parametrize("name", ["Ærø", "aeroe", "Ærø Kommune"])
def test_a_real_municipality_is_found_by_the_names_of_the_register(name: str) -> None:
    assert call("standard", name, "--format", "md") == 0
    text = Path("aeroe-kvalitetsstandard.md").read_text(encoding="utf-8")
    assert text.startswith("# Kvalitetsstandard: Social behandling for stofmisbrug\n\nÆrø Kommune\n")
    assert "Opfundet" not in text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Prøveyb", "Der er ingen standard for 'Prøveyb' i mappen 'kvalitetsstandarder'. Mente du 'proeveby'"),
        ("Odense", "'Odense' har ingen standard i mappen 'kvalitetsstandarder'. Lav en med 'kvalitet new Odense'."),
        ("Xyz", "Der er ingen standard for 'Xyz' i mappen 'kvalitetsstandarder'. Der er: aeroe, proeveby, proevesund."),
        ("nej.yml", "'nej.yml' er ikke en fil med en standard."),
        ("kvalitetsstandarder", "'kvalitetsstandarder' er ikke en fil med en standard."),
    ],
)
@pytest.mark.parametrize("command", [["report"], ["standard"], ["diff", "proeveby"]])
def test_a_name_that_is_no_standard_is_told_with_the_near_ones(
    command: list[str], name: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(*command, name) == 2
    assert capsys.readouterr().err.startswith(f"Fejl: {words}")
    assert not list(Path().glob("*.docx"))


def test_one_name_in_two_areas_is_asked_about(capsys: pytest.CaptureFixture[str]) -> None:
    other = Path("kvalitetsstandarder/andet")
    other.mkdir()
    (other / "proeveby.yml").write_text(HEAD.format("Prøveby", "ja"), encoding="utf-8")
    assert call("report", "Prøveby") == 2
    error = capsys.readouterr().err
    assert "kvalitetsstandarder/andet/proeveby.yml, kvalitetsstandarder/stofmisbrug/proeveby.yml" in error


def test_with_no_standards_at_all_it_says_where_it_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tom").mkdir()
    monkeypatch.chdir(tmp_path / "tom")
    assert call("report", "Prøveby") == 2
    assert "Der er ingen standarder i mappen 'kvalitetsstandarder'." in capsys.readouterr().err


@pytest.mark.parametrize("command", ["report", "standard"])
def test_the_three_formats(command: str) -> None:
    for form in ("pdf", "docx", "md"):
        assert call(command, "proeveby", "--out", f"ud/sag.{form}") == 0
    assert PdfReader("ud/sag.pdf").trailer["/Root"]["/Lang"] == "da-DK"  # type: ignore[index]
    assert docx.Document("ud/sag.docx").core_properties.language == "da-DK"
    assert Path("ud/sag.md").read_text(encoding="utf-8").startswith("# Kvalitetsstandard: ")
    assert call(command, "proeveby", "--format", "pdf", "--out", "uden-endelse") == 0
    assert Path("uden-endelse").read_bytes() == Path("ud/sag.pdf").read_bytes()


def test_to_the_screen(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert call("report", "proeveby", "--format", "md", "--out", "-") == 0
    assert capfdbinary.readouterr().out.decode().startswith("# Kvalitetsstandard: ")
    assert call("standard", "proeveby", "--out", "-") == 0
    assert docx.Document(io.BytesIO(capfdbinary.readouterr().out)).paragraphs[0].style.name == "Title"  # type: ignore[union-attr]


def test_a_file_that_is_there_stays_unless_it_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    for name, more in (("proeveby-dagsorden.docx", []), ("min.docx", ["--out", "min.docx"])):
        Path(name).write_text("mit eget", encoding="utf-8")
        assert call("report", "proeveby", *more) == 1
        assert f"{name} findes allerede og er ikke rørt. Skriv --overskriv" in capsys.readouterr().err
        assert Path(name).read_text(encoding="utf-8") == "mit eget"
        assert call("report", "proeveby", *more, "--overskriv") == 0
        assert Path(name).read_bytes().startswith(b"PK")
    assert sorted(one.name for one in Path().iterdir()) == [
        "kvalitetsstandarder",
        "min.docx",
        "proeveby-dagsorden.docx",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--format", "pdf", "--out", "sag.docx"], "'sag.docx' ender på .docx, men --format siger pdf."),
        (["--out", "sag.doc"], "'sag.doc' ender på .doc. Skriv --format med en af: pdf, md, docx."),
        (["--format", "odt"], "'--format': 'odt' kan ikke bruges. Vælg en af 'pdf', 'md', 'docx'."),
        (["--forrige", "findes-ikke.yml"], "'findes-ikke.yml' er ikke en fil med en standard."),
        (["--forrige", "HEAD:findes-ikke.yml"], "Mappen hører ikke til et git-arkiv."),
    ],
)
def test_a_bad_call_is_told(
    arguments: list[str],
    words: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    if "--forrige" in arguments:
        assert call("report", "proeveby", *arguments) == 2
    else:
        assert call("standard", "proeveby", *arguments) == 2
    assert capsys.readouterr().err.startswith(f"Fejl: {words}")


@pytest.mark.parametrize(("form", "library"), [("pdf", "typst"), ("docx", "docx")])
def test_a_library_that_is_not_there_is_told(
    form: str, library: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typesetting._compiler.cache_clear()
    for name in [name for name in sys.modules if name.startswith(("docx", "kvalitet.paper.word_"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    assert call("report", "proeveby", "--format", form) == 2
    error = capsys.readouterr().err
    assert 'pip install "mkdocs-kvalitetsstandarder[papir]"' in error
    assert call("report", "proeveby", "--format", "md") == 0


def test_a_standard_that_cannot_be_read_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    (FOLDER / "proeveby.yml").write_text("format: 1\nområde: [\n", encoding="utf-8")
    for command in (["report", "proeveby"], ["standard", "proeveby"], ["diff", "proevesund", "proeveby"]):
        assert call(*command) == 1
        output = capsys.readouterr()
        assert output.out == ""
        assert "struktur-yaml" in output.err
    assert call("report", "proevesund", "--forrige", str(FOLDER / "proeveby.yml")) == 1


def test_the_former_standard_fills_what_changes(folder: Path) -> None:
    old = folder / "gammel.yml"
    old.write_text(HEAD.format("Prøveby", "ja") + TEXT.format(10), encoding="utf-8")
    assert call("report", "proeveby", "--format", "md", "--forrige", "gammel.yml") == 0
    text = Path("proeveby-dagsorden.md").read_text(encoding="utf-8")
    assert "**Ringere for borgeren:**" in text
    assert "**Før:** Din behandling starter senest 10 dage efter" in text


def test_diff_as_text_markdown_and_json(capsys: pytest.CaptureFixture[str]) -> None:
    worse = FOLDER / "proevesund.yml"
    worse.write_text(HEAD.format("Prøvesund", "ja") + TEXT.format(15), encoding="utf-8")
    assert call("diff", "proeveby", "proevesund") == 0
    text = capsys.readouterr().out
    assert text.startswith("Hvad ændrer sig? Fra Prøveby til Prøvesund\n")
    assert "    Ringere for borgeren:\n    - Før: Din behandling starter senest 14 dage" in text
    assert "Nye fund\n    - Fejl: frist_dage: Her står 15 dage." in text
    assert call("diff", "proeveby", "proevesund", "--format", "md") == 0
    assert "**Ringere for borgeren:**\n\n- **Før:** Din behandling" in capsys.readouterr().out
    assert call("diff", "proeveby", "proevesund", "--format", "json") == 0
    record = json.loads(capsys.readouterr().out)
    (subject,) = record["emner"]
    assert subject["emne"] == "14-dage"
    assert subject["ændringer"][0]["ringere"] is True
    assert record["nye_fund"][0]["rule"] == "lov-graense"
    assert record["ringere_for_borgeren"] == 1
    assert {one["sti"] for one in record["om_standarden"]} == {"kommune"}


def test_diff_of_the_same_says_that_nothing_changes(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("diff", "proeveby", str(FOLDER / "proeveby.yml")) == 0
    assert "    Intet ændrer sig for borgeren.\n" in capsys.readouterr().out


def test_what_would_steer_a_terminal_is_shown_and_not_obeyed(capsys: pytest.CaptureFixture[str]) -> None:
    path = FOLDER / "proeveby.yml"
    path.write_text(
        path.read_text(encoding="utf-8") + 'gavekort: {tekst: "Kort \\e[2J\\u202e her."}\n', encoding="utf-8"
    )
    assert call("diff", "proevesund", "proeveby") == 0
    out = capsys.readouterr().out
    assert "\x1b[2J" not in out
    assert "\u202e" not in out
    assert "Kort �[2J� her." in out
