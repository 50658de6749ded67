"""The places a document names: what stands around an address is one place, and a line about its hours belongs to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kvalitet.catalogue.verify import to_ascii
from kvalitet.importing.composing import flatten
from kvalitet.importing.hours import read_hours, strip_hours
from kvalitet.importing.tokens import LINK, MAIL, PHONE, read_phone
from kvalitet.importing.words import Sureness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kvalitet.importing.documents.model import Block
    from kvalitet.importing.words import PlaceRule

_STREET = r"(?-i:[A-ZÆØÅ])[\wæøåÆØÅé.'-]*(?:\s+(?:(?-i:[A-ZÆØÅ])[\wæøåÆØÅé.'-]*|af|de|den|i|og|på|ved)){0,3}"
_FLOOR = r"(?:,?\s*(?:\d{1,2}\.|st\.?|stuen|kld?\.?)\s*(?:sal)?\s*(?:tv|th|mf)?\.?)?"
_ADDRESS = re.compile(
    rf"(?P<street>{_STREET})\s+(?P<number>\d{{1,3}}\s?[A-Za-z]?)\b(?P<floor>{_FLOOR})[,;]?\s+"
    rf"(?P<code>\d{{4}})\s+(?P<town>(?-i:[A-ZÆØÅ])[\wæøåÆØÅé-]*(?:\s+(?-i:[A-ZÆØÅ]+[\wæøåé]*)\b(?!\s*kommune))?)",
    re.IGNORECASE,
)
_PHONE = re.compile(rf"(?:\b(?:telefon(?:nummer)?|tlf|mobil|ring)\b\.?\s*(?:på|til)?\s*:?\s*)?({PHONE})", re.IGNORECASE)
_MAIL = re.compile(rf"\b{MAIL}")
_LINK = re.compile(LINK)
_ANONYMOUS = re.compile(r"\banonym", re.IGNORECASE)
# 'X ligger på Havnegade 1': what stands before is the name.
_VERB = re.compile(r"\s+(?:ligger|holder\s+til|har\s+adresse|har\s+til\s+huse|finder\s+du|bor)\b.*$", re.IGNORECASE)
_LABEL = re.compile(r"^(?:adresse|besøgsadresse|sted|navn|kontakt|postadresse)\s*:?\s*", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:telefon\w*|tlf|mobil|e-?mail|e-?post|åbning\w*|åben|åbent|kl|www|cvr|ean|fax|lukket|hverdage|hjemmeside)\b"
    r"|\b(?:man|tirs|ons|tors|fre|lør|søn)dag|@|\d{4}",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_LABELS = frozenset(
    {"adresse", "besøgsadresse", "telefon", "telefonnummer", "tlf", "mail", "e", "email", "hjemmeside", "web", "kl"}
    | {
        "åbningstid",
        "åbningstider",
        "åbent",
        "åben",
        "telefontid",
        "telefontider",
        "fremmøde",
        "og",
        "samt",
        "har",
        "vi",
        "er",
    }
    | {"dag", "dage", "ugedag", "tid", "tidspunkt", "kontakt", "kontaktoplysninger"}
)
_AROUND = 8  # blocks after an address that can belong to its place
_NAME_WORDS = 8
_STREET_LINE = 60  # characters of a line that holds a street alone


@dataclass(slots=True)
class FoundPlace:
    """A place. ``values`` are its fields, ``proofs`` say per field how sure and from which block.

    ``used`` are the blocks that say nothing but what is now in its fields.
    """

    key: str = ""
    values: dict[str, str | dict[str, str]] = field(default_factory=dict)
    proofs: dict[str, tuple[Sureness, Block]] = field(default_factory=dict)
    used: list[Block] = field(default_factory=list)

    def put(self, name: str, value: str | dict[str, str], sureness: Sureness, block: Block) -> None:
        """Set the field ``name``; what was found first stays."""
        if value and name not in self.values:
            self.values[name] = value
            self.proofs[name] = (sureness, block)


def find_places(runs: Iterable[tuple[str, Sequence[Block]]], rule: PlaceRule) -> list[FoundPlace]:
    """Return the places in ``runs``: the heading and the blocks of each part of a document.

    Two places at one address are one, and what is told of it twice is taken from where it stands first.
    """
    found: dict[str, FoundPlace] = {}
    for heading, blocks in runs:
        for place in _find_in_part(heading, list(blocks), rule):
            address = str(place.values[rule.address])
            first = found.setdefault(address, place)
            if first is not place:
                for name, value in place.values.items():
                    first.put(name, value, *place.proofs[name])
                first.used += place.used
    _name_keys(found.values(), rule)
    return list(found.values())


def _find_in_part(heading: str, blocks: list[Block], rule: PlaceRule) -> Iterator[FoundPlace]:
    lines = [(line, block) for block in blocks for line in _lines_of(block)]
    starts = list(_find_addresses(lines))
    for number, (at, through, match) in enumerate(starts):
        following = starts[number + 1][0] if number + 1 < len(starts) else len(lines)
        place = FoundPlace()
        block = lines[at][1]
        place.put(rule.address, _write_address(match), Sureness.CERTAIN, block)
        before = starts[number - 1][1] if number else -1
        name, sureness, named = _find_name(lines, at, before, match, heading)
        place.put(rule.name, name, sureness, named)
        end = _end_of(lines, through, following)
        sureness = Sureness.CERTAIN if len(starts) == 1 else Sureness.LIKELY
        own = lines[max(before + 1, at - 1) : end]
        for line, owner in own:
            _read_line(line, owner, place, rule, sureness)
        for line, owner in _gather_hours(own, rule):
            _read_hours(line, owner, place, rule, sureness)
        place.used = _find_used(own, place, rule)
        yield place


def _lines_of(block: Block) -> list[str]:
    """Return the lines of a block; the cells of a row are on one."""
    if block.cells:
        return [flatten(block)]
    return block.text.split("\n")


def _find_addresses(lines: list[tuple[str, Block]]) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Yield (first line, last line, address): street and town can stand on two lines."""
    at = 0
    while at < len(lines):
        one = lines[at][0]
        match, through = _ADDRESS.search(one), at
        if match is None and at + 1 < len(lines) and len(one) < _STREET_LINE:
            match, through = _ADDRESS.search(f"{one} {lines[at + 1][0]}"), at + 1
            if match is not None and match.start() >= len(one):
                match = None
        if match is not None:
            yield at, through, match
            at = through
        at += 1


