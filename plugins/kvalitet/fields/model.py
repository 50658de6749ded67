"""The form of a field, as the catalogue describes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from kvalitet.findings import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

_NOWHERE = Place("")


class Kind(StrEnum):
    """The types a field can have; a new one is code, all else is catalogue."""

    TEXT = "tekst"
    LINE = "linje"
    NUMBER = "antal"
    AMOUNT = "beløb"
    DATE = "dato"
    YES_NO = "ja_nej"
    PHONE = "telefon"
    MAIL = "mail"
    LINK = "link"
    HOURS = "tidsrum"
    CHOICE = "valg"
    REFERENCE = "henvisning"
    REQUIREMENT = "krav"
    CRITERION = "kriterium"
    RULE = "regel"
    EDITION = "udgave"
    GROUP = "gruppe"
    SECTION = "afsnit"
    LIST = "liste"
    TABLE = "tabel"
    RAW = "rå"  # only in the catalogue's own files: read by code of its own


Order = tuple[tuple[str, ...], tuple[str, ...]]
"""Two paths in a group; what stands at the second is never less than what stands at the first."""

GROUPS = frozenset({Kind.GROUP, Kind.SECTION})
COLLECTIONS = frozenset({Kind.LIST, Kind.TABLE})


@dataclass(frozen=True, slots=True)
class Limit:
    """A legal limit on a field. Numbers are in the field's unit; ``when`` names values of sibling fields."""

    law: str
    at_most: Decimal | None = None
    at_least: Decimal | None = None
    exactly: Decimal | None = None
    only: tuple[str, ...] = ()
    when: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``title`` is what a person calls it, ``help`` says to the officer what belongs there."""

    key: str
    kind: Kind
    title: str = ""
    help: str = ""
    example: str = ""
    required: bool = False
    fields: Mapping[str, Field] = field(default_factory=dict)
    item: Field | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    short: str = ""
    target: str = ""
    keys: Kind | None = None  # what kind of id the keys of a table are, None where they are free
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit: str = ""
    pattern: str = ""
    limits: tuple[Limit, ...] = ()
    citizen: str | Mapping[str, str] = ""
    used: str = ""
    technical: bool = False  # for the program alone: on no page
    own_only: bool = False  # true of the writer alone: not told by a municipality that inherits it
    past_in: frozenset[str] = frozenset()  # the states of a standard in which the date has gone by
    ahead_in: frozenset[str] = frozenset()  # the states in which the date lies ahead
    holds_months: int = 0  # how long a check made on that date is worth something
    order: tuple[Order, ...] = ()  # of a group: pairs of fields whose second is never less than the first
    better: str = ""  # what is better for the citizen: mere, mindre, ja, nej; "" where it cannot be said
    weights: Mapping[str, Decimal] = field(default_factory=dict)  # what each choice multiplies the number beside it by
    place: Place = _NOWHERE

    def child(self, name: str) -> Field | None:
        """Return the field ``name`` of this group, or of the entries of this list or table."""
        if self.item is not None:
            return self.item.child(name)
        return self.fields.get(name)

    def walk(self, path: str = "") -> Iterator[tuple[str, Field]]:
        """Yield this field and all below it with their paths; entries of lists and tables add no step."""
        yield path, self
        if self.item is not None:
            yield from self.item.walk(path)
        for name, one in self.fields.items():
            yield from one.walk(f"{path}.{name}" if path else name)
