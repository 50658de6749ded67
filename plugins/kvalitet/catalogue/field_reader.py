"""Catalogue YAML to ``Field``: the form of a standard, read from data."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from kvalitet.catalogue import forms
from kvalitet.catalogue.access import Reader, boolean, decimal, entries, string, strings
from kvalitet.fields.model import COLLECTIONS, GROUPS, Field, Kind, Limit, Order
from kvalitet.fields.typed import read_fields
from kvalitet.reading.tree import Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Mapping as Dictionary

    from kvalitet.fields.value import Value

SECTION_TEXT = "tekst"
SECTION_PLAIN = "pixie"
SECTION_COVERS = "dækker"

_COMMON = {
    SECTION_TEXT: Field(
        SECTION_TEXT,
        Kind.TEXT,
        title="den vedtagne tekst",
        help="Afsnittets fulde tekst, som den er vedtaget.",
        example="Skriv afsnittet i hele sætninger.",
        used="condition",
    ),
    SECTION_PLAIN: Field(
        SECTION_PLAIN,
        Kind.TEXT,
        title="kommunens egne korte ord til borgeren",
        help="Det vigtigste i få, enkle sætninger til 'du'.",
        example="Du kan ringe eller komme.",
        used="citizen's page",
    ),
    SECTION_COVERS: Field(
        SECTION_COVERS,
        Kind.LIST,
        title="andre afsnit, som teksten også dækker",
        help="Nøglerne på de afsnit, som denne tekst også beskriver.",
        item=Field("", Kind.REQUIREMENT, title="afsnit", example="frit-valg"),
        used="resolving",
    ),
}


def read_field_map(node: object, reader: Reader, shapes: Dictionary[str, Field]) -> dict[str, Field]:
    """Return the fields of a raw ``felter:`` mapping, in order."""
    if not isinstance(node, Mapping):
        return {}
    return {name: read_field(name, entry.value, reader, shapes) for name, entry in node.entries.items()}


def read_shapes(node: object, reader: Reader, known: Dictionary[str, Field]) -> dict[str, Field]:
    """Return the shapes under ``former:``; a shape may use those before it."""
    shapes = dict(known)
    if isinstance(node, Mapping):
        for name, entry in node.entries.items():
            shapes[name] = read_field(name, entry.value, reader, shapes)
    return shapes


def read_field(key: str, node: Node, reader: Reader, shapes: Dictionary[str, Field]) -> Field:
    """Return the field that ``node`` describes; what is wrong with it is reported and a line stands in."""
    fallback = Field(key, Kind.LINE, place=reader.place(node))
    if isinstance(node, Scalar):  # 'af: tekst' is short for 'af: {type: tekst}'
        return _with_kind(fallback, node.text, node, reader, shapes)
    if not isinstance(node, Mapping):
        reader.report(node, f"'{key}' is no field.", "Write {titel: …, type: …}.")
        return fallback
    values = read_fields(node, forms.FIELD, reader.typing)
    made = _with_attributes(fallback, values, node)
    kind = string(values, "form") or string(values, "type")
    if not kind:
        reader.report(node, f"The field '{key}' has no type.", "Write 'type:' or 'form:'.")
        return made
    made = _with_kind(made, kind, node, reader, shapes)
    return _with_parts(made, values, reader, shapes)


def _with_kind(made: Field, kind: str, node: Node, reader: Reader, shapes: Dictionary[str, Field]) -> Field:
    if kind in shapes:
        shape = shapes[kind]
        return replace(
            shape,
            key=made.key,
            title=made.title or shape.title,
            help=made.help or shape.help,
            example=made.example or shape.example,
            required=made.required,
            limits=made.limits or shape.limits,
            citizen=made.citizen or shape.citizen,
            used=made.used or shape.used,
            better=made.better or shape.better,
            place=made.place,
        )
    if kind not in set(Kind) - {Kind.RAW}:
        reader.report(node, f"'{kind}' is neither a type nor a shape.", f"Types: {', '.join(Kind)}.")
        return made
    return replace(made, kind=Kind(kind))


def _with_attributes(made: Field, values: Dictionary[str, Value], node: Mapping) -> Field:
    return replace(
        made,
        title=string(values, "titel"),
        help=string(values, "hjælp"),
        example=string(values, "eksempel"),
        required=boolean(values, "påkrævet"),
        choices=_choices(values),
        short=string(values, "kortform"),
        target=string(values, "til"),
        keys=Kind(string(values, "nøgler")) if string(values, "nøgler") else None,
        minimum=decimal(values, "mindst"),
        maximum=decimal(values, "højst"),
        unit=string(values, "enhed"),
        pattern=string(values, "mønster"),
        limits=_limits(values),
        citizen=_citizen(node),
        used=string(values, "bruges"),
        own_only=boolean(values, "kun_egen"),
        technical=boolean(values, "teknisk"),
        past_in=frozenset(strings(values, "i_fortiden")),
        ahead_in=frozenset(strings(values, "i_fremtiden")),
        holds_months=int(decimal(values, "holder_måneder") or 0),
        order=read_order(values),
        better=string(values, "bedre"),
        weights=_weights(values),
    )


def _with_parts(made: Field, values: Dictionary[str, Value], reader: Reader, shapes: Dictionary[str, Field]) -> Field:
    parts = values.get("felter")
    if parts is not None:
        made = replace(made, fields=read_field_map(parts.content, reader, shapes))
    item = values.get("af")
    if item is not None and isinstance(item.content, Node):
        made = replace(made, item=read_field("", item.content, reader, shapes))
    if made.kind is Kind.SECTION:
        made = replace(made, fields={**_COMMON, **made.fields})
    if made.kind in GROUPS and not made.fields:
        reader.report_at(made.place, f"The group '{made.key}' has no fields.", "Write 'felter:'.")
    if made.kind in COLLECTIONS and made.item is None:
        reader.report_at(made.place, f"'{made.key}' does not say what it holds.", "Write 'af:'.")
        made = replace(made, item=Field("", Kind.LINE))
    return made


def read_order(values: Dictionary[str, Value]) -> tuple[Order, ...]:
    """Return the pairs of paths under ``rækkefølge``."""
    return tuple(
        (tuple(string(one, "først").split(".")), tuple(string(one, "sidst").split(".")))
        for one, _ in entries(values, "rækkefølge")
    )


def _choices(values: Dictionary[str, Value]) -> dict[str, str]:
    table = values.get("valg")
    if table is None or not isinstance(table.content, dict):
        return {}
    return {name: str(one.content or name) for name, one in table.content.items()}


def _weights(values: Dictionary[str, Value]) -> dict[str, Decimal]:
    table = values.get("vægt")
    weights = table.entries() if table is not None else []
    return {name: one.content for name, one in weights if isinstance(one.content, Decimal)}


def _limits(values: Dictionary[str, Value]) -> tuple[Limit, ...]:
    limit = values.get("grænse")
    if limit is None or not isinstance(limit.content, dict):
        return ()
    parts = limit.content
    when = parts.get("når")
    pairs = {name: str(one.content) for name, one in when.entries()} if when is not None else {}
    return (
        Limit(
            law=string(parts, "lov"),
            at_most=decimal(parts, "højst"),
            at_least=decimal(parts, "mindst"),
            exactly=decimal(parts, "præcis"),
            only=strings(parts, "kun"),
            when=pairs,
        ),
    )


def _citizen(node: Mapping) -> str | dict[str, str]:
    entry = node.entries.get("borger")
    if entry is None:
        return ""
    if isinstance(entry.value, Mapping):
        pairs = entry.value.entries.items()
        return {name: one.value.text.strip() for name, one in pairs if isinstance(one.value, Scalar)}
    return entry.value.text.strip() if isinstance(entry.value, Scalar) else ""
