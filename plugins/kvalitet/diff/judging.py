"""Whether a change is for the worse, as far as the catalogue can tell (``bedre``, ``grænse``, ``vægt``)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kvalitet.fields import Amount, Interval, Value
from kvalitet.fields.model import COLLECTIONS, GROUPS

if TYPE_CHECKING:
    from kvalitet.fields import Field

MORE, LESS, YES, NO = "mere", "mindre", "ja", "nej"
_ONE = Decimal(1)
_MEASURED = (Decimal, Amount, Interval)


def direction_of(field: Field, above: str = "") -> str:
    """Return what is better of ``field``: its own word, else what its legal limit tells, else the group's above."""
    if field.better:
        return field.better
    for limit in field.limits:
        if limit.at_most is not None:
            return LESS
        if limit.at_least is not None:
            return MORE
    return above if field.kind not in COLLECTIONS else ""


def is_worse(before: Value | None, after: Value | None, above: str = "") -> bool:
    """Whether ``after`` promises the citizen less than ``before``; False where that cannot be told."""
    if before is None or not before.filled:
        return False
    if after is None or not after.filled:
        return is_promise(before, above)
    better = direction_of(before.field, above)
    if isinstance(before.content, dict) and before.field.kind in GROUPS:
        return _is_group_worse(before, after, better)
    return _is_scalar_worse(before, after, better, (_ONE, _ONE))


def is_promise(value: Value, above: str = "") -> bool:
    """Whether taking ``value`` away takes something from the citizen."""
    if not value.filled:
        return False
    better = direction_of(value.field, above)
    content = value.content
    if value.field.kind in COLLECTIONS:
        return better == MORE
    if isinstance(content, dict):
        return any(is_promise(one, better) for one in content.values())
    if better in {YES, NO}:
        return _say(content) == better
    if isinstance(content, str):
        return any(content in limit.only for limit in value.field.limits)
    return better in {MORE, LESS} and isinstance(content, _MEASURED)


def _is_group_worse(before: Value, after: Value, better: str) -> bool:
    factors = _factors(before, after)
    for _, one in before.entries():
        other = after.get(one.field.key)
        if isinstance(one.content, _MEASURED) and other is not None and other.filled:
            if factors is not None and _is_scalar_worse(one, other, direction_of(one.field, better), factors):
                return True
        elif is_worse(one, other, better):
            return True
    return False


def _factors(before: Value, after: Value) -> tuple[Decimal, Decimal] | None:
    """Return what the numbers of both groups count for by the choices beside them; None: not to be compared."""
    factor_before = factor_after = _ONE
    for one in (before, after):
        for _, choice in one.entries():
            if not choice.field.weights:
                continue
            then, now = before.get(choice.field.key), after.get(choice.field.key)
            if then is None or now is None:
                return None
            if then.content == now.content:
                continue
            weights = choice.field.weights
            if str(then.content) not in weights or str(now.content) not in weights:
                return None
            factor_before, factor_after = weights[str(then.content)], weights[str(now.content)]
    return factor_before, factor_after


def _is_scalar_worse(before: Value, after: Value, better: str, factors: tuple[Decimal, Decimal]) -> bool:
    if better in {YES, NO}:
        return _say(before.content) == better and _say(after.content) != better
    if isinstance(before.content, str):
        return any(before.content in one.only and after.content not in one.only for one in before.field.limits)
    then, now = _measure(before), _measure(after)
    if then is None or now is None or better not in {MORE, LESS}:
        return False
    then, now = then * factors[0], now * factors[1]
    return now < then if better == MORE else now > then


def _measure(value: Value) -> Decimal | None:
    content = value.content
    if isinstance(content, Decimal):
        return content
    if isinstance(content, Amount):
        return content.kroner
    if isinstance(content, Interval):
        return Decimal(sum(_minutes(end) - _minutes(start) for start, end in content.spans))
    return None


def _minutes(clock: str) -> int:
    hour, _, minute = clock.partition(".")
    return int(hour) * 60 + int(minute)


def _say(content: object) -> str:
    if isinstance(content, bool):
        return YES if content else NO
    return content if isinstance(content, str) else ""
