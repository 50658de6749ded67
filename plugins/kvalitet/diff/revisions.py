"""A standard as it was in an earlier revision: read out of git with its neighbours, which it may inherit from."""

from __future__ import annotations

import os
import posixpath
import shutil
import subprocess
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from kvalitet.reading.limits import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ENDINGS = (".yml", ".yaml")
_FILE_MODES = frozenset({"100644", "100755"})  # no links: what they point at is not in the revision


class RevisionError(Exception):
    """There is no such revision or file; the message is for the person who asked, in Danish."""


class _Blob(NamedTuple):
    path: str
    digest: str


def names_revision(text: str) -> bool:
    """Whether ``text`` names a file in a revision, as git does (``REV:path``), and no file that lies here."""
    return ":" in text and not os.path.lexists(text)


def fetch_revision(text: str, folder: Path) -> Path:
    """Write the file that ``text`` names, and the standards beside it, below ``folder``; return where it is.

    Raises ``RevisionError`` where git, the revision or the file is not there.
    """
    revision, _, wanted = text.partition(":")
    commit = _find_commit(revision)
    for path in _candidates(wanted):
        home = posixpath.dirname(path)
        blobs = list(_list_blobs(commit, home))
        if any(one.path == path for one in blobs):
            _write_blobs(blobs, home, folder)
            return _place(path, home, folder)
    raise RevisionError(f"Filen '{wanted}' findes ikke i '{revision}'.")


def _find_commit(revision: str) -> str:
    done = _run_git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision or 'HEAD'}^{{commit}}")
    if done.returncode:
        inside = _run_git("rev-parse", "--is-inside-work-tree").returncode == 0
        reason = f"Revisionen '{revision}' findes ikke." if inside else "Mappen hører ikke til et git-arkiv."
        raise RevisionError(reason)
    return done.stdout.decode("ascii").strip()


def _candidates(wanted: str) -> Iterator[str]:
    """Yield the path from the top of the repository, as git reads it, then from where the person stands."""
    prefix = os.fsdecode(_run_git("rev-parse", "--show-prefix").stdout).strip("\n")
    if not wanted.startswith("."):
        yield posixpath.normpath(wanted)
    yield posixpath.normpath(posixpath.join(prefix, wanted))


def _list_blobs(commit: str, home: str) -> Iterator[_Blob]:
    """Yield the standards at or below ``home``; what is too large to be one is left out."""
    below = ["--", f"{home}/"] if home else []
    listed = _run_git("ls-tree", "-r", "-l", "-z", "--full-tree", commit, *below).stdout
    for entry in os.fsdecode(listed).split("\0"):
        about, _, path = entry.partition("\t")
        mode, _, digest, size = about.split() if path else ("", "", "", "")
        if mode in _FILE_MODES and path.endswith(_ENDINGS) and int(size) <= MAX_BYTES + 1:
            yield _Blob(path, digest)


def _write_blobs(blobs: Iterable[_Blob], home: str, folder: Path) -> None:
    for blob in blobs:
        if ".." in PurePosixPath(blob.path).parts:
            continue
        place = _place(blob.path, home, folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(_run_git("cat-file", "blob", blob.digest).stdout)


def _place(path: str, home: str, folder: Path) -> Path:
    """The folder's own name stays: it tells the area where the file does not."""
    return folder / posixpath.basename(home) / posixpath.relpath(path, home or ".")


def _run_git(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    git = shutil.which("git")
    if git is None:
        raise RevisionError("Programmet git mangler. Uden det kan en tidligere udgave ikke læses.")
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    command = [git, *arguments]
    return subprocess.run(command, capture_output=True, check=False, env=environment)  # noqa: S603 - git's own reading commands; what a person wrote stands behind --end-of-options or is a digest
