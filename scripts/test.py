"""Run every check of the project, each with its time; the tests come last.

All checks run whatever the ones before them say. The exit code is 1 if any of them failed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from _chromium import VARIABLE, provide_chromium
from _venv import ROOT, prepare_environment, run_script

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True)
class Step:
    """One check: what it is called, and the arguments to the environment's Python."""

    name: str
    arguments: tuple[str, ...]


CHECKS = (
    Step("ruff check", ("-m", "ruff", "check", "--quiet", ".")),
    Step("ruff format", ("-m", "ruff", "format", "--check", "--quiet", ".")),
    Step("mypy", ("-m", "mypy")),
    Step("locks are fresh", ("scripts/lock.py", "--check")),
)


def read_options() -> argparse.Namespace:
    """Return the options, with what stands after ``--`` as arguments for pytest."""
    parser = argparse.ArgumentParser(
        description="Run every check of the project.",
        epilog="example: python3 scripts/test.py -- -k publish -x",
    )
    parser.add_argument("--all", action="store_true", help="the slow tests as well")
    parser.add_argument("pytest", nargs="*", help="arguments for pytest, after --")
    return parser.parse_args()


def choose_tests(options: argparse.Namespace) -> Step:
    """Return the last step: pytest, with or without the slow tests."""
    marker = () if options.all else ("-m", "not slow")
    return Step("pytest", ("-m", "pytest", *marker, *options.pytest))


def make_check_environment(python: Path, chromium: str) -> dict[str, str]:
    """Return the environment of the steps: the project's programs first on PATH, and where the browser is."""
    environment = dict(os.environ)
    environment["PATH"] = os.pathsep.join([str(python.parent), environment.get("PATH", "")])
    if chromium:
        environment[VARIABLE] = chromium
    return environment


def run_step(step: Step, python: Path, environment: Mapping[str, str]) -> bool:
    """Run one check, show its output, outcome and time, and say whether it passed."""
    print(f"--- {step.name}", flush=True)
    start = time.monotonic()
    command = [str(python), *step.arguments]
    passed = subprocess.run(command, check=False, cwd=ROOT, env=environment).returncode == 0
    seconds = time.monotonic() - start
    print(f"--- {step.name}: {'ok' if passed else 'FAILED'}, {seconds:.1f} s", flush=True)
    return passed


def summarise(steps: Sequence[Step], failed: Sequence[str]) -> str:
    """Return the closing line."""
    if failed:
        return f"{len(failed)} of {len(steps)} checks failed: {', '.join(failed)}"
    return f"all {len(steps)} checks are fine"


def main() -> int:
    """Set up, then run all checks."""
    options = read_options()
    python = prepare_environment("test")
    environment = make_check_environment(python, provide_chromium(python))
    steps = (*CHECKS, choose_tests(options))
    failed = [step.name for step in steps if not run_step(step, python, environment)]
    print(summarise(steps, failed), file=sys.stderr, flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    run_script(main)
