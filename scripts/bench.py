"""Measure the check beside its peers, on synthetic municipalities of real length.

All are started anew for each run and take turns, so that noise hits all alike; ratios within one run tell
more than seconds.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from _venv import ROOT, ScriptError, prepare_environment, run_script

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

AREA = "stofmisbrug"
SCHEMA = ROOT / "skema" / f"{AREA}.schema.json"
DAY = "2026-11-22"  # a fixed one, so that the same findings are made and written whenever this runs
PURE_PYTHON_VARIABLE = "KVALITET_REN_PYTHON"
FOUND_FAULTS = 1  # the exit code of all three where there is something to tell
MAX_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Run:
    """One run of a program: seconds until its first line and its end, and its peak memory (0: not known)."""

    first_line: float
    seconds: float
    peak_bytes: int


@dataclass
class Competitor:
    """A program that checks all files in one process. ``is_reference``: the others are told as ratios to it."""

    name: str
    command: Sequence[str]
    settings: Mapping[str, str] = field(default_factory=dict)
    may_find_faults: bool = True
    is_reference: bool = False
    runs: list[Run] = field(default_factory=list)

    def median(self, measure: str) -> float:
        """Return the median of one measure over the runs."""
        return float(statistics.median(getattr(run, measure) for run in self.runs))


def read_options() -> argparse.Namespace:
    """Return how many files, and how many times."""
    parser = argparse.ArgumentParser(
        description="Measure the check beside check-jsonschema and, where it is installed, yamllint.",
        epilog="example: python3 scripts/bench.py --antal 98 --gentag 5",
    )
    parser.add_argument("--antal", type=read_count, default=98, metavar="N", help="how many municipalities (98)")
    parser.add_argument("--gentag", type=read_count, default=5, metavar="N", help="how many measured rounds (5)")
    return parser.parse_args()


def read_count(text: str) -> int:
    """Read a number from 1 on."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 on")
    return int(text)


def write_files(python: Path, folder: Path, count: int) -> list[str]:
    """Let the environment's Python write the municipalities, and return their names from ``folder``."""
    command = [str(python), str(ROOT / "scripts" / "_synthetic.py"), str(folder), str(count)]
    path = {"PYTHONPATH": str(ROOT / "plugins")}
    subprocess.run(command, check=True, env=os.environ | path)
    return sorted(f"{AREA}/{path.name}" for path in (folder / AREA).iterdir())


def choose_competitors(python: Path, files: Sequence[str]) -> list[Competitor]:
    """Return who takes part: ours with both loaders, check-jsonschema, and yamllint where there is one."""
    ours = [str(python), "-m", "kvalitet", "check", AREA, "--dato", DAY]
    peer = [str(beside(python, "check-jsonschema")), "--schemafile", str(SCHEMA), *files]
    competitors = [
        Competitor("kvalitet check", ours),
        Competitor("kvalitet check, pure-Python loader", ours, {PURE_PYTHON_VARIABLE: "1"}),
        Competitor("check-jsonschema", peer, may_find_faults=False, is_reference=True),
    ]
    yamllint = beside(python, "yamllint")
    if yamllint.exists():
        competitors.append(Competitor("yamllint", [str(yamllint), "-d", "relaxed", *files]))
    return competitors


def beside(python: Path, name: str) -> Path:
    """Return the path of a program that is installed in the same environment as ``python``."""
    return python.with_name(name + python.suffix if python.suffix == ".exe" else name)


def run_once(competitor: Competitor, folder: Path) -> Run:
    """Start the program anew in ``folder``, read all it prints, and return what it took."""
    environment = {name: value for name, value in os.environ.items() if name != PURE_PYTHON_VARIABLE}
    start = time.perf_counter()
    with subprocess.Popen(
        competitor.command,
        cwd=folder,
        env={**environment, **competitor.settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        output = process.stdout.readline()
        first_line = time.perf_counter() - start
        output += process.stdout.read()
        peak = wait_for(process)
    seconds = time.perf_counter() - start
    if process.returncode not in {0, FOUND_FAULTS if competitor.may_find_faults else 0}:
        text = output.decode(errors="replace")
        raise ScriptError(f"{competitor.name} ended with exit code {process.returncode}:\n{text}")
    return Run(first_line, seconds, peak)


def wait_for(process: subprocess.Popen[bytes]) -> int:
    """Wait for the process to end, and return its peak memory in bytes; 0 where the system does not tell."""
    if sys.platform == "win32":
        process.wait()
        return 0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return int(usage.ru_maxrss) * MAX_RSS_UNIT


def measure(competitors: Sequence[Competitor], folder: Path, rounds: int) -> None:
    """Let all take turns; the first round only warms caches up and is not counted."""
    for number in range(rounds + 1):
        for competitor in competitors:
            run = run_once(competitor, folder)
            if number:
                competitor.runs.append(run)


def describe_conditions(folder: Path, files: Sequence[str], rounds: int) -> str:
    """Return what was measured, and on what."""
    lines = sum((folder / name).read_bytes().count(b"\n") for name in files) // len(files)
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    return (
        f"{len(files)} files of {lines} lines, {machine}. Medians of {rounds} rounds in turns; "
        "the ratio is to the time of check-jsonschema."
    )


def describe_table(competitors: Sequence[Competitor]) -> list[str]:
    """Return the table: ratios first, for seconds differ from machine to machine."""
    reference = next(one for one in competitors if one.is_reference)
    lines = [f"{'':<36}{'ratio':>8}{'median':>10}{'first line':>12}{'peak':>10}"]
    for one in competitors:
        seconds, first_line, peak = (one.median(name) for name in ("seconds", "first_line", "peak_bytes"))
        ratio = seconds / reference.median("seconds")
        memory = f"{peak / 2**20:.0f} MB" if peak else "–"
        lines.append(f"{one.name:<36}{ratio:>8.2f}{seconds:>8.2f} s{first_line:>10.2f} s{memory:>10}")
    return lines


def main() -> int:
    """Set up, write the files, measure, and print the table."""
    options = read_options()
    python = prepare_environment("test")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        files = write_files(python, folder, options.antal)
        print(describe_conditions(folder, files, options.gentag), flush=True)
        competitors = choose_competitors(python, files)
        measure(competitors, folder, options.gentag)
    print("\n".join(describe_table(competitors)))
    return 0


if __name__ == "__main__":
    run_script(main)
