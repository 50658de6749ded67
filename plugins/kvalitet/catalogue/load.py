"""The catalogue's files to a ``Catalogue``; a catalogue with errors is never used."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kvalitet.catalogue import forms
from kvalitet.catalogue.access import Reader, parts, prose, string, strings
from kvalitet.catalogue.divisions import read_divisions, read_models
from kvalitet.catalogue.editions import read_edition, read_editions
from kvalitet.catalogue.language import read_language, read_privacy
from kvalitet.catalogue.law import (
    read_references,
    read_rights,
    read_sources,
    read_subjects,
    read_texts,
    read_wordings,
)
from kvalitet.catalogue.model import Catalogue, LegalBasis
from kvalitet.catalogue.requirements import DocumentForm, read_requirements
from kvalitet.catalogue.verify import verify_catalogue, verify_edition
from kvalitet.fields.empty import EmptyWords
from kvalitet.findings import Finding, Severity, sort_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from kvalitet.fields.model import Field

LAW_FOLDER = Path(__file__).resolve().parent.parent / "lovkrav"


class CatalogueError(Exception):
    """The catalogue has errors; ``findings`` lists them with file and line."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = sort_findings(findings)
        lines = [f"{one.place.file}:{one.place.line}: {one.message} {one.hint}" for one in self.findings]
        super().__init__("\n".join(["The catalogue has errors:", *lines]))


def known_areas(folder: Path = LAW_FOLDER) -> tuple[str, ...]:
    """Return the ids of the service areas there is a catalogue for."""
    return tuple(sorted(path.parent.name for path in folder.glob("*/omraade.yml")))


@lru_cache(maxsize=8)
def load_catalogue(area: str, folder: Path = LAW_FOLDER) -> Catalogue:
    """Return the catalogue of ``area``, read once per process. Raises ``CatalogueError`` with every fault."""
    loader = _Loader(area, folder)
    catalogue = loader.load()
    findings = [finding for reader in loader.readers for finding in reader.findings]
    if not any(one.severity is Severity.ERROR for one in findings):
        findings = verify_catalogue(catalogue)
    if findings:
        raise CatalogueError(findings)
    return catalogue


def load_edition(path: Path, catalogue: Catalogue) -> LegalBasis:
    """Return the draft edition in the file at ``path``, in the form of the catalogue's own.

    Raises ``CatalogueError`` with every fault of the file; its references and criteria are the catalogue's.
    """
    reader = Reader(path, path.as_posix())
    edition = read_edition(reader, catalogue.references)
    findings = list(reader.findings)
    if edition is not None:
        findings += verify_edition(edition, catalogue, path.as_posix())
    if edition is None or findings:
        raise CatalogueError(findings)
    return edition


class _Loader:
    """Opens the files of one area in the order in which they lean on each other."""

    def __init__(self, area: str, folder: Path) -> None:
        self.area = area
        self.folder = folder
        self.readers: list[Reader] = []

    def load(self) -> Catalogue:
        """Return the catalogue; what is wrong with it is in ``readers``."""
        sources = read_sources(self._open("kilder"))
        references = read_references(self._open("henvisninger"), sources)
        rights = read_rights(self._open("rettigheder"), references)
        editions = read_editions(self._open_all("lovgrundlag"), references)
        document = self._read_document()
        requirements = read_requirements(self._open_all("krav"), references, document, editions)
        return Catalogue(
            area=self.area,
            title=string(document.about, "titel"),
            description=prose(document.about, "beskrivelse"),
            requirements=requirements,
            criteria={one.id: one for each in requirements.values() for one in each.criteria},
            editions=editions,
            references=references,
            sources=sources,
            rights=rights,
            wordings=read_wordings(self._open("formuleringer"), references),
            subjects=read_subjects(self._open("emner"), rights),
            texts={one.path.stem: read_texts(one, references) for one in self._open_all("borgertekster")},
            divisions=read_divisions(self._open("opdelinger"), document.fields),
            models=read_models(self._open("gode_eksempler")),
            fields=document.fields,
            empty=self._read_empty_words(),
            approvers=document.approvers,
            order=document.order,
            limited=frozenset(
                key for key, one in document.fields.items() if any(each.limits for _, each in one.walk())
            ),
            ordered=_keys_where(document, lambda one: bool(one.order)),
            language=read_language(self._open("sprog", shared=True)),
            privacy=read_privacy(self._open("privat", shared=True)),
        )

    def _open(self, name: str, *, shared: bool = False) -> Reader:
        below = f"{name}.yml" if shared else f"{self.area}/{name}.yml"
        reader = Reader(self.folder / below, f"lovkrav/{below}")
        self.readers.append(reader)
        return reader

    def _open_all(self, name: str) -> list[Reader]:
        paths = sorted((self.folder / self.area / name).glob("*.yml"))
        return [self._open(f"{name}/{path.stem}") for path in paths]

    def _read_document(self) -> DocumentForm:
        form = DocumentForm()
        form.add(self._open("dokument", shared=True), forms.DOCUMENT)
        form.add(self._open("omraade"), forms.AREA)
        return form

    def _read_empty_words(self) -> EmptyWords:
        values = self._open("tomme_ord", shared=True).read(forms.EMPTY_WORDS)
        words = parts(values, "henvisningsord")
        return EmptyWords(
            placeholders=frozenset(strings(values, "pladsholdere")),
            targets=frozenset(strings(words, "mål")),
            fillers=frozenset(strings(words, "fyld")),
        )


def _keys_where(document: DocumentForm, holds: Callable[[Field], bool]) -> frozenset[str]:
    """Return the top-level keys that hold a field, at or below them, of which that is true."""
    return frozenset(key for key, one in document.fields.items() if any(holds(each) for _, each in one.walk()))
