"""Danish as such: the names of months and weekdays, and where æ, ø and å stand when names are put in order."""

from __future__ import annotations

import re

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
"""From Monday on, as ``date.weekday`` counts."""

# Æ, ø and å come last, in that order; 'aa' counts as å (Aabenraa, Aalborg), as in Danish directories of places.
_LAST = {"æ": "{", "ø": "|", "å": "}", "ä": "{", "ö": "|", "é": "e", "ü": "y"}


def alphabetical(name: str) -> tuple[str, str]:
    """Return a sort key for ``name`` by the Danish alphabet, capitals and hyphens aside."""
    plain = re.sub(r"aa", "å", name.lower())
    return "".join(_LAST.get(letter, letter) for letter in plain if letter.isalnum() or letter == " "), name
