"""The form of the guidelines' own files, in the same fields as the catalogue's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.catalogue.forms import choice, day, group, identifier, line, listing, number, text

if TYPE_CHECKING:
    from kvalitet.fields import Field

MODAL_WORDS = ("skal", "bør", "kan")
ADDRESSEES = ("kommunen", "regionen", "visitationen", "ledelsen", "behandlingsstedet", "behandleren", "medarbejderen")

_NUMBER = r"[1-9]\.[1-9]\d?"
_PRINTED = r"[1-9]\.[1-9]\d?\.[1-9]\d?(?: [a-z])?"
_IDS = line("")


def _file(*fields: Field) -> dict[str, Field]:
    return {one.key: one for one in fields}


def _modal(key: str) -> Field:
    return listing(key, choice("", MODAL_WORDS))


_INSTRUCTION = group(
    "",
    identifier("nøgle"),
    line("nr", required=True, pattern=_PRINTED),
    _modal("modalitet"),
    _modal("øvrige_modalord"),
    listing("til", choice("", ADDRESSEES)),
    text("siger", required=True),
    listing("punkter", group("", _modal("modalitet"), text("siger", required=True))),
    listing("henvisninger", _IDS),
)

GUIDELINE = _file(
    line("nr", required=True, pattern=_NUMBER),
    line("titel", required=True),
    line("kort", required=True),
    text("formål", required=True),
    text("støtter", required=True),
    listing("krav", _IDS, required=True),
    listing("rettigheder", _IDS),
    listing("henvisninger", _IDS, required=True),
    listing("noter", text("")),
    listing(
        "for_dig",
        group(
            "",
            choice("slags", MODAL_WORDS, required=True),
            text("siger", required=True),
            listing("anvisninger", _IDS),
            listing("henvisninger", _IDS),
        ),
        required=True,
    ),
    listing("anvisninger", _INSTRUCTION, required=True),
)

COMMON = _file(
    identifier("kilde"),
    day("læst", required=True),
    listing("noter", text("")),
    listing(
        "modaliteter",
        group("", choice("slags", MODAL_WORDS, required=True), line("titel", required=True), text("siger")),
        required=True,
    ),
    listing(
        "principper", group("", identifier(), line("titel", required=True), text("siger", required=True)), required=True
    ),
    listing(
        "definitioner",
        group("", identifier(), line("ord", required=True), text("siger", required=True), line("sted", required=True)),
        required=True,
    ),
)

_STEP = (
    line("titel", required=True),
    text("sker", required=True),
    listing("spørg", line(""), required=True),
    listing("retningslinjer", _IDS, required=True),
    listing("rettigheder", _IDS, required=True),
    listing("krav", _IDS, required=True),
    listing("viser", line("")),
)

JOURNEY = _file(
    group("hele_vejen", *_STEP, required=True),
    listing("trin", group("", identifier(), *_STEP), required=True),
)

_LEANS = (listing("henvisninger", _IDS), listing("kilder", _IDS), line("sted"))

BACKGROUND = _file(
    listing(
        "linje",
        group("", line("år", required=True), line("titel", required=True), text("siger", required=True), *_LEANS),
        required=True,
    ),
    group(
        "pakken",
        text("siger", required=True),
        group("pligt", text("siger", required=True), *_LEANS, required=True),
        group("plan", text("siger", required=True), *_LEANS, required=True),
        listing(
            "initiativer",
            group(
                "",
                number("nr", required=True),
                line("titel", required=True),
                text("siger", required=True),
                text("siden"),
                *_LEANS,
            ),
            required=True,
        ),
        *_LEANS,
        required=True,
    ),
    listing(
        "uenige",
        group("", line("titel", required=True), text("siger", required=True), *_LEANS),
        required=True,
    ),
    group(
        "undersøgelse",
        text("siger", required=True),
        listing(
            "fund",
            group(
                "",
                identifier(),
                line("titel", required=True),
                text("siger", required=True),
                listing(
                    "tal",
                    group(
                        "",
                        line("hvad", required=True),
                        number("procent", required=True),
                        number("n", required=True),
                        line("sted", required=True),
                    ),
                ),
            ),
            required=True,
        ),
        *_LEANS,
        required=True,
    ),
)
