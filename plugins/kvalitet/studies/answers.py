"""What municipalities answer about themselves: a YAML file for each cluster, of one form for 2014's and new ones."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from kvalitet.catalogue.access import boolean, decimal, entries, parts, prose, string, strings
from kvalitet.catalogue.verify import to_ascii
from kvalitet.fields.model import Field, Kind
from kvalitet.fields.typed import Typing, read_fields
from kvalitet.findings import Finding, Place, Severity
from kvalitet.reading import Mapping, Scalar, read_file
from kvalitet.studies.forms import reply_field

if TYPE_CHECKING:
    from collections.abc import Mapping as Dictionary
    from pathlib import Path

    from kvalitet.fields.empty import EmptyWords
    from kvalitet.fields.value import Value
    from kvalitet.studies.recommendations import Recommendations

FORMAT = "1"
_FIRST_YEAR = Decimal(2007)  # the first in which municipalities had the task


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to one question: ``ja``, ``nej``, ``delvis`` or ``ved ikke``, and how, in a few words."""

    answer: str
    how: str


@dataclass(frozen=True, slots=True)
class MunicipalAnswers:
    """One municipality's answers by question, and its plans by recommendation. ``bought_from``: a buyer's partners."""

    name: str
    bought_from: tuple[str, ...]
    replies: Dictionary[str, Reply]
    plans: Dictionary[int, str]

    @property
    def slug(self) -> str:
        """The ASCII form of the name."""
        return to_ascii(self.name)


@dataclass(slots=True)
class AnswerSheet:
    """One file. ``broken``: it cannot be read, and nothing is known but its name. ``values`` are what was written.

    ``text`` is what stands in the file, as far as it can be shown.
    """

    file: str
    area: str
    cluster: str = ""
    year: int = 0
    example: bool = False
    source: str = ""
    link: str = ""
    remark: str = ""
    municipalities: tuple[MunicipalAnswers, ...] = ()
    broken: bool = True
    values: dict[str, Value] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    text: str = ""


def make_answer_form(recommendations: Recommendations) -> dict[str, Field]:
    """Return the fields of a sheet: what is asked follows from the recommendations alone."""
    replies = {
        one.number: Field(
            one.number, Kind.GROUP, title=one.title, help=one.asks, fields=_reply_fields(), short=reply_field().key
        )
        for one in recommendations.indicators.values()
    }
    plans = {
        str(one.number): Field(str(one.number), Kind.TEXT, title=one.title, help=one.says, example="…")
        for one in recommendations.recommendations
        if one.municipal
    }
    municipality = Field(
        "",
        Kind.GROUP,
        fields={
            "navn": Field("navn", Kind.LINE, title="kommunens navn", required=True, example="Eksempelby"),
            "køber_hos": Field(
                "køber_hos",
                Kind.LIST,
                title="køber hos",
                help="Kun hvis kommunen køber al behandling: de kommuner, den køber hos.",
                item=Field("", Kind.LINE, example="Nabokøbing"),
            ),
            "svar": Field("svar", Kind.GROUP, title="svar på spørgsmålene", fields=replies),
            "planer": Field(
                "planer",
                Kind.GROUP,
                title="planer",
                help="For hver anbefaling, som kommunen ikke lever op til: hvad den vil gøre.",
                fields=plans,
            ),
        },
    )
    fields = (
        Field("format", Kind.LINE, title="filens format", required=True, example=FORMAT),
        Field("klynge", Kind.LINE, title="klyngens navn", required=True, example="Klynge Nord"),
        Field("område", Kind.LINE, title="serviceområdet", example="stofmisbrug"),
        Field("eksempel", Kind.YES_NO, title="opfundet", help="Skriv ja, hvis klyngen og dens kommuner er opfundet."),
        Field("år", Kind.NUMBER, title="året, der er svaret i", required=True, example="2026", minimum=_FIRST_YEAR),
        Field("kilde", Kind.LINE, title="hvor svarene står", example="Klyngens rapport 2026"),
        Field("link", Kind.LINK, title="link til svarene", example="https://eksempelby.example/svar"),
        Field("bemærkning", Kind.TEXT, title="bemærkning", example="…"),
        Field("kommuner", Kind.LIST, title="kommunerne", required=True, item=municipality),
    )
    return {one.key: one for one in fields}


def _reply_fields() -> dict[str, Field]:
    how = Field(
        "sådan", Kind.TEXT, title="sådan gør vi", help="Få ord om hvordan.", example="Vi ringer efter en måned."
    )
    return {"svar": reply_field(), "sådan": how}


def read_answers(
    path: Path, file: str, recommendations: Recommendations, empty: EmptyWords, *, area: str
) -> AnswerSheet:
    """Return the sheet at ``path`` and all that is wrong with it, told under the name ``file``."""
    sheet = AnswerSheet(file, area)
    root, sheet.findings, sheet.text = read_file(path, file)
    if root is None or not _format_fits(root, sheet):
        return sheet
    typing = Typing(file, empty)
    sheet.values = read_fields(root, make_answer_form(recommendations), typing)
    sheet.findings += typing.findings
    sheet.broken = False
    sheet.cluster = string(sheet.values, "klynge")
    sheet.year = int(decimal(sheet.values, "år") or 0)
    sheet.example = boolean(sheet.values, "eksempel")
    sheet.source = string(sheet.values, "kilde")
    sheet.link = string(sheet.values, "link")
    sheet.remark = prose(sheet.values, "bemærkning")
    sheet.municipalities = tuple(_make_municipality(one) for one, _ in entries(sheet.values, "kommuner"))
    _check_stem(unicodedata.normalize("NFC", path.stem), sheet)
    return sheet


def _make_municipality(values: Dictionary[str, Value]) -> MunicipalAnswers:
    replies = {
        number: Reply(string(each, "svar"), prose(each, "sådan"))
        for number in parts(values, "svar")
        if string(each := parts(parts(values, "svar"), number), "svar")
    }
    plans = parts(values, "planer")
    return MunicipalAnswers(
        name=string(values, "navn"),
        bought_from=strings(values, "køber_hos"),
        replies=replies,
        plans={int(number): prose(plans, number) for number in plans if prose(plans, number)},
    )


def _format_fits(root: Mapping, sheet: AnswerSheet) -> bool:
    entry = root.entries.get("format")
    if entry is None or not isinstance(entry.value, Scalar) or entry.value.text.strip() in {FORMAT, ""}:
        return True
    message = f"Format {entry.value.text.strip()} kendes ikke af denne udgave af programmet."
    hint = f"Skriv 'format: {FORMAT}', eller hent en nyere udgave af programmet."
    place = Place(sheet.file, entry.value.line, entry.value.column)
    sheet.findings.append(Finding("struktur-format", Severity.ERROR, place, message, "format", hint))
    return False


def _check_stem(stem: str, sheet: AnswerSheet) -> None:
    """Tell where the file is not called as the cluster: one cluster, one file that anybody finds."""
    name = sheet.values.get("klynge")
    if name is None or not sheet.cluster or to_ascii(sheet.cluster) == stem:
        return
    message = f"Filen hedder '{stem}', men klyngen hedder '{sheet.cluster}'."
    hint = f"Kald filen '{to_ascii(sheet.cluster)}.yml'."
    sheet.findings.append(Finding("struktur-filnavn", Severity.ERROR, name.place, message, name.path, hint))
