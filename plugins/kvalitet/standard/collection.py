"""Many files at once: every standard, everything found, and the partners that are inherited from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kvalitet.catalogue import load_catalogue
from kvalitet.catalogue.verify import to_ascii
from kvalitet.standard.files import SHARED_FOLDER, find_standard_files, shown_name
from kvalitet.standard.resolve import resolve_standard
from kvalitet.standard.typed_file import TypedFile, read_typed_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kvalitet.findings import Finding
    from kvalitet.standard.model import Standard
    from kvalitet.standard.typed_file import Loader


@dataclass(frozen=True, slots=True)
class Opened:
    """One file as it was read. ``standard`` is None where it cannot be understood, ``typed`` where it is no standard.

    ``text`` is what stands in it, as far as it can be shown.
    """

    file: str
    typed: TypedFile | None = None
    standard: Standard | None = None
    findings: tuple[Finding, ...] = ()
    text: str = ""


@dataclass(slots=True)
class Collection:
    """What was read. ``unreadable`` are files with no standard to assess; ``findings`` belong to no standard."""

    standards: list[Standard] = field(default_factory=list)
    shared: list[Standard] = field(default_factory=list)
    unreadable: list[TypedFile] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def add(self, opened: Opened) -> None:
        """Put one file where it belongs."""
        if opened.standard is not None:
            (self.shared if opened.standard.shared else self.standards).append(opened.standard)
        elif opened.typed is not None:
            self.unreadable.append(opened.typed)
        else:
            self.findings.extend(opened.findings)


def open_files(paths: list[Path], rules: frozenset[str], load: Loader = load_catalogue) -> Iterator[Opened]:
    """Yield the files at or below ``paths`` by name, each as soon as it is read.

    Partners outside them are read but not told of.
    """
    found, findings = find_standard_files(paths)
    files = {shown_name(path): path for path in found}
    empty = {one.place.file: Opened(one.place.file, findings=(one,)) for one in findings}
    cabinet = _Cabinet(rules, load)
    for name in sorted({*files, *empty}):
        yield empty[name] if name in empty else cabinet.take(name, files[name])


class _Cabinet:
    """Every file is opened once, whoever asks for it."""

    def __init__(self, rules: frozenset[str], load: Loader) -> None:
        self._rules = rules
        self._load = load
        self._open: dict[Path, TypedFile] = {}
        self._resolved: set[Path] = set()

    def take(self, name: str, path: Path) -> Opened:
        """Return the file at ``path`` with all that it takes from others."""
        typed = self.open(path)
        if typed.catalogue is None:
            return Opened(name, typed, findings=tuple(typed.findings), text=typed.text)
        standard = resolve_standard(typed, typed.catalogue, self.find_partner)
        return Opened(name, typed, standard, tuple(standard.findings), typed.text)

    def open(self, path: Path) -> TypedFile:
        """Return the file at ``path``, typed."""
        place = path.absolute()
        if place not in self._open:
            self._open[place] = read_typed_file(path, self._rules, self._load)
        return self._open[place]

    def find_partner(self, asking: TypedFile, name: str) -> TypedFile | None:
        """Return the file ``name`` beside ``asking``, or in the shared folder; None where there is none."""
        here = asking.path.parent.parent if asking.shared else asking.path.parent
        shared, _, stem = name.rpartition("/")
        folder = here / SHARED_FOLDER if shared == SHARED_FOLDER else here
        for candidate in (folder / f"{to_ascii(stem)}.yml", folder / f"{stem}.yml"):
            if (not shared or shared == SHARED_FOLDER) and candidate.is_file() and candidate != asking.path:
                partner = self.open(candidate)
                self._resolve(partner)
                return partner
        return None

    def _resolve(self, partner: TypedFile) -> None:
        """Point the partner's references at home before its sections move; asked for once, so circles end."""
        if partner.catalogue is not None and partner.path.absolute() not in self._resolved:
            self._resolved.add(partner.path.absolute())
            resolve_standard(partner, partner.catalogue, self.find_partner)
