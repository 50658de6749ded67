"""The YAML event stream and its guard: what is dangerous or would be lost is stopped before a tree is built."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import yaml

from kvalitet.findings import Finding, Place, Severity
from kvalitet.reading.limits import MAX_DEPTH, MAX_DOCUMENTS, MAX_NODES
from kvalitet.reading.pure import PureLoader

if TYPE_CHECKING:
    from collections.abc import Iterator

PURE_PYTHON_VARIABLE = "KVALITET_REN_PYTHON"
"""Set to anything to read with the pure-Python loader even where the compiled one is there."""

# Line breaks to YAML alone. In an editor what follows stands on the same line, so it is read so: a key
# cannot hide behind what looks like a comment, and positions do not drift. The characters are told of.
# U+FEFF inside a text, whose width the two loaders count differently, is read as U+2060, its successor.
_RARE = {"\x85": " ", "\u2028": " ", "\u2029": " ", "\ufeff": "\u2060"}


class ReadingStoppedError(Exception):
    """The file cannot be read further; ``finding`` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def parse_events(text: str) -> Iterator[yaml.Event]:
    """Return the events of ``text``, lazily, from the compiled parser where there is one.

    Only the parser is used: it keeps its own stack, whereas the compiled *composer* recurses and takes the
    whole process down on some 30,000 nested brackets.
    """
    loader: Any = PureLoader
    if not os.environ.get(PURE_PYTHON_VARIABLE):
        loader = getattr(yaml, "CSafeLoader", PureLoader)
    for character, stand_in in _RARE.items():
        text = text.replace(character, stand_in)
    return yaml.parse(text, Loader=loader)


def guard_events(events: Iterator[yaml.Event], file: str, report: list[Finding]) -> Iterator[yaml.Event]:
    """Pass the events of one document on; report tags and anchors, stop at a limit or a second document."""
    depth = nodes = documents = 0
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            nodes += 1
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    raise ReadingStoppedError(_limit_finding(event, file, "niveauer inde i hinanden", MAX_DEPTH))
            if nodes > MAX_NODES:
                raise ReadingStoppedError(_limit_finding(event, file, "værdier", MAX_NODES))
            if event.anchor or getattr(event, "tag", None):
                _report_special(event, file, report)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > MAX_DOCUMENTS:
                report.append(_second_document(event, file))
                return
        yield event


def place_of(mark: Any, file: str, width: int = 1) -> Place:  # noqa: ANN401 - PyYAML's two mark classes share no base
    """Return the place a PyYAML mark points at (marks count from 0), so many characters wide."""
    if mark is None:
        return Place(file)
    line, column = mark.line + 1, mark.column + 1
    return Place(file, line, column, (line, column + width))


def _report_special(event: yaml.Event, file: str, report: list[Finding]) -> None:
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if isinstance(event, yaml.AliasEvent):
        message = f"'*{anchor}' henviser til en anden del af filen. Den slags henvisninger bruges ikke her."
        hint = "Skriv teksten helt ud. Skal et afsnit hentes fra en anden kommune, så brug 'arver'."
    elif anchor:
        message = f"'&{anchor}' giver stedet et navn til senere brug. Det bruges ikke her."
        hint = "Slet '&' og navnet."
    else:
        message = f"Værdien er mærket med en type ('{tag}'). Det bruges ikke her."
        hint = "Slet mærket, og skriv kun værdien. Begynder teksten selv med '!', så sæt den i anførselstegn."
    place = place_of(event.start_mark, file, len(anchor) + 1 if anchor else 1)
    report.append(Finding("struktur-yaml-maerker", Severity.ERROR, place, message, hint=hint))


def _limit_finding(event: yaml.Event, file: str, what: str, limit: int) -> Finding:
    message = f"Filen har mere end {limit} {what} og læses ikke længere."
    hint = "En standard er langt mindre. Se efter, om noget er sat ind ved en fejl."
    return Finding("struktur-stoerrelse", Severity.ERROR, place_of(event.start_mark, file), message, hint=hint)


def _second_document(event: yaml.Event, file: str) -> Finding:
    message = "Her begynder et dokument mere ('---'). Én fil er én standard, så det efter linjen læses ikke."
    hint = "Slet linjen med '---', eller flyt det, der står under den, til sin egen fil."
    place = place_of(event.start_mark, file, len("---"))
    return Finding("struktur-dokument", Severity.ERROR, place, message, hint=hint)
