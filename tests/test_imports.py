"""Each module imports alone; the engine knows no site generator; imports point one way."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import kvalitet

PACKAGE = Path(kvalitet.__file__).resolve().parent
ADAPTER = "mkdocs_plugin"

# From the ground up. A part may use those below it, and its neighbours on the same floor without a circle.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("", "clock", "danish", "findings", "publish", "readability", "shares"),
    ("reading",),
    ("fields",),
    ("catalogue",),
    ("acute", "complaint", "glossary", "guidelines", "register", "standard", "studies", "wordforms"),
    ("assess",),
    ("rules",),
    ("check",),
    ("paper",),
    ("export", "present", "report", "scaffold", "schema", "search"),
    ("diff",),
    ("council",),
    ("importing",),
    ("cli", ADAPTER),
    ("__main__",),
)
FLOOR_OF = {part: number for number, floor in enumerate(FLOORS) for part in floor}

# A finder that refuses stands before all others, so that 'mkdocs' cannot be imported though it is installed.
# Where there is fork, what others wrote is imported once, and each module in a child that has seen none of ours.
IMPORT_ALONE = """
import importlib, os, sys, traceback

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"mkdocs", "material"} and sys.argv[1] == "engine":
            raise ImportError(f"the engine asked for {name}")

sys.meta_path.insert(0, Refuse())
for name in ("click", "jinja2", "yaml", "hashlib", "json", "unicodedata"):
    importlib.import_module(name)
assert not any(name.partition(".")[0] == "kvalitet" for name in sys.modules)
faults = 0
for name in sys.argv[2:]:
    child = os.fork() if len(sys.argv) > 3 else 0
    if child:
        faults += os.waitpid(child, 0)[1] != 0
        continue
    try:
        importlib.import_module(name)
    except BaseException:
        print(name, traceback.format_exc(), file=sys.stderr, flush=True)
        os._exit(1)
    os._exit(0)
sys.exit(faults > 0)
"""


def find_modules() -> dict[str, Path]:
    """Return every module of the package by its dotted name, without importing any."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = find_modules()


def part_of(module: str) -> str:
    """Return the part of the package a module belongs to, "" for the package itself."""
    return (*module.split("."), "")[1]


def import_each_alone(kind: str, modules: list[str]) -> str:
    """Import each of ``modules`` with none of the others before it, and return what went wrong."""
    command = [sys.executable, "-W", "error", "-c", IMPORT_ALONE, kind, *modules]
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=PACKAGE.parent)
    return result.stderr.strip() or str(result.returncode or "")


def imports_of(path: Path) -> set[str]:
    """Return the modules of this package that a file imports, wherever in it the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            module = node.module or ""
            names = [
                f"{module}.{alias.name}" if f"{module}.{alias.name}" in MODULES else module for alias in node.names
            ]
        else:
            continue
        found.update(name for name in names if name.partition(".")[0] == "kvalitet")
    return found


def list_edges() -> set[tuple[str, str]]:
    """Return (module, imported module).

    What is imported for the type checker alone counts too: who names another's types must be read after it,
    and an arrow that only the type checker sees is the first step of one that runs.
    """
    return {(name, other) for name, path in MODULES.items() for other in imports_of(path)}


def test_every_module_imports_alone_and_the_engine_without_mkdocs() -> None:
    engine = [name for name in MODULES if part_of(name) not in {ADAPTER, "__main__"}]  # that one runs when imported
    adapter = [name for name in MODULES if part_of(name) == ADAPTER]
    size = 30 if hasattr(os, "fork") else 1
    groups = [("engine", engine[at : at + size]) for at in range(0, len(engine), size)]
    groups += [("adapter", adapter[at : at + size]) for at in range(0, len(adapter), size)]
    with ThreadPoolExecutor() as pool:
        faults = [fault for fault in pool.map(lambda group: import_each_alone(*group), groups) if fault]
    assert faults == []


def test_the_adapter_is_what_asks_for_mkdocs() -> None:
    fault = import_each_alone("engine", [f"kvalitet.{ADAPTER}"])
    assert "the engine asked for mkdocs" in fault, "the test above proves nothing"


def test_every_part_has_its_floor() -> None:
    homeless = {part_of(name) for name in MODULES} - set(FLOOR_OF)
    assert not homeless, "say in FLOORS above what they may use"


@pytest.mark.parametrize("part", list(FLOOR_OF))
def test_imports_point_down(part: str) -> None:
    upward = [
        f"{name} imports {other}"
        for name, other in sorted(list_edges())
        if part_of(name) == part and FLOOR_OF[part_of(other)] > FLOOR_OF[part]
    ]
    assert upward == []


@pytest.mark.parametrize("floor", [floor for floor in FLOORS if len(floor) > 1], ids="-".join)
def test_neighbours_do_not_import_in_a_circle(floor: tuple[str, ...]) -> None:
    edges = {(part_of(name), part_of(other)) for name, other in list_edges()}
    left = set(floor)
    while left:
        leaves = {one for one in left if not any((one, other) in edges for other in left - {one})}
        assert leaves, f"a circle among {sorted(left)}"
        left -= leaves
