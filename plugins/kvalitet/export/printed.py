"""The studies as data files: what was printed and answered, and nothing computed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kvalitet.studies import AnswerSheet, Survey


def survey_records(survey: Survey) -> list[dict[str, Any]]:
    """Return ``sfi2009.json``: the rows of tables 5.2 to 5.10 in the print's order."""
    return [
        {
            "tabel": row.table,
            "kriterium": row.criterion,
            "ikke": row.absent,
            "kort": row.brief,
            "uddybende": row.thorough,
            "n": row.n,
        }
        for row in survey.rows.values()
    ]


def background_records(survey: Survey) -> list[dict[str, Any]]:
    """Return ``sfi2009-baggrund.json``: the other tables, one record for each cell."""
    return [
        {"tabel": table.number, "emne": table.title, "række": name, "spalte": column, "tal": number, "n": table.n}
        for table in survey.tables
        for name, numbers, _ in table.rows
        for column, number in zip(table.columns, numbers, strict=True)
    ]


def answer_records(sheets: Iterable[AnswerSheet]) -> list[dict[str, Any]]:
    """Return ``kl2014.json``: what each municipality answered, by question."""
    answers = [
        (number, one.name, reply.answer)
        for sheet in sheets
        for one in sheet.municipalities
        for number, reply in one.replies.items()
    ]
    ordered = sorted(answers, key=lambda one: (tuple(int(part) for part in one[0].split(".")), one[1]))
    return [{"indikator": number, "kommune": name, "svar": answer} for number, name, answer in ordered]


def sheet_records(sheets: Iterable[AnswerSheet]) -> list[dict[str, Any]]:
    """Return ``anbefalinger.json``: the answers of every year and cluster; invented ones are marked."""
    return [
        {"klynge": sheet.cluster, "år": sheet.year, "eksempel": sheet.example, **record}
        for sheet in sheets
        for record in answer_records([sheet])
    ]
