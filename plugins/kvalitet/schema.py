"""The JSON Schema (draft-07, which editors read) derived from the catalogue."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kvalitet.catalogue import known_areas, load_catalogue
from kvalitet.fields.model import Field, Kind
from kvalitet.fields.scalars import PATTERNS
from kvalitet.studies import load_recommendations, make_answer_form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kvalitet.catalogue import Catalogue
    from kvalitet.studies import Recommendations

Schema = dict[str, Any]

_NUMBERS = frozenset({Kind.NUMBER, Kind.AMOUNT})


def make_schema(catalogue: Catalogue) -> Schema:
    """Return the schema of one area's standards."""
    schema = _group(catalogue.fields, catalogue)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": "Derived from the catalogue by 'kvalitet schema'. Do not edit.",
        "title": f"Kvalitetsstandard: {catalogue.title}",
        "description": catalogue.description,
        **schema,
    }


def make_answer_schema(catalogue: Catalogue, recommendations: Recommendations) -> Schema:
    """Return the schema of one area's answers on recommendations."""
    schema = _group(make_answer_form(recommendations), catalogue)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": "Derived from the recommendations by 'kvalitet schema --anbefalinger'. Do not edit.",
        "title": f"Svar på anbefalinger: {catalogue.title}",
        "description": recommendations.about,
        **schema,
    }


def make_schemas() -> dict[str, str]:
    """Return every schema there is by its file's name: the standards' and the answers' of each area."""
    schemas = {}
    for area in known_areas():
        catalogue, recommendations = load_catalogue(area), load_recommendations(area)
        schemas[f"{area}.schema.json"] = dump_schema(make_schema(catalogue))
        if recommendations is not None:
            schemas[f"{area}-anbefalinger.schema.json"] = dump_schema(make_answer_schema(catalogue, recommendations))
    return schemas


def dump_schema(schema: Schema) -> str:
    """Return the schema as JSON text."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _group(fields: Mapping[str, Field], catalogue: Catalogue) -> Schema:
    schema: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _nullable(_field(one, catalogue)) for name, one in fields.items()},
    }
    required = [name for name, one in fields.items() if one.required]
    if required:
        schema["required"] = required
    return schema


def _nullable(schema: Schema) -> Schema:
    """An empty value means 'not stated' and is allowed everywhere."""
    described: Schema = {key: schema.pop(key) for key in ("title", "description", "examples") if key in schema}
    return {**described, "anyOf": [schema, {"type": "null"}]}


def _field(one: Field, catalogue: Catalogue) -> Schema:
    schema = _kind(one, catalogue)
    if one.title:
        schema["title"] = one.title
    description = _description(one, catalogue)
    if description:
        schema["description"] = description
    if one.example:
        schema["examples"] = [one.example]
    return schema


def _kind(one: Field, catalogue: Catalogue) -> Schema:
    if one.kind in {Kind.GROUP, Kind.SECTION}:
        group = _group(one.fields, catalogue)
        return {"anyOf": [_kind(one.fields[one.short], catalogue), group]} if one.short else group
    if one.item is not None:
        item = _nullable(_field(one.item, catalogue))
        if one.kind is Kind.LIST:
            return {"type": "array", "items": item}
        if one.keys is not None:
            names = dict.fromkeys(_ids(one.keys, catalogue), item)
            return {"type": "object", "properties": names, "additionalProperties": False}
        return {"type": "object", "additionalProperties": item}
    return _scalar(one, catalogue)


def _scalar(one: Field, catalogue: Catalogue) -> Schema:
    ids = _ids(one.kind, catalogue)
    if one.choices or ids:
        options = list(one.choices or ids)
        return {"enum": [*options, *(int(option) for option in options if option.isdigit())]}  # 2019 without quotes
    if one.kind is Kind.YES_NO:
        return {"enum": ["ja", "nej", "Ja", "Nej", "JA", "NEJ", True, False]}
    if one.kind in _NUMBERS:
        schema: Schema = {"type": ["number", "string"], "pattern": PATTERNS[one.kind]}
        schema["minimum"] = float(one.minimum) if one.minimum is not None else 0
        if one.maximum is not None:
            schema["maximum"] = float(one.maximum)
        return schema
    if one.kind in {Kind.TEXT, Kind.LINE}:  # a bare number or date is text too
        schema = {"type": ["string", "number", "boolean"]}
        if one.kind is Kind.LINE:
            schema["pattern"] = f"^(?:{one.pattern})$" if one.pattern else r"^[^\n]*\n?$"
        return schema
    schema = {"type": ["string", "integer"]}
    if one.kind in PATTERNS:
        schema["pattern"] = PATTERNS[one.kind]
    return schema


def _ids(kind: Kind, catalogue: Catalogue) -> list[str]:
    if kind is Kind.REQUIREMENT:
        return [key for one in catalogue.requirements.values() for key in one.sections]
    if kind is Kind.CRITERION:
        return list(catalogue.criteria)
    if kind is Kind.EDITION:
        return list(catalogue.editions)
    return []


def _description(one: Field, catalogue: Catalogue) -> str:
    parts = [one.help]
    for limit in one.limits:
        reference = catalogue.references[limit.law]
        parts.append(f"{reference.title}: {reference.says}")
    if one.choices:
        meanings = [f"{name}: {text}" for name, text in one.choices.items() if text and text != name]
        parts.append("; ".join(meanings))
    requirement = catalogue.requirement_of_section(one.key)
    if requirement is not None and one is requirement.sections.get(one.key):
        parts.append(requirement.about)
        parts.extend(reference.title for reference in requirement.references)
    return "\n\n".join(part for part in parts if part)
