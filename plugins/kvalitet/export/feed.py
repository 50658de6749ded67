"""``aendringer.xml``: an Atom feed of what changed in the standards, from the days that were kept."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from kvalitet.export.changes import list_changes

if TYPE_CHECKING:
    from datetime import date

    from kvalitet.catalogue import Catalogue
    from kvalitet.export.changes import Change
    from kvalitet.export.history import Snapshot

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"
# Ids must never change: they are made from area, municipality and day alone, below a number of our own.
_SPACE = uuid.UUID("6f0c8f52-3a4d-5d0e-9c1b-7a2e5b1f4c90")
_AUTHOR = "Kvalitetsstandarder"


def make_feed(history: tuple[Snapshot, ...], catalogues: list[Catalogue], day: date) -> bytes:
    """Return the feed as UTF-8; its date is that of the last kept day, ``day`` where none is kept."""
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed", {f"{{{_XML}}}lang": "da"})
    _add(feed, "title", "Ændringer i kommunernes kvalitetsstandarder")
    _add(feed, "subtitle", "Hvad der er nyt, ændret eller taget ud, når to gemte dage bliver holdt op mod hinanden.")
    _add(feed, "id", f"urn:uuid:{uuid.uuid5(_SPACE, 'aendringer')}")
    _add(feed, "updated", _noon(history[-1].day if history else day))
    _add(feed, "link", rel="self", type="application/atom+xml", href="aendringer.xml")
    _add(_add(feed, "author"), "name", _AUTHOR)
    changes = [(catalogue, change) for catalogue in catalogues for change in list_changes(history, catalogue)]
    for catalogue, change in sorted(changes, key=lambda pair: -pair[1].day.toordinal()):
        _add_entry(feed, catalogue, change)
    ET.indent(feed, " ")
    text = str(ET.tostring(feed, encoding="unicode"))
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _add_entry(feed: ET.Element, catalogue: Catalogue, change: Change) -> None:
    entry = _add(feed, "entry")
    count = len(change.lines)
    changes = "1 ændring" if count == 1 else f"{count} ændringer"
    invented = " (opfundet kommune)" if change.example else ""
    _add(entry, "title", f"{change.name}{invented}: {changes}")
    _add(entry, "id", f"urn:uuid:{uuid.uuid5(_SPACE, f'{catalogue.area}/{change.slug}/{change.day.isoformat()}')}")
    _add(entry, "updated", _noon(change.day))
    page = "" if change.gone else f"{change.slug}/"
    _add(entry, "link", rel="alternate", href=f"../{catalogue.area}/kommuner/{page}")
    _add(entry, "category", term=catalogue.area, label=catalogue.title)
    if change.example:
        _add(entry, "category", term="opfundet", label="Opfundet kommune")
    body = ET.Element("ul")
    for line in change.lines:
        ET.SubElement(body, "li").text = line
    _add(entry, "content", ET.tostring(body, encoding="unicode"), type="html")


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    if text:
        child.text = text
    return child


def _noon(day: date) -> str:
    """Return a moment of ``day`` that is the same everywhere."""
    return f"{day.isoformat()}T12:00:00Z"
