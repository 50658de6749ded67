"""A document to a draft: its texts first, then the places it names, then what the texts prove."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kvalitet.assess.evaluate import describe_path
from kvalitet.catalogue.field_reader import SECTION_COVERS
from kvalitet.fields.model import COLLECTIONS, Field, Kind
from kvalitet.importing.choosing import Choice, Chooser, required_choice
from kvalitet.importing.composing import compose_text, say_block
from kvalitet.importing.documents.model import Block, Document, span_of
from kvalitet.importing.draft import Draft, Landing, Path, say_path
from kvalitet.importing.headings import Matcher
from kvalitet.importing.outline import make_outline
from kvalitet.importing.places import FoundPlace, find_places
from kvalitet.importing.placing import Entry, place_parts
from kvalitet.importing.slots import Group, Slot, Slots, Sorter, group_placements
from kvalitet.importing.tokens import write_value
from kvalitet.importing.values import Passage, Proof, ValueFinder, passages_of, settle, shorten_quote
from kvalitet.importing.words import TITLE, ImportWords, ListRule, Sureness, ValueRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.catalogue import Catalogue


def make_draft(document: Document, catalogue: Catalogue, words: ImportWords) -> Draft:
    """Return the draft of a standard that ``document`` holds."""
    matcher = Matcher(catalogue, words)
    outline = make_outline(document.blocks, matcher)
    groups = group_placements(place_parts(outline.parts, matcher, words))
    slots = Sorter(catalogue, words, matcher).sort(groups)
    maker = _Maker(catalogue, words, slots, list(outline.frame))
    maker.find_places()
    maker.put_texts()
    maker.put_facts()
    return maker.draft


class _Maker:
    """Fills one draft."""

    def __init__(self, catalogue: Catalogue, words: ImportWords, slots: Slots, frame: list[Block]) -> None:
        self.draft = Draft(frame=[*slots.dividers, *frame], doubts=list(slots.doubts))
        self._catalogue = catalogue
        self._words = words
        self._slots = slots
        self._scopes: dict[str, list[tuple[Path, list[Block]]]] = {}  # per section, (entry or (), the blocks about it)
        self._places: list[FoundPlace] = []
        self._used: set[int] = set()  # blocks that say nothing but what stands in the fields of a place

    def find_places(self) -> None:
        """Find the places first: what only tells where they are is not repeated in the texts."""
        self._places = find_places(self._runs(), self._words.places)
        self._used = {id(block) for place in self._places for block in place.used}

    # --- texts

    def put_texts(self) -> None:
        """Put every text where it belongs, or among what is left."""
        self.draft.front = list(self._slots.front)
        for slot in self._slots.texts.values():
            self._put_text(slot)
        for rule, entry, group in self._slots.entries:
            self._put_entry(rule, entry, group)
        for rule, group in self._slots.started:
            if rule.path[0] not in self.draft.values:  # a heading that no entry followed
                self._leave(group)
                continue
            self.draft.notes.setdefault((rule.path[0],), []).append(_from(group))
            self._land(group, rule.path[0], group.head.sureness, ())
        for group in self._slots.left:
            self._leave(group)
        self.draft.landings.sort(key=lambda one: one.number)

    def _put_text(self, slot: Slot) -> None:
        path = self._path_of(slot)
        sureness = max((one for _, one in slot.groups), key=list(Sureness).index)
        parts = [
            part for number, (group, _) in enumerate(slot.groups) for part in self._parts_of(group, first=not number)
        ]
        if not any(blocks for _, blocks in parts):  # all of it is in the fields of places
            for group, one in slot.groups:
                self._land(group, self._words.places.table, one, ())
            self._scope((), str(path[0]), slot.blocks)
            return
        if slot.choice is not None:
            self._put_choice(path[:-1], slot.choice)
        note = "; ".join(f"{_from(group)} – {one}" for group, one in slot.groups)
        self.draft.put(path, compose_text(parts), note, sureness)
        covers = tuple(one for one in slot.covers if one != path[0])
        if covers:
            self._put_covers(path, slot, covers, sureness)
        for group, one in slot.groups:
            self._land(group, say_path(path), one, covers)
        self._scope(path[:-1] if isinstance(path[1], int) else (), str(path[0]), slot.blocks)

    def _put_covers(self, path: Path, slot: Slot, covers: tuple[str, ...], sureness: Sureness) -> None:
        titles = ", ".join(f"»{group.title}«" for group, _ in slot.groups)
        note = f"{titles} handler også om det – {sureness}"
        self.draft.put((*path[:-1], SECTION_COVERS), list(covers), note, sureness)
        for key in covers:
            self._scope(self._make_covered_entry(key, slot), key, slot.blocks)

    def _parts_of(self, group: Group, *, first: bool) -> list[tuple[str, list[Block]]]:
        """Return the group as (heading, blocks) without what places hold; the first heading is told in a comment."""
        parts = []
        for number, member in enumerate(group.members):
            blocks = [one for one in member.part.blocks if id(one) not in self._used]
            title = "" if first and not number and not member.under else member.part.title
            emptied = bool(member.part.blocks) and not blocks
            if (title and not emptied) or blocks:
                parts.append((title, blocks))
            elif title and member.part.heading is not None:
                self.draft.frame.append(member.part.heading)
        return parts

    def _make_covered_entry(self, key: str, slot: Slot) -> Path:
        """Make the entry of a covered list, where its choice is proved, so that facts have a home."""
        if self._catalogue.fields[key].kind not in COLLECTIONS:
            return ()
        first = slot.groups[0][0]
        choice = Chooser(self._catalogue, self._words, self._slots.front).choose(key, first.title, first.blocks)
        if choice is None:
            return ()
        base: Path = (key, len(self.draft.values.get(key, [])))
        self._put_choice(base, choice)
        return base

    def _put_choice(self, base: Path, choice: Choice) -> None:
        self.draft.put((*base, choice.field), choice.value, f"{choice.why} – {choice.sureness}", choice.sureness)

    def _path_of(self, slot: Slot) -> Path:
        """Return where the slot's text goes; an entry of a list is counted up."""
        key = str(slot.path[0])
        if self._catalogue.fields[key].kind not in COLLECTIONS:
            return slot.path
        return (key, len(self.draft.values.get(key, [])), slot.path[-1])

    def _put_entry(self, rule: ListRule, entry: Entry, group: Group) -> None:
        key = rule.path[0]
        base: Path = (key, len(self.draft.values.get(key, [])))
        where = _from(group)
        self.draft.put((*base, rule.choice), entry.choice, f"{where} – {entry.sureness}", entry.sureness)
        self.draft.put((*base, rule.name), entry.name, "", Sureness.CERTAIN)
        text = compose_text(self._parts_of(group, first=True))
        if text:
            self.draft.put((*base, rule.text), text, "", Sureness.CERTAIN)
        self._land(group, say_path(base), entry.sureness, ())
        self._scope(base, key, [*_heading_of(group), *group.blocks])

    def _leave(self, group: Group) -> None:
        self.draft.left.append((group.title, _whole(group)))
        if group.blocks:
            self._land(group, "", Sureness.GUESS, ())

    def _land(self, group: Group, path: str, sureness: Sureness, covers: tuple[str, ...]) -> None:
        for number, member in enumerate(group.members):
            heading = member.part.heading
            if heading is not None:
                blocks = _whole(group) if not number else [heading, *member.part.blocks]
                landing = Landing(heading.text, span_of(blocks), path, sureness, covers, member.part.number)
                self.draft.landings.append(landing)

    def _scope(self, base: Path, key: str, blocks: list[Block]) -> None:
        self._scopes.setdefault(key, []).append((base, blocks))

    # --- facts

    def put_facts(self) -> None:
        """Put in the places and the values that the texts prove."""
        rule = self._words.places
        for place in self._places:
            self._put_place(place)
        named = {str(one.values[rule.name]): one.key for one in self._places if rule.name in one.values}
        finder = ValueFinder(self._catalogue, named)
        for rules in self._rules_by_field():
            self._apply(rules, finder)
        self._drop_bare_entries()

    def _runs(self) -> Iterator[tuple[str, list[Block]]]:
        """Yield (heading, blocks) for each part of the text."""
        yield "", self._slots.front
        for slot in self._slots.texts.values():
            for group, _ in slot.groups:
                for member in group.members:
                    yield member.part.title, member.part.blocks
        for group in [*(one for _, _, one in self._slots.entries), *self._slots.left]:
            yield group.title, group.blocks

    def _put_place(self, place: FoundPlace) -> None:
        item = self._catalogue.fields[self._words.places.table].item
        base: Path = (self._words.places.table, place.key)
        if place.used:
            said = ", ".join(f"»{' '.join(block.text.split())}«" for block in place.used)
            self.draft.notes[base] = [f"fra {span_of(place.used)}: {said} – {Sureness.CERTAIN}"]
        for name, value in place.values.items():
            sureness, block = place.proofs[name]
            told = sureness is Sureness.CERTAIN and any(one is block for one in place.used)
            note = f"fra {block.origin.say()}: {shorten_quote(' '.join(block.text.split()))} – {sureness}"
            if isinstance(value, dict):
                for day, hours in value.items():
                    self.draft.put((*base, name, day), hours, "", sureness)
                self.draft.notes[*base, name] = [] if told else [note]
            elif item is not None and write_value(item.fields[name], value, self._catalogue, {}) is not None:
                self.draft.put((*base, name), value, "" if told else note, sureness)

    def _rules_by_field(self) -> list[list[ValueRule]]:
        """Return the rules that prove the same field together: they may contradict each other."""
        groups: dict[tuple[str, ...], list[ValueRule]] = {}
        for rule in self._words.values:
            groups.setdefault(rule.path, []).append(rule)
        return list(groups.values())

    def _apply(self, rules: list[ValueRule], finder: ValueFinder) -> None:
        first = rules[0]
        if self._catalogue.fields[first.path[0]].kind in COLLECTIONS and len(first.path) > 1:
            for base, blocks in self._scopes.get(first.path[0], []):
                if base:
                    passages = passages_of(blocks)
                    found = [proof for rule in rules for proof in finder.find(rule, passages)]
                    self._settle((*base, *first.path[1:]), first.field, found)
            return
        proofs = [proof for rule in rules for proof in finder.find(rule, self._passages_for(rule))]
        self._settle(first.path, first.field, proofs)

    def _passages_for(self, rule: ValueRule) -> list[Passage]:
        if not rule.where:
            everything = [block for _, blocks in self._runs() for block in blocks]
            return [*passages_of([*everything, *self.draft.frame]), *_join_pairs(self._slots.front)]
        if rule.where == (TITLE,):
            return passages_of(self._slots.front)
        return passages_of(block for key in rule.where for _, blocks in self._scopes.get(key, []) for block in blocks)

    def _settle(self, path: Path, field: Field, proofs: list[Proof]) -> None:
        chosen, against = settle(proofs, field)
        if against:
            said = " og ".join(f"{_say_reading(one)} ({one.block.origin.say()})" for one in against)
            about = describe_path(tuple(str(one) for one in path if not isinstance(one, int)), self._catalogue.fields)
            self.draft.doubts.append(f"Dokumentet siger både {said} om {about}. Feltet er ikke udfyldt.")
            return
        for number, proof in enumerate(chosen):
            note = f"fra {proof.block.origin.say()}: {proof.quote} – {proof.sureness}"
            for name, value in proof.reading:
                below = (*path, number) if field.kind is Kind.LIST else (*path, name) if name else path
                if self.draft.get(below) is None:
                    self.draft.put(below, value, note, proof.sureness)

    def _drop_bare_entries(self) -> None:
        """Take out the entries that were made for facts and found none."""
        for key, values in list(self.draft.values.items()):
            choice = required_choice(self._catalogue.fields[key]) if isinstance(values, list) else None
            if choice is not None and values and set(values[-1]) == {choice.key}:
                values.pop()
                if not values:
                    del self.draft.values[key]


def _heading_of(group: Group) -> list[Block]:
    heading = group.head.part.heading
    return [heading] if heading is not None else []


def _whole(group: Group) -> list[Block]:
    return [*_heading_of(group), *group.blocks]


def _from(group: Group) -> str:
    """Return where a group stood, and its heading."""
    if group.whole is not None:
        text = shorten_quote(" ".join(say_block(group.whole).split()))
        return f"fra {group.whole.origin.say()}: {text}"
    return f"fra {span_of(_whole(group))}" + (f" »{group.title}«" if group.title else "")


def _say_reading(proof: Proof) -> str:
    return " ".join(f"{name}: {value}" if name else value for name, value in proof.reading)


def _join_pairs(blocks: list[Block]) -> list[Passage]:
    """Return the first lines two by two: who approved and when often stand on a line each."""
    passages = passages_of(blocks)
    return [
        Passage(f"{one.text} {two.text}", one.block) for one, two in pairwise(passages) if not one.text.endswith(".")
    ]
