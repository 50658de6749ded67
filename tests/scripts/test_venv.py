"""When the environment is made anew, and when it is left alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import _venv

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("scripts", "requirements", "plugins", "pyproject.toml", "LICENSE", "README.md", "CHANGELOG.md")
SITE_CONFIG = "site_name: x\ntheme: {name: material, font: false}\nplugins: []\n"


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a stand-in for a finished environment, which ``_venv`` takes for the project's own."""
    folder = tmp_path / ".venv"
    python = _venv.venv_program("python", folder)
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    (folder / "package").mkdir()
    (folder / "package" / "module.py").touch()
    monkeypatch.setattr(_venv, "ENVIRONMENT", folder)
    write_state(folder)
    return folder


def write_state(folder: Path, **changes: object) -> None:
    state: dict[str, Any] = {
        "root": str(_venv.ROOT),
        "python": _venv.name_python(),
        "locks": {"site": _venv.hash_files([_venv.LOCKS["site"]])},
        "project": _venv.hash_files(_venv.PROJECT_FILES),
        "files": sorted(_venv.list_files(folder)),
    }
    (folder / _venv.STATE_NAME).write_text(json.dumps(state | changes), encoding="utf-8")


def find_fault() -> str:
    return _venv.find_fault(_venv.read_state())


def test_a_finished_environment_is_left_alone(environment: Path) -> None:
    (environment / "package" / "added.py").touch()
    assert find_fault() == ""


def test_no_environment(environment: Path) -> None:
    shutil.rmtree(environment)
    assert "none yet" in find_fault()


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"root": "."}'])
def test_an_unfinished_environment(environment: Path, text: str) -> None:
    (environment / _venv.STATE_NAME).write_text(text, encoding="utf-8")
    assert "not finished" in find_fault()


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"root": "/elsewhere"}, "another place"),
        ({"python": "3.10"}, "for Python 3.10"),
        ({"locks": {"site": "0"}}, "site.lock has changed"),
    ],
)
def test_an_environment_for_something_else(environment: Path, change: dict[str, object], fault: str) -> None:
    write_state(environment, **change)
    assert fault in find_fault()


def test_an_environment_with_files_missing(environment: Path) -> None:
    (environment / "package" / "module.py").unlink()
    assert "files are missing" in find_fault()


def test_an_environment_whose_python_is_gone(environment: Path) -> None:
    python = _venv.venv_program("python", environment)
    python.unlink()
    python.symlink_to(environment / "nowhere")
    assert "does not run" in find_fault()


def test_an_older_python_is_told_what_is_needed() -> None:
    code = (
        "import sys, runpy; sys.version_info = (3, 10, 1); sys.path.insert(0, 'scripts');"
        "runpy.run_path('scripts/test.py')"
    )
    result = subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 1
    assert "Python 3.11 or newer is needed" in result.stderr


@pytest.mark.slow
def test_a_fresh_copy_builds_repairs_and_keeps_the_last_good_site(tmp_path: Path) -> None:
    copy = tmp_path / "a folder with spaces æøå"
    copy_tree(copy)
    first = run_site(copy)
    assert "there is none yet" in first.stdout
    assert first.returncode == 0, first.stdout + first.stderr
    assert (copy / "site" / "index.html").is_file()

    assert "Making" not in run_site(copy).stdout

    shutil.rmtree(next((copy / ".venv").glob("[lL]ib*")))
    (copy / "docs" / "index.md").write_text("[nowhere](nowhere.md)\n", encoding="utf-8")
    broken = run_site(copy)
    assert "files are missing" in broken.stdout
    assert broken.returncode == 1
    assert "site/ is as it was" in broken.stderr
    assert (copy / "site" / "index.html").is_file()


def copy_tree(copy: Path) -> None:
    copy.mkdir()
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif (ROOT / name).is_file():
            shutil.copy(ROOT / name, copy / name)
    (copy / "docs").mkdir()
    (copy / "docs" / "index.md").write_text("# Page\n", encoding="utf-8")
    (copy / "mkdocs.yml").write_text(SITE_CONFIG, encoding="utf-8")


def run_site(copy: Path) -> subprocess.CompletedProcess[str]:
    constraints = copy.parent / "constraints.txt"
    constraints.write_text("click==7.0\n", encoding="utf-8")
    return subprocess.run(
        [sys.executable, str(copy / "scripts" / "site.py"), "--dato", "2026-11-22"],
        check=False,
        cwd=copy.parent,
        env=os.environ | {"PIP_CONSTRAINT": str(constraints)},
        capture_output=True,
        text=True,
    )
