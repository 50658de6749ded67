"""What every test may ask for: a folder to write standards in, and the check run on it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from kvalitet.check import check_files, run_check

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kvalitet.check import Assessed, Checked, Report
    from kvalitet.findings import Finding

HEAD = """format: 1
kommune: {name}
eksempel: ja
område: stofmisbrug
tilstand: vedtaget
lovgrundlag: "2019"
"""


class Desk:
    """A folder with standards; ``add`` writes one, ``check`` runs the check as an officer would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "stofmisbrug"
        self.folder.mkdir(parents=True)

    def add(self, body: str = "", *, name: str = "Prøveby", stem: str = "proeveby", head: str = HEAD) -> Path:
        """Write a standard: the usual head, with the lines of ``body`` instead where they name the same key."""
        own = {line.split(":")[0] for line in body.splitlines() if line and not line[0].isspace()}
        lines = [line for line in head.format(name=name).splitlines() if line.split(":")[0] not in own]
        path = self.folder / f"{stem}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join([*lines, body]) + "\n", encoding="utf-8")
        return path

    def check(self, day: str = "2026-11-22", edition: str | None = None) -> Report:
        """Return the report of the whole folder on ``day``."""
        return run_check([self.folder.parent], dt.date.fromisoformat(day), edition)

    def files(self, day: str = "2026-11-22") -> Iterator[Checked]:
        """Return the files of the whole folder as they are checked on ``day``."""
        return check_files([self.folder.parent], dt.date.fromisoformat(day))

    def one(self, body: str = "", day: str = "2026-11-22") -> Assessed:
        """Write one standard and return what the check says of it."""
        self.add(body)
        return self.check(day).assessed[0]

    def told(self, rule: str, body: str = "", day: str = "2026-11-22") -> list[Finding]:
        """Write one standard and return the findings of ``rule``."""
        self.add(body)
        return [finding for finding in self.check(day).findings if finding.rule == rule]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return an empty desk; findings name files relative to it."""
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path / "standarder")
