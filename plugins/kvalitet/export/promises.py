"""What a standard tells its citizens, value by value, so that two days can be laid beside each other."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kvalitet.fields import Amount, Kind, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.catalogue import Catalogue
    from kvalitet.fields import Field, Value
    from kvalitet.standard.model import Standard

_STEP = "›"  # in no key, and hardly in the name of anything
_LONGEST = 120
_MARK = "tekst "
_LEFT_OUT = frozenset({"pixie", "dækker"})


def list_promises(standard: Standard) -> dict[str, str]:
    """Return what ``standard`` tells its citizens, by a path that stays when entries change places.

    Short values are as they were written, running text is its fingerprint. Only values that the citizen's page has a
    sentence for; dates are left out, since they say when something was looked at and not what is promised.
    """
    sections = {key for one in standard.catalogue.requirements.values() for key in one.sections}
    return {
        path: said
        for key, value in standard.values.items()
        if key in sections
        for path, said in _walk(value, key, told=False)
    }


def name_promise(path: str, said: str, catalogue: Catalogue) -> str:
    """Return what is promised at ``path``, in the words of the catalogue, and what was said, if it is short.

    Unknown steps are told as they are. An entry that is called by what it says is not told twice.
    """
    steps = path.split(_STEP)
    if len(steps) > 1 and steps[-2] == said:
        return name_path(_STEP.join(steps[:-1]), catalogue)
    name = name_path(path, catalogue)
    return name if is_running_text(said) else f"{name}, »{said}«"


def name_path(path: str, catalogue: Catalogue) -> str:
    """Return what a path of ``list_promises`` is about, in the words of the catalogue; unknown steps as they are."""
    key, *steps = path.split(_STEP)
    field = catalogue.fields.get(key)
    names = [field.title or key if field is not None else key]
    for step in steps:
        field, name = _follow(field, step)
        names.append(name)
    return ": ".join(name for name in names if name)


def is_running_text(said: str) -> bool:
    """Whether what was said is kept as a fingerprint alone."""
    return said.startswith(_MARK)


def _follow(field: Field | None, step: str) -> tuple[Field | None, str]:
    """Return the field one step below ``field``, and what the step is called: entries by their own name."""
    if field is None:
        return None, step
    if field.item is not None:
        return field.item, step
    child = field.fields.get(step)
    return child, (child.title or step) if child is not None else step


def _walk(value: Value, path: str, *, told: bool) -> Iterator[tuple[str, str]]:
    told = told or bool(value.field.citizen)
    content = value.content
    if isinstance(content, list):
        for name, one in _name_entries(content):
            yield from _walk(one, f"{path}{_STEP}{name}", told=told)
    elif isinstance(content, dict):
        for name, one in content.items():
            if name not in _LEFT_OUT:
                yield from _walk(one, f"{path}{_STEP}{name}", told=told)
    elif told and value.filled and value.field.kind is not Kind.DATE:
        yield path, _say(value)


def _name_entries(entries: list[Value]) -> Iterator[tuple[str, Value]]:
    """Yield each entry with what it is called: its own label where only one has that, else its number."""
    labels = [one.label.replace(_STEP, ">") for one in entries]
    for number, (label, one) in enumerate(zip(labels, entries, strict=True), 1):
        yield (label if label and labels.count(label) == 1 else str(number)), one


def _say(value: Value) -> str:  # noqa: PLR0911 - one per type of content
    content = value.content
    if isinstance(content, bool):
        return "ja" if content else "nej"
    if isinstance(content, date):
        return content.isoformat()
    if isinstance(content, Decimal):
        return format(content, "f")
    if isinstance(content, Amount):
        return f"{format(content.kroner, 'f')} kr."
    if isinstance(content, Reference):
        return content.key
    text = " ".join(value.raw.split())
    if value.field.kind is Kind.TEXT or len(text) > _LONGEST:
        return _MARK + hashlib.sha256(text.encode()).hexdigest()[:12]
    return text
