"""What the measurements share: programs that take turns, each started anew, and what a run of one took."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from _venv import ScriptError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

DAY = "2026-11-22"  # a fixed one, so that the same findings are made and written whenever this runs
PURE_PYTHON_VARIABLE = "KVALITET_REN_PYTHON"
FOUND_FAULTS = 1  # the exit code of every checker where there is something to tell
MAX_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Run:
    """One run of a program: seconds until its first line and its end, and its peak memory (0: not known)."""

    first_line: float
    seconds: float
    peak_bytes: int


@dataclass
class Competitor:
    """A program that does the whole work in one process, started in the folder ``below`` the common one.

    ``is_reference``: the others are told as ratios to it.
    """

    name: str
    command: Sequence[str]
    settings: Mapping[str, str] = field(default_factory=dict)
    may_find_faults: bool = True
    is_reference: bool = False
    below: str = ""
    runs: list[Run] = field(default_factory=list)

    def median(self, measure: str) -> float:
        """Return the median of one measure over the runs."""
        return float(statistics.median(getattr(run, measure) for run in self.runs))


def run_once(competitor: Competitor, folder: Path) -> Run:
    """Start the program anew in ``folder``, read all it prints, and return what it took."""
    environment = {name: value for name, value in os.environ.items() if name != PURE_PYTHON_VARIABLE}
    start = time.perf_counter()
    with subprocess.Popen(
        competitor.command,
        cwd=folder / competitor.below,
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


def describe_machine(rounds: int) -> str:
    """Return what the measuring runs on, and how often."""
    return f"Python {platform.python_version()}, {os.cpu_count()} cores. Medians of {rounds} rounds in turns"
