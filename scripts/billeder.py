"""Take the pictures that the README shows, from the site as it is built now.

The same site, date and browser give the same pictures; look at them before you commit them.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
from pathlib import Path

from _chromium import ADVICE, find_chromium
from _venv import ROOT, ScriptError, prepare_environment, run_script

TARGET = ROOT / "docs" / "billeder"
SHOTS = ROOT / "scripts" / "_shots.py"
DAY = "2026-11-22"
MAX_BYTES = 150_000


def read_options() -> argparse.Namespace:
    """Return the options."""
    parser = argparse.ArgumentParser(
        description="Take the pictures of the README, of the site built for one day.",
        epilog=f"example: python3 scripts/billeder.py --dato {DAY}",
    )
    parser.add_argument("--dato", default=DAY, metavar="YYYY-MM-DD", help=f"the day of the site ({DAY})")
    parser.add_argument("--out", type=Path, default=TARGET, metavar="FOLDER", help="where to (docs/billeder)")
    return parser.parse_args()


def run_step(command: list[str], failure: str, settings: dict[str, str]) -> None:
    """Run a program from the root of the tree; show what it printed only if it fails."""
    environment = os.environ | settings
    result = subprocess.run(
        command, check=False, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if result.returncode != 0:
        raise ScriptError(f"{failure}:\n{result.stdout.rstrip()}")


def take_pictures(python: Path, chromium: str, day: str, target: Path) -> list[Path]:
    """Build the site aside, take all pictures, and return where they are."""
    with tempfile.TemporaryDirectory() as folder:
        site, shots = Path(folder) / "site", Path(folder) / "shots"
        build = [str(python), "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
        run_step(build, "the site could not be built", {"KVALITET_DATO": day, "NO_MKDOCS_2_WARNING": "true"})
        shots.mkdir()
        run_step([str(python), str(SHOTS), str(site), chromium, str(shots)], "no pictures could be taken", {})
        made = sorted(shots.glob("*.png"))
        for one in made:
            if one.stat().st_size > MAX_BYTES:
                raise ScriptError(f"{one.name} has {one.stat().st_size} bytes; {MAX_BYTES} are allowed")
        target.mkdir(parents=True, exist_ok=True)
        return [Path(target / one.name) for one in made if (target / one.name).write_bytes(one.read_bytes())]


def main() -> int:
    """Set up, build, and take the pictures."""
    options = read_options()
    python = prepare_environment("test")
    chromium = find_chromium(python)
    if not chromium:
        raise ScriptError(ADVICE)
    for path in take_pictures(python, chromium, options.dato, options.out):
        print(f"{path}: {path.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    run_script(main)
