"""The kinds of help a standard offers: what each is, how often at least, and whether the municipality must say yes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kvalitet.present.blocks import Offer, Offers
from kvalitet.present.words import capitalize_first, say_number, say_value
from kvalitet.standard.lookup import trace_below

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markupsafe import Markup

    from kvalitet.catalogue.model import Part
    from kvalitet.fields import Value

    Say = Callable[..., Markup]

_ANSWERS: dict[bool | None, str] = {False: "nej", True: "ja", None: "uoplyst"}


def group_offers(offers: Sequence[Value], part: Part, say: Say) -> list[Offers]:
    """Return the kinds of help by whether a decision is needed, those without one first."""
    made = []
    for answer, label in _ANSWERS.items():
        of_kind: dict[str, list[Value]] = {}
        for offer in offers:
            if _decision(offer, part) is answer:
                of_kind.setdefault(_kind_of(offer, part), []).append(offer)
        if of_kind:
            told = tuple(_tell_kind(kind, same, part, say) for kind, same in of_kind.items())
            made.append(Offers(part.labels[label], told))
    return made


def _decision(offer: Value, part: Part) -> bool | None:
    value = offer.get(part.labels["deles"])
    return value.content if value is not None and isinstance(value.content, bool) else None


def _kind_of(offer: Value, part: Part) -> str:
    value = offer.get(part.labels["slags"])
    return say_value(value) if value is not None else ""


def _tell_kind(kind: str, offers: list[Value], part: Part, say: Say) -> Offer:
    """A kind is told in the catalogue's plain words; one that it has none for, by the offers' own names."""
    field = offers[0].field.child(part.labels["slags"])
    words = field.citizen if field is not None else ""
    named = ", ".join(one.label for one in offers if one.label != kind)
    told = words.get(kind, "") if not isinstance(words, str) else ""
    return Offer(told or named or capitalize_first(kind), _how_often(offers, part, say))


def _how_often(offers: list[Value], part: Part, say: Say) -> Markup | str:
    """Return how often there is at least some of it, where all of the kind say so in the same unit."""
    found = [(_end(one, part.labels["tal"]), _end(one, part.labels["pr"])) for one in offers]
    numbers = [number.content for number, _ in found if number is not None and isinstance(number.content, Decimal)]
    units = {say_value(unit): unit for _, unit in found if unit is not None and unit.filled}
    if len(numbers) < len(offers) or len(units) != 1 or any(unit is None for _, unit in found):
        return ""
    unit = next(iter(units.values()))
    words = unit.field.citizen
    per = words.get(say_value(unit), "") if not isinstance(words, str) else ""
    least = min(numbers)
    return say("hvor-tit", tal=say_number(least), gange="gang" if least == 1 else "gange", pr=per)


def _end(offer: Value, path: str) -> Value | None:
    return next((one.value for one in trace_below(offer, tuple(path.split(".")))), None)


def find_entries(values: Sequence[Value]) -> Iterator[Value]:
    """Yield the filled entries of lists."""
    for value in values:
        yield from (one for _, one in value.entries() if one.filled)
