"""The YAML parser's complaints, said in Danish with what to write instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kvalitet.findings import Finding, Severity
from kvalitet.reading.events import place_of

if TYPE_CHECKING:
    import yaml

# (the parser's words, what we say, what to write instead); the first that matches is used. The compiled and
# the pure parser use nearly the same words, so one table serves both.
_TRANSLATIONS: tuple[tuple[str, str, str], ...] = (
    (
        r"character '\\t'|tab character|found a tab",
        "Her står et tabulatortegn. YAML rykker kun ind med mellemrum.",
        "Slet tabulatortegnet, og ryk ind med to mellemrum for hvert niveau.",
    ),
    (
        r"mapping values are not allowed",
        "Her står et kolon, hvor der ikke kan være en nøgle.",
        "Står kolonet i en tekst, så sæt den i anførselstegn. Er det en nøgle, så se, om den er rykket forkert ind.",
    ),
    (
        r"could not find expected ':'|while scanning a simple key",
        "Linjen er hverken en nøgle med kolon eller en del af teksten ovenover.",
        "Skriv 'nøgle: værdi', eller ryk linjen ind, så den hører til teksten ovenover.",
    ),
    (
        r"unexpected end of stream|end of the stream|EOF|got '<stream end>'|did not find expected node content",
        "Et anførselstegn eller en parentes er ikke lukket.",
        "Find det sted, hvor den begynder, og sæt det tegn, der mangler.",
    ),
    (
        r"expected ',' or '[\]}]'|did not find expected ',' or",
        "Listen eller gruppen i parentes mangler et komma eller en slutparentes.",
        "Sæt komma mellem værdierne, og luk med ']' eller '}'.",
    ),
    (
        r"undefined alias|expected alphabetic or numeric|while scanning an (alias|anchor)",
        "En værdi kan ikke begynde med '*' eller '&'.",
        "Sæt teksten i anførselstegn.",
    ),
    (
        r"cannot start any token|directive|YAML document|found unexpected ':'",
        "En værdi kan ikke begynde med dette tegn.",
        "Sæt teksten i anførselstegn.",
    ),
    (
        r"unknown escape character|escape sequence|did not find expected hexdecimal",
        "Omvendt skråstreg i en tekst med dobbelte anførselstegn betyder noget særligt.",
        "Brug enkelte anførselstegn ('…') om teksten.",
    ),
    (
        r"expected <block end>|did not find expected key|did not find expected '-' indicator|bad indentation",
        "Linjen er ikke rykket ind som de andre på samme niveau.",
        "Ryk den ind med lige så mange mellemrum som linjerne, den hører sammen med.",
    ),
    (
        r"tag|handle",
        "En værdi kan ikke begynde med '!'.",
        "Sæt teksten i anførselstegn.",
    ),
)
_FALLBACK = (
    "Filen kan ikke læses som YAML herfra.",
    "Se på linjen og linjen før: kolon, anførselstegn, parenteser og indrykning.",
)


def syntax_finding(error: yaml.YAMLError, file: str, text: str) -> Finding:
    """Return the finding for what the parser could not read in ``text``."""
    problem = str(getattr(error, "problem", "") or error)
    context = str(getattr(error, "context", "") or "")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    message, hint = _translate("tab character" if _is_tab(text, mark) else f"{problem} {context}")
    return Finding("struktur-yaml", Severity.ERROR, place_of(mark, file), message, hint=hint)


def _translate(words: str) -> tuple[str, str]:
    for pattern, message, hint in _TRANSLATIONS:
        if re.search(pattern, words):
            return message, hint
    return _FALLBACK


def _is_tab(text: str, mark: Any) -> bool:  # noqa: ANN401 - PyYAML's two mark classes share no base
    """Tell whether the complaint is about a tab: the parsers word it in several ways."""
    lines = text.splitlines()
    if mark is None or mark.line >= len(lines):
        return False
    line = lines[mark.line]
    indent = line[: len(line) - len(line.lstrip())]
    return "\t" in indent or line[mark.column : mark.column + 1] == "\t"
