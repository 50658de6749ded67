"""One file, read and typed by the catalogue of its area, before anything is taken from other files."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kvalitet.catalogue import Catalogue, known_areas, load_catalogue
from kvalitet.fields import Kind, Typing, Value, read_fields
from kvalitet.fields.edits import find_nearest, replace_value
from kvalitet.findings import Finding, Severity
from kvalitet.reading import Mapping, Scalar, read_file
from kvalitet.standard.files import SHARED_FOLDER, shown_name
from kvalitet.standard.model import slug_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Loader = Callable[[str], Catalogue]

FORMAT = "1"


@dataclass(slots=True)
class TypedFile:
    """A file's own values. ``catalogue`` is None where the file cannot be read or its area is unknown.

    ``text`` is what stands in the file, as far as it can be shown.
    """

    path: Path
    file: str
    slug: str
    shared: bool
    catalogue: Catalogue | None = None
    values: dict[str, Value] = field(default_factory=dict)
    references: list[Value] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    text: str = ""


def read_typed_file(path: Path, rules: frozenset[str], load: Loader = load_catalogue) -> TypedFile:
    """Return the file's values and all that is wrong with them; ``rules`` are the ids of known rules."""
    file = shown_name(path)
    shared = unicodedata.normalize("NFC", path.resolve().parent.name) == SHARED_FOLDER
    typed = TypedFile(path, file, unicodedata.normalize("NFC", path.stem), shared)
    root, findings, typed.text = read_file(path, file)
    typed.findings.extend(findings)
    area = _find_area(root, typed) if root is not None else None
    if root is None or area is None:
        return typed
    if not _format_fits(root, typed):
        return typed
    catalogue = load(area)
    typing = Typing(file, catalogue.empty, _known_ids(catalogue, rules), complete=not shared)
    typed.values = read_fields(root, catalogue.fields, typing)
    typed.catalogue = catalogue
    typed.references = typing.references
    typed.findings.extend(typing.findings)
    if not shared:
        _check_name(typed)
    return typed


def _known_ids(catalogue: Catalogue, rules: frozenset[str]) -> dict[Kind, frozenset[str]]:
    sections = {key for one in catalogue.requirements.values() for key in one.sections}
    return {
        Kind.REQUIREMENT: frozenset(sections),
        Kind.CRITERION: frozenset(catalogue.criteria),
        Kind.RULE: rules,
        Kind.EDITION: frozenset(catalogue.editions),
    }


def _find_area(root: Mapping, typed: TypedFile) -> str | None:
    """Return the area the file names; a shared file may leave it to the folder it lies in."""
    entry = root.entries.get("område")
    areas = known_areas()
    if entry is not None and isinstance(entry.value, Scalar) and not entry.value.empty:
        name, place = entry.value.text.strip(), entry.value.place(typed.file)
    else:
        parent = typed.path.resolve().parent
        name = parent.parent.name if typed.shared else parent.name
        place = (entry or root).place(typed.file)
    if name in areas:
        return name
    options = ", ".join(f"'{area}'" for area in areas)
    written = entry is not None and not (isinstance(entry.value, Scalar) and entry.value.empty)
    message = f"Området '{name}' kendes ikke." if written else "Feltet 'område' mangler."
    hint = f"Skriv et af disse områder: {options}."
    meant = find_nearest(name, areas) or (areas[0] if len(areas) == 1 else "")
    edit = replace_value(place, meant) if meant and written else None
    typed.findings.append(Finding("struktur-omraade", Severity.ERROR, place, message, "område", hint, edit=edit))
    return None


def _format_fits(root: Mapping, typed: TypedFile) -> bool:
    """Tell whether the file's format is one we read; an unknown one may mean something else by the same keys."""
    entry = root.entries.get("format")
    if entry is None or not isinstance(entry.value, Scalar) or entry.value.text.strip() in {FORMAT, ""}:
        return True
    message = f"Format {entry.value.text.strip()} kendes ikke af denne udgave af programmet."
    hint = f"Skriv 'format: {FORMAT}', eller hent en nyere udgave af programmet."
    place = entry.value.place(typed.file)
    edit = replace_value(place, FORMAT)
    typed.findings.append(Finding("struktur-format", Severity.ERROR, place, message, "format", hint, edit=edit))
    return False


def _check_name(typed: TypedFile) -> None:
    name = typed.values.get("kommune")
    if name is None or not isinstance(name.content, str) or slug_of(name.content) == typed.slug:
        return
    message = f"Filen hedder '{typed.path.name}', men kommunen hedder '{name.content}'."
    hint = f"Kald filen '{slug_of(name.content)}.yml'. Navnet bliver en del af sidens adresse."
    typed.findings.append(Finding("struktur-filnavn", Severity.ERROR, name.place, message, name.path, hint))
