"""``kvalitet new`` in a terminal asks for what it needs; elsewhere it says what is missing."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

KVALITET = Path(sys.executable).with_name("kvalitet")


def answer(folder: Path, *answers: str) -> tuple[int, str]:
    """Run ``kvalitet new`` in a terminal and type ``answers``."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([KVALITET, "new"], cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    os.write(ours, "".join(f"{one}\n" for one in answers).encode())
    told = b""
    try:
        while piece := os.read(ours, 4096):
            told += piece
    except OSError:  # how Linux says that nobody writes any more
        pass
    os.close(ours)
    return process.wait(), told.decode("utf-8", "replace")


def test_it_asks_for_the_municipality(tmp_path: Path) -> None:
    code, told = answer(tmp_path, "odense kommune")
    assert code == 0, told
    assert "Hvilken kommune" in told
    assert (tmp_path / "kvalitetsstandarder/stofmisbrug/odense.yml").is_file()


def test_an_unknown_one_may_be_invented(tmp_path: Path) -> None:
    code, told = answer(tmp_path, "Odensse", "ja")
    assert code == 0, told
    assert "Mente du Odense" in told
    assert "eksempel: ja" in (tmp_path / "kvalitetsstandarder/stofmisbrug/odensse.yml").read_text(encoding="utf-8")


def test_outside_a_terminal_it_says_what_is_missing(tmp_path: Path) -> None:
    done = subprocess.run(
        [KVALITET, "new"], cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "KOMMUNE" in done.stderr
