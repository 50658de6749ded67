"""A standard's leaflets: the citizen's page on A5, and the same on A4 to be folded; PDF, tagged, in reading order."""

from __future__ import annotations

import io
import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from kvalitet import paper
from kvalitet.present.blocks import Answer, Card, Facts, Frame, Offers, Stated, Steps, Words
from kvalitet.present.context import Site
from kvalitet.present.flow import flow_html, plain
from kvalitet.present.state import tell_state
from kvalitet.present.subjects import find_contradictions, view_subjects
from kvalitet.present.words import say_date
from kvalitet.standard.status import status_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kvalitet.catalogue import Catalogue
    from kvalitet.check import Assessed, Report
    from kvalitet.present.blocks import Block
    from kvalitet.present.context import Area, SiteOptions
    from kvalitet.present.flow import Run
    from kvalitet.present.subjects import SubjectView

NAMES = {"pixie.pdf": False, "pixie-folde.pdf": True}
"""Each leaflet's file beside the municipality's page, and whether it is to be folded."""

Unit = dict[str, Any]
"""``k`` is what it is: a heading, a paragraph, an item, a number, a table or a picture; see ``papir/pixie.typ``."""
Chunk = dict[str, Any]
"""Units that stay together on a page, in a ``box`` of a kind or in none."""


def leaflet_files(report: Report, catalogues: list[Catalogue], options: SiteOptions) -> dict[str, bytes]:
    """Return the leaflets by path below the site's root; none where typst is not there to make them."""
    if not paper.available():
        return {}
    site = Site(report, catalogues, options)
    contradictions = find_contradictions(report)
    files: dict[str, bytes] = {}
    for area in site.areas:
        for place in area.places:
            if place.assessed is None or options.only not in ("", place.slug):
                continue
            home = area.address_of(place)
            values = leaflet_values(site, area, place.assessed, view_subjects(place.assessed, contradictions), home)
            for name, folded in NAMES.items():
                values |= {"fold": folded}
                files[f"{home}{name}"] = _compile(json.dumps(values), report.day)
    return files


@lru_cache(maxsize=512)
def _compile(values: str, day: date) -> bytes:
    """Return the PDF; kept while serving, where most standards are the same from one build to the next."""
    return paper.compile_pdf("pixie", json.loads(values), day)


def leaflet_values(
    site: Site, area: Area, assessed: Assessed, subjects: list[SubjectView], home: str
) -> dict[str, Any]:
    """Return what the leaflet is set from, in reading order."""
    standard = assessed.standard
    title = f"Hjælp i {standard.name}"
    warnings = tell_state(standard, status_on(standard, assessed.edition, site.report.day))
    chunks = [_chunk("alarm", _paragraphs(Markup.escape(site.acute.line)))]
    chunks += [_chunk("warning", _paragraphs(one)) for one in warnings]
    chunks.append(_chunk("", [{"k": "h1", "t": title}, *_paragraphs(area.say("pixie", "velkommen"))]))
    for view in subjects:
        chunks += _subject_chunks(view)
    chunks += _foot(site, area, assessed, home)
    banner = str(warnings[0].striptags()) if standard.example else ""
    return {"title": title, "banner": banner, "chunks": chunks, "how": str(area.say("pixie", "folde"))}


def _subject_chunks(view: SubjectView) -> list[Chunk]:
    """A heading goes with what follows it."""
    chunks = [chunk for block in view.blocks for chunk in _block_chunks(block)]
    heading: list[Unit] = [{"k": "h2", "t": view.subject.title}]
    if not chunks or chunks[0]["box"]:
        return [_chunk("", heading, keep=True), *chunks]
    return [_chunk("", [*heading, *chunks[0]["units"]]), *chunks[1:]]


