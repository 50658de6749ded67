"""The README's pictures: there, small, described in words, off the site, and made by the script."""

from __future__ import annotations

import re
import struct
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import InclusionLevel, get_files, set_exclusions

import _shots
import billeder

ROOT = Path(__file__).resolve().parents[2]
PICTURES = re.compile(r"!\[([^\]]*)\]\((docs/billeder/[^)]+)\)")


def read_size(png: Path) -> tuple[int, int]:
    """Return a PNG's width and height."""
    head = png.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", head[16:24])
    return int(width), int(height)


def test_the_readme_shows_each_picture_with_words_for_it() -> None:
    shown = PICTURES.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert sorted(path for _, path in shown) == sorted(f"docs/billeder/{shot.name}" for shot in _shots.SHOTS)
    assert all(len(words) > 40 for words, _ in shown)


@pytest.mark.parametrize("shot", _shots.SHOTS, ids=lambda shot: str(shot.name))
def test_a_picture_is_small_and_of_its_size(shot: _shots.Shot) -> None:
    path = ROOT / "docs" / "billeder" / shot.name
    assert path.stat().st_size < billeder.MAX_BYTES
    assert read_size(path) == (shot.width, shot.height)


def test_the_pictures_are_not_published() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    files = get_files(config)
    set_exclusions(files, config)
    pictures = [file for file in files if file.src_uri.startswith("billeder/")]
    assert [file.src_uri for file in pictures if file.inclusion is not InclusionLevel.EXCLUDED] == []


@pytest.mark.slow
def test_the_script_takes_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["billeder.py", "--out", str(tmp_path / "ny")])
    monkeypatch.setattr(billeder, "prepare_environment", lambda _lock: Path(sys.executable))
    assert billeder.main() == 0
    sizes = {path.name: read_size(path) for path in (tmp_path / "ny").iterdir()}
    assert sizes == {shot.name: (shot.width, shot.height) for shot in _shots.SHOTS}
