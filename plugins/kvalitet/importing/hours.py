"""Opening hours in running Danish: 'mandag-torsdag kl. 9-15 og fredag kl. 9-13' to hours per day."""

from __future__ import annotations

import re

DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

_DAY = r"(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|man|tirs?|ons|tors?|fre|lør|søn)(?:e|er|ene|s)?\.?"
_GROUP = r"(?:alle\s+hverdage|alle\s+ugens\s+hverdage|hverdage|hver\s+dag|alle\s+dage|dagligt)"
_CLOCK = r"\d{1,2}(?:[.:]\d{2})?"
_SPAN = rf"(?:mellem\s+)?(?:kl\.?|klokken)?\s*({_CLOCK})\s*(?:-|–|til|og)\s*(?:kl\.?\s*)?({_CLOCK})"
_DAYS = rf"(?:{_GROUP}|{_DAY}(?:\s*(?:,|-|–|til|og|samt)\s*(?:om\s+)?{_DAY})*)"
_ENTRY = re.compile(
    rf"\b(?P<days>{_DAYS})\s*:?\s*(?:er\s+der\s+åbent\s*|har\s+vi\s+åbent\s*)?(?:fra\s+)?,?\s*"
    rf"(?:(?P<closed>lukket)|(?P<spans>{_SPAN}(?:\s*(?:og|,|samt)\s*(?:igen\s+)?{_SPAN})*))",
    re.IGNORECASE,
)
_ONE_DAY = re.compile(_DAY, re.IGNORECASE)
_RANGE = re.compile(rf"({_DAY})\s*(?:-|–|til)\s*({_DAY})", re.IGNORECASE)
_ONE_SPAN = re.compile(_SPAN, re.IGNORECASE)
# What makes the hours others than the days and times alone say: then nothing is proved.
_EXCEPTION = re.compile(
    r"\b(?:dog|undtagen|bortset\s+fra|hver\s+anden|hver\s+tredje|i\s+(?:lige|ulige)\s+uger|lige\s+uger|ulige\s+uger"
    r"|(?:den\s+)?(?:første|anden|tredje|sidste|1\.|2\.|3\.)\s+(?:man|tirs|ons|tors|fre|lør|søn)dag)\b",
    re.IGNORECASE,
)
_WEEKDAYS = 5


def read_hours(text: str) -> dict[str, str]:
    """Return the hours of each day that ``text`` names.

    Nothing where a day comes twice with different hours, or where the text makes an exception.
    """
    found: dict[str, str] = {}
    text = " ".join(text.split())
    if _EXCEPTION.search(text):
        return {}
    for entry in _ENTRY.finditer(text):
        hours = "lukket" if entry["closed"] else _write_spans(entry["spans"])
        if hours is None:
            return {}
        for day in _read_days(entry["days"]):
            if found.setdefault(day, hours) != hours:
                return {}
    return {day: found[day] for day in DAYS if day in found}


def strip_hours(text: str) -> str:
    """Return ``text`` without its days and times."""
    return _ENTRY.sub(" ", " ".join(text.split()))


def _write_spans(text: str) -> str | None:
    spans = []
    for start, end in _ONE_SPAN.findall(text):
        if not _minutes(start) < _minutes(end) <= 24 * 60:
            return None
        spans.append(f"{_plain(start)}-{_plain(end)}")
    return " og ".join(spans)


def _minutes(clock: str) -> int:
    hour, _, minute = clock.replace(":", ".").partition(".")
    return int(hour) * 60 + int(minute or 0)


def _plain(clock: str) -> str:
    """Return '9' for '09.00' and '9.30' for '09:30'."""
    hour, _, minute = clock.replace(":", ".").partition(".")
    return f"{int(hour)}" + (f".{minute}" if minute and int(minute) else "")


def _read_days(text: str) -> list[str]:
    lowered = text.lower()
    if "hverdag" in lowered:
        return list(DAYS[:_WEEKDAYS])
    if "dage" in lowered.split() or "hver dag" in lowered or "dagligt" in lowered:
        return list(DAYS)
    days: list[str] = []
    rest = lowered
    for span in _RANGE.finditer(lowered):
        first, last = _number(span[1]), _number(span[2])
        days += DAYS[first : last + 1]
        rest = rest.replace(span[0], " ")
    days += [DAYS[_number(one)] for one in _ONE_DAY.findall(rest)]
    return list(dict.fromkeys(days))


def _number(day: str) -> int:
    return next(number for number, name in enumerate(DAYS) if name.startswith(day.lower()[:3]))
