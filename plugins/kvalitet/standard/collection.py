"""Many files at once: every standard, everything found, and the partners that are inherited from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kvalitet.catalogue import load_catalogue
from kvalitet.catalogue.verify import to_ascii
from kvalitet.standard.files import SHARED_FOLDER, find_standard_files
from kvalitet.standard.resolve import resolve_standard
from kvalitet.standard.typed_file import TypedFile, read_typed_file

if TYPE_CHECKING:
    from pathlib import Path

    from kvalitet.findings import Finding
    from kvalitet.standard.model import Standard
    from kvalitet.standard.typed_file import Loader


@dataclass(slots=True)
class Collection:
    """What was read. ``unreadable`` are files with no standard to assess; ``findings`` belong to no standard."""

    standards: list[Standard] = field(default_factory=list)
    shared: list[Standard] = field(default_factory=list)
    unreadable: list[TypedFile] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def load_collection(paths: list[Path], rules: frozenset[str], load: Loader = load_catalogue) -> Collection:
    """Return all standards at or below ``paths``; partners outside them are read but not returned."""
    files, findings = find_standard_files(paths)
    cabinet = _Cabinet(rules, load)
    collection = Collection(findings=findings)
    for path in files:
        typed = cabinet.open(path)
        if typed.catalogue is None:
            collection.unreadable.append(typed)
            continue
        standard = resolve_standard(typed, typed.catalogue, cabinet.find_partner)
        (collection.shared if typed.shared else collection.standards).append(standard)
    return collection


class _Cabinet:
    """Every file is opened once, whoever asks for it."""

    def __init__(self, rules: frozenset[str], load: Loader) -> None:
        self._rules = rules
        self._load = load
        self._open: dict[Path, TypedFile] = {}
        self._resolved: set[Path] = set()

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
