"""The standards that lie in the project, checked on one day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kvalitet.check import Assessed, run_check

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "kvalitetsstandarder" / "stofmisbrug"
STANDARDS = sorted(FOLDER.glob("*.yml"))
DAY = dt.date(2026, 11, 22)


def assess(path: Path, day: dt.date = DAY) -> Assessed:
    """Return what the check says of the standard at ``path``."""
    return run_check([path], day).assessed[0]
