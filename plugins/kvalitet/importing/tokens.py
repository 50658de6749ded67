"""What a value of each kind looks like in running Danish text, and how it is written in a standard.

A pattern of ``indlaesning.yml`` names these in capitals: ``senest TAL dage`` finds 'senest 14 dage' and 'senest
fjorten dage'.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from kvalitet.danish import MONTHS
from kvalitet.fields.model import Field, Kind
from kvalitet.fields.scalars import UnfitError, read_scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kvalitet.catalogue import Catalogue

_COUNTED = (
    "nul",
    "en",
    "to",
    "tre",
    "fire",
    "fem",
    "seks",
    "syv",
    "otte",
    "ni",
    "ti",
    "elleve",
    "tolv",
    "tretten",
    "fjorten",
)
NUMBERS = {word: str(number) for number, word in enumerate(_COUNTED)} | {"én": "1", "et": "1", "ét": "1"}
_WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True))
_MONTH = "|".join(f"{month}|{month[:3]}\\.?" for month in MONTHS)
_YEAR = r"(?:19|20)\d{2}"

NUMBER = rf"\b(?:\d{{1,4}}|{_WORDS})\b"
DAY = (
    rf"\b(?:{_YEAR}-\d{{2}}-\d{{2}}|\d{{1,2}}\.?\s*(?:{_MONTH})\s*{_YEAR}"
    rf"|\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?{_YEAR})\b"
)
AMOUNT = r"\b\d{1,3}(?:\.\d{3})*(?:,\d{2})?\s*(?:kr\b\.?|kroner\b)"
PHONE = r"(?<![\d/.-])(?:\+45\s?)?(?:\d{2}\s?){3}\d{2}(?![\d/-])"
MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}"
LINK = r"https?://[^\s<>\"»«)]+[^\s<>\"»«).,;:]"

_ISO = re.compile(rf"({_YEAR})-(\d{{2}})-(\d{{2}})")
_WRITTEN = re.compile(rf"(\d{{1,2}})\.?\s*([^\W\d_]+)\.?\s*({_YEAR})")
_FIGURES = re.compile(rf"(\d{{1,2}})\s?[./-]\s?(\d{{1,2}})\s?[./-]\s?({_YEAR})")
_TOKEN = re.compile(r"\b(?:TAL|DATO|BELØB|TELEFON|MAIL|LINK|ORGAN|UDGAVE|VALG|STED)\b")
_EDITION_NUMBER = re.compile(r"\bnr\. (\d+)\b")
_NOTHING = r"(?!)"  # matches nowhere: there is no such value in this document


def expand(pattern: str, field: Field, catalogue: Catalogue, places: Mapping[str, str]) -> str:
    """Return ``pattern`` with its words in capitals as expressions; ``places`` are keys by name."""
    choices = field.item.choices if field.item is not None else field.choices
    found = {
        "TAL": NUMBER,
        "DATO": DAY,
        "BELØB": AMOUNT,
        "TELEFON": PHONE,
        "MAIL": MAIL,
        "LINK": LINK,
        "ORGAN": _organ(catalogue),
        "UDGAVE": _any_of(edition_numbers(catalogue)),
        "VALG": _choice(choices),
        "STED": _any_of(places),
    }
    return _TOKEN.sub(lambda match: found[match[0]], pattern)


def edition_numbers(catalogue: Catalogue) -> dict[str, str]:
    """Return the editions by the number that their titles give them; one whose number is not known has none."""
    numbers = {name: _EDITION_NUMBER.search(one.title) for name, one in catalogue.editions.items()}
    return {match[1]: name for name, match in numbers.items() if match is not None}


def write_value(field: Field, text: str, catalogue: Catalogue, places: Mapping[str, str]) -> str | None:
    """Return ``text``, as it was found, as a value of ``field``; None where it is none."""
    text = " ".join(text.split())
    written = _write(field, text, catalogue, places)
    if written is None:
        return None
    try:
        read_scalar(field, written)
    except UnfitError:
        return None
    return written


def _write(field: Field, text: str, catalogue: Catalogue, places: Mapping[str, str]) -> str | None:
    writers: dict[Kind, Callable[[], str | None]] = {
        Kind.DATE: lambda: read_date(text),
        Kind.NUMBER: lambda: NUMBERS.get(text.lower(), text),
        Kind.PHONE: lambda: read_phone(text),
        Kind.CHOICE: lambda: _find_choice(field, text),
        Kind.EDITION: lambda: edition_numbers(catalogue).get(text, text if text in catalogue.editions else None),
        Kind.REFERENCE: lambda: next((key for name, key in places.items() if name.lower() == text.lower()), None),
        Kind.LINE: lambda: text[:-1] if text.endswith(("ets", "ens")) else text,  # 'Socialudvalgets møde'
    }
    writer = writers.get(field.kind)
    return writer() if writer is not None else text


def read_date(text: str) -> str | None:
    """Return the date that ``text`` names as year, month and day; None where there is no such day."""
    if (iso := _ISO.fullmatch(text)) is not None:
        year, month, day = iso[1], int(iso[2]), iso[3]
    elif (figures := _FIGURES.fullmatch(text)) is not None:
        day, month, year = figures[1], int(figures[2]), figures[3]
    elif (written := _WRITTEN.fullmatch(text)) is not None:
        day, year = written[1], written[3]
        month = next((n for n, name in enumerate(MONTHS, 1) if name.startswith(written[2].lower()[:3])), 0)
    else:
        return None
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None


def read_phone(text: str) -> str:
    """Return a telephone number in pairs."""
    digits = re.sub(r"\D", "", text.removeprefix("+45"))
    return " ".join(digits[at : at + 2] for at in range(0, len(digits), 2))


def _find_choice(field: Field, text: str) -> str | None:
    """Return the choice that ``text`` is, or is a form of ('ugen' of 'uge')."""
    folded = _tight(text)
    exact = [one for one in field.choices if _tight(one) == folded]
    begun = [one for one in field.choices if folded.startswith(_tight(one))]
    return next(iter(exact or sorted(begun, key=len, reverse=True)), None)


def _tight(text: str) -> str:
    return re.sub(r"\s+", "", text.lower())


def _choice(choices: Iterable[str]) -> str:
    """Return the choices as they are written in a text, the longest first, so that § 101 a is not read as § 101."""
    written = [re.sub(r"(?:\\ )+", r"\\s*", re.escape(one)) for one in sorted(choices, key=len, reverse=True)]
    return rf"(?<!\w)(?:{'|'.join(written)})(?!\w)" if written else _NOTHING


def _any_of(names: Iterable[str]) -> str:
    written = [re.sub(r"\\ ", r"\\s+", re.escape(one)) for one in sorted(names, key=len, reverse=True)]
    return rf"(?<!\w)(?:{'|'.join(written)})(?!\w)" if written else _NOTHING


def _organ(catalogue: Catalogue) -> str:
    """Return what approves: the catalogue's words, with the name before them and the ending behind."""
    words = {word.strip("*") for group in catalogue.approvers.values() for word in group}
    bodies = "|".join(sorted(words, key=len, reverse=True))
    name = r"(?-i:(?:[A-ZÆØÅ][\wæøåÆØÅ]*-?,?\s+(?:og\s+|for\s+)?){0,3})"
    return rf"{name}[\wæøåÆØÅ-]*(?:{bodies})(?:s|ts|ens|ets)?\b"