def _write_address(match: re.Match[str]) -> str:
    street = f"{match['street']} {match['number']}".strip()
    floor = match["floor"].strip(" ,")
    return " ".join(f"{street}{', ' + floor if floor else ''}, {match['code']} {match['town']}".split())


def _find_name(
    lines: list[tuple[str, Block]], at: int, before: int, match: re.Match[str], heading: str
) -> tuple[str, Sureness, Block]:
    """Return the name of the place at ``match``: before it on its line, on the line above, or the part's heading."""
    line, block = lines[at]
    inline = _LABEL.sub("", _VERB.sub("", line[: match.start()])).strip(" ,:;–-(")
    if inline and "." not in inline and len(inline.split()) <= _NAME_WORDS and inline[0].isupper():
        return inline, Sureness.CERTAIN, block
    if not inline and at - 1 > before:
        above, owner = lines[at - 1]
        named = _LABEL.sub("", above).strip(" :,")
        if named and len(named.split()) <= _NAME_WORDS and not _TELLS.search(named) and named[-1] not in ".!?":
            return named, Sureness.LIKELY, owner
    if heading and len(heading.split()) <= _NAME_WORDS and heading[0].isupper() and not heading.endswith("?"):
        return heading, Sureness.GUESS, block
    return "", Sureness.GUESS, block


def _end_of(lines: list[tuple[str, Block]], through: int, following: int) -> int:
    """Return where the lines about a place end: before the next place, or its name, or the first line of text."""
    end = through + 1
    while end < min(following, through + 1 + _AROUND) and _TELLS.search(lines[end][0]):
        end += 1
    return end


def _read_line(line: str, block: Block, place: FoundPlace, rule: PlaceRule, sureness: Sureness) -> None:
    phones = _PHONE.findall(line)
    if len(phones) == 1 and not _ANONYMOUS.search(line):
        place.put(rule.phone, read_phone(phones[0]), sureness, block)
    for name, pattern in ((rule.mail, _MAIL), (rule.site, _LINK)):
        found = pattern.findall(line)
        if len(found) == 1:
            place.put(name, found[0], sureness, block)


def _gather_hours(lines: list[tuple[str, Block]], rule: PlaceRule) -> Iterator[tuple[str, Block]]:
    """Yield what is said of hours, a label and the days below it as one text."""
    text, owner = "", lines[0][1] if lines else None
    for line, block in lines:
        labelled, timed = _hours_field(line, rule) is not None, bool(read_hours(line))
        if owner is not None and text and (labelled or not timed):
            yield text, owner
            text = ""
        if labelled or timed:
            owner = block if not text else owner
            text = f"{text} {line}".strip()
    if owner is not None and text:
        yield text, owner


def _read_hours(text: str, block: Block, place: FoundPlace, rule: PlaceRule, sureness: Sureness) -> None:
    name, hours = _hours_field(text, rule), read_hours(text)
    if name is not None and hours:
        place.put(name, hours, sureness, block)


def _find_used(lines: list[tuple[str, Block]], place: FoundPlace, rule: PlaceRule) -> list[Block]:
    """Return the blocks whose every line says nothing but what the place's fields hold."""
    labels = {word for _, words in rule.hours for phrase in words for word in phrase.split()}
    known = " ".join(str(value) for value in place.values.values() if isinstance(value, str)).lower()
    told: dict[int, tuple[Block, list[str]]] = {}
    for line, block in lines:
        told.setdefault(id(block), (block, []))[1].append(line)
    return [
        block
        for block, own in told.values()
        if own == _lines_of(block) and all(_is_told(line, known, labels) for line in own)
    ]


def _is_told(line: str, known: str, labels: set[str]) -> bool:
    """Whether nothing is left of ``line`` without the place's values, its hours and the words that label them."""
    rest = strip_hours(line.lower()) if read_hours(line) else line.lower()
    rest = _LINK.sub(" ", _MAIL.sub(" ", _PHONE.sub(" ", rest)))
    return all(word in known or word in labels or word in _LABELS for word in _WORD.findall(rest))


def _hours_field(text: str, rule: PlaceRule) -> str | None:
    """Return the field of hours that the words of ``text`` are about."""
    lowered = text.lower()
    return next((name for name, words in rule.hours if any(word in lowered for word in words)), None)


def _name_keys(places: Iterable[FoundPlace], rule: PlaceRule) -> None:
    """Give each place a key of its own, from its name."""
    taken: set[str] = set()
    for number, place in enumerate(places, 1):
        words = to_ascii(str(place.values.get(rule.name, ""))).split("-")[:3]
        base = "_".join(word for word in words if word) or f"sted_{number}"
        key = base
        while key in taken:
            key = f"{base}_{number}"
        taken.add(key)
        place.key = key
