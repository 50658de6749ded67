"""Synthetic municipalities of real length, for measuring: the same number always gives the same text.

Everything is drawn from the catalogue (fields, examples, choices, the plain words of the rights), so that the
files go on fitting when the catalogue grows. Run by ``bench.py`` inside the environment:
``python scripts/_synthetic.py FOLDER COUNT``.
"""

from __future__ import annotations

import random
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from kvalitet.catalogue import load_catalogue
from kvalitet.catalogue.verify import to_ascii
from kvalitet.fields.model import COLLECTIONS, GROUPS, Field, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kvalitet.catalogue import Catalogue

AREA = "stofmisbrug"
LINES = 280
WIDTH = 118
# How much of what is optional is written: each section begins at the first step and climbs until LINES are reached.
STEPS = (0.2, 0.5, 0.8, 1.0)
# Keys that speak of other files or of the check itself: they would tell of nothing but this generator.
LEFT_OUT = frozenset({"arver", "ikke_relevant", "bemærkninger", "undtagelser"})
SCHEMA_LINE = f"# yaml-language-server: $schema=../../skema/{AREA}.schema.json\n"


LASTS = 5  # years: what is adopted has not run out


class _Prose(str):
    """A text of more than a line, written folded."""

    __slots__ = ()


class _Block(dict[str, Any]):
    """A mapping that never is written on one line."""

    __slots__ = ()


_Dumper: Any = type("_Dumper", (getattr(yaml, "CSafeDumper", yaml.SafeDumper),), {})
_Dumper.add_representer(_Prose, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), ">"))
_Dumper.add_representer(
    _Block, lambda dumper, group: dumper.represent_mapping("tag:yaml.org,2002:map", group.items(), flow_style=False)
)


def write_municipalities(folder: Path, count: int) -> None:
    """Write ``count`` standards as ``folder/<area>/<slug>.yml``."""
    catalogue = load_catalogue(AREA)
    below = folder / AREA
    below.mkdir(parents=True, exist_ok=True)
    for number in range(1, count + 1):
        path = below / f"{to_ascii(name_municipality(number))}.yml"
        path.write_text(compose_standard(catalogue, number), encoding="utf-8", newline="\n")


def name_municipality(number: int) -> str:
    """Return the name of the synthetic municipality ``number``."""
    return f"Prøveby {number:03}"


def compose_standard(catalogue: Catalogue, number: int) -> str:
    """Return the standard of one municipality as YAML, as near to ``LINES`` lines as whole sections allow."""
    author = _Author(catalogue, number)
    keys = author.choose_keys()
    written = {key: author.write_section(key, STEPS[0]) for key in keys}
    length = 1 + sum(text.count("\n") for text in written.values())
    for step in STEPS[1:]:
        for key in author.shuffle(keys):
            richer = author.write_section(key, step)
            longer = length + richer.count("\n") - written[key].count("\n")
            if length < longer <= LINES:
                written[key], length = richer, longer
    return SCHEMA_LINE + "".join(written.values())


