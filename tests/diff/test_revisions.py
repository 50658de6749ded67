"""A file in an earlier revision, named as git names it: read with what it inherits from, and refused with a reason."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from pathlib import Path

import pytest

from kvalitet.check import run_check
from kvalitet.diff.revisions import RevisionError, fetch_revision, names_revision

HEAD = 'format: 1\nkommune: {}\neksempel: ja\nområde: stofmisbrug\ntilstand: vedtaget\nlovgrundlag: "2019"\n'
FILE = "standarder/stofmisbrug/proeveby.yml"


def git(*arguments: str) -> str:
    who = ["-c", "user.name=Prøve", "-c", "user.email=proeve@proeveby.example", "-c", "commit.gpgsign=false"]
    command = [shutil.which("git") or "git", *who, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def write(path: str, body: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(body, encoding="utf-8")


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make two revisions of a standard that inherits, from a neighbour and from a shared text, and stand there."""
    root = tmp_path / "lager"
    root.mkdir()
    monkeypatch.chdir(root)
    git("init", "-q", "-b", "main")
    arver = "arver: [{fra: nabo, afsnit: [personale]}, {fra: _fælles/klage, afsnit: [gavekort]}]\n"
    write(FILE, HEAD.format("Prøveby") + arver + "opgaver: {tekst: Den gamle tekst.}\n")
    write("standarder/stofmisbrug/nabo.yml", HEAD.format("Nabo") + "personale: {tekst: Naboens ord.}\n")
    write("standarder/stofmisbrug/_fælles/klage.yml", "format: 1\ngavekort: {tekst: De fælles ord.}\n")
    write("standarder/stofmisbrug/læsmig.txt", "ikke en standard")
    git("add", "-A")
    git("commit", "-q", "-m", "Første")
    git("tag", "foer")
    write(FILE, HEAD.format("Prøveby") + "opgaver: {tekst: Den nye tekst.}\n")
    git("rm", "-q", "standarder/stofmisbrug/nabo.yml")
    git("commit", "-q", "-am", "Anden")
    return root


def text_of(name: str, folder: Path, *path: str) -> object:
    return run_check([fetch_revision(name, folder)], dt.date(2026, 11, 22)).assessed[0].standard.content(*path)


def test_each_revision_is_read_as_it_was_with_what_it_inherits(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    assert text_of(f"foer:{FILE}", old, "opgaver", "tekst") == "Den gamle tekst."
    assert text_of(f"foer:{FILE}", old, "personale", "tekst") == "Naboens ord."
    assert text_of(f"foer:{FILE}", old, "gavekort", "tekst") == "De fælles ord."
    assert text_of(f"HEAD:{FILE}", new, "opgaver", "tekst") == "Den nye tekst."
    assert text_of(f"HEAD:{FILE}", new, "personale", "tekst") is None
    assert sorted(path.name for path in new.rglob("*") if path.is_file()) == ["klage.yml", "proeveby.yml"]
    assert git("status", "--porcelain") == ""


def test_a_path_may_be_told_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("standarder")
    for name in ("foer:stofmisbrug/proeveby.yml", "foer:./stofmisbrug/proeveby.yml", f"foer:{FILE}", "foer:../" + FILE):
        assert text_of(name, tmp_path / "ud", "opgaver", "tekst") == "Den gamle tekst."


def test_what_was_added_and_not_committed_is_no_revision(tmp_path: Path) -> None:
    write("standarder/stofmisbrug/ny.yml", HEAD.format("Ny"))
    with pytest.raises(RevisionError, match=r"Filen 'standarder/stofmisbrug/ny\.yml' findes ikke i 'HEAD'"):
        fetch_revision("HEAD:standarder/stofmisbrug/ny.yml", tmp_path)


@pytest.mark.parametrize("revision", ["findes-ikke", "--output=ud.txt", "-h", "HEAD~99", "foer^{tree}", "a b", "*"])
def test_what_is_no_revision_is_refused_and_never_read_as_an_option(revision: str, tmp_path: Path) -> None:
    with pytest.raises(RevisionError, match=r"Revisionen '.+' findes ikke"):
        fetch_revision(f"{revision}:{FILE}", tmp_path)
    assert not Path("ud.txt").exists()


@pytest.mark.parametrize("path", ["../hemmelig.yml", "/etc/passwd", "", ".", "standarder", "standarder/stofmisbrug"])
def test_what_is_no_file_of_the_revision_is_refused(path: str, tmp_path: Path) -> None:
    with pytest.raises(RevisionError, match="findes ikke i 'foer'"):
        fetch_revision(f"foer:{path}", tmp_path)
    assert list(tmp_path.rglob("*.yml")) == list((tmp_path / "lager").rglob("*.yml"))


def test_a_link_in_a_revision_is_not_followed(tmp_path: Path) -> None:
    write("hemmelig.yml", HEAD.format("Hemmelig"))
    Path("standarder/stofmisbrug/led.yml").symlink_to("../../hemmelig.yml")
    git("add", "-A")
    git("commit", "-q", "-m", "Et link")
    with pytest.raises(RevisionError, match="findes ikke"):
        fetch_revision("HEAD:standarder/stofmisbrug/led.yml", tmp_path / "ud")


def test_outside_a_repository_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(RevisionError, match="hører ikke til et git-arkiv"):
        fetch_revision(f"HEAD:{FILE}", tmp_path)


def test_without_git_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RevisionError, match="git mangler"):
        fetch_revision(f"HEAD:{FILE}", tmp_path)


def test_a_file_with_a_colon_in_its_name_is_a_file() -> None:
    assert names_revision(f"foer:{FILE}")
    assert not names_revision(FILE)
    Path("a:b.yml").write_text("", encoding="utf-8")
    assert not names_revision("a:b.yml")
