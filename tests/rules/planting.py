"""Faults planted in a valid document: each changes a line or two, leaves the YAML readable, and knows its rule."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kvalitet.fields import Kind, Value

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable

    from kvalitet.standard import Standard

DOCUMENT = "om dokumentet"
"""The keys at the top that belong to no requirement lean on each other: they count as one section."""
LAST = "sidst i filen"
"""What is put in behind the last line: one fault at a time."""
_KEY = re.compile(r"^(\s*)(?:- )?([\wæøå-]+):(?: |$)")
_JUNK = {
    Kind.NUMBER: "fjorten",
    Kind.DATE: "engang til foråret",
    Kind.YES_NO: "måske",
    Kind.PHONE: "ring bare",
    Kind.MAIL: "rus hos kommunen",
    Kind.LINK: "vores hjemmeside",
    Kind.HOURS: "om formiddagen",
    Kind.AMOUNT: "et par hundrede",
}
_LONG = (
    " Du kan altid komme og få råd og hjælp hos os, hvis du bruger stoffer og gerne vil holde op eller bruge mindre."
)


@dataclass(slots=True)
class Fault:
    """One fault: the rule that must tell of it, the sections it touches, and what becomes of lines (from 1).

    ``changed`` holds the new text of a line (None: taken out), ``added`` the lines put in after one. ``destroys``: a
    value is lost by it, so that the section may be told to describe less. ``elsewhere`` are lines that are not changed
    but made wrong: they refer to what was.
    """

    rule: str
    sections: frozenset[str]
    changed: dict[int, str | None] = field(default_factory=dict)
    added: dict[int, list[str]] = field(default_factory=dict)
    destroys: bool = False
    elsewhere: frozenset[int] = frozenset()

    @property
    def lines(self) -> set[int]:
        """The lines of the valid document that it is about."""
        return {*self.changed, *self.added, *self.elsewhere}


@dataclass(frozen=True, slots=True)
class Ground:
    """The valid document: its lines, its standard, and every value in it."""

    lines: list[str]
    standard: Standard
    leaves: list[Value]

    def section_of(self, path: str) -> str:
        """Return the section that ``path`` lies in."""
        key = re.split(r"[.\[]", path)[0]
        owned = self.standard.catalogue.requirement_of_section(key) is not None
        return key if owned or key in {"ikke_relevant", "undtagelser", "arver"} else DOCUMENT

    def on_one_line(self, *kinds: Kind) -> list[Value]:
        """Return the values of these kinds that stand without quotes on one line."""
        return [
            one
            for one in self.leaves
            if one.field.kind in kinds
            and one.end is not None
            and one.end[0] == one.line
            and one.end[1] - one.column == len(one.raw)
            and one.path not in {"format", "område", "kommune", "eksempel"}
        ]

    def alone_on_its_line(self) -> list[Value]:
        """Return the values that have a line of their own with their key."""
        return [one for one in self.on_one_line(*Kind) if self._is_alone(one)]

    def _is_alone(self, value: Value) -> bool:
        line = self.lines[value.line - 1]
        match = _KEY.match(line)
        return match is not None and "- " not in line[: match.end()] and match.end() == value.column - 1

    def running_texts(self, key: str = "") -> list[Value]:
        """Return the texts that end with a full stop on a line of their own, in blocks."""
        return [
            one
            for one in self.leaves
            if one.field.kind is Kind.TEXT
            and one.end is not None
            and one.end[0] > one.line
            and (not key or one.field.key == key)
        ]


def put(ground: Ground, value: Value, text: str, rule: str, *, destroys: bool = False) -> Fault:
    """Return the fault of ``text`` in the place of ``value``."""
    line = ground.lines[value.line - 1]
    assert value.end is not None
    changed = line[: value.column - 1] + text + line[value.end[1] - 1 :]
    return Fault(rule, frozenset({ground.section_of(value.path)}), {value.line: changed}, destroys=destroys)


def append(ground: Ground, value: Value, text: str, rule: str) -> Fault:
    """Return the fault of ``text`` behind the last line of a text block."""
    assert value.end is not None
    last = max(number for number in range(value.line + 1, value.end[0]) if ground.lines[number - 1].strip())
    return Fault(rule, frozenset({ground.section_of(value.path)}), {last: ground.lines[last - 1] + text})


def insert(ground: Ground, value: Value, lines: list[str], rule: str) -> Fault:
    """Return the fault of ``lines`` put in after the line of ``value``."""
    return Fault(rule, frozenset({ground.section_of(value.path)}), added={value.line: lines})


# --- the catalogue: each takes the ground and chance, and returns a fault or None where there is no room for one


def wrong_type(ground: Ground, chance: random.Random) -> Fault:
    value = chance.choice(ground.on_one_line(*_JUNK))
    return put(ground, value, _JUNK[value.field.kind], "struktur-type", destroys=True)


def wrong_choice(ground: Ground, chance: random.Random) -> Fault:
    return put(
        ground, chance.choice(ground.on_one_line(Kind.CHOICE)), "noget helt andet", "struktur-valg", destroys=True
    )


def beyond_the_law(ground: Ground, chance: random.Random) -> Fault:
    value = chance.choice([one for one in ground.on_one_line(Kind.NUMBER, Kind.CHOICE) if one.field.limits])
    limit = value.field.limits[0]
    number = (limit.exactly or limit.at_most or 0) + 3
    unlawful = next((one for one in value.field.choices if one not in limit.only), str(number))
    return put(ground, value, unlawful, "lov-graense")


def misspelt_key(ground: Ground, chance: random.Random) -> Fault:
    value = chance.choice(ground.alone_on_its_line())
    line = ground.lines[value.line - 1]
    key = value.field.key
    changed = line.replace(key, f"{key[: len(key) // 2]}x{key[len(key) // 2 :]}", 1)
    sections = frozenset({ground.section_of(value.path)})
    return Fault("struktur-ukendt-noegle", sections, {value.line: changed}, destroys=True)


def unknown_key(ground: Ground, chance: random.Random) -> Fault:
    value = chance.choice(ground.alone_on_its_line())
    indent = _indent(ground.lines[value.line - 1])
    return insert(ground, value, [f"{indent}hjemmelavet_felt: noget"], "struktur-ukendt-noegle")


def key_twice(ground: Ground, chance: random.Random) -> Fault:
    value = chance.choice(ground.alone_on_its_line())
    return insert(ground, value, [ground.lines[value.line - 1]], "struktur-dobbelt-noegle")


def placeholder(ground: Ground, chance: random.Random) -> Fault:
    value = chance.choice(ground.on_one_line(Kind.LINE, Kind.TEXT, Kind.DATE))
    return put(ground, value, "udfyldes senere", "struktur-pladsholder", destroys=True)


def bare_reference(ground: Ground, chance: random.Random) -> Fault:
    value = chance.choice([one for one in ground.on_one_line(Kind.TEXT) if one.field.key == "tekst"])
    return put(ground, value, "Kommunen følger loven.", "struktur-kun-henvisning", destroys=True)


def dangling_reference(ground: Ground, chance: random.Random) -> Fault:
    value = chance.choice(ground.on_one_line(Kind.REFERENCE))
    return put(ground, value, "et-sted-der-ikke-findes", "henvisning-ukendt", destroys=True)


def renamed_place(ground: Ground, chance: random.Random) -> Fault:
    places = ground.standard.own["steder"]
    name, place = chance.choice(places.entries())
    line = ground.lines[place.line - 1]
    users = [one for one in ground.leaves if one.field.kind is Kind.REFERENCE and one.raw == name]
    sections = frozenset({"steder", *(ground.section_of(one.path) for one in users)})
    changed: dict[int, str | None] = {place.line: line.replace(name, "flyttet-sted", 1)}
    return Fault("henvisning-ukendt", sections, changed, destroys=True, elsewhere=frozenset(one.line for one in users))


def number_of_a_person(ground: Ground, chance: random.Random) -> Fault:
    return append(ground, chance.choice(ground.running_texts()), " Skriv til 010170-1234.", "privat-cpr")


def address_of_a_person(ground: Ground, chance: random.Random) -> Fault:
    value = chance.choice(ground.on_one_line(Kind.MAIL))
    return put(ground, value, "mette.hansen@eksempelby.example", "privat-mail")


def dangerous_link(ground: Ground, chance: random.Random) -> Fault:
    return append(ground, chance.choice(ground.running_texts()), " Se [her](javascript:x).", "privat-link")


def half_a_link(ground: Ground, chance: random.Random) -> Fault:
    return append(ground, chance.choice(ground.running_texts()), " Se [her](www.kommunen.dk).", "privat-link")


def wording_against_the_law(ground: Ground, chance: random.Random) -> Fault:
    said = {
        "behandlingsgaranti": " Du begynder senest 14 hverdage efter.",
        "klageadgang": " Klagen skal være skriftlig.",
        "visitation": " Henvendelsen skal være skriftlig.",
    }
    texts = [one for one in ground.running_texts("tekst") if ground.section_of(one.path) in said]
    value = chance.choice(texts)
    return append(ground, value, said[ground.section_of(value.path)], "lov-formulering")


def hurting_word(ground: Ground, chance: random.Random) -> Fault:
    return append(ground, chance.choice(ground.running_texts()), " Vi hjælper misbrugere.", "sprog-ord")


def passive(ground: Ground, chance: random.Random) -> Fault:
    return append(ground, chance.choice(ground.running_texts("pixie")), " Der tilbydes råd.", "sprog-passiv")


def professional_word(ground: Ground, chance: random.Random) -> Fault:
    return append(ground, chance.choice(ground.running_texts("pixie")), " Du får psykoedukation.", "sprog-fagord")


def long_sentence(ground: Ground, chance: random.Random) -> Fault:
    return append(ground, chance.choice(ground.running_texts("pixie")), _LONG, "sprog-saetning")


def invisible_character(ground: Ground, chance: random.Random) -> Fault:
    value = chance.choice([one for one in ground.on_one_line(Kind.TEXT) if len(one.raw) > 20])
    return put(ground, value, f"{value.raw[:9]}\u200b{value.raw[9:]}", "struktur-usynlige-tegn")


def turned_text(ground: Ground, chance: random.Random) -> Fault:
    value = chance.choice([one for one in ground.on_one_line(Kind.TEXT) if len(one.raw) > 20])
    return put(ground, value, f"{value.raw[:9]}\u202e{value.raw[9:]}", "struktur-usynlige-tegn")


def anchor(ground: Ground, chance: random.Random) -> Fault:
    value = chance.choice(ground.on_one_line(Kind.LINE, Kind.TEXT))
    return put(ground, value, f"&navn {value.raw}", "struktur-yaml-maerker")


def real_number(ground: Ground, chance: random.Random) -> Fault:
    return put(ground, chance.choice(ground.on_one_line(Kind.PHONE)), "61 23 45 67", "struktur-eksempel")


def date_to_come(ground: Ground, chance: random.Random) -> Fault:
    value = chance.choice([one for one in ground.on_one_line(Kind.DATE) if one.field.past_in and "steder" in one.path])
    return put(ground, value, "2027-03-01", "struktur-dato")


def checked_long_ago(ground: Ground, chance: random.Random) -> Fault:
    value = chance.choice([one for one in ground.on_one_line(Kind.DATE) if one.field.holds_months])
    return put(ground, value, "2019-03-01", "struktur-kontrol")


def wrong_order(ground: Ground, chance: random.Random) -> Fault:
    value = chance.choice([one for one in ground.on_one_line(Kind.NUMBER) if one.field.key in {"til_alder", "højst"}])
    return put(ground, value, "0", "struktur-orden")


def late_revision(ground: Ground, chance: random.Random) -> Fault:
    del chance
    return _at("næste_revision", ground, "2031-01-01", "lov-revision")


def old_edition(ground: Ground, chance: random.Random) -> Fault:
    del chance
    number = next(number for number, line in enumerate(ground.lines, 1) if line.startswith("lovgrundlag:"))
    return Fault("lov-gammel-udgave", frozenset({DOCUMENT}), {number: 'lovgrundlag: "2014"'})


def adopted_by_the_administration(ground: Ground, chance: random.Random) -> Fault:
    return _at("godkendt.af", ground, chance.choice(["Socialforvaltningen", "Direktionen"]), "lov-godkendt-af")


def other_name_than_the_file(ground: Ground, chance: random.Random) -> Fault:
    number = next(number for number, line in enumerate(ground.lines, 1) if line.startswith("kommune:"))
    name = chance.choice(["Eksempelbyen", "Eksempelby Kommune", "Prøveby"])
    return Fault("struktur-filnavn", frozenset({DOCUMENT}), {number: f"kommune: {name}"})


def relevant_after_all(ground: Ground, chance: random.Random) -> Fault:
    del chance
    added = ["  - kriterium: klageadgang", "    fordi: Vi får ingen klager."]
    return Fault("henvisning-ikke-relevant", frozenset({LAST}), added={len(ground.lines): added})


def exception_from_the_law(ground: Ground, chance: random.Random) -> Fault:
    del chance
    added = ["undtagelser:", "  - {regel: lov-graense, felt: behandlingsgaranti.frist_dage, begrundelse: Vi vil ikke.}"]
    return Fault("henvisning-undtagelse", frozenset({LAST}), added={len(ground.lines): added})


def inherited_from_nobody(ground: Ground, chance: random.Random) -> Fault:
    del chance
    added = ["arver:", "  - {fra: ingensteds, afsnit: [anonym_behandling]}"]
    return Fault("henvisning-arv", frozenset({LAST}), added={len(ground.lines): added})


PLANTERS: tuple[Callable[[Ground, random.Random], Fault], ...] = (
    wrong_type,
    wrong_choice,
    beyond_the_law,
    misspelt_key,
    unknown_key,
    key_twice,
    placeholder,
    bare_reference,
    dangling_reference,
    renamed_place,
    number_of_a_person,
    address_of_a_person,
    dangerous_link,
    half_a_link,
    wording_against_the_law,
    hurting_word,
    passive,
    professional_word,
    long_sentence,
    invisible_character,
    turned_text,
    anchor,
    real_number,
    date_to_come,
    checked_long_ago,
    wrong_order,
    late_revision,
    old_edition,
    adopted_by_the_administration,
    other_name_than_the_file,
    relevant_after_all,
    exception_from_the_law,
    inherited_from_nobody,
)


def take_out(ground: Ground, number: int) -> Fault:
    """Return the fault of a line that is gone, with all that is indented below it."""
    indent = len(_indent(ground.lines[number - 1]))
    last = number
    for below in range(number + 1, len(ground.lines) + 1):
        line = ground.lines[below - 1]
        if line.strip() and len(_indent(line)) <= indent:
            break
        last = below if line.strip() else last
    key = next(line for line in reversed(ground.lines[:number]) if re.match(r"[^\s#-]", line)).split(":")[0]
    gone: dict[int, str | None] = dict.fromkeys(range(number, last + 1))
    return Fault("", frozenset({ground.section_of(key)}), gone, destroys=True)


@dataclass(frozen=True, slots=True)
class Planted:
    """A document with faults. ``owner`` says which fault a line of it belongs to."""

    text: str
    faults: list[Fault]
    owner: dict[int, Fault]


def plant(ground: Ground, faults: Iterable[Fault]) -> Planted:
    """Return the document with ``faults``, none of which share a line."""
    chosen = list(faults)
    lines: list[str] = []
    owner: dict[int, Fault] = {}
    for number, line in enumerate(ground.lines, 1):
        fault = next((one for one in chosen if number in one.lines), None)
        text = fault.changed.get(number, line) if fault is not None else line
        if text is not None:
            lines.append(text)
            if fault is not None and (number in fault.changed or number in fault.elsewhere):
                owner[len(lines)] = fault
        for one in chosen:
            for new in one.added.get(number, []):
                lines.append(new)
                owner[len(lines)] = one
    return Planted("\n".join(lines) + "\n", chosen, owner)


def _at(path: str, ground: Ground, text: str, rule: str) -> Fault:
    return put(ground, next(one for one in ground.leaves if one.path == path), text, rule)


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
