"""Guarded events to a tree: iterative, so depth never meets the interpreter's stack."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import yaml

from kvalitet.findings import Finding, Place, Severity
from kvalitet.reading.decode import escaped_findings
from kvalitet.reading.events import ReadingStoppedError, guard_events, parse_events
from kvalitet.reading.syntax import syntax_finding
from kvalitet.reading.tree import Entry, Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_text(text: str, file: str) -> tuple[Mapping | None, list[Finding]]:
    """Return the tree of ``text`` (None where there is no mapping to work with) and all that was found.

    Scalars stay text: ``0101``, ``12:30`` and ``2024-13-45`` are what the author wrote.
    """
    findings: list[Finding] = []
    composer = _Composer(file, findings)
    try:
        root = composer.compose(guard_events(parse_events(text), file, findings))
    except ReadingStoppedError as stopped:
        return None, [*findings, stopped.finding]
    except yaml.YAMLError as error:
        return None, [*findings, syntax_finding(error, file, text, composer.innermost)]
    if isinstance(root, Mapping):
        return root, findings
    return None, [*findings, _root_finding(root, file)]


class _Nameless(Scalar):
    """Stands where no text is: an alias, or a key that is no scalar. What it names as a key is left out."""


class _Composer:
    """Builds the tree bottom up on a stack of its own."""

    def __init__(self, file: str, findings: list[Finding]) -> None:
        self.file = file
        self.findings = findings
        self.stack: list[Mapping | Sequence] = []
        self.keys: list[Scalar | None] = []  # beside the stack: the key that waits for its value
        self.root: Node | None = None

    def compose(self, events: Iterator[yaml.Event]) -> Node | None:
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._add(self._scalar(event))
            elif kind is yaml.MappingStartEvent:
                self._open(Mapping(*_position(event), flow=bool(getattr(event, "flow_style", False))))
            elif kind is yaml.SequenceStartEvent:
                self._open(Sequence(*_position(event)))
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.keys.pop()
                self._add(self.stack.pop())
            elif kind is yaml.AliasEvent:
                self._add(_nameless(*_position(event)))  # the guard has told of it
        return self.root

    @property
    def innermost(self) -> Node | None:
        """The list or group that is open, None outside of all."""
        return self.stack[-1] if self.stack else None

    def _open(self, node: Mapping | Sequence) -> None:
        self.stack.append(node)
        self.keys.append(None)

    def _scalar(self, event: Any) -> Scalar:  # noqa: ANN401 - as above
        line, column = _position(event)
        mark = event.end_mark
        stop = (mark.line + 1, mark.column + 1)
        if event.style == '"':
            self.findings.extend(escaped_findings(event.value, Place(self.file, line, column, stop)))
        return Scalar(event.value, line, column, stop, plain=event.style is None or event.style == "")

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = self.keys[-1]
        if key is None:
            self.keys[-1] = self._key(node)
            return
        self.keys[-1] = None
        self._put(parent, key, node)

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        message = "En nøgle skal være et ord. Her står en liste eller en gruppe."
        hint = "Begynder teksten med '[' eller '{', så sæt den i anførselstegn."
        self._report("struktur-yaml", node, message, hint)
        return _nameless(node.line, node.column)

    def _put(self, parent: Mapping, key: Scalar, node: Node) -> None:
        if isinstance(key, _Nameless):
            return
        name = unicodedata.normalize("NFC", key.text.strip())  # macOS writes å as a and a ring
        first = parent.entries.get(name)
        if first is not None:
            message = f"Nøglen '{name}' står her igen. Den står også på linje {first.line}, og kun den læses."
            self._report("struktur-dobbelt-noegle", key, message, "Saml de to, og slet den ene.")
            return
        if not parent.entries and not parent.flow:
            parent.end = key.end
        parent.entries[name] = Entry(name, key, node)

    def _report(self, rule: str, node: Node, message: str, hint: str) -> None:
        self.findings.append(Finding(rule, Severity.ERROR, node.place(self.file), message, hint=hint))


def _nameless(line: int, column: int) -> _Nameless:
    return _Nameless("", line, column, (line, column))


def _position(event: Any) -> tuple[int, int]:  # noqa: ANN401 - the compiled loader's events share no type
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _root_finding(root: Node | None, file: str) -> Finding:
    hint = "Begynd med linjen 'format: 1', og skriv så 'kommune:' med kommunens navn."
    if root is None or (isinstance(root, Scalar) and root.empty):
        return Finding("struktur-dokument", Severity.ERROR, Place(file), "Filen er tom.", hint=hint)
    what = "en liste" if isinstance(root, Sequence) else "en løs tekst"
    message = f"Filen indeholder {what}. En standard er nøgler med værdier."
    return Finding("struktur-dokument", Severity.ERROR, root.place(file), message, hint=hint)
