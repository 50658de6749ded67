"""A municipality of the register, as frozen records."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kvalitet.catalogue.verify import to_ascii

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class Region:
    """A region, in being from ``start`` to ``end`` (None while it goes on)."""

    id: str
    name: str
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Website:
    """A municipality's main website as sources showed it on ``read``; nobody tried the address."""

    address: str
    read: date


@dataclass(frozen=True, slots=True)
class Municipality:
    """One municipality. ``code`` is four digits as text; ``full_name`` is what it is called in a sentence."""

    code: str
    name: str
    full_name: str
    other_names: tuple[str, ...]
    regions: tuple[Region, ...]
    website: Website | None

    @property
    def slug(self) -> str:
        """The ASCII form of the name: file stem and address."""
        return to_ascii(self.name)

    def region_on(self, day: date) -> Region | None:
        """Return the region the municipality lies in on ``day``."""
        fitting = (one for one in self.regions if one.start <= day and (one.end is None or day <= one.end))
        return next(fitting, None)


@dataclass(frozen=True)
class Register:
    """All municipalities by slug, in the order of the Danish alphabet."""

    municipalities: Mapping[str, Municipality]

    def find(self, name: str) -> Municipality | None:
        """Return the municipality called ``name``, other spellings and a trailing 'Kommune' forgiven."""
        return self._spellings.get(_bare(name))

    @cached_property
    def _spellings(self) -> dict[str, Municipality]:
        spellings: dict[str, Municipality] = {}
        for one in self.municipalities.values():
            for name in (one.name, one.full_name, *one.other_names):
                spellings.setdefault(_bare(name), one)
        return spellings


def _bare(name: str) -> str:
    return to_ascii(name).removesuffix("-kommune")
