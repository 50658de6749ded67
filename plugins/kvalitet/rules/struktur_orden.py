"""Two dates or figures that stand in the wrong order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.findings import Finding, Severity
from kvalitet.rules.model import Case, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kvalitet.fields import Value
    from kvalitet.fields.model import Order


def check(case: Case) -> Iterator[Finding]:
    """Yield a warning per pair whose second part is less than its first."""
    own = case.standard.own
    yield from _check_group(own, case.catalogue.order)
    for key, value in own.items():
        if key in case.catalogue.ordered:
            yield from _check_below(value)


def _check_below(value: Value) -> Iterator[Finding]:
    content = value.content
    if isinstance(content, dict):
        if value.field.order:
            yield from _check_group(content, value.field.order)
        for one in content.values():
            yield from _check_below(one)
    elif isinstance(content, list):
        for one in content:
            yield from _check_below(one)


def _check_group(group: Mapping[str, Value], order: tuple[Order, ...]) -> Iterator[Finding]:
    for first_path, last_path in order:
        first, last = _find(group, first_path), _find(group, last_path)
        if first is None or last is None or not _is_after(first.content, last.content):
            continue
        message = f"{'.'.join(last_path)} ({last.raw}) kommer før {'.'.join(first_path)} ({first.raw})."
        hint = "Byt om på de to, eller ret det, der er forkert."
        yield Finding(RULE.id, Severity.WARNING, last.place, message, last.path, hint)


def _find(group: Mapping[str, Value], path: tuple[str, ...]) -> Value | None:
    value = group.get(path[0])
    for name in path[1:]:
        value = value.get(name) if value is not None else None
    return value


def _is_after(first: object, last: object) -> bool:
    """Whether both are of one kind that has an order, and the first is the greater."""
    return first is not None and type(first) is type(last) and first > last  # type: ignore[operator]


RULE = Rule(
    id="struktur-orden",
    title="To datoer eller tal står i omvendt orden",
    severity=Severity.WARNING,
    explanation=(
        "Noget slutter, før det begynder: en standard gælder fra en dag, før den er godkendt, en høring slutter, "
        "før den begynder, eller den højeste alder er mindre end den laveste. Ret det, der er forkert."
    ),
    why="Mindst ét af de to er forkert, og borgeren kan ikke vide hvilket.",
    wrong="høring:\n  hvem: [Udsatterådet]\n  fra: 2025-02-24\n  til: 2025-01-20\n",
    right="høring:\n  hvem: [Udsatterådet]\n  fra: 2025-01-20\n  til: 2025-02-24\n",
    mark="2025-01-20",
    check=check,
)
