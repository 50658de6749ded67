"""The YAML parser's complaints, said in Danish with what to write instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from kvalitet.findings import Finding, Place, Severity
from kvalitet.reading.events import place_of

if TYPE_CHECKING:
    import yaml

    from kvalitet.reading.tree import Node


class _Complaint(NamedTuple):
    """What the parser says, what we say, what to write instead.

    ``at_start``: the place is where the parser began on the thing, not where it gave up.
    """

    words: str
    message: str
    hint: str
    at_start: bool = False


_TAB = _Complaint(
    r"character '\\t'|tab character|found a tab",
    "Her står et tabulatortegn. YAML rykker kun ind med mellemrum.",
    "Slet tabulatortegnet, og ryk ind med to mellemrum for hvert niveau.",
)
_UNCLOSED = _Complaint(
    r"unexpected end of stream|end of the stream|EOF|unexpected document separator|unexpected document indicator",
    "Et anførselstegn eller en parentes er ikke lukket.",
    "Find det sted, hvor den begynder, og sæt det tegn, der mangler.",
    at_start=True,
)
_FLOW = _Complaint(
    r"expected ',' or '[\]}]'|did not find expected ',' or",
    "Listen eller gruppen i parentes mangler et komma eller en slutparentes.",
    "Sæt komma mellem værdierne, og luk med ']' eller '}'.",
)
_ESCAPE = _Complaint(
    r"unknown escape character|escape sequence|escape code|did not find expected hexdecimal",
    "Omvendt skråstreg i en tekst med dobbelte anførselstegn betyder noget særligt.",
    "Brug enkelte anførselstegn ('…') om teksten.",
)
_NO_START = _Complaint(
    r"node content|cannot start any token|mapping keys are not allowed|YAML document|found unexpected ':'",
    "En værdi kan ikke begynde med dette tegn.",
    "Sæt teksten i anførselstegn.",
)
_INDENT = _Complaint(
    r"expected <block end>|did not find expected key|did not find expected '-' indicator|bad indentation",
    "Linjen er ikke rykket ind som de andre på samme niveau.",
    "Ryk den ind med lige så mange mellemrum som linjerne, den hører sammen med.",
)
_AFTER_VALUE = _Complaint(
    "",
    "Efter værdien står der noget, som ikke hører til den.",
    "Er kun en del af teksten i anførselstegn, så skriv '>' efter nøglen og hele teksten på næste linje, rykket ind.",
)

# The first that matches is used. The compiled and the pure parser use nearly the same words, so one table
# serves both.
_COMPLAINTS = (
    _TAB,
    _Complaint(
        r"mapping values are not allowed",
        "Her står et kolon, hvor der ikke kan være en nøgle.",
        "Står kolonet i en tekst, så sæt den i anførselstegn. Er det en nøgle, så se, om den er rykket forkert ind.",
    ),
    _Complaint(
        r"sequence entries are not allowed",
        "Her står en bindestreg, hvor der ikke kan være en liste.",
        "Begynder teksten med en bindestreg, så sæt den i anførselstegn. Er det en liste, så begynd på en ny linje.",
    ),
    _Complaint(
        r"could not find expected ':'|while scanning a simple key",
        "Linjen er hverken en nøgle med kolon eller en del af teksten ovenover.",
        "Skriv 'nøgle: værdi', eller ryk linjen ind, så den hører til teksten ovenover.",
        at_start=True,
    ),
    _Complaint(
        r"while scanning a block scalar",
        "Efter '>' eller '|' skal teksten begynde på næste linje.",
        "Flyt teksten ned på næste linje, og ryk den ind. Begynder selve teksten med tegnet, så sæt den i "
        "anførselstegn.",
    ),
    _Complaint(
        r"while scanning a directive",
        "En linje kan ikke begynde med '%'.",
        "Slet linjen. Er den en del af en tekst, så ryk den ind.",
    ),
    _UNCLOSED,
    _FLOW,
    _ESCAPE,
    _Complaint(
        r"undefined alias|expected alphabetic or numeric|while scanning an (alias|anchor)",
        "En værdi kan ikke begynde med '*' eller '&'.",
        "Sæt teksten i anførselstegn.",
    ),
    _Complaint(
        r"<document start>",
        "Det, der står her, hører ikke sammen med det, der står før.",
        "Slet linjen med '...', hvis den er der. Ellers se, om noget mangler eller er for meget på linjen før.",
    ),
    _NO_START,
    _INDENT,
    _Complaint(r"tag|handle", "En værdi kan ikke begynde med '!'.", "Sæt teksten i anførselstegn."),
)
_FALLBACK = _Complaint(
    "",
    "Filen kan ikke læses som YAML herfra.",
    "Se på linjen og linjen før: kolon, anførselstegn, parenteser og indrykning.",
)
_LINE_BREAK = re.compile(r"\r\n|\n|\r")


def syntax_finding(error: yaml.YAMLError, file: str, text: str, innermost: Node | None) -> Finding:
    """Return the finding for what the parser could not read in ``text``; ``innermost`` is what was open then."""
    lines = _LINE_BREAK.split(text)
    problem = str(getattr(error, "problem", "") or error)
    context = str(getattr(error, "context", "") or "")
    start = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or start
    complaint = _choose(f"{problem} {context}", lines, mark)
    message, place = complaint.message, place_of(mark, file)
    if complaint is _UNCLOSED and "quoted scalar" not in context and innermost is not None:
        place = Place(file, innermost.line, innermost.column)
    elif complaint is _FLOW and innermost is not None and innermost.line < place.line:
        message += f" Den begynder på linje {innermost.line}."
    elif complaint is _ESCAPE:
        place = _at_backslash(place, lines)
    elif complaint.at_start and start is not None:
        place = place_of(start, file)
    return Finding("struktur-yaml", Severity.ERROR, _inside(place, lines), message, hint=complaint.hint)


def _choose(words: str, lines: list[str], mark: Any) -> _Complaint:  # noqa: ANN401 - PyYAML's two mark classes share no base
    if mark is not None and _is_tab(lines, mark):
        return _TAB
    complaint = next((one for one in _COMPLAINTS if re.search(one.words, words)), _FALLBACK)
    if complaint in {_FLOW, _NO_START} and mark is not None and _is_end(lines, mark):
        return _UNCLOSED
    if complaint is _INDENT and mark is not None and lines[mark.line : mark.line + 1]:
        return _AFTER_VALUE if lines[mark.line][: mark.column].strip(" -") else _INDENT
    return complaint


def _is_tab(lines: list[str], mark: Any) -> bool:  # noqa: ANN401 - as above
    """Tell whether the complaint is about a tab: the parsers word it in several ways."""
    if mark.line >= len(lines):
        return False
    line = lines[mark.line]
    indent = line[: len(line) - len(line.lstrip())]
    return "\t" in indent or line[mark.column : mark.column + 1] == "\t"


def _is_end(lines: list[str], mark: Any) -> bool:  # noqa: ANN401 - as above
    """Tell whether nothing but blank space follows the mark."""
    rest = lines[mark.line :]
    return not rest or not (rest[0][mark.column :].strip() or any(line.strip() for line in rest[1:]))


def _at_backslash(place: Place, lines: list[str]) -> Place:
    """Return the place of the backslash: the parsers point at it, behind it, or behind its letter."""
    found = lines[place.line - 1].rfind("\\", 0, place.column) if place.line <= len(lines) else -1
    return Place(place.file, place.line, found + 1) if found >= 0 else place


def _inside(place: Place, lines: list[str]) -> Place:
    """Return the character at the place, or the last one written where the parser only gave up behind it."""
    last = max((number for number, line in enumerate(lines, 1) if line.strip()), default=1)
    line, column = place.line, place.column
    if line > last:
        line, column = last, max(1, len(lines[last - 1].rstrip()))
    return Place(place.file, line, column, (line, column + 1))