class _Author:
    """Writes one municipality's standard, field by field."""

    def __init__(self, catalogue: Catalogue, number: int) -> None:
        self.catalogue = catalogue
        self.name = name_municipality(number)
        self.random = random.Random(f"kvalitet {number}")  # noqa: S311 - repeatable is what it must be
        # One recent day for all: drawn apart, a standard would take force before it was adopted.
        self.day = date(2026, self.random.randint(1, 10), 15)
        self.sentences = collect_sentences(catalogue)
        self.own = {"kommune": self.name, "eksempel": "ja", "område": catalogue.area, "tilstand": "vedtaget"}
        self.table_keys = self._name_entries()
        self.scalars: Mapping[Kind, Callable[[Field, float], Any]] = {
            Kind.TEXT: self._write_text,
            Kind.NUMBER: self._write_number,
            Kind.AMOUNT: lambda *_: f"{self.random.randint(20, 220)} kr.",
            Kind.DATE: lambda field, _: self.day.replace(year=self.day.year + LASTS * (field.key == "gælder_til")),
            Kind.YES_NO: lambda *_: self.random.choice(("ja", "nej")),
            Kind.PHONE: lambda *_: f"0{self.random.randint(1, 9)} 23 45 {self.random.randint(10, 99)}",
            Kind.HOURS: lambda *_: self.random.choice(("9-15", "10-17.30", "9.30-12 og 13-15", "lukket")),
            Kind.CHOICE: lambda field, _: self.random.choice(list(field.choices)),
            Kind.REFERENCE: lambda field, _: self.random.choice(self.table_keys[field.target]),
            Kind.REQUIREMENT: lambda *_: self.random.choice(self._sections()),
            Kind.CRITERION: lambda *_: self.random.choice(list(self.catalogue.criteria)),
            Kind.EDITION: lambda *_: self.random.choice(list(self.catalogue.editions)),
        }

    def choose_keys(self) -> list[str]:
        """Return the top-level keys in the catalogue's order: all that is asked for, some of what is not."""
        needed = {*self.own, *self.table_keys, *self._sections()}
        return [
            key
            for key, field in self.catalogue.fields.items()
            if key not in LEFT_OUT and (key in needed or field.required or self.random.random() < STEPS[1])
        ]

    def shuffle(self, keys: list[str]) -> list[str]:
        """Return the keys in an order of this municipality's own."""
        return self.random.sample(keys, len(keys))

    def write_section(self, key: str, richness: float) -> str:
        """Return one top-level key with what is below it as YAML."""
        value = self.own.get(key) or self._write(self.catalogue.fields[key], richness, key)
        return str(
            yaml.dump(
                _Block({key: value}),
                Dumper=_Dumper,
                default_flow_style=None,
                allow_unicode=True,
                sort_keys=False,
                width=WIDTH,
            )
        )

    def _sections(self) -> list[str]:
        return [key for one in self.catalogue.requirements.values() for key in one.sections]

    def _name_entries(self) -> dict[str, list[str]]:
        """Return the keys of each table that something refers to, so that every reference finds its entry."""
        walks = (field.walk() for field in self.catalogue.fields.values())
        targets = sorted({field.target for walk in walks for _, field in walk if field.target})
        return {
            target: [f"{to_ascii(target)}-{one}" for one in range(1, self.random.randint(3, 5))] for target in targets
        }

    def _write(self, field: Field, richness: float, key: str = "") -> Any:  # noqa: ANN401 - any YAML value
        if field.kind in GROUPS:
            return self._write_group(field, richness)
        if field.kind in COLLECTIONS:
            return self._write_collection(field, richness, key)
        return self.scalars.get(field.kind, self._write_example)(field, richness)

    def _write_group(self, field: Field, richness: float) -> dict[str, Any]:
        always = {
            name for name, one in field.fields.items() if one.required or (name, one.kind) == ("tekst", Kind.TEXT)
        }
        always = always or {self.random.choice(list(field.fields))}
        chosen = {name: one for name, one in field.fields.items() if name in always or self.random.random() < richness}
        return {name: self._write(one, richness) for name, one in chosen.items()}

    def _write_collection(self, field: Field, richness: float, key: str) -> list[Any] | dict[str, Any]:
        item = field.item or Field("", Kind.LINE)
        count = self.random.randint(1, 1 + round(3 * richness))
        if field.kind is Kind.TABLE:
            known = list(self.catalogue.criteria) if field.keys is Kind.CRITERION else self._sections()
            names = self.table_keys.get(key) or (self.random.sample(known, count) if field.keys else ["a", "b"])
            return {name: self._write(item, richness) for name in names}
        if item.kind is Kind.CHOICE:
            return self.random.sample(list(item.choices), min(count, len(item.choices)))
        written = [self._write(item, richness) for _ in range(count)]
        return [one for number, one in enumerate(written) if one not in written[:number]]

    def _write_text(self, _field: Field, richness: float) -> str:
        count = self.random.randint(2, 3 + round(4 * richness))
        return _Prose(" ".join(self.random.sample(self.sentences, count)))

    def _write_number(self, field: Field, _richness: float) -> int | str:
        if not field.example.isdigit():
            return field.example
        number = int(field.example) + self.random.choice((-1, 0, 0, 0, 1))
        lowest, highest = field.minimum or 0, field.maximum or number
        return int(max(lowest, min(highest, number)))

    def _write_example(self, field: Field, _richness: float) -> str:
        return field.example.replace("Eksempelby", self.name).replace("eksempelby", to_ascii(self.name))


def collect_sentences(catalogue: Catalogue) -> list[str]:
    """Return plain Danish sentences: the words of the rights."""
    words = " ".join(right.words for right in catalogue.rights.values())
    return [sentence.strip(" .") + "." for sentence in words.split(". ")]


if __name__ == "__main__":
    write_municipalities(Path(sys.argv[1]), int(sys.argv[2]))
