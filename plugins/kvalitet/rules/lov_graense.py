"""A value beyond what the law allows: the limits stand on the fields of the catalogue."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kvalitet.fields.edits import replace_value
from kvalitet.findings import Finding, Severity
from kvalitet.rules.model import Case, Rule
from kvalitet.rules.weight import severity_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kvalitet.fields import Limit, Value


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding per own value that breaks a legal limit of its field."""
    for key, value in case.standard.own.items():
        if key in case.catalogue.limited:
            yield from _check_below(value, {}, case)


def _check_below(value: Value, siblings: Mapping[str, Value], case: Case) -> Iterator[Finding]:
    for limit in value.field.limits:
        if _applies(limit, siblings):
            yield from _check_limit(value, limit, case)
    if isinstance(value.content, dict):
        for one in value.content.values():
            yield from _check_below(one, value.content, case)
    elif isinstance(value.content, list):
        for one in value.content:
            yield from _check_below(one, {}, case)


def _applies(limit: Limit, siblings: Mapping[str, Value]) -> bool:
    return all(name in siblings and siblings[name].content == wanted for name, wanted in limit.when.items())


def _check_limit(value: Value, limit: Limit, case: Case) -> Iterator[Finding]:
    broken = _broken(value, limit)
    if not broken:
        return
    reference = case.catalogue.references[limit.law]
    yield Finding(
        rule=RULE.id,
        severity=severity_of(reference),
        place=value.place,
        path=value.path,
        message=f"{value.field.key}: Her står {value.raw}{_unit(value)}. {broken}",
        hint=f"{reference.says} Skriv '{value.field.key}: {_allowed(limit)}'.",
        reference=reference.title,
        edit=replace_value(value.place, _allowed(limit)),
    )


def _broken(value: Value, limit: Limit) -> str:
    """Return what the law says where ``value`` breaks ``limit``, else ""."""
    content = value.content
    if isinstance(content, str) and limit.only and content not in limit.only:
        return f"Efter loven kan der kun stå: {', '.join(limit.only)}."
    if not isinstance(content, Decimal):
        return ""
    unit = _unit(value)
    if limit.exactly is not None and content != limit.exactly:
        return f"Efter loven er det {limit.exactly}{unit}."
    if limit.at_most is not None and content > limit.at_most:
        return f"Efter loven må det højst være {limit.at_most}{unit}."
    if limit.at_least is not None and content < limit.at_least:
        return f"Efter loven skal det mindst være {limit.at_least}{unit}."
    return ""


def _allowed(limit: Limit) -> str:
    """Return what the law says, as it is written in the field."""
    if limit.only:
        return limit.only[0]
    return str(next(one for one in (limit.exactly, limit.at_most, limit.at_least) if one is not None))


def _unit(value: Value) -> str:
    return f" {value.field.unit}" if value.field.unit else ""


RULE = Rule(
    id="lov-graense",
    title="Et tal eller et valg går ud over, hvad loven tillader",
    severity=Severity.ERROR,
    explanation=(
        "Nogle felter har en grænse i loven: Behandlingen skal i gang senest 14 dage efter den første "
        "henvendelse, opfølgning sker senest 1 og 6 måneder efter behandlingen, og fristen for at klage over en "
        "afgørelse er 4 uger. Kommunen kan love mere, men ikke mindre. Er reglen kun sluttet af andre kilder, er "
        "fundet en advarsel."
    ),
    why=("En borger, der retter sig efter tallet, kan komme til at vente for længe eller klage for sent."),
    wrong="behandlingsgaranti:\n  tekst: Vi begynder så hurtigt, vi kan.\n  frist_dage: 21\n",
    right=(
        "behandlingsgaranti:\n"
        "  tekst: Din behandling begynder senest 14 dage efter, at du har bedt om den.\n"
        "  frist_dage: 14\n"
    ),
    mark="21",
    law=("sel-101-4", "bek1477-4-2", "rsl-67"),
    check=check,
)
