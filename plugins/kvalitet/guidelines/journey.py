"""``forloeb.yml`` to steps; each leads to guidelines, rights and requirements that there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.catalogue.access import Reader, entries, parts, prose, string, strings
from kvalitet.catalogue.conditions import field_at
from kvalitet.guidelines import forms
from kvalitet.guidelines.model import Step
from kvalitet.guidelines.read import known_names

if TYPE_CHECKING:
    from collections.abc import Container
    from collections.abc import Mapping as Dictionary

    from kvalitet.catalogue import Catalogue
    from kvalitet.fields import Value
    from kvalitet.findings import Place

_WHOLE = "hele_vejen"
THROUGHOUT = "hele-vejen"
"""The id of what holds at every step."""


def read_journey(
    reader: Reader, catalogue: Catalogue, guidelines: Container[str]
) -> tuple[Step | None, tuple[Step, ...]]:
    """Return what holds all the way (None where it is missing, which is reported), and the steps in order."""
    values = reader.read(forms.JOURNEY)
    maker = _Steps(reader, catalogue, guidelines)
    whole = parts(values, _WHOLE)
    throughout = maker.make(THROUGHOUT, whole, values[_WHOLE].place) if whole else None
    return throughout, tuple(maker.make(string(one, "id"), one, place) for one, place in entries(values, "trin"))


@dataclass(frozen=True, slots=True)
class _Steps:
    """Makes steps, and reports what they name that is not known."""

    reader: Reader
    catalogue: Catalogue
    guidelines: Container[str]

    def make(self, name: str, values: Dictionary[str, Value], place: Place) -> Step:
        """Return one step."""
        self._check_paths(values.get("viser"))
        return Step(
            id=name,
            title=string(values, "titel"),
            happens=prose(values, "sker"),
            ask=strings(values, "spørg"),
            guidelines=known_names(values, "retningslinjer", self.guidelines, "guideline", self.reader),
            rights=known_names(values, "rettigheder", self.catalogue.rights, "right", self.reader),
            requirements=known_names(values, "krav", self.catalogue.requirements, "requirement", self.reader),
            shows=strings(values, "viser"),
            place=place,
        )

    def _check_paths(self, shows: Value | None) -> None:
        fields = self.catalogue.fields
        for _, one in shows.entries() if shows is not None else []:
            if field_at(tuple(str(one.content).split(".")), fields, fields) is None:
                self.reader.report_at(one.place, f"'viser' names no field: '{one.content}'.")
