"""A standard to be: the values that a document gave, each with where it is from and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kvalitet.importing.words import Sureness

if TYPE_CHECKING:
    from kvalitet.importing.documents.model import Block

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a part of the document went: ``path`` is "" where it has no place."""

    title: str
    where: str
    path: str
    sureness: Sureness
    covers: tuple[str, ...] = ()
    number: int = 0  # in the order of the document


@dataclass(slots=True)
class Draft:
    """The values of a standard to be, by key; ``notes`` say per path where a value is from.

    ``front`` are the first lines of the document, ``left`` is what found no place (with its heading), ``frame`` what
    stood around the text, ``doubts`` what a person must decide.
    """

    values: dict[str, Any] = field(default_factory=dict)
    notes: dict[Path, list[str]] = field(default_factory=dict)
    landings: list[Landing] = field(default_factory=list)
    front: list[Block] = field(default_factory=list)
    left: list[tuple[str, list[Block]]] = field(default_factory=list)
    frame: list[Block] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    filled: dict[Sureness, list[Path]] = field(default_factory=lambda: {one: [] for one in Sureness})

    def put(self, path: Path, value: Any, note: str, sureness: Sureness) -> None:  # noqa: ANN401 - a scalar, a list or a group
        """Set the value at ``path``, where none stands yet; groups and entries on the way are made."""
        node: Any = self.values
        for step, following in zip(path, (*path[1:], None), strict=True):
            content = value if following is None else [] if isinstance(following, int) else {}
            if isinstance(node, dict):
                node = node.setdefault(step, content)
            elif int(step) < len(node):
                node = node[int(step)]
            else:
                node.append(content)
                node = content
        if note:
            self.notes.setdefault(path, []).append(note)
        self.filled[sureness].append(path)

    def get(self, path: Path) -> Any:  # noqa: ANN401 - as above
        """Return the value at ``path``, None where nothing stands."""
        node: Any = self.values
        for step in path:
            if isinstance(node, dict):
                node = node.get(step)
            elif isinstance(node, list) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                return None
        return node


def say_path(path: Path) -> str:
    """Return the path as findings write it: ``tilbud[0].intensitet.mindst``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else (f".{step}" if text else str(step))
    return text
