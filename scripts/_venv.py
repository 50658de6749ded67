"""Make and keep ``.venv`` at the root of the tree: what every script here needs before it can do anything.

Only the standard library is used. The environment holds exactly what a lock file names, and this project
itself, editable. What was installed is written down last, in one file: an environment without that file, or
with files missing, or made for another tree, Python or lock, is made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if sys.version_info < (3, 11):  # noqa: UP036 - the message is for those who run an older Python
    sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]} ({sys.executable}).")

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "plugins"))

from kvalitet.publish import BusyError, PublishError, hold_lock  # noqa: E402 - its folder has to be on the path first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

ENVIRONMENT = ROOT / ".venv"
LOCKS = {"test": ROOT / "requirements" / "test.lock", "site": ROOT / "requirements" / "site.lock"}
# What decides how the project itself is installed: its metadata, and the file that holds its version.
PROJECT_FILES = (ROOT / "pyproject.toml", ROOT / "plugins" / "kvalitet" / "__init__.py")
STATE_NAME = "installed.json"
STATE_KEYS = {"root", "python", "locks", "project", "files"}
OTHER_SETUP_SECONDS = 600
TERMINATED = 128 + signal.SIGTERM
INTERRUPTED = 128 + signal.SIGINT
# Settings of the caller's that would send packages elsewhere or change what is asked for.
UNWANTED = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIREMENT", "PYTHONPATH", "PYTHONHOME")


class ScriptError(Exception):
    """A script cannot go on; the message is for the person who ran it."""


def prepare_environment(lock: str) -> Path:
    """Make sure that ``.venv`` holds what the named lock asks for, and return its Python."""
    with hold_setup_lock():
        state = read_state()
        fault = find_fault(state)
        if fault:
            print(f"Making .venv with Python {name_python()}: {fault}.", flush=True)
            state = start_anew()
        complete_installation(state, lock)
    return venv_program("python", ENVIRONMENT)


@contextmanager
def hold_setup_lock() -> Iterator[None]:
    """Let one process at a time work on the environment: a pip orphaned by a killed script counts as one."""
    lock = ROOT / ".venv.laas"
    with ExitStack() as stack:
        try:
            stack.enter_context(hold_lock(lock, is_shared=True))
        except BusyError:
            print("Waiting for another process that is at work on .venv.", flush=True)
            stack.enter_context(hold_lock(lock, wait_seconds=OTHER_SETUP_SECONDS, is_shared=True))
        yield


def read_state() -> dict[str, Any]:
    """Return what was written down about the environment, or nothing if that cannot be read."""
    try:
        state = json.loads((ENVIRONMENT / STATE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) and state.keys() >= STATE_KEYS else {}


def find_fault(state: Mapping[str, Any]) -> str:
    """Say why the environment cannot be used as it is; an empty string if it can."""
    if not state:
        return "the one there was not finished" if ENVIRONMENT.exists() else "there is none yet"
    if state["root"] != str(ROOT):
        return "the one there belongs to another place"
    if state["python"] != name_python():
        return f"the one there is for Python {state['python']}"
    for name, digest in state["locks"].items():
        if digest != hash_files([LOCKS[name]]):
            return f"requirements/{name}.lock has changed"
    if not list_files(ENVIRONMENT).issuperset(state["files"]):
        return "files are missing from the one there"
    return "" if is_python_alive() else "the one there does not run"


def start_anew() -> dict[str, Any]:
    """Make an empty environment, and return the state to be filled in."""
    if ENVIRONMENT.exists():
        # What says that it is whole goes first: deleting can be interrupted.
        (ENVIRONMENT / STATE_NAME).unlink(missing_ok=True)
        shutil.rmtree(ENVIRONMENT)
    make_environment(ENVIRONMENT)
    return {"root": str(ROOT), "python": name_python(), "locks": {}, "project": "", "files": []}


def make_environment(folder: Path) -> None:
    """Make an empty virtual environment with the running Python."""
    # Inside another environment, the Python behind it: the one at work may be about to be deleted.
    python = getattr(sys, "_base_executable", "") or sys.executable
    hint = "Python could not make a virtual environment (on Debian and Ubuntu: apt-get install python3-venv)"
    run_quietly([python, "-m", "venv", str(folder)], hint)


def complete_installation(state: dict[str, Any], lock: str) -> None:
    """Install what is missing, and write down that it is there when all of it is."""
    project = hash_files(PROJECT_FILES)
    is_locked = lock in state["locks"] or "test" in state["locks"]  # test.lock holds all of site.lock
    if is_locked and state["project"] == project:
        return
    (ENVIRONMENT / STATE_NAME).unlink(missing_ok=True)
    if not is_locked:
        print(f"Installing requirements/{lock}.lock (the first time takes a minute or so).", flush=True)
        install(["--require-hashes", "--requirement", str(LOCKS[lock].relative_to(ROOT))])
        state["locks"][lock] = hash_files([LOCKS[lock]])
    print("Installing this project into .venv, editable.", flush=True)
    install(["--no-deps", "--no-build-isolation", "--editable", "."])
    state["project"] = project
    state["files"] = sorted(list_files(ENVIRONMENT))
    unfinished = ENVIRONMENT / (STATE_NAME + ".new")
    unfinished.write_text(json.dumps(state), encoding="utf-8")
    unfinished.replace(ENVIRONMENT / STATE_NAME)


def install(arguments: Sequence[str]) -> None:
    """Run pip in the environment, untouched by constraints and targets of the caller's own."""
    # An empty file, since pip takes no empty setting; relative, since pip splits the setting at spaces.
    constraints = ENVIRONMENT / "no-constraints.txt"
    constraints.touch()
    settings = {"PIP_CONSTRAINT": str(constraints.relative_to(ROOT)), "PIP_USER": "0", "PIP_NO_INPUT": "1"}
    settings["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    inherited = {name: value for name, value in os.environ.items() if name not in UNWANTED}
    command = [str(venv_program("python", ENVIRONMENT)), "-m", "pip", "install", "--quiet", *arguments]
    run_quietly(command, "pip could not install what is needed", environment=inherited | settings)


def venv_program(name: str, environment: Path) -> Path:
    """Return the path of a program in an environment, on any system."""
    if os.name == "nt":
        return environment / "Scripts" / f"{name}.exe"
    return environment / "bin" / name


def run_quietly(command: Sequence[str], failure: str, *, environment: Mapping[str, str] | None = None) -> None:
    """Run a program from the root of the tree; show what it printed only if it fails."""
    result = subprocess.run(
        command,
        check=False,
        close_fds=False,  # for the lock of hold_setup_lock; nothing else here is open to children
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    if result.returncode != 0:
        raise ScriptError(f"{failure}:\n{result.stdout.rstrip()}")


def is_python_alive() -> bool:
    """Say whether the environment's Python starts and is of the running version."""
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        result = subprocess.run(
            [str(venv_program("python", ENVIRONMENT)), "-c", code],
            check=False,
            capture_output=True,
            text=True,
        )
    except OSError:
        return False
    return result.stdout.strip() == name_python()


def name_python() -> str:
    """Return the running Python's major and minor version."""
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def hash_files(paths: Sequence[Path]) -> str:
    """Return one digest of all these files' bytes."""
    digest = hashlib.sha256()
    for path in paths:
        if not path.is_file():
            raise ScriptError(f"{path.relative_to(ROOT)} is missing")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def list_files(folder: Path) -> set[str]:
    """Return the relative paths of all files in ``folder`` but compiled Python, which comes and goes."""
    found: set[str] = set()
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        relative = os.path.relpath(parent, folder)
        found.update(f"{relative}/{name}" for name in names)
    return found


def run_script(main: Callable[[], int]) -> NoReturn:
    """Run a script's ``main``, and end with its exit code or a message that needs no traceback."""
    # As an exception, so that child processes and half-made folders are cleared away.
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(TERMINATED))
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except (ScriptError, PublishError, OSError) as error:
        sys.exit(f"{Path(sys.argv[0]).name}: {error}")
