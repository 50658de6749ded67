"""Hard words explained where they first stand on a citizen's page: a part that unfolds, right below the words.

Works on a page's finished HTML and adds to it alone: no word of a municipality's text is changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

from markupsafe import escape

from kvalitet.present.words import say_list

if TYPE_CHECKING:
    from collections.abc import Callable

    from kvalitet.glossary import Glossary, Term

GLOSSARY_PAGE = "ordliste/"
# Tags that only dress words, as <strong>, are part of the text.
_TAG = re.compile(
    r"<(/?)(?!(?:abbr|b|br|cite|code|dfn|em|i|kbd|mark|q|small|span|strong|wbr)\b)([a-z][a-z0-9]*)([^<>]*)>"
)
_DRESS = re.compile(r"<[^<>]*>")
_CLASSES = re.compile(r'\sclass="([^"]*)"')
_EXPLAINED = re.compile(r"<dfn>(.*?)</dfn>", re.DOTALL)
_TEXT = frozenset({"p", "ul", "ol", "li"})
_EMPTY = frozenset({"hr", "img", "input"})
_FOLD, _FOLD_END = "<details", "</details>"
# No running text, or text that must stay as it is: to press, to fill in, to copy.
_PASSED_OVER = frozenset(
    {"a", "address", "blockquote", "button", "dialog", "dl", "fieldset", "figure", "form", "h1", "h2", "h3", "h4"}
    | {"h5", "h6", "label", "nav", "output", "pre", "select", "summary", "svg", "table", "template", "textarea"}
)
_PASSED_OVER_CLASSES = frozenset({"kv-acute", "kv-example", "kv-source", "kv-foot", "kv-legend", "kv-tabs", "kv-doors"})
_OPT_OUT = " data-uden-ord"
_ELSEWHERE = " · "  # stands for what is passed over, and between paragraphs: no term reaches across it


@dataclass(frozen=True, slots=True)
class _Run:
    """Paragraphs and lists that follow each other: their text, dressed, and where in the page they end."""

    text: str
    end: int
    folded: bool


@dataclass(frozen=True, slots=True)
class _Inside:
    """What holds inside an open element. ``text``: it is, or is in, a paragraph or a list."""

    text: bool = False
    passed_over: bool = False
    folded: bool = False


def explain_terms(html: str, glossary: Glossary, link: Callable[[str], str]) -> str:
    """Return ``html`` with each hard term of its running text explained, once a page.

    The explanation follows the paragraphs and lists in which the term first stands, up to the next heading or box;
    text that has to be unfolded is looked at after what everybody sees. A word that the page explains itself stands
    there in ``<dfn>``; nothing is explained within what carries ``data-uden-ord``. ``link`` gives the link to an
    address below the site's root.
    """
    told = {term.id for own in _EXPLAINED.findall(html) for _, term in _find_hard(own, glossary)}
    added: dict[int, str] = {}
    for run in sorted(_Scan(html).find_runs(), key=lambda one: one.folded):
        new = {}
        for words, term in _find_hard(run.text, glossary):
            if term.id not in told:
                told.add(term.id)
                new[words] = term
        if new:
            added[run.end] = _tell(new, link(GLOSSARY_PAGE))
    parts, start = [], 0
    for end, explanation in sorted(added.items()):
        parts += [html[start:end], "\n", explanation]
        start = end
    return "".join([*parts, html[start:]])


class _Scan:
    """One way through a page, or through what is folded away in it."""

    def __init__(self, html: str, *, folded: bool = False) -> None:
        self._html = html
        self._around = [_Inside(folded=folded)]
        self._runs: list[_Run] = []
        self._text: list[str] = []
        self._end = 0

    def find_runs(self) -> list[_Run]:
        """Return the runs of text in order."""
        at = 0
        while tag := _TAG.search(self._html, at):
            inside = self._around[-1]
            if inside.text:
                self._text.append(_ELSEWHERE if inside.passed_over else self._html[at : tag.start()])
            at = tag.end()
            if tag[2] == "details" and not tag[1]:
                at = self._look_into(tag, inside)
            elif tag[2] not in _EMPTY:
                self._read_tag(tag, inside)
        self._end_run(self._around[-1], at)
        return self._runs

    def _read_tag(self, tag: re.Match[str], inside: _Inside) -> None:
        closing, name, attributes = tag.groups()
        if closing:
            self._around.pop()
        else:
            self._around.append(_enter(name, attributes, inside))
        if name in _TEXT:
            self._text.append(_ELSEWHERE)
        box = name not in _TEXT and name != "a"
        if box or (self._around[-1].passed_over and not inside.text):
            self._end_run(inside, tag.start())
        elif closing and not self._around[-1].text and not inside.passed_over:
            self._end = tag.end()

    def _end_run(self, inside: _Inside, at: int) -> None:
        """End the run at a heading, a box or the like that stands at ``at``, maybe within an item of a list."""
        end = at if inside.text else self._end
        if end and not inside.passed_over:
            self._runs.append(_Run("".join(self._text), end, inside.folded))
        self._text = []
        self._end = 0

    def _look_into(self, tag: re.Match[str], inside: _Inside) -> int:
        """Read what is folded away, if nothing in it is so again, and return where it ends."""
        end = self._html.find(_FOLD_END, tag.end())
        within = self._html[tag.end() : end]
        if inside.passed_over or _FOLD in within:
            self._read_tag(tag, inside)
            return tag.end()
        self._end_run(inside, tag.start())
        self._runs += [_Run(one.text, one.end + tag.end(), one.folded) for one in _find_folded(within)]
        return end + len(_FOLD_END)


@lru_cache(maxsize=4096)  # the same rights are folded away on the pages of all municipalities
def _find_folded(html: str) -> tuple[_Run, ...]:
    return tuple(_Scan(html, folded=True).find_runs())


def _enter(name: str, attributes: str, around: _Inside) -> _Inside:
    """Return what holds inside the element that is opened."""
    passed_over, folded = around.passed_over or name in _PASSED_OVER, around.folded or name == "details"
    if attributes:
        classes = _CLASSES.search(attributes)
        passed_over |= _OPT_OUT in attributes
        passed_over |= classes is not None and not _PASSED_OVER_CLASSES.isdisjoint(classes[1].split())
        folded |= " hidden" in attributes
    return _Inside(name in _TEXT or (around.text and name == "a"), passed_over, folded)


@lru_cache(maxsize=8192)
def _find_hard(html: str, glossary: Glossary) -> tuple[tuple[str, Term], ...]:
    """Return the hard terms of a run of text, each with the words it stands in there."""
    plain = unescape(_DRESS.sub("", html))
    return tuple(
        (" ".join(plain[one.start : one.end].split()), one.term) for one in glossary.find(plain) if one.term.hard
    )


def _tell(found: dict[str, Term], glossary_page: str) -> str:
    asked = escape(say_list([f"»{words}«" for words in found]))
    lines = [
        f"<p>{f'<strong>{escape(words)}:</strong> ' if len(found) > 1 else ''}{escape(term.explanation)} "
        f'<a href="{escape(glossary_page)}#{term.id}">Se »{escape(term.word)}« i ordlisten</a></p>'
        for words, term in found.items()
    ]
    opening = '<details class="kv-ord" data-pagefind-ignore>'
    return "\n".join([opening, f"<summary>Hvad betyder {asked}?</summary>", *lines, _FOLD_END])
