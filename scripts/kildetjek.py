"""Read the source documents again and compare every figure that was taken from them, digit by digit.

The documents are not part of this project; give the folder in which their plain texts lie.
"""

from __future__ import annotations

import argparse
import subprocess
from pathlib import Path

from _venv import ROOT, ScriptError, prepare_environment, run_script

RUN = ROOT / "scripts" / "_kildetjek_run.py"


def read_options() -> argparse.Namespace:
    """Return the options."""
    parser = argparse.ArgumentParser(
        description="Compare the data with the source texts it was taken from.",
        epilog="example: python3 scripts/kildetjek.py --kilder ../kilder",
    )
    parser.add_argument("--kilder", type=Path, required=True, metavar="FOLDER", help="where the source texts lie")
    parser.add_argument(
        "--gem", action="store_true", help="write the figures that the tests use, as the sources have them"
    )
    return parser.parse_args()


def main() -> int:
    """Set up, and run all checks."""
    options = read_options()
    if not options.kilder.is_dir():
        raise ScriptError(f"no such folder: {options.kilder}")
    python = prepare_environment("test")
    command = [str(python), str(RUN), str(options.kilder.resolve()), *(["--gem"] if options.gem else [])]
    return subprocess.run(command, check=False, cwd=ROOT).returncode


if __name__ == "__main__":
    run_script(main)
