"""A small copy of the project whose scripts find everything set up, for tests that change, kill or serve it."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import _venv

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-22"
COPIED = ("docs", "mkdocs.yml", "plugins", "pyproject.toml", "requirements", "scripts")
AREA_FOLDER = Path("kvalitetsstandarder") / "stofmisbrug"


def copy_project(target: Path, standards: tuple[str, ...]) -> Path:
    """Copy the project with these standards alone, and lend it this Python's packages as its own ``.venv``."""
    target.mkdir(parents=True)
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, target / name)
    (target / AREA_FOLDER).mkdir(parents=True)
    for slug in standards:
        shutil.copy(ROOT / AREA_FOLDER / f"{slug}.yml", target / AREA_FOLDER)
    _lend_environment(target)
    return target


def copy_variables(copy: Path) -> dict[str, str]:
    """Return the environment in which the copy's own package is found before this project's."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("KVALITET_")}
    return inherited | {"PYTHONPATH": str(copy / "plugins"), "PYTHONDONTWRITEBYTECODE": "1"}


def _lend_environment(target: Path) -> None:
    environment = target / ".venv"
    python = _venv.venv_program("python", environment)
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    for name in ("pyvenv.cfg", "lib"):
        (environment / name).symlink_to(Path(sys.prefix) / name)
    locks, project = target / "requirements", [target / path.relative_to(ROOT) for path in _venv.PROJECT_FILES]
    state = {
        "root": str(target.resolve()),
        "python": _venv.name_python(),
        "locks": {"test": _venv.hash_files([locks / "test.lock"])},
        "project": _venv.hash_files(project),
        "files": [],
    }
    (environment / _venv.STATE_NAME).write_text(json.dumps(state), encoding="utf-8")
