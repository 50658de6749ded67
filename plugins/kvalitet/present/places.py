"""Places to ring or go to: a card each, with the week's hours as a small table."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from kvalitet.fields import Interval, Kind, Reference
from kvalitet.present.blocks import Card, Hours
from kvalitet.present.facts import tell_sentences
from kvalitet.present.views import anchor_of
from kvalitet.present.words import capitalize_first, phone_of, say_hours, say_number, say_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from decimal import Decimal

    from kvalitet.fields import Value

    Say = Callable[..., Markup]

# The fields of the form 'sted' in dokument.yml.
_NAME, _CHECKED, _WITHOUT, _LEVEL = "navn", "kontrolleret", "uden_aftale", "trinfri_adgang"
_ADDRESS, _MAIL = "adresse", "mail"
_DROP_IN = "åbent_uden_aftale"
_TIMES = {"åbent": "Åbent", _DROP_IN: "Uden aftale", "telefontid": "Telefon"}
_FROM, _TO, _FOR = "fra_alder", "til_alder", "for_hvem"
_COUNTRY = "+45"
_WHOLE_NUMBER = 8
_ADULT = 18  # what everybody takes a place to be for, where nothing else is said


def find_places(values: Iterable[Value]) -> list[Value]:
    """Return the places that ``values`` are or name, each once, in order."""
    found: dict[str, Value] = {}
    for value in values:
        for one in _places_of(value):
            if one.filled:
                found.setdefault(one.path, one)
    return list(found.values())


def is_for_citizens(place: Value) -> bool:
    """Whether citizens may turn to the place: it says nothing of whom it is for, or names some of them."""
    audience = place.get(_FOR)
    return audience is None or not audience.filled or any(tell_sentences(audience, place.file))


def _places_of(value: Value) -> Iterator[Value]:
    if isinstance(value.content, Reference):
        if value.content.target is not None:
            yield value.content.target
    elif value.field.kind in {Kind.LIST, Kind.TABLE}:
        for _, one in value.entries():
            yield from _places_of(one)
    elif value.field.kind is Kind.GROUP:
        yield value


def tel_link(number: str, *, example: bool) -> str:
    """Return the link that rings ``number``; none for an invented municipality, whose numbers do not exist."""
    digits = "".join(one for one in number if one.isdigit())
    if example or not digits:
        return ""
    return f"tel:{_COUNTRY if len(digits) == _WHOLE_NUMBER else ''}{digits}"


def make_card(place: Value, say: Say, *, example: bool, table: bool) -> Card:
    """Return the card of ``place``, with its hours as a table or in a line; ``say`` gives a fixed text by its id."""
    name = place.get(_NAME)
    phone = phone_of(place)
    weeks = _weeks_of(place)
    return Card(
        anchor=anchor_of(place.path),
        name=say_value(name) if name is not None and name.filled else capitalize_first(place.field.title),
        phone=phone,
        tel=tel_link(phone, example=example),
        lines=tuple(_lines(place, {} if table else weeks)),
        hours=weave_hours(weeks) if table else None,
        notes=(*_notes(place, say), *(_mail(place, example=example) if table else ())),
    )


def checked_on(places: Sequence[Value]) -> date | None:
    """Return the earliest day on which what stands of the places was checked; None where one was never."""
    days = [place.get(_CHECKED) for place in places]
    known = [one.content for one in days if one is not None and isinstance(one.content, date)]
    return min(known) if known and len(known) == len(places) else None


def _lines(place: Value, weeks: dict[str, Value]) -> Iterator[Markup]:
    address = place.get(_ADDRESS)
    if address is not None and address.filled:
        yield escape(say_value(address))
    for title, week in weeks.items():
        yield from (escape(line) for line in say_week(title, week))


def _notes(place: Value, say: Say) -> Iterator[Markup]:
    without = place.get(_WITHOUT)
    drop_in = place.get(_DROP_IN)
    if without is not None and without.content is False:
        yield say("med-aftale")
    elif without is not None and without.content is True and (drop_in is None or not drop_in.filled):
        yield say("uden-aftale")
    level = place.get(_LEVEL)
    if level is not None and level.content is False:
        yield say("trin-ved-doeren")
    ages = _say_ages(place)
    if ages:
        yield escape(ages)


def _mail(place: Value, *, example: bool) -> Iterator[Markup]:
    """Yield the address to write to, as a link where there is somebody to read it."""
    value = place.get(_MAIL)
    if value is not None and value.filled:
        link = Markup("{0}") if example else Markup('<a href="mailto:{0}">{0}</a>')
        yield Markup("Mail: ") + link.format(say_value(value))


def _say_ages(place: Value) -> str:
    lowest, highest = (_number(place.get(key)) for key in (_FROM, _TO))
    if lowest is not None and highest is not None:
        return f"Fra {say_number(lowest)} til {say_number(highest)} år."
    if lowest is not None and lowest != _ADULT:
        return f"Fra {say_number(lowest)} år."
    return f"Til og med {say_number(highest)} år." if highest is not None else ""


def _number(value: Value | None) -> Decimal | None:
    return value.content if value is not None and value.field.kind is Kind.NUMBER else None  # type: ignore[return-value]


def _weeks_of(place: Value) -> dict[str, Value]:
    weeks = {title: place.get(key) for key, title in _TIMES.items()}
    return {title: one for title, one in weeks.items() if one is not None and one.filled}


def weave_hours(weeks: dict[str, Value]) -> Hours | None:
    """Return the week's times side by side, days with the same times in one row; None where none are told."""
    columns = tuple(title for title, week in weeks.items() if any(_times(week).values()))
    rows: list[tuple[list[str], tuple[str, ...]]] = []
    last = ""
    for day in _days(weeks.values()):
        cells = tuple(_times(weeks[title]).get(day, "") for title in columns)
        if rows and last and rows[-1][1] == cells and any(cells):
            rows[-1][0].append(day)
        elif any(cells):
            rows.append(([day], cells))
        last = day if any(cells) else ""
    remarks = tuple(dict.fromkeys(text for week in weeks.values() for text in _remarks(week)))
    if not rows and not remarks:
        return None
    return Hours(columns, tuple((_say_days(days), cells) for days, cells in rows), remarks)


def say_week(title: str, week: Value) -> list[str]:
    """Return the same in a line: 'Åbent: mandag-onsdag 9-15, torsdag 9-17.'; what else is said of it follows."""
    hours = weave_hours({title: week})
    if hours is None:
        return []
    times = ", ".join(f"{days.lower()} {cells[0]}" for days, cells in hours.rows)
    return [*([f"{title}: {times}."] if times else []), *hours.remarks]


def _days(weeks: Iterable[Value]) -> list[str]:
    return list(
        dict.fromkeys(one.key for week in weeks for one in week.field.fields.values() if one.kind is Kind.HOURS)
    )


def _times(week: Value) -> dict[str, str]:
    children = week.content if isinstance(week.content, dict) else {}
    return {key: say_hours(one.content) for key, one in children.items() if isinstance(one.content, Interval)}


def _remarks(week: Value) -> list[str]:
    children = week.content if isinstance(week.content, dict) else {}
    return [say_value(one) for one in children.values() if one.filled and not isinstance(one.content, Interval)]


def _say_days(days: list[str]) -> str:
    return capitalize_first(days[0] if len(days) == 1 else f"{days[0]}-{days[-1]}")
