"""Values in plain Danish: dates, numbers, hours, lists of words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kvalitet.danish import MONTHS, WEEKDAYS
from kvalitet.fields import Amount, Interval, Reference, Value

if TYPE_CHECKING:
    from collections.abc import Sequence


def say_date(day: date) -> str:
    """Return '24. april 2025'."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def say_weekday(day: date) -> str:
    """Return 'torsdag den 24. april 2025'."""
    return f"{WEEKDAYS[day.weekday()]} den {say_date(day)}"


def say_number(number: Decimal) -> str:
    """Return '1.250,5': comma for decimals, a point between thousands."""
    whole, _, decimals = format(number, "f").partition(".")
    decimals = decimals.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{decimals}" if decimals else grouped


def say_hours(interval: Interval) -> str:
    """Return '9-15.30', '9-12 og 13-15' or 'lukket'."""
    spans = [f"{_say_clock(start)}-{_say_clock(end)}" for start, end in interval.spans]
    return say_list(spans) if spans else "lukket"


def say_list(words: Sequence[str], last: str = "og") -> str:
    """Return 'a, b og c'."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def capitalize_first(text: str) -> str:
    """Return ``text`` with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return ``text`` with a small first letter where the word is no name or abbreviation: 'KL's' stays."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def say_value(value: Value) -> str:  # noqa: PLR0911 - one per type of content
    """Return a scalar as a person would say it; a reference as the name of what it names."""
    content = value.content
    if isinstance(content, bool):
        return "ja" if content else "nej"
    if isinstance(content, date):
        return say_date(content)
    if isinstance(content, Decimal):
        return say_number(content)
    if isinstance(content, Amount):
        return f"{say_number(content.kroner)} kr."
    if isinstance(content, Interval):
        return say_hours(content)
    if isinstance(content, Reference):
        return say_target(content)
    return content if isinstance(content, str) else ""


def say_target(reference: Reference) -> str:
    """Return the name of what ``reference`` names, its key where it has none."""
    name = reference.target.get("navn") if reference.target is not None else None
    return name.content if name is not None and isinstance(name.content, str) else reference.key


def say_phone(value: Value) -> str:
    """Return a telephone number in groups that no line break parts."""
    return say_value(value).replace(" ", "\xa0")


def phone_of(place: Value) -> str:
    """Return the number of a place, "" where it has none."""
    value = place.get("telefon")
    return say_phone(value) if value is not None and value.filled else ""


def _say_clock(clock: str) -> str:
    hour, _, minute = clock.partition(".")
    return f"{int(hour)}" if minute == "00" else f"{int(hour)}.{minute}"
