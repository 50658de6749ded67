"""One standard by what a person calls it: a path, a slug, or a municipality's name, other spellings forgiven."""

from __future__ import annotations

import sys
import tempfile
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kvalitet.check import check_files
from kvalitet.cli.options import DEFAULT_FOLDER
from kvalitet.register import load_register
from kvalitet.report import write_text
from kvalitet.report.screen import screen_of
from kvalitet.standard.files import SHARED_FOLDER, find_standard_files
from kvalitet.standard.model import slug_of

if TYPE_CHECKING:
    from datetime import date

    from kvalitet.check import Assessed

_NEAR = 0.6


def find_standard(name: str, folder: Path = DEFAULT_FOLDER) -> Path:
    """Return the file that ``name`` names; raise a usage error that says what there is instead."""
    path = Path(name)
    if path.is_file():
        return path
    if path.suffix in {".yml", ".yaml"} or path.is_dir():
        raise click.UsageError(f"'{name}' er ikke en fil med en standard.")
    known = _standards_below(folder)
    slug = _slug_of(name)
    if slug in known:
        if len(known[slug]) > 1:
            paths = ", ".join(one.as_posix() for one in known[slug])
            raise click.UsageError(f"Der er flere standarder for '{name}'. Skriv en af disse: {paths}.")
        return known[slug][0]
    raise click.UsageError(_say_missing(name, slug, sorted(known), folder))


def assess_file(path: Path, day: date) -> Assessed | None:
    """Return what the check says of the one standard at ``path``; None, with the findings told, if it is unreadable."""
    files = list(check_files([path], day))
    assessed = next((one.assessed for one in files if one.assessed is not None), None)
    if assessed is None:
        screen = screen_of(sys.stderr)
        for piece in write_text(files, screen, with_coverage=False):
            click.echo(piece, err=True, color=screen.color)
    return assessed


def assess_one(name: str, day: date) -> Assessed | None:
    """Return the standard that ``name`` names, here or in a revision; None, with the reason told, if unreadable."""
    from kvalitet.diff.revisions import RevisionError, fetch_revision, names_revision  # noqa: PLC0415 - for those who ask for a revision

    if not names_revision(name):
        return assess_file(find_standard(name), day)
    with tempfile.TemporaryDirectory(prefix="kvalitet-") as folder:
        try:
            return assess_file(fetch_revision(name, Path(folder)), day)
        except RevisionError as error:
            raise click.UsageError(str(error)) from None


def _standards_below(folder: Path) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for path in find_standard_files([folder])[0] if folder.is_dir() else []:
        if path.parent.name != SHARED_FOLDER:
            found.setdefault(slug_of(path.stem), []).append(path)
    return found


def _slug_of(name: str) -> str:
    """Return the slug of what a person wrote; the register knows other names, and a trailing 'Kommune' is forgiven."""
    registered = load_register().find(name)
    return registered.slug if registered is not None else slug_of(name).removesuffix("-kommune")


def _say_missing(name: str, slug: str, known: list[str], folder: Path) -> str:
    where = f"i mappen '{folder.as_posix()}'"
    if not known:
        return f"Der er ingen standarder {where}. Skriv stien til en fil, eller stå i projektets mappe."
    near = get_close_matches(slug, known, n=3, cutoff=_NEAR)
    if near:
        return f"Der er ingen standard for '{name}' {where}. Mente du {_say_or(near)}?"
    if load_register().find(name) is not None:
        return f"'{name}' har ingen standard {where}. Lav en med 'kvalitet new {name}'."
    return f"Der er ingen standard for '{name}' {where}. Der er: {', '.join(known)}."


def _say_or(words: list[str]) -> str:
    quoted = [f"'{one}'" for one in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} eller {quoted[-1]}"
