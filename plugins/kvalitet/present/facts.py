"""What a standard's fields say to the citizen, in the sentences the catalogue has for them (``borger``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from kvalitet.fields import Kind, Reference, Value
from kvalitet.present.text import render_inline, render_text
from kvalitet.present.words import phone_of, say_phone, say_value

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLOT = re.compile(r"\{(\w*)\}")
_COLLECTIONS = frozenset({Kind.LIST, Kind.TABLE})
_PLAIN_WORDS = "pixie"
_HANDLED = frozenset({"tekst", _PLAIN_WORDS, "dækker"})


@dataclass(frozen=True, slots=True)
class Fact:
    """Sentences that belong together, as safe HTML; ``title`` names the entry they are about, or is ""."""

    title: str
    sentences: tuple[Markup, ...]


def tell_facts(value: Value, file: str) -> list[Fact]:
    """Return what ``value`` says to the citizen of the standard in ``file``: one fact per entry of groups."""
    if value.field.kind in _COLLECTIONS and value.field.item is not None and value.field.item.fields:
        facts = [_tell_entry(entry, file) for _, entry in value.entries()]
    else:
        facts = [Fact("", tuple(tell_sentences(value, file)))]
    return [fact for fact in facts if fact.sentences or fact.title]


def _tell_entry(entry: Value, file: str) -> Fact:
    """An entry is called by its name; where it has none, by its first sentence."""
    name = entry.get("navn")
    title = name.content if name is not None and isinstance(name.content, str) else ""
    children = [one for one in _children(entry) if not (title and one is name)]
    return Fact(title, tuple(sentence for one in children for sentence in tell_sentences(one, file)))


def tell_sentences(value: Value, file: str) -> Iterator[Markup]:
    """Yield the sentences of ``value``, as the standard in ``file`` tells them; nothing where there are none."""
    if not value.filled or (value.field.own_only and value.file != file):
        return
    pattern = value.field.citizen
    if isinstance(value.content, (dict, list)):
        if isinstance(pattern, str) and _SLOT.search(pattern):
            yield _fill(pattern, value, file)
        else:
            for one in _children(value):
                yield from tell_sentences(one, file)
    elif isinstance(pattern, str):
        if pattern == "{}" and value.field.kind is Kind.TEXT:
            yield render_text(say_value(value))
        elif pattern:
            before, _, after = pattern.partition("{}")
            yield escape(before) + say_markup(value) + escape(after)
    elif say_value(value) in pattern:
        yield escape(pattern[say_value(value)])


def _fill(pattern: str, value: Value, file: str) -> Markup:
    """Fill ``{}`` with all that is said below, or ``{name}`` with what that field says; empty slots close up."""

    def replace(match: re.Match[str]) -> str:
        wanted = [one for one in _children(value) if match[1] in ("", one.field.key)]
        return ", ".join(_plain(sentence) for one in wanted for sentence in tell_sentences(one, file))

    filled = _SLOT.sub(replace, pattern)
    filled = re.sub(r",\s{2,}", " ", filled)
    return Markup(re.sub(r"(^|: )[,\s]+", r"\1", filled).strip())  # noqa: S704 - made of rendered sentences


def _children(value: Value) -> list[Value]:
    content = value.content
    if isinstance(content, list):
        return content
    if isinstance(content, dict):
        order = list(value.field.fields) or list(content)
        return [content[name] for name in order if name in content and name not in _HANDLED]
    return []


def _plain(sentence: Markup) -> str:
    return str(sentence).removeprefix("<p>").removesuffix("</p>")


def say_markup(value: Value) -> Markup:
    """Return a scalar as safe HTML: running text with its emphasis, a web address as a link, all else escaped.

    What refers to a place names it and its number, so that nobody has to look for it elsewhere.
    """
    if value.field.kind is Kind.TEXT:
        return render_inline(say_value(value))
    if value.field.kind is Kind.PHONE:
        return escape(say_phone(value))
    if isinstance(value.content, Reference) and value.content.target is not None:
        return escape(", ".join(filter(None, (say_value(value), phone_of(value.content.target)))))
    text = escape(" ".join(say_value(value).split()))
    return Markup('<a href="{0}">{0}</a>').format(text) if value.field.kind is Kind.LINK else text
