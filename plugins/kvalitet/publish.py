"""Replace a folder by a newly built one, so that whoever is killed when leaves one whole folder on disk.

For the folder ``site`` the work goes on in siblings, whose names tell what they hold:

- ``site.byg-…``: being built, or being deleted; never whole.
- ``site.ny``: built to the end, not yet in place.
- ``site.gammel``: the former ``site``, whole, about to be deleted.
- ``site.laas``: locked while one process works here; the system lets go of it when that process dies.

Names change by renaming alone, so a name never lies. Only the standard library is used, and nothing else of
this package: scripts import this before anything is installed.
"""

from __future__ import annotations

import os
import secrets
import shutil
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_POLL_SECONDS = 0.1


class PublishError(Exception):
    """The folder cannot be replaced; the message says why."""


class BusyError(PublishError):
    """Another process holds the lock."""


@contextmanager
def publish_folder(target: Path, *, marker: str | None = None) -> Iterator[Path]:
    """Yield an empty folder to build in; when the block ends, it stands in place of ``target``.

    If the block raises, ``target`` is as it was. An empty folder is never put in place. With ``marker``, a
    ``target`` that holds files but none of that relative path is somebody else's, and is refused.
    """
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    with hold_lock(_sibling(target, "laas")):
        recover_folder(target)
        _refuse_foreign(target, marker)
        building = _choose_unfinished(target)
        building.mkdir()
        try:
            yield building
            _refuse_empty(building, target)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
        building.rename(_sibling(target, "ny"))
        _put_in_place(target)


def recover_folder(target: Path) -> None:
    """Finish or undo what a killed process left: ``target`` is whole afterwards, or absent if it never was.

    The caller holds the lock, or knows that nobody else works on ``target``.
    """
    old, new = _sibling(target, "gammel"), _sibling(target, "ny")
    for leftover in _find_unfinished(target):
        shutil.rmtree(leftover)
    if target.exists() or new.exists():
        _discard(old)
    elif old.exists():
        old.rename(target)
    if new.exists():
        _put_in_place(target)


@contextmanager
def hold_lock(path: Path, *, wait_seconds: float = 0, is_shared: bool = False) -> Iterator[None]:
    """Hold the lock at ``path``; raise ``BusyError`` if another process has it for ``wait_seconds``.

    It is the system's lock on the open file, not the file's existence: a dead process holds nothing. With
    ``is_shared``, child processes started with ``close_fds=False`` hold it too, so that it is not free before
    the orphans of a killed process have ended (on Windows it is).
    """
    deadline = time.monotonic() + wait_seconds
    while (descriptor := _try_lock(path)) is None:
        if time.monotonic() >= deadline:
            raise BusyError(f"another process ({_read_owner(path)}) is at work on it: {path}")
        time.sleep(_POLL_SECONDS)
    try:
        os.set_inheritable(descriptor, is_shared)
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"process {os.getpid()}".encode())
        yield
    finally:
        # Windows cannot delete an open file. There it stays, and does no harm.
        with suppress(OSError):
            path.unlink()
        os.close(descriptor)


def _put_in_place(target: Path) -> None:
    old = _sibling(target, "gammel")
    if target.exists():
        target.rename(old)
    _sibling(target, "ny").rename(target)
    _discard(old)


def _discard(folder: Path) -> None:
    """Delete a folder under a name that says it is not whole: deleting can be interrupted as well."""
    if folder.exists():
        doomed = _choose_unfinished(folder.with_name(folder.name.removesuffix(".gammel")))
        folder.rename(doomed)
        shutil.rmtree(doomed)


def _refuse_foreign(target: Path, marker: str | None) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise PublishError(f"not a folder: {target}")
    if marker is not None and any(target.iterdir()) and not (target / marker).exists():
        raise PublishError(f"holds files that were not made here, and is left alone: {target}")


def _refuse_empty(building: Path, target: Path) -> None:
    if not any(building.iterdir()):
        raise PublishError(f"nothing was built for {target}")


def _sibling(target: Path, ending: str) -> Path:
    return target.with_name(f"{target.name}.{ending}")


def _choose_unfinished(target: Path) -> Path:
    # A name of its own each time: what an orphan of a killed build still writes cannot mix with ours.
    return _sibling(target, f"byg-{secrets.token_hex(4)}")


def _find_unfinished(target: Path) -> list[Path]:
    prefix = f"{target.name}.byg-"
    return [path for path in target.parent.iterdir() if path.name.startswith(prefix)]


def _try_lock(path: Path) -> int | None:
    """Return a descriptor that holds the lock, or None if another process has it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _lock_descriptor(descriptor)
        # The former owner may have deleted the file between our opening and our locking it.
        if os.path.samestat(os.fstat(descriptor), path.stat()):
            return descriptor
    except (BlockingIOError, PermissionError, FileNotFoundError):
        pass
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def _read_owner(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace") or "unknown"
    except OSError:
        return "unknown"


if sys.platform == "win32":
    import msvcrt

    def _lock_descriptor(descriptor: int) -> None:
        # A byte far behind the text, so that others can read who holds the lock.
        os.lseek(descriptor, 1 << 30, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
else:
    import fcntl

    def _lock_descriptor(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
