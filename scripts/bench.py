"""Measure the check and the site beside their peers, on synthetic municipalities of real length.

All are started anew for each run and take turns, so that noise hits all alike; ratios within one run tell
more than seconds.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from _bench import DAY, PURE_PYTHON_VARIABLE, Competitor, describe_machine, measure
from _bench_matrix import measure_matrix
from _bench_site import measure_sites
from _venv import ROOT, prepare_environment, run_script

if TYPE_CHECKING:
    from collections.abc import Sequence

AREA = "stofmisbrug"
SCHEMA = ROOT / "skema" / f"{AREA}.schema.json"
SITE_COUNTS = (12, 98)
MATRIX_COUNTS = (98, 980)
CHECK_ROUNDS = 5
SITE_ROUNDS = 3


def read_options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return what to measure, on how many files, and how many times."""
    parser = argparse.ArgumentParser(
        description="Measure the check beside check-jsonschema and, where it is installed, yamllint; "
        "and the site beside stock mkdocs-material on as many equally long pages.",
        epilog="example: python3 scripts/bench.py --del alt --gentag 5",
    )
    parser.add_argument(
        "--del",
        dest="part",
        choices=("check", "side", "matrix", "alt"),
        default="check",
        help="what to measure: the check (a minute, unless told otherwise), site or matrix (some minutes), or all",
    )
    parser.add_argument("--antal", type=read_count, metavar="N", help="how many municipalities (98; site: 12 and 98)")
    parser.add_argument(
        "--gentag", type=read_count, metavar="N", help=f"how many measured rounds ({CHECK_ROUNDS}; site: {SITE_ROUNDS})"
    )
    return parser.parse_args(arguments)


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


def describe_conditions(folder: Path, files: Sequence[str], rounds: int) -> str:
    """Return what was measured, and on what."""
    lines = sum((folder / name).read_bytes().count(b"\n") for name in files) // len(files)
    machine = describe_machine(rounds)
    return f"Check: {len(files)} files of {lines} lines, {machine}; the ratio is to the time of check-jsonschema."


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


def measure_check(python: Path, count: int, rounds: int) -> None:
    """Write the files, measure, and print the table."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        files = write_files(python, folder, count)
        print(describe_conditions(folder, files, rounds), flush=True)
        competitors = choose_competitors(python, files)
        measure(competitors, folder, rounds)
    print("\n".join(describe_table(competitors)))


def main() -> int:
    """Set up, and measure what was asked for."""
    options = read_options()
    python = prepare_environment("test")
    if options.part in {"check", "alt"}:
        measure_check(python, options.antal or 98, options.gentag or CHECK_ROUNDS)
    if options.part in {"side", "alt"}:
        for count in (options.antal,) if options.antal else SITE_COUNTS:
            with tempfile.TemporaryDirectory() as temporary:
                folder = Path(temporary)
                write_files(python, folder / "ours" / "kvalitetsstandarder", count)
                print("\n".join(measure_sites(python, folder, count, options.gentag or SITE_ROUNDS)), flush=True)
    if options.part in {"matrix", "alt"}:
        with tempfile.TemporaryDirectory() as temporary:
            homes = [
                (count, Path(temporary) / str(count))
                for count in ((options.antal,) if options.antal else MATRIX_COUNTS)
            ]
            for count, home in homes:
                write_files(python, home / "kvalitetsstandarder", count)
            print("\n".join(measure_matrix(python, homes)), flush=True)
    return 0


if __name__ == "__main__":
    run_script(main)
