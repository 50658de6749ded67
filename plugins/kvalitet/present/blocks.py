"""What a subject of the citizen's page is made of, laid out twice: by the page's template, and by the leaflets'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Words:
    """Paragraphs and lists as safe HTML. ``own``: the municipality's words, not ours."""

    kind: ClassVar[str] = "words"
    html: Markup
    own: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Sentences from the standard's fields; ``title`` names what they are about, or is ""."""

    kind: ClassVar[str] = "facts"
    title: str
    sentences: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """What happens, one step after the other, each with its time in front."""

    kind: ClassVar[str] = "steps"
    items: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Hours:
    """The week as a small table: ``rows`` are (days, a time per column); ``remarks`` stand below it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A place to ring or go to. ``tel`` is the link that rings it, "" for an invented municipality's."""

    kind: ClassVar[str] = "card"
    anchor: str
    name: str
    phone: str
    tel: str
    lines: tuple[Markup, ...]
    hours: Hours | None
    notes: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with yes, no or not told, and the numbers and sentences that belong to the answer."""

    kind: ClassVar[str] = "answer"
    question: str
    answer: str
    numbers: tuple[tuple[str, str, str], ...]  # (whose, number, the link that rings it)
    sentences: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """One kind of help in plain words, and how often there is some of it at least, or ""."""

    name: str
    often: Markup | str


@dataclass(frozen=True, slots=True)
class Offers:
    """Kinds of help that are got in the same way."""

    kind: ClassVar[str] = "offers"
    title: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What the law says where the standard is silent or says something else. ``right`` is the first right's id."""

    kind: ClassVar[str] = "frame"
    reason: Markup
    words: tuple[Markup, ...]
    right: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A right in few words where the standard has nothing that is easy to read, with the way to the whole of it."""

    kind: ClassVar[str] = "stated"
    words: Markup
    right: str


Block = Words | Facts | Steps | Card | Answer | Offers | Frame | Stated
