"""Build the site into ``site/``, from nothing but Python and a package registry.

A failed build leaves the last good ``site/`` as it was, and a killed one is put right at the next start.
The same tree and the same date give the same bytes.
"""

from __future__ import annotations

import argparse
import calendar
import os
import socket
import subprocess
import tempfile
import time
from datetime import date, datetime
from typing import TYPE_CHECKING

from _venv import ROOT, ScriptError, prepare_environment, run_script

# isort: split
from kvalitet.publish import publish_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SITE = ROOT / "site"
DATE_VARIABLE = "KVALITET_DATO"
ONLY_VARIABLE = "KVALITET_KUN"
HOST = "127.0.0.1"
HIGHEST_PORT = 65535
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


def parse_port(text: str) -> int:
    """Read the number of a port."""
    if not text.isdecimal() or not 0 < int(text) <= HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {HIGHEST_PORT}")
    return int(text)


def read_options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return the options, with the date from the environment or the calendar if none is given."""
    parser = argparse.ArgumentParser(
        description="Build the site into site/, or serve it while you write.",
        epilog="examples: python3 scripts/site.py --dato 2026-11-22; python3 scripts/site.py --serve --kun strandlev",
    )
    parser.add_argument(
        "--dato",
        type=parse_date,
        metavar="YYYY-MM-DD",
        default=os.environ.get(DATE_VARIABLE) or None,
        help=f"the day the site is built for (default: {DATE_VARIABLE}, else today)",
    )
    parser.add_argument("--serve", action="store_true", help="serve on this machine and rebuild on changes")
    parser.add_argument(
        "--kun", metavar="SLUG", default="", help="with --serve: of the municipalities, this one's pages alone"
    )
    parser.add_argument("--port", type=parse_port, default=8000, metavar="N", help="with --serve: the port (8000)")
    options = parser.parse_args(arguments)
    if options.kun and not options.serve:
        parser.error("--kun goes with --serve: a site with one municipality alone is not for publishing")
    if options.dato is None:
        options.dato = datetime.now().astimezone().date()
    return options


def make_build_environment(day: date, only: str = "") -> dict[str, str]:
    """Return the environment variables that tell every part of the build which day it is, and what to leave out."""
    return os.environ | {
        DATE_VARIABLE: day.isoformat(),
        ONLY_VARIABLE: only,
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
            kept = "site/ is as it was" if SITE.exists() else "there is no site/ yet"
            raise ScriptError(f"the build failed (exit code {result.returncode}); {kept}")


def serve_site(python: Path, environment: dict[str, str], port: int) -> int:
    """Serve until interrupted."""
    refuse_taken_port(port)
    # Named outright: MkDocs 1.6 with newer releases of click takes it for off otherwise.
    command = [str(python), "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"{HOST}:{port}"]
    # In a temporary folder of ours, since MkDocs leaves its own behind when it is ended otherwise than by Ctrl+C.
    with tempfile.TemporaryDirectory(prefix="kvalitet-", ignore_cleanup_errors=True) as folder:
        settings = environment | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder)
        with subprocess.Popen(command, cwd=ROOT, env=settings) as process:
            try:
                return process.wait()
            finally:
                process.terminate()


def refuse_taken_port(port: int) -> None:
    """Say that a port is taken before a whole site is built for it."""
    with socket.socket() as probe:
        if probe.connect_ex((HOST, port)) == 0:
            raise ScriptError(f"port {port} is taken, maybe by another --serve; choose one with --port {port + 1}")


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
    environment = make_build_environment(options.dato, options.kun)
    if options.serve:
        whole = f"of the municipalities {options.kun} alone" if options.kun else "the whole site"
        print(f"Serving {whole} for {options.dato}; Ctrl+C ends it.", flush=True)
        return serve_site(python, environment, options.port)
    print(f"Building the site for {options.dato}.", flush=True)
    start = time.monotonic()
    build_site(python, environment)
    print(describe_site(SITE, time.monotonic() - start))
    return 0


if __name__ == "__main__":
    run_script(main)
