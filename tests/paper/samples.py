"""One paper with everything in it, for each writer's test."""

from __future__ import annotations

import datetime as dt

from kvalitet.paper.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Marked,
    Paragraph,
    Span,
    Style,
    Table,
    blank,
    cell,
    say,
)

DAY = dt.date(2026, 11, 22)
EVERYTHING = Document(
    "Kvalitetsstandard: Prøve",
    "Prøveby Kommune",
    "Prøveby Kommune",
    DAY,
    (
        say("Opfundet kommune.", Style.NOTICE),
        Heading(1, "Resumé"),
        Paragraph(
            (
                Span("Teksten er "),
                Span("vigtig", strong=True),
                Span(" og "),
                Span("kort", emphasis=True),
                Span(". Se "),
                Span("referatet", link="https://proeveby.example/byraadet/1?a=b&c=d"),
                Span("."),
            )
        ),
        blank("hvad der skal besluttes"),
        Heading(2, "Steder"),
        say("De to steder:", Style.LEAD),
        Bullets(((Span("Kajen"),), (Span("Møllen"),))),
        Table(
            "Steder",
            ("Felt", "Indhold"),
            (
                (cell("Telefon"), (Paragraph((Span("01 23 45 67", mark="kv_steder_kajen_telefon"),)),)),
                (cell("Om"), (Marked("kv_om", (say("Første afsnit."), Bullets(((Span("punkt"),),)), say("Sidste."))),)),
            ),
            (1, 2),
        ),
        Heading(1, "Lovgrundlag"),
        say("Læst 22. november 2026.", Style.NOTE),
    ),
)


def make_paper(*texts: str) -> Document:
    """Return a paper that says each of ``texts`` wherever a text can stand."""
    blocks: list[Block] = []
    for text in texts:
        blocks += [
            Heading(1, text),
            say(text),
            Paragraph((Span(text, strong=True, link="https://proeveby.example/"),)),
            Bullets(((Span(text),),)),
            Table(text, (text, text), ((cell(text), cell(text)),), (1, 1)),
        ]
    return Document(texts[0], texts[0], texts[0], DAY, tuple(blocks))
