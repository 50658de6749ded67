"""The form of the studies' files, in the same fields as the catalogue's."""

from __future__ import annotations

from kvalitet.catalogue.forms import choice, group, identifier, line, listing, number, text, yes_no
from kvalitet.fields.model import Field, Kind

_IDS = line("")
_LINE = number("linje", required=True)
_NUMBERS = listing("tal", number(""), required=True)
_LINES = group("linje", number("region"), number("vest"), required=True)


def _file(*fields: Field) -> dict[str, Field]:
    return {one.key: one for one in fields}


SURVEY = _file(
    identifier("kilde"),
    line("kildetekst", required=True),
    line("kort_titel", required=True),
    line("år", required=True),
    number("n", required=True),
    line("enhed", required=True),
    text("indsamlet", required=True),
    text("måler", required=True),
    listing("sammenlign", text(""), required=True),
    listing("kapitler", group("", number("nr", required=True), line("titel", required=True)), required=True),
)

CONTENTS = _file(
    listing(
        "tabeller",
        group(
            "",
            line("nr", required=True, pattern=r"\d+\.\d+"),
            line("titel", required=True),
            _LINE,
            listing(
                "rækker",
                group(
                    "",
                    identifier("kriterium"),
                    number("ikke", required=True),
                    number("kort", required=True),
                    number("uddybende", required=True),
                    number("i_alt", required=True),
                    number("n", required=True),
                    _LINE,
                    identifier("note", required=False),
                ),
                required=True,
            ),
        ),
        required=True,
    )
)

TABLES = _file(
    listing(
        "tabeller",
        group(
            "",
            line("nr", required=True, pattern=r"\d+\.\d+"),
            line("titel", required=True),
            line("grundlag", required=True),
            number("n", required=True),
            _LINE,
            listing("krav", _IDS),
            listing("noter", _IDS),
            listing("kolonner", line(""), required=True),
            listing("rækker", group("", line("navn", required=True), _LINE, _NUMBERS), required=True),
        ),
        required=True,
    )
)

FIGURES = _file(
    listing(
        "tal",
        group(
            "",
            number("kapitel", required=True),
            line("siger", required=True),
            line("tal", required=True, pattern=r"\d+(?:\.\d{3})?"),
            choice("enhed", ("procent", "kommuner", "standarder", "brugere"), required=True),
            number("n"),
            line("af"),
            line("sted"),
            _LINE,
            listing("krav", _IDS),
        ),
        required=True,
    )
)

NOTES = _file(
    listing(
        "noter",
        group(
            "",
            identifier(),
            line("titel", required=True),
            text("tekst", required=True),
            listing("gælder", line("")),
            listing("steder", group("", _LINE, _NUMBERS), required=True),
        ),
        required=True,
    )
)

RECOMMENDATIONS = _file(
    listing(
        "kilder",
        group(
            "",
            identifier(),
            line("titel", required=True),
            line("udgiver", required=True),
            line("år", required=True),
            line("kildetekst", required=True),
        ),
        required=True,
    ),
    text("om", required=True),
    listing("forbehold", text(""), required=True),
    listing(
        "anbefalinger",
        group(
            "",
            number("nr", required=True),
            line("titel", required=True),
            text("siger", required=True),
            yes_no("kommunal"),
            _LINES,
            listing(
                "indikatorer",
                group(
                    "",
                    line("nr", required=True, pattern=r"\d+\.\d+"),
                    line("titel", required=True),
                    line("spørger", required=True),
                    _LINE,
                ),
            ),
            listing("krav", _IDS),
        ),
        required=True,
    ),
    listing(
        "klynger",
        group(
            "",
            line("navn", required=True),
            listing("kommuner", line(""), required=True),
            listing("udeblevne", line("")),
            number("udeblevne_linje"),
            _LINES,
        ),
        required=True,
    ),
    listing("på_tværs", group("", number("anbefaling", required=True), text("siger", required=True), _LINE)),
    listing("regler", group("", identifier(), line("titel", required=True), text("siger", required=True), _LINES)),
    text("vores_linje", required=True),
)

REPLIES = {
    "ja": "kommunen svarede ja",
    "nej": "kommunen svarede nej",
    "delvis": "kommunen svarede hverken ja eller nej, men delvis",
    "ved ikke": "kommunen svarede, at den ikke ved det; det er ikke et nej",
}


def reply_field() -> Field:
    """Return the field of one answer."""
    return Field("svar", Kind.CHOICE, title="svar", choices=REPLIES, required=True)
