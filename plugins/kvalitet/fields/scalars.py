"""Text to scalar, one reader per kind. Each returns the content or raises ``UnfitError`` with what to write.

``PATTERNS`` are the forms as regular expressions over the whole text, shared with the JSON Schema so that the
editor and the check say the same.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kvalitet.fields.model import Kind
from kvalitet.fields.value import Amount, Interval

if TYPE_CHECKING:
    from collections.abc import Callable

    from kvalitet.fields.model import Field
    from kvalitet.fields.value import Content

_CLOCK = r"(?:2[0-4]|[01]?[0-9])(?:[.:][0-5][0-9])?"
_SPAN = rf"{_CLOCK}\s*[-–]\s*{_CLOCK}"
_CLOCKS = re.compile(rf"({_CLOCK})\s*[-–]\s*({_CLOCK})")

PATTERNS: dict[Kind, str] = {
    Kind.NUMBER: r"^[0-9]+(?:[.,][0-9]+)?$",
    Kind.AMOUNT: r"^(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]{1,2})?(?:\s*(?:kr\.?|kroner))?$",
    Kind.DATE: r"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$",
    Kind.YES_NO: r"^(?:ja|nej|Ja|Nej|JA|NEJ|true|false|True|False|TRUE|FALSE)$",
    Kind.PHONE: r"^(?:\+45\s*)?(?:(?:[0-9]\s*){7}[0-9]|[0-9]{3,6}|[0-9]{2}\s?[0-9]{2}\s?[0-9]{2})$",
    Kind.MAIL: r'^[^@\s,;<>"]+@[^@\s,;<>"]+\.[A-Za-z]{2,}$',
    Kind.LINK: r'^https?://[^\s<>"]+$',
    Kind.HOURS: rf"^(?:lukket|{_SPAN}(?:\s*(?:,|og)\s*{_SPAN})*)$",
}
_COMPILED = {kind: re.compile(pattern) for kind, pattern in PATTERNS.items()}

_FORMS: dict[Kind, tuple[str, str]] = {
    Kind.NUMBER: ("et tal", "Skriv tallet med cifre, fx 14 eller 1,5. Enheden står i et felt for sig."),
    Kind.AMOUNT: ("et beløb", "Skriv beløbet i kroner, fx 200 eller 1.250,50."),
    Kind.DATE: ("en dato", "Skriv år, måned og dag, fx 2025-04-24."),
    Kind.YES_NO: ("ja eller nej", "Skriv ja eller nej."),
    Kind.PHONE: ("et telefonnummer", "Skriv 8 cifre, fx 01 23 45 67, eller et kort nummer som 112."),
    Kind.MAIL: ("en mailadresse", "Skriv én adresse, fx rusmidler@kommune.example."),
    Kind.LINK: ("en webadresse", "Skriv hele adressen, og begynd med https:// (eller http://)."),
    Kind.HOURS: ("et tidsrum", "Skriv fx 9-15, 9.30-12 og 13-15 eller lukket."),
}


class UnfitError(ValueError):
    """The text is not of the field's kind; ``hint`` says what to write instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def read_scalar(field: Field, text: str) -> Content:
    """Return the content of ``text`` by the field's kind; raise ``UnfitError`` where it does not fit."""
    text = text.strip()
    pattern = _COMPILED.get(field.kind)
    if pattern is not None and not pattern.match(text):
        form, hint = _FORMS[field.kind]
        raise UnfitError(f"Her skal stå {form}, men der står '{shorten(text)}'.", hint)
    reader = _READERS.get(field.kind)
    return reader(field, text) if reader else text


def shorten(text: str, length: int = 40) -> str:
    """Return ``text`` on one line, cut with an ellipsis beyond ``length`` characters."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _read_number(field: Field, text: str) -> Decimal:
    number = Decimal(text.replace(",", "."))
    if field.minimum is not None and number < field.minimum:
        raise UnfitError(f"Tallet {text} er for lille.", f"Det mindst mulige er {field.minimum}.")
    if field.maximum is not None and number > field.maximum:
        raise UnfitError(f"Tallet {text} er for stort.", f"Det højst mulige er {field.maximum}.")
    return number


def _read_amount(_field: Field, text: str) -> Amount:
    digits = re.sub(r"[^0-9,]", "", text).replace(",", ".")
    return Amount(Decimal(digits))


def _read_date(_field: Field, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UnfitError(f"Datoen {text} findes ikke.", "Se efter måned og dag, fx 2025-04-24.") from None


def _read_yes_no(_field: Field, text: str) -> bool:
    return text.lower() in {"ja", "true"}


def _read_phone(_field: Field, text: str) -> str:
    digits = re.sub(r"\D", "", text.removeprefix("+45"))
    return (
        " ".join(digits[at : at + 2] for at in range(0, 8, 2))
        if len(digits) == 8  # noqa: PLR2004 - a Danish number
        else digits
    )


def _read_hours(_field: Field, text: str) -> Interval:
    clocks = tuple((_clock(start), _clock(end)) for start, end in _CLOCKS.findall(text))
    if any(start >= end for start, end in clocks):
        raise UnfitError(f"Tidsrummet '{text}' slutter, før det begynder.", "Skriv fx 9-15 eller 18-21.30.")
    return Interval(clocks)


def _clock(text: str) -> str:
    hour, _, minute = text.replace(":", ".").partition(".")
    return f"{int(hour):02d}.{minute or '00'}"


def _read_line(field: Field, text: str) -> str:
    if "\n" in text:
        raise UnfitError("Her kan kun stå én linje.", "Skriv det på én linje.")
    if field.pattern and not re.fullmatch(field.pattern, text):
        raise UnfitError(f"'{shorten(text)}' har ikke den form, feltet skal have.", f"Skriv fx {field.example}.")
    return text


def _read_choice(field: Field, text: str) -> str:
    if text in field.choices:
        return text
    options = ", ".join(f"'{choice}'" for choice in field.choices)
    raise UnfitError(f"'{shorten(text)}' er ikke en af mulighederne.", f"Vælg en af disse: {options}.")


_READERS: dict[Kind, Callable[[Field, str], Content]] = {
    Kind.NUMBER: _read_number,
    Kind.AMOUNT: _read_amount,
    Kind.DATE: _read_date,
    Kind.YES_NO: _read_yes_no,
    Kind.PHONE: _read_phone,
    Kind.HOURS: _read_hours,
    Kind.LINE: _read_line,
    Kind.CHOICE: _read_choice,
}
