"""The site built once, from the standards of this repository, as ``scripts/site.py`` builds it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-22"


def build_site(target: Path, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the site at ``root`` into ``target`` by MkDocs, strictly, on a fixed day."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    values = {**os.environ, "KVALITET_DATO": DAY, "SOURCE_DATE_EPOCH": "1795305600", "PYTHONUTF8": "1", **environment}
    return subprocess.run(command, cwd=root, env=values, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built site."""
    target = tmp_path_factory.mktemp("site")
    done = build_site(target)
    assert done.returncode == 0, done.stdout + done.stderr
    return target
