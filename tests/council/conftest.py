"""The standards that lie in the project, checked on one day, and one full of hostile text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import yaml
from tests.site.test_hostile import CORPUS, hostile_leaves

from kvalitet.catalogue import load_catalogue
from kvalitet.check import Assessed, run_check

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "kvalitetsstandarder" / "stofmisbrug"
STANDARDS = sorted(FOLDER.glob("*.yml"))
DAY = dt.date(2026, 11, 22)
HOSTILE = (
    *CORPUS,
    "{ HYPERLINK evil.exe }",
    '#read("x") $y$ @z',
    "Šñ 😀 日本 مرحبا",
    "+45 er ikke et tal",
    "a\u00a0b",
    "\u202evendt\u202c",
    "klokke\x07 og \x1b[2J",
)


def assess(path: Path, day: dt.date = DAY) -> Assessed:
    """Return what the check says of the standard at ``path``."""
    return run_check([path], day).assessed[0]


def plant_hostile_text(folder: Path) -> tuple[Assessed, int]:
    """Write the longest standard with hostile text in every running text and line; return it and how many there are."""
    tree = yaml.load((FOLDER / "strandlev.yml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - every scalar as text
    planted = 0
    for parent, key in hostile_leaves(tree, (), dict(load_catalogue("stofmisbrug").fields)):
        if parent is not tree or key not in {"kommune", "version"}:
            parent[key] = f"{HOSTILE[planted % len(HOSTILE)]} nr{planted}slut"
            planted += 1
    path = folder / "stofmisbrug" / "strandlev.yml"
    path.parent.mkdir()
    path.write_text(yaml.safe_dump(tree, allow_unicode=True, default_style='"'), encoding="utf-8")
    return assess(path), planted
