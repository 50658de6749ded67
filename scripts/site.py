"""Build the site into ``site/``, from nothing but Python and a package registry.

A failed build leaves the last good ``site/`` as it was, and a killed one is put right at the next start.
The same tree and the same date give the same bytes.
"""

from __future__ import annotations

import argparse
import calendar
import os
import subprocess
import time
from datetime import date, datetime
from typing import TYPE_CHECKING

from _venv import ROOT, ScriptError, prepare_environment, run_script

# isort: split
from kvalitet.publish import publish_folder

if TYPE_CHECKING:
    from pathlib import Path

SITE = ROOT / "site"
DATE_VARIABLE = "KVALITET_DATO"
BYTES_PER_MEGABYTE = 1_000_000


def parse_date(text: str) -> date:
    """Read ``YYYY-MM-DD``, and nothing else that Python would take for a date."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date like 2026-11-22")
    return day


def read_options() -> argparse.Namespace:
    """Return the options, with the date from the environment or the calendar if none is given."""
    parser = argparse.ArgumentParser(
        description="Build the site into site/, or serve it while you write.",
        epilog="example: python3 scripts/site.py --dato 2026-11-22",
    )
    parser.add_argument(
        "--dato",
        type=parse_date,
        metavar="YYYY-MM-DD",
        default=os.environ.get(DATE_VARIABLE) or None,
        help=f"the day the site is built for (default: {DATE_VARIABLE}, else today)",
    )
    parser.add_argument("--serve", action="store_true", help="serve on this machine and rebuild on changes")
    options = parser.parse_args()
    if options.dato is None:
        options.dato = datetime.now().astimezone().date()
    return options


def make_build_environment(day: date) -> dict[str, str]:
    """Return the environment variables that tell every part of the build which day it is."""
    return os.environ | {
        DATE_VARIABLE: day.isoformat(),
        "SOURCE_DATE_EPOCH": str(calendar.timegm(day.timetuple())),
        # Material's reminder that MkDocs 2 will not run it; pyproject.toml caps both.
        "NO_MKDOCS_2_WARNING": "true",
    }


def build_site(python: Path, environment: dict[str, str]) -> None:
    """Build beside ``site/``, and put the new site in place if the build ends well."""
    with publish_folder(SITE) as folder:
        # Without --quiet: it silences the warnings that --strict counts.
        command = [str(python), "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
        result = subprocess.run(command, check=False, cwd=ROOT, env=environment)
        if result.returncode != 0:
            raise ScriptError(f"the build failed (exit code {result.returncode}); site/ is as it was")


def serve_site(python: Path, environment: dict[str, str]) -> int:
    """Serve until interrupted."""
    # Named outright: MkDocs 1.6 with newer releases of click takes it for off otherwise.
    command = [str(python), "-m", "mkdocs", "serve", "--livereload"]
    return subprocess.run(command, check=False, cwd=ROOT, env=environment).returncode


def describe_site(folder: Path, seconds: float) -> str:
    """Say in one line what was made."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    size = sum(path.stat().st_size for path in files) / BYTES_PER_MEGABYTE
    return f"{pages} pages, {len(files)} files, {size:.1f} MB in {seconds:.1f} s: {folder}"


def main() -> int:
    """Set up, then build or serve."""
    options = read_options()
    python = prepare_environment("site")
    environment = make_build_environment(options.dato)
    if options.serve:
        return serve_site(python, environment)
    print(f"Building the site for {options.dato}.", flush=True)
    start = time.monotonic()
    build_site(python, environment)
    print(describe_site(SITE, time.monotonic() - start))
    return 0


if __name__ == "__main__":
    run_script(main)
