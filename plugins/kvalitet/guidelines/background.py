"""How the rules came to be, what a study found, and where the sources disagree: ``baggrund.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kvalitet.catalogue import CatalogueError, load_catalogue
from kvalitet.catalogue.access import Reader, decimal, entries, parts, prose, string
from kvalitet.catalogue.law import find_references
from kvalitet.catalogue.load import LAW_FOLDER
from kvalitet.guidelines import forms
from kvalitet.guidelines.read import known_names

if TYPE_CHECKING:
    from collections.abc import Mapping as Dictionary
    from pathlib import Path

    from kvalitet.catalogue import Catalogue, LegalReference
    from kvalitet.catalogue.model import Source
    from kvalitet.fields import Value
    from kvalitet.findings import Place

CAUTION = "så vidt vi kan se"
"""What a statement must say that no verified reference carries."""
_FILE = "baggrund.yml"


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said of the rules, and what it stands on. ``where`` is the place in the sources, "" where none is."""

    says: str
    references: tuple[LegalReference, ...]
    sources: tuple[Source, ...]
    where: str


@dataclass(frozen=True, slots=True)
class Event:
    """One stop on the line from then to now."""

    year: str
    title: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Initiative:
    """One initiative of the political package; ``since`` is what became of it, "" where nobody has looked."""

    number: int
    title: str
    statement: Statement
    since: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A matter on which the sources differ."""

    title: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Figure:
    """One share of a study as printed: per cent of ``base`` answers."""

    what: str
    share: int
    base: int
    where: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the study found."""

    id: str
    title: str
    says: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Background:
    """The page about where the rules come from. ``duty`` and ``plan``: what of the package became which."""

    line: tuple[Event, ...]
    package: Statement
    duty: Statement
    plan: Statement
    initiatives: tuple[Initiative, ...]
    disagreements: tuple[Disagreement, ...]
    study: Statement
    findings: tuple[Finding, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Everything said of the rules, in the page's order."""
        events, initiatives = (one.statement for one in self.line), (one.statement for one in self.initiatives)
        disagreements = (one.statement for one in self.disagreements)
        return (*events, self.package, self.duty, self.plan, *initiatives, self.study, *disagreements)


_NOTHING = Statement("", (), (), "")  # a missing part was reported when the file was typed


@lru_cache(maxsize=8)
def load_background(area: str, folder: Path = LAW_FOLDER) -> Background | None:
    """Return the background of ``area``, None where there is none. Raises ``CatalogueError`` with every fault."""
    path = folder / area / _FILE
    if not path.is_file():
        return None
    catalogue = load_catalogue(area, folder)
    reader = Reader(path, f"lovkrav/{area}/{_FILE}")
    made = _Background(reader, catalogue).make(reader.read(forms.BACKGROUND))
    if reader.findings:
        raise CatalogueError(reader.findings)
    return made


class _Background:
    """Makes the records of one file."""

    def __init__(self, reader: Reader, catalogue: Catalogue) -> None:
        self._reader = reader
        self._catalogue = catalogue

    def make(self, values: Dictionary[str, Value]) -> Background:
        """Return the whole page; what is wrong is with the reader."""
        package, study = parts(values, "pakken"), parts(values, "undersøgelse")
        return Background(
            line=tuple(
                Event(string(one, "år"), string(one, "titel"), self._state(one, place))
                for one, place in entries(values, "linje")
            ),
            package=self._state(package, values["pakken"].place) if package else _NOTHING,
            duty=self._part(package, "pligt"),
            plan=self._part(package, "plan"),
            initiatives=tuple(
                Initiative(_whole(one, "nr"), string(one, "titel"), self._state(one, None), prose(one, "siden"))
                for one, _ in entries(package, "initiativer")
            ),
            disagreements=tuple(
                Disagreement(string(one, "titel"), self._state(one, place)) for one, place in entries(values, "uenige")
            ),
            study=self._state(study, values["undersøgelse"].place) if study else _NOTHING,
            findings=tuple(_make_finding(one) for one, _ in entries(study, "fund")),
        )

    def _part(self, values: Dictionary[str, Value], key: str) -> Statement:
        return self._state(parts(values, key), values[key].place) if parts(values, key) else _NOTHING

    def _state(self, values: Dictionary[str, Value], place: Place | None) -> Statement:
        """Return the statement; with ``place`` it must stand on something, and be said with care if that is weak."""
        sources = known_names(values, "kilder", self._catalogue.sources, "source", self._reader)
        made = Statement(
            says=prose(values, "siger"),
            references=find_references(values, self._catalogue.references, self._reader),
            sources=tuple(self._catalogue.sources[name] for name in sources),
            where=string(values, "sted"),
        )
        if place is not None and not made.references and not made.sources:
            self._reader.report_at(place, "Nothing says where this was read.", "Write 'henvisninger' or 'kilder'.")
        if place is not None and made.references and not made.sources:
            weak = not any(one.flat for one in made.references)
            if weak and CAUTION not in made.says.lower():
                message = "No reference here is verified well enough to be stated flatly."
                self._reader.report_at(place, message, f"Say '{CAUTION}', or find a source.")
        return made


def _make_finding(values: Dictionary[str, Value]) -> Finding:
    figures = tuple(
        Figure(string(one, "hvad"), _whole(one, "procent"), _whole(one, "n"), string(one, "sted"))
        for one, _ in entries(values, "tal")
    )
    return Finding(string(values, "id"), string(values, "titel"), prose(values, "siger"), figures)


def _whole(values: Dictionary[str, Value], key: str) -> int:
    return int(decimal(values, key) or 0)
