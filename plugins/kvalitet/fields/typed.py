"""A tree of text to typed values by the fields of the catalogue; everything that does not fit is a finding."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kvalitet.fields.edits import add_field, find_nearest, replace_value, reshape, suggest_scalar
from kvalitet.fields.empty import EmptyWords
from kvalitet.fields.model import COLLECTIONS, GROUPS, Field, Kind
from kvalitet.fields.scalars import UnfitError, read_scalar, shorten
from kvalitet.fields.value import Reference, Value
from kvalitet.findings import Edit, Finding, Place, Severity
from kvalitet.reading.tree import Entry, Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Mapping as Dictionary

_TEXTS = frozenset({Kind.TEXT, Kind.LINE})
_IDS = frozenset({Kind.REQUIREMENT, Kind.CRITERION, Kind.RULE, Kind.EDITION})
_ID_NAMES = {
    Kind.REQUIREMENT: "et afsnit",
    Kind.CRITERION: "et kriterium",
    Kind.RULE: "en regel",
    Kind.EDITION: "en udgave af reglerne",
}


@dataclass(slots=True)
class Typing:
    """What one file is typed with. ``ids`` are the known ids per kind; ``findings`` and ``references`` fill up."""

    file: str
    empty: EmptyWords = field(default_factory=EmptyWords)
    ids: Dictionary[Kind, frozenset[str]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    references: list[Value] = field(default_factory=list)
    complete: bool = True  # whether required fields are asked for (a shared file need not have them)

    def report(  # noqa: PLR0913, PLR0917 - one per column of a finding
        self,
        rule: str,
        place: Place,
        path: str,
        message: str,
        hint: str,
        severity: Severity = Severity.ERROR,
        edit: Edit | None = None,
    ) -> None:
        """Add a finding."""
        self.findings.append(Finding(rule, severity, place, message, path=path, hint=hint, edit=edit))


def read_fields(root: Mapping, fields: Dictionary[str, Field], typing: Typing) -> dict[str, Value]:
    """Return the typed values of the top-level keys of ``root`` that ``fields`` knows."""
    return _read_entries(root, fields, "", typing, title="")


def _read_entries(
    node: Mapping, fields: Dictionary[str, Field], path: str, typing: Typing, title: str
) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for name, entry in node.entries.items():
        below = f"{path}.{name}" if path else name
        known = fields.get(name)
        if known is None:
            _report_unknown(entry, node, fields, below, typing)
            continue
        values[name] = _read_value(entry.value, known, below, typing, title or known.title, entry)
    if typing.complete:
        for name, known in fields.items():
            if known.required and _is_missing(node.entries.get(name)):
                _report_missing(node.entries.get(name) or node, known, path, typing)
    return values


def _is_missing(entry: Entry | None) -> bool:
    return entry is None or (isinstance(entry.value, Scalar) and entry.value.empty)


def _read_value(  # noqa: PLR0913, PLR0917 - the walk's whole state
    node: Node, known: Field, path: str, typing: Typing, title: str, entry: Entry | None = None
) -> Value:
    empty = isinstance(node, Scalar) and node.empty
    at = entry if entry is not None and (empty or not isinstance(node, Scalar)) else node  # a group is where its key is
    value = Value(known, path, typing.file, at)
    if empty:
        return value
    if known.kind is Kind.RAW:
        value.content = node
    elif known.kind in GROUPS:
        _read_group(node, value, typing, title, entry)
    elif known.kind in COLLECTIONS:
        _read_collection(node, value, typing, title, entry)
    elif isinstance(node, Scalar):
        _read_text(node, value, typing, title)
    else:
        _report_shape(node, known, path, typing, entry)
    return value


def _read_group(node: Node, value: Value, typing: Typing, title: str, entry: Entry | None) -> None:
    known = value.field
    if isinstance(node, Mapping):
        value.content = _read_entries(node, known.fields, value.path, typing, title)
    elif isinstance(node, Scalar) and known.short:
        short = known.fields[known.short]
        value.content = {known.short: _read_value(node, short, f"{value.path}.{known.short}", typing, title)}
    else:
        _report_shape(node, known, value.path, typing, entry)


def _read_collection(node: Node, value: Value, typing: Typing, title: str, at: Entry | None) -> None:
    known, item = value.field, value.field.item
    assert item is not None  # noqa: S101 - the catalogue's check holds it
    if known.kind is Kind.LIST and isinstance(node, Sequence):
        value.content = [
            _read_value(one, item, f"{value.path}[{number}]", typing, title) for number, one in enumerate(node.items)
        ]
    elif known.kind is Kind.TABLE and isinstance(node, Mapping):
        value.content = {
            name: _read_value(entry.value, item, f"{value.path}.{name}", typing, title, entry)
            for name, entry in node.entries.items()
        }
        _check_keys(node, value, typing)
    else:
        _report_shape(node, known, value.path, typing, at)


def _check_keys(node: Mapping, value: Value, typing: Typing) -> None:
    kind = value.field.keys
    for name, entry in node.entries.items():
        if kind is not None and name not in typing.ids.get(kind, {name}):
            _report_unknown_id(kind, name, entry.place(typing.file), f"{value.path}.{name}", typing)


def _read_text(node: Scalar, value: Value, typing: Typing, title: str) -> None:
    known, text = value.field, unicodedata.normalize("NFC", node.text.strip())
    value.raw = text
    if text not in known.choices and typing.empty.is_placeholder(text):  # 'udkast' is a word of its own as a choice
        hint = "Skriv, hvad der gælder, eller slet linjen."
        message = f"Her står kun '{shorten(text)}'. Det tæller som tomt."
        typing.report("struktur-pladsholder", value.place, value.path, message, hint, Severity.WARNING)
        return
    try:
        value.content = read_scalar(known, text)
    except UnfitError as unfit:
        rule = "struktur-valg" if known.kind is Kind.CHOICE else "struktur-type"
        meant = find_nearest(text, known.choices) or suggest_scalar(known, text)
        hint = f"Mente du '{meant}'?" if meant else unfit.hint
        edit = replace_value(value.place, meant) if meant else None
        typing.report(rule, value.place, value.path, _named(known, str(unfit)), hint, edit=edit)
        return
    if known.kind in _TEXTS and typing.empty.is_bare_reference(text, title):
        value.thin = True
        message = f"'{shorten(text)}' henviser til en regel, men siger ikke, hvad kommunen lover."
        hint = "Skriv, hvad der gælder hos jer, i hele sætninger. Henvis gerne til loven bagefter."
        typing.report("struktur-kun-henvisning", value.place, value.path, message, hint, Severity.WARNING)
    elif known.kind is Kind.REFERENCE:
        value.content = Reference(text)
        typing.references.append(value)
    elif known.kind in _IDS:
        _check_id(value, text, typing)


def _check_id(value: Value, text: str, typing: Typing) -> None:
    known_ids = typing.ids.get(value.field.kind)
    if known_ids is not None and text not in known_ids:
        value.content = None
        _report_unknown_id(value.field.kind, text, value.place, value.path, typing)


def _report_unknown_id(kind: Kind, text: str, place: Place, path: str, typing: Typing) -> None:
    known_ids = typing.ids[kind]
    message = f"'{shorten(text)}' er ikke {_ID_NAMES[kind]}, vi kender."
    meant = find_nearest(text, known_ids)
    hint = f"Mente du '{meant}'?" if meant else f"Vælg en af disse: {', '.join(sorted(known_ids))}."
    edit = replace_value(place, meant) if meant else None
    typing.report("henvisning-ukendt", place, path, message, hint, edit=edit)


def _report_unknown(entry: Entry, node: Mapping, fields: Dictionary[str, Field], path: str, typing: Typing) -> None:
    meant = find_nearest(entry.key, frozenset(fields) - frozenset(node.entries))
    hint = f"Mente du '{meant}'?" if meant else f"Her kan stå: {', '.join(fields)}."
    place = entry.place(typing.file)
    edit = replace_value(place, meant) if meant else None
    if " " in entry.key and isinstance(entry.value, Scalar) and entry.value.empty:
        hint = "Står der et komma i en tekst mellem { og }, så sæt teksten i anførselstegn."
    message = f"'{shorten(entry.key)}' er ikke et felt, der kan stå her."
    typing.report("struktur-ukendt-noegle", place, path, message, hint, edit=edit)


def _report_missing(node: Mapping | Entry, known: Field, path: str, typing: Typing) -> None:
    below = f"{path}.{known.key}" if path else known.key
    example = known.example or next(iter(known.choices), "")
    hint = f"Skriv '{known.key}: {example}'." if example else f"Skriv '{known.key}:'."
    place = Place(typing.file, node.line, node.column, node.end if isinstance(node, Entry) else None)
    message = f"Feltet '{known.key}' mangler."
    typing.report("struktur-mangler", place, below, message, hint, edit=add_field(node, known))


def _report_shape(node: Node, known: Field, path: str, typing: Typing, entry: Entry | None) -> None:
    forms = {Mapping: "en gruppe af felter", Sequence: "en liste", Scalar: "en tekst"}
    found = forms[type(node)]
    if known.kind in GROUPS:
        wanted = "felter under sig"
        first = "tekst" if "tekst" in known.fields else next(iter(known.fields), "felt")
        hint = f"Skriv '{known.key}:' og på næste linje, rykket ind, '{first}: …'."
    elif known.kind is Kind.LIST:
        wanted, hint = "en liste", "Sæt en bindestreg og et mellemrum foran hver ting: '- …'."
    elif known.kind is Kind.TABLE:
        wanted, hint = "navngivne ting", "Giv hver ting et kort navn med kolon, og skriv dens felter rykket ind."
    else:
        wanted = "en enkelt værdi"
        hint = f"Skriv fx '{known.key}: {known.example}'." if known.example else "Skriv værdien efter kolon."
    message = _named(known, f"Her skal stå {wanted}, men der står {found}.")
    typing.report("struktur-type", node.place(typing.file), path, message, hint, edit=reshape(node, known, entry))


def _named(known: Field, message: str) -> str:
    return f"{known.key}: {message}" if known.key else message
