"""From two values to what reads otherwise: through groups and entries down to the sentence that changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from kvalitet.diff.judging import LESS, MORE, direction_of, is_promise, is_worse
from kvalitet.diff.model import Change
from kvalitet.diff.pairing import Pairs
from kvalitet.diff.telling import speaks_as_one, tell, title_of
from kvalitet.fields import Kind, Value
from kvalitet.fields.model import COLLECTIONS, GROUPS
from kvalitet.readability import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEP = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class Walk:
    """Two standards, by their files; ``elsewhere``: paths that are told in another place and skipped here."""

    old: str
    new: str
    elsewhere: frozenset[str] = field(default_factory=frozenset)

    def compare(
        self, before: Value | None, after: Value | None, about: tuple[str, ...], above: str = ""
    ) -> Iterator[Change]:
        """Yield what ``after`` says otherwise than ``before``; ``above`` is what is better of the group around."""
        before, after = _filled(before), _filled(after)
        value = after or before
        if value is None:
            return
        better = direction_of(value.field, above)
        if speaks_as_one(value.field):
            yield from self._compare_sentences(before, after, about, above)
        elif value.field.kind in COLLECTIONS:
            yield from self._compare_entries(before, after, about, better)
        else:
            yield from self._compare_fields(before, after, about, better)

    def _compare_sentences(
        self, before: Value | None, after: Value | None, about: tuple[str, ...], above: str
    ) -> Iterator[Change]:
        then, now = tell(before, self.old), tell(after, self.new)
        if then == now:
            return
        worse = is_worse(before, after, above)
        path = _path(before, after)
        if before is not None and after is not None and before.field.kind is Kind.TEXT:
            for lost, won in _changed_sentences(then[0], now[0]):
                yield Change((*about, after.field.title), lost, won, path, worse)
        else:
            yield Change(about, then, now, path, worse)

    def _compare_fields(
        self, before: Value | None, after: Value | None, about: tuple[str, ...], better: str
    ) -> Iterator[Change]:
        names = dict.fromkeys(name for one in (after, before) if one is not None for name, _ in one.entries())
        for name in names:
            then = before.get(name) if before is not None else None
            now = after.get(name) if after is not None else None
            if _STEP.sub("", _path(then, now)) not in self.elsewhere:
                yield from self.compare(then, now, about, better)

    def _compare_entries(
        self, before: Value | None, after: Value | None, about: tuple[str, ...], better: str
    ) -> Iterator[Change]:
        is_table = any(one is not None and one.field.kind is Kind.TABLE for one in (before, after))
        pairs = Pairs(_entries(before), _entries(after))
        pairs.match_by(lambda one: (*tell(one, one.file),))
        pairs.match_by(lambda one: one.path if is_table else "")
        pairs.match_by(lambda one: one.label)
        pairs.match_alike(lambda one: one.label or " ".join(tell(one, one.file)))
        for then, now in pairs.found:
            named = about if now.field.kind not in GROUPS else (*about, _name(now, self.new))
            yield from self.compare(then, now, named)
        for gone in pairs.rest[0]:
            worse = better == MORE or (not better and is_promise(gone))
            yield Change(about, tell(gone, self.old), (), gone.path, worse)
        for added in pairs.rest[1]:
            yield Change(about, (), tell(added, self.new), added.path, better == LESS)


def _filled(value: Value | None) -> Value | None:
    return value if value is not None and value.filled else None


def _entries(value: Value | None) -> list[Value]:
    return [one for _, one in value.entries() if one.filled] if value is not None else []


def _path(before: Value | None, after: Value | None) -> str:
    value = after or before
    return value.path if value is not None else ""


def _name(entry: Value, file: str) -> str:
    """Return what to call an entry: its label, else the first thing it says, else what its kind is called."""
    return entry.label or next(iter(tell(entry, file)), title_of(entry.field))


def _changed_sentences(before: str, after: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield (lost, won) for each run of sentences that is otherwise."""
    then, now = split_sentences(before) or [before], split_sentences(after) or [after]
    for word, start, stop, other_start, other_stop in SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        if word != "equal":
            yield tuple(then[start:stop]), tuple(now[other_start:other_stop])