def _block_chunks(block: Block) -> Iterator[Chunk]:
    if isinstance(block, Words):
        yield from (_chunk("", [unit]) for unit in _paragraphs(block.html))
    elif isinstance(block, Steps):
        for number, item in enumerate(block.items, start=1):
            yield from (_chunk("", [{"k": "step", "n": number, "r": one["r"]}]) for one in _paragraphs(item))
    elif isinstance(block, Card):
        yield _chunk("card", _card_units(block))
    elif isinstance(block, Answer):
        yield _chunk("", _answer_units(block))
    elif isinstance(block, Offers):
        items = [f"{one.name}: {one.often}" if one.often else one.name for one in block.offers]
        units: list[Unit] = [{"k": "h3", "t": block.title}, *({"k": "li", "r": plain(item)} for item in items)]
        yield _chunk("", units[:2])
        yield from (_chunk("", [unit]) for unit in units[2:])
    elif isinstance(block, Facts):
        title: list[Unit] = [{"k": "h3", "t": block.title}] if block.title else []
        units = [unit for sentence in block.sentences for unit in _paragraphs(sentence)]
        yield _chunk("", [*title, *units[:1]])
        yield from (_chunk("", [unit]) for unit in units[1:])
    elif isinstance(block, Frame):
        yield _chunk("frame", [unit for words in (block.reason, *block.words) for unit in _paragraphs(words)])
    elif isinstance(block, Stated):
        yield from (_chunk("", [unit]) for unit in _paragraphs(block.words))


def _card_units(card: Card) -> list[Unit]:
    units: list[Unit] = [{"k": "h3", "t": card.name}]
    if card.phone:
        units.append({"k": "number", "r": [_ring(card.phone, card.tel)]})
    units += [unit for line in card.lines for unit in _paragraphs(line)]
    if card.hours is not None:
        if card.hours.rows:
            rows = [[days, *cells] for days, cells in card.hours.rows]
            units.append({"k": "table", "head": ["Dag", *card.hours.columns], "rows": rows})
        units += [{"k": "p", "r": plain(remark)} for remark in card.hours.remarks]
    if card.notes:
        units += _paragraphs(Markup(" ").join(card.notes))
    return units


def _answer_units(answer: Answer) -> list[Unit]:
    units: list[Unit] = [{"k": "h3", "t": f"{answer.question}: {answer.answer}"}]
    for whose, phone, tel in answer.numbers:
        name = plain(f"{whose}: " if phone else whose) if whose else []
        units.append({"k": "p", "r": [*name, *([_ring(phone, tel)] if phone else [])]})
    if answer.sentences:
        units += _paragraphs(Markup(" ").join(answer.sentences))
    return units


def _foot(site: Site, area: Area, assessed: Assessed, home: str) -> Iterator[Chunk]:
    standard = assessed.standard
    texts = []
    if standard.adopted is not None:
        who = standard.content("godkendt", "af") or "Kommunen"
        texts.append(area.say("pixie", "vedtaget", hvem=who, dato=say_date(standard.adopted)))
    texts.append(area.say("pixie", "rettigheder-kort", dato=say_date(area.rights_read)))
    texts.append(area.say("pixie", "folder-fra", dato=say_date(site.report.day)))
    units: list[Unit] = [{"k": "line"}, *_paragraphs(Markup(" ").join(texts))]
    address = site.options.address
    if address and not standard.example:
        link = f"{address.rstrip('/')}/{home}"
        short = link.partition("://")[2] or link
        units += _paragraphs(area.say("pixie", "adresse", adresse=short))
        units.append({"k": "qr", "svg": draw_qr(link), "alt": f"QR-kode, der fører til {short}"})
    yield _chunk("", units)


def draw_qr(link: str) -> str:
    """Return a QR code of ``link`` as SVG."""
    import segno  # noqa: PLC0415 - what is not asked to print does without it

    picture = io.BytesIO()
    segno.make(link, micro=False, error="m").save(picture, kind="svg", scale=4, border=4, light="#fff", xmldecl=False)
    return picture.getvalue().decode()


def _ring(phone: str, tel: str) -> Run:
    return {"t": phone, "to": tel}


def _paragraphs(html: Markup | str) -> list[Unit]:
    return [{"k": piece.kind, "r": piece.runs} for piece in flow_html(str(html))]


def _chunk(box: str, units: list[Unit], *, keep: bool = False) -> Chunk:
    return {"box": box, "units": units, "keep": keep}
