"""A CPR number: it must not be published."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import TYPE_CHECKING

from kvalitet.findings import Finding, Place, Severity
from kvalitet.rules.model import Case, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = re.compile(r"(\d\d)(?<![\w/.-]\d\d)(\d\d)(\d\d)([- ]?)\d{4}(?![\w/-])")
_SAYS_SO = re.compile(r"(?:\bcpr|personnummer)[^\n]{0,30}$", re.IGNORECASE)
# Numbers of ten digits that are something else: a case, a place of production, an account, an address.
_SAYS_OTHERWISE = re.compile(
    r"(?:sag|j(?:our)?\.?\s?n(?:r|ummer)|\bp-?n(?:r|ummer)|ean|konto|cvr|dok(?:ument)?|\bid\b|https?:)[^\n]{0,60}$",
    re.IGNORECASE,
)
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_ELEVEN = 11


def check(case: Case) -> Iterator[Finding]:
    """Yield an error per CPR number in the file, comments included."""
    source = case.standard.text
    for match in _NUMBER.finditer(source):
        if _is_cpr(match, source):
            line = source.count("\n", 0, match.start()) + 1
            column = match.start() - source.rfind("\n", 0, match.start())
            place = Place(case.standard.file, line, column, (line, column + len(match.group())))
            yield Finding(
                rule=RULE.id,
                severity=Severity.ERROR,
                place=place,
                path=_path_at(place, case),
                message="Her står et CPR-nummer.",
                hint="Slet det. Er filen delt med andre eller lagt i et arkiv, så sig det til kommunens "
                "databeskyttelsesrådgiver.",
            )


def _is_cpr(match: re.Match[str], source: str) -> bool:
    """Whether the ten digits are a CPR number: with a hyphen by the date alone, else only if more speaks for it."""
    day, month, year, mark = match.groups()
    if not _is_date(int(day), int(month), int(year)):
        return False
    before = source[source.rfind("\n", 0, match.start()) + 1 : match.start()]
    if mark == "-" or _SAYS_SO.search(before):
        return True
    digits = [int(one) for one in match.group() if one.isdigit()]
    control = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=True)) % _ELEVEN
    return control == 0 and _SAYS_OTHERWISE.search(before) is None


def _is_date(day: int, month: int, year: int) -> bool:
    # The century is not written; 2000 has a leap day and 1900 has none, so the kinder of the two is taken.
    return 1 <= month <= 12 and 1 <= day <= monthrange(2000 + year, month)[1]  # noqa: PLR2004 - the months


def _path_at(place: Place, case: Case) -> str:
    at = (place.line, place.column)
    for leaf in case.texts.leaves:
        if leaf.end is not None and (leaf.line, leaf.column) <= at < leaf.end:
            return leaf.path
    return ""


RULE = Rule(
    id="privat-cpr",
    title="Her står et CPR-nummer",
    severity=Severity.ERROR,
    explanation=(
        "Seks cifre, der er en dato, og fire mere er et CPR-nummer, også i en kommentar. Uden bindestreg bliver "
        "ti cifre kun fundet, når kontrolcifret passer, eller der står cpr ved siden af. Sagsnumre, P-numre og "
        "telefonnumre bliver ikke fundet."
    ),
    why="Filen er offentlig. Et CPR-nummer i den kan bruges til at stjæle et menneskes identitet.",
    wrong=("gavekort:\n  tekst: Vi bruger gavekort, fx til borgeren med nummer 010170-1234.\n  bruges: ja\n"),
    right="gavekort:\n  tekst: Vi bruger gavekort til unge under 25 år.\n  bruges: ja\n",
    mark="010170-1234",
    shared=True,
    secret=True,
    check=check,
)
