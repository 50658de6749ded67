"""One municipality's standard for one service area, as it is after inheritance."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from kvalitet.catalogue.verify import to_ascii

if TYPE_CHECKING:
    from kvalitet.catalogue import Catalogue, LegalBasis
    from kvalitet.fields.value import Value
    from kvalitet.findings import Finding


class State(StrEnum):
    """The author's own word on where the text is (``tilstand``)."""

    DRAFT = "udkast"
    HEARING = "i høring"
    ADOPTED = "vedtaget"
    REPLACED = "afløst"


@dataclass(slots=True)
class Standard:
    """A standard. ``values`` are the top-level keys, inherited ones among them.

    ``via`` holds, per inherited key, the values that brought it here; ``covered`` holds, per section without
    a text of its own, the text of another section that covers it and the entry that says so. ``text`` is the file.
    """

    file: str
    slug: str
    catalogue: Catalogue
    values: dict[str, Value]
    own: dict[str, Value]
    via: dict[str, tuple[Value, ...]] = field(default_factory=dict)
    covered: dict[str, tuple[Value, Value]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    shared: bool = False
    text: str = ""

    def content(self, *path: str) -> object:
        """Return the content at ``path`` through groups alone, None where nothing stands."""
        value = self.value(*path)
        return value.content if value is not None else None

    def value(self, *path: str) -> Value | None:
        """Return the value at ``path`` through groups alone."""
        value = self.values.get(path[0])
        for name in path[1:]:
            value = value.get(name) if value is not None else None
        return value

    @property
    def name(self) -> str:
        """The municipality's name."""
        return str(self.content("kommune") or self.slug)

    @property
    def example(self) -> bool:
        """Whether the municipality is invented."""
        return self.content("eksempel") is True

    @property
    def state(self) -> State:
        """The author's own word on where the text is; a draft where nothing is said."""
        state = self.content("tilstand")
        return State(state) if isinstance(state, str) else State.DRAFT

    @property
    def cited(self) -> LegalBasis | None:
        """The edition of the rules the text itself cites."""
        return self.catalogue.editions.get(str(self.content("lovgrundlag")))

    @property
    def adopted(self) -> date | None:
        """The day the standard was adopted."""
        return self._date("godkendt", "dato")

    @property
    def revised(self) -> date | None:
        """The day it was last gone through; the day of adoption where no later day is given."""
        days = [day for day in (self._date("senest_revideret"), self.adopted) if day is not None]
        return max(days) if days else None

    def _date(self, *path: str) -> date | None:
        content = self.content(*path)
        return content if isinstance(content, date) else None


def slug_of(name: str) -> str:
    """Return the slug of a municipality's name: file stem and address."""
    return to_ascii(name)
