"""Inheritance, shared texts and references: what a standard gets from elsewhere, one step and no further."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.fields import Kind, Reference, Value
from kvalitet.fields.edits import find_nearest, replace_value
from kvalitet.findings import Finding, Severity
from kvalitet.standard.model import Standard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kvalitet.catalogue import Catalogue
    from kvalitet.standard.typed_file import TypedFile

    FindFile = Callable[[TypedFile, str], TypedFile | None]

_INHERITS, _FROM, _SECTIONS = "arver", "fra", "afsnit"
_TEXT, _COVERS = "tekst", "dækker"


def resolve_standard(typed: TypedFile, catalogue: Catalogue, find_file: FindFile) -> Standard:
    """Return the standard of ``typed``: its own sections win, inherited ones are whole and keep their places."""
    standard = Standard(
        file=typed.file,
        slug=typed.slug,
        catalogue=catalogue,
        values=dict(typed.values),
        own=typed.values,
        findings=list(typed.findings),
        shared=typed.shared,
        text=typed.text,
    )
    for source, section in _wanted(typed):
        _inherit_section(standard, typed, source, section, find_file)
    _resolve_references(standard, typed)
    standard.covered = _find_covered(standard)
    return standard


def _wanted(typed: TypedFile) -> Iterator[tuple[Value, Value]]:
    """Yield (the partner's name, one section's name) for each section the file inherits."""
    listed = typed.values.get(_INHERITS)
    for _, entry in listed.entries() if listed is not None else []:
        source, sections = entry.get(_FROM), entry.get(_SECTIONS)
        if source is None or source.content is None or sections is None:
            continue
        for _, section in sections.entries():
            if isinstance(section.content, str):
                yield source, section


def _inherit_section(standard: Standard, typed: TypedFile, source: Value, section: Value, find_file: FindFile) -> None:
    key = str(section.content)
    if key in typed.values:
        return  # the buyer's own section wins
    partner = find_file(typed, str(source.content))
    if partner is None:
        message = f"Der er ingen standard, der hedder '{source.content}', at arve fra."
        hint = "Skriv filens navn uden .yml, fx 'nabokoebing' eller '_fælles/generelt'."
        _report(standard, source, message, hint)
    elif key in partner.values:
        if key not in standard.values:
            standard.values[key] = partner.values[key]
            standard.via[key] = (source, section)
    elif any(str(other.content) == key for _, other in _wanted(partner)):
        message = f"'{partner.slug}' har selv arvet afsnittet '{key}'. Man kan kun arve ét led."
        _report(standard, section, message, "Arv det fra den kommune, der selv har skrevet det.")
    else:
        message = f"'{partner.slug}' har ikke noget afsnit '{key}' at arve."
        _report(standard, section, message, "Slet det af listen, eller skriv afsnittet selv.")


def _report(standard: Standard, value: Value, message: str, hint: str) -> None:
    standard.findings.append(
        Finding("henvisning-arv", Severity.ERROR, value.place, message, path=value.path, hint=hint)
    )


def _resolve_references(standard: Standard, typed: TypedFile) -> None:
    """Point each reference of the file's own text at what it names; inherited ones were pointed at home."""
    for value in typed.references:
        reference = value.content
        if not isinstance(reference, Reference):
            continue
        table = standard.values.get(value.field.target)
        reference.target = table.get(reference.key) if table is not None else None
        if reference.target is None:
            standard.findings.append(_dangling(value, reference, table))


def _dangling(value: Value, reference: Reference, table: Value | None) -> Finding:
    known = [name for name, _ in table.entries()] if table is not None else []
    message = f"'{reference.key}' står ikke under '{value.field.target}'."
    meant = find_nearest(reference.key, known)
    hint = f"Her kan stå: {', '.join(known)}." if known else f"Tilføj '{reference.key}' under '{value.field.target}'."
    if meant:
        hint = f"Mente du '{meant}'?"
    edit = replace_value(value.place, meant) if meant else None
    return Finding("henvisning-ukendt", Severity.ERROR, value.place, message, value.path, hint, edit=edit)


def _find_covered(standard: Standard) -> dict[str, tuple[Value, Value]]:
    """Return, per section that another section's text covers, that text and the entry that says so."""
    covered: dict[str, tuple[Value, Value]] = {}
    for section in standard.values.values():
        parts = [one for _, one in section.entries()] if section.field.kind is Kind.LIST else [section]
        for part in parts:
            text, covers = part.get(_TEXT), part.get(_COVERS)
            if text is None or covers is None or not text.filled:
                continue
            for _, entry in covers.entries():
                if isinstance(entry.content, str):
                    covered.setdefault(entry.content, (text, entry))
    return covered
