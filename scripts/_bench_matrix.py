"""The matrix page of many municipalities: its weight, and how soon it answers in a real browser."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
from typing import TYPE_CHECKING

from _bench import describe_machine
from _bench_site import OURS, SETTINGS, write_settings
from _chromium import provide_chromium
from _venv import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MATRIX = "stofmisbrug/overblik/"
ASSETS = ("assets/overblik.js", "assets/overblik.css")
BYTES_PER_KILOBYTE = 1000


def measure_matrix(python: Path, homes: Sequence[tuple[int, Path]]) -> list[str]:
    """Build the site in each home, told with how many municipalities it has, and return the lines to print."""
    chromium = provide_chromium(python)
    columns = ("page", "gzip", "tools", "ready", "script", "sort", "picture", "filter")
    lines = [
        f"Matrix: {describe_machine(1)}; milliseconds in Chromium, 'sort' laid out, 'picture' drawn too.",
        f"{'municipalities':<16}" + "".join(f"{name:>9}" for name in columns),
    ]
    for count, home in homes:
        write_settings(home, OURS)
        (home / "docs").mkdir(exist_ok=True)
        build = [str(python), "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", "site"]
        subprocess.run(build, check=True, cwd=home, env=os.environ | SETTINGS)
        lines.append(f"{count:<16}{describe_page(home / 'site')}{describe_times(python, home / 'site', chromium)}")
    return lines


def weigh(content: bytes) -> int:
    """Return how many bytes go over the line, as a web server compresses them."""
    return len(gzip.compress(content, 6, mtime=0))


def describe_page(site: Path) -> str:
    """Return the page's weight, as it is and compressed, and that of its own script and style."""
    page = (site / MATRIX / "index.html").read_bytes()
    tools = sum(weigh((site / name).read_bytes()) for name in ASSETS)
    sizes = (len(page), weigh(page), tools)
    return "".join(f"{size / BYTES_PER_KILOBYTE:>6.0f} kB" for size in sizes)


def describe_times(python: Path, site: Path, chromium: str) -> str:
    """Return how long the page takes, measured by a program of its own."""
    command = [str(python), str(ROOT / "scripts" / "_matrix_timing.py"), str(site), MATRIX, chromium]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures = json.loads(done.stdout)
    return "".join(f"{figures[name]:>6.0f} ms" for name in ("ready", "sort script", "sort", "picture", "filter"))
