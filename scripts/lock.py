"""Write the lock files: what `pyproject.toml` asks for, pinned with hashes for every platform and Python.

``requirements/test.lock`` holds everything; ``requirements/site.lock`` the part that a site needs, at the
same versions. Pins that still fit are kept; ``--upgrade`` takes the newest.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

from _venv import LOCKS, ROOT, make_environment, run_quietly, run_script, venv_program

# isort: split
import tomllib  # after _venv, which tells an older Python what is wrong

UV = "uv==0.13.9"
OLDEST_PYTHON = "3.11"
PYPROJECT = ROOT / "pyproject.toml"
ARGUMENTS = {
    "test": ["--extra", "import", "--extra", "mkdocs", "--group", "build", "--group", "dev"],
    "site": ["--extra", "mkdocs", "--group", "build", "--constraint", "requirements/test.lock"],
}
DIGEST_PREFIX = "# requested: sha256:"


def hash_request(pyproject: Path = PYPROJECT) -> str:
    """Return a digest of what is asked for, which changes exactly when a lock must be written again."""
    tables: dict[str, Any] = tomllib.loads(pyproject.read_text(encoding="utf-8"))
    project = tables["project"]
    request = {
        "build": tables["build-system"]["requires"],
        "python": project["requires-python"],
        "dependencies": project["dependencies"],
        "extras": project["optional-dependencies"],
        "groups": tables["dependency-groups"],
    }
    return hashlib.sha256(json.dumps(request, sort_keys=True).encode()).hexdigest()


def find_stale_locks() -> list[str]:
    """Return the names of the locks that were not written from the present `pyproject.toml`."""
    expected = DIGEST_PREFIX + hash_request()
    return [
        name
        for name, path in LOCKS.items()
        if not path.is_file() or expected not in path.read_text(encoding="utf-8").splitlines()
    ]


def write_lock(uv: Path, name: str, *, upgrade: bool) -> None:
    """Resolve one lock with uv and put it in place whole."""
    lock = LOCKS[name]
    relative = lock.relative_to(ROOT).as_posix()
    command = [str(uv), "pip", "compile", "pyproject.toml", *ARGUMENTS[name], "--output-file", relative]
    command += ["--universal", "--python-version", OLDEST_PYTHON, "--generate-hashes", "--no-header"]
    command += ["--prerelease", "disallow", "--annotation-style", "line", "--no-emit-index-url"]
    command += ["--upgrade"] if upgrade else []
    run_quietly(command, f"uv could not resolve {relative}")
    pins = lock.read_text(encoding="utf-8")
    header = f"# Written by scripts/lock.py; do not edit.\n{DIGEST_PREFIX}{hash_request()}\n"
    finished = lock.with_suffix(".new")
    finished.write_text(header + pins, encoding="utf-8", newline="\n")
    finished.replace(lock)
    print(f"{relative}: {sum('==' in line for line in pins.splitlines())} packages")


def write_locks(*, upgrade: bool) -> None:
    """Write every lock, with uv from a throw-away environment: the project's own needs a lock to exist."""
    LOCKS["test"].parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        environment = Path(folder) / "venv"
        make_environment(environment)
        python = venv_program("python", environment)
        run_quietly([str(python), "-m", "pip", "install", "--quiet", UV], "pip could not install uv")
        for name in ARGUMENTS:
            write_lock(venv_program("uv", environment), name, upgrade=upgrade)


def main() -> int:
    """Write or check the locks."""
    parser = argparse.ArgumentParser(description="Write the lock files from pyproject.toml.")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")
    parser.add_argument("--check", action="store_true", help="only say whether pyproject.toml changed since")
    options = parser.parse_args()
    if options.check:
        stale = find_stale_locks()
        print(f"stale: {', '.join(stale)}. Run: python3 scripts/lock.py" if stale else "the locks are fresh")
        return 1 if stale else 0
    write_locks(upgrade=options.upgrade)
    return 0


if __name__ == "__main__":
    run_script(main)
