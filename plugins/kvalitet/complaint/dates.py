"""The two dates a reader asks for: when treatment must have begun, and the last day to complain.

Where a rule is uncertain the earlier day is given and the doubt is told: to complain early costs nothing, to complain
late may cost everything. ``theme/assets/frister.js`` counts the same way; one table of cases holds both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_WEEK = timedelta(weeks=1)
_DAY = timedelta(days=1)
_SUNDAY = 6
_SATURDAY = 5
_PRAYER_DAY_ENDED = 2024  # store bededag was a holiday for the last time in 2023


class Note(StrEnum):
    """What must be said beside a last day."""

    MOVED = "flyttet"  # it fell on a weekend or holiday
    CLOSED = (
        "lukket"  # an office may be closed that day, and a source would give the next weekday: the earlier is given
    )


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last ``day`` to complain; ``counted`` is the day the weeks end on, before it was moved."""

    day: date
    counted: date
    notes: tuple[Note, ...]

    @property
    def doubtful(self) -> bool:
        """Whether a source would give a later day."""
        return Note.CLOSED in self.notes


def last_day_to_begin(asked: date, days: int) -> date:
    """Return the last day treatment may begin when the municipality was asked for it on ``asked``: all days count."""
    return asked + timedelta(days=days)


def last_day_to_complain(received: date, weeks: int) -> Deadline:
    """Return the last day to complain of a decision received on ``received``.

    The day of receipt does not count, so the weeks end on its weekday. A last day that is a Saturday, a Sunday or a
    holiday moves to the next weekday.
    """
    counted = received + weeks * _WEEK
    day = counted
    while is_free(day):
        day += _DAY
    notes = [Note.MOVED] if day != counted else []
    if is_doubtful(day):
        notes.append(Note.CLOSED)
    return Deadline(day, counted, tuple(notes))


def is_free(day: date) -> bool:
    """Whether ``day`` is a Saturday, a Sunday or a public holiday."""
    return day.weekday() in {_SATURDAY, _SUNDAY} or day in holidays(day.year)


def is_doubtful(day: date) -> bool:
    """Whether offices are mostly closed on ``day`` though it is no holiday: sources differ on deadlines then."""
    bridge = find_easter(day.year) + timedelta(days=40)  # the Friday after Ascension
    return (day.month, day.day) in {(6, 5), (12, 24), (12, 31)} or day == bridge


def holidays(year: int) -> dict[date, str]:
    """Return the public holidays of ``year`` by day, in order."""
    easter = find_easter(year)
    movable = {-3: "skærtorsdag", -2: "langfredag", 0: "påskedag", 1: "2. påskedag", 39: "Kristi himmelfartsdag"}
    movable |= {49: "pinsedag", 50: "2. pinsedag"}
    if year < _PRAYER_DAY_ENDED:
        movable[26] = "store bededag"
    found = {easter + timedelta(days=days): name for days, name in movable.items()}
    found |= {date(year, 1, 1): "nytårsdag", date(year, 12, 25): "juledag", date(year, 12, 26): "2. juledag"}
    return dict(sorted(found.items()))


def find_easter(year: int) -> date:
    """Return Easter Sunday of ``year`` (Gauss and others; as in Meeus, *Astronomical Algorithms*, chapter 8)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, left = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon + 15) % 30
    quarter, odd = divmod(rest, 4)
    weekday = (32 + 2 * left + 2 * quarter - epact - odd) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
