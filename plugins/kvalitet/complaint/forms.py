"""The form of the files below ``klageveje/``: any of them may hold any of these keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kvalitet.catalogue.forms import (
    PROOF,
    choice,
    day,
    group,
    identifier,
    line,
    listing,
    number,
    text,
    yes_no,
)
from kvalitet.complaint.model import PARTS

if TYPE_CHECKING:
    from kvalitet.fields.model import Field

_IDS = line("ids")
_STATEMENT = replace(group("", text("tekst", required=True), listing("henvisninger", _IDS)), short="tekst")


def _statements(key: str, *, required: bool = False) -> Field:
    return listing(key, _STATEMENT, required=required)


_QUESTION = group(
    "",
    identifier(),
    line("når"),
    line("titel", required=True),
    _statements("hjælp"),
    listing(
        "svar",
        group("", line("tekst", required=True), identifier("til"), yes_no("afgørelse")),
        required=True,
    ),
)
_WAY = group(
    "",
    identifier(),
    line("titel", required=True),
    line("lov"),
    group("frist", number("uger", required=True), identifier("henvisning")),
    *(_statements(key, required=True) for key in PARTS),
)
_OUTCOME = group(
    "",
    identifier(),
    line("titel", required=True),
    identifier("vej"),
    yes_no("regn_start"),
    line("emne"),
    _statements("i_dag", required=True),
    _statements("derfor", required=True),
    group(
        "brev",
        identifier("slags"),
        listing("sætninger", text("")),
        listing("dele", _IDS),
    ),
)
_LETTER = group(
    "",
    identifier(),
    line("titel", required=True),
    line("emne", required=True),
    yes_no("afgørelse"),
    listing(
        "dele",
        group("", identifier(), text("tekst", required=True), listing("henvisninger", _IDS), yes_no("altid")),
        required=True,
    ),
)
_HELPER = group(
    "",
    identifier(),
    line("navn", required=True),
    line("nummer", required=True, pattern=r"[0-9 ]+"),
    text("til", required=True),
    text("kilde", required=True),
    replace(choice("bevis", tuple(PROOF.choices), required=True)),
    day("kontrolleret", required=True),
)

FORM: dict[str, Field] = {
    one.key: one
    for one in (
        identifier("begynd", required=False),
        group("start", number("dage", required=True), identifier("henvisning")),
        group(
            "kommunens_vej",
            line("liste", required=True),
            line("efter", required=True),
            line("ord", required=True),
            line("emner", required=True),
            line("emne", required=True),
        ),
        listing("spørgsmål", _QUESTION),
        listing("veje", _WAY),
        listing("udfald", _OUTCOME),
        listing("breve", _LETTER),
        _statements("hjælp"),
        listing("hjælpere", _HELPER),
    )
}
