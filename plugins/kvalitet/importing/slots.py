"""Which text of a document fills which field: parts of one requirement gathered, lists taken apart."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kvalitet.catalogue.field_reader import SECTION_PLAIN, SECTION_TEXT
from kvalitet.fields.model import COLLECTIONS, Kind
from kvalitet.importing.choosing import Choice, Chooser, required_choice
from kvalitet.importing.documents.model import Block, BlockKind
from kvalitet.importing.outline import Part
from kvalitet.importing.placing import Entry, Placement, find_entry
from kvalitet.importing.words import Sureness

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kvalitet.catalogue import Catalogue
    from kvalitet.importing.draft import Path
    from kvalitet.importing.headings import Matcher
    from kvalitet.importing.words import ImportWords, ListRule

_NAME_WORDS = 6
_SHORT = 160  # characters: a title, who approved or where to ring, not an introduction


@dataclass(slots=True)
class Group:
    """A placed part with the parts below it that have no place of their own."""

    members: list[Placement]
    whole: Block | None = None  # the item or row that an entry was taken from

    @property
    def head(self) -> Placement:
        """The placement that decides."""
        return self.members[0]

    @property
    def title(self) -> str:
        """The heading of the whole."""
        return self.head.part.title

    @property
    def blocks(self) -> list[Block]:
        """All blocks, the headings below the first one included."""
        found = list(self.head.part.blocks)
        for one in self.members[1:]:
            found += [*([one.part.heading] if one.part.heading is not None else []), *one.part.blocks]
        return found


@dataclass(slots=True)
class Slot:
    """A text to be: where it goes, and the groups it is made of with how sure each is."""

    path: Path
    groups: list[tuple[Group, Sureness]] = field(default_factory=list)
    covers: dict[str, None] = field(default_factory=dict)
    choice: Choice | None = None

    @property
    def blocks(self) -> list[Block]:
        """All blocks of the text."""
        return [block for group, _ in self.groups for block in group.blocks]


@dataclass(slots=True)
class Slots:
    """All texts of a document: ``texts`` by path, ``entries`` of lists in order, and what has no place.

    ``started`` are the headings of lists without a text of their own.
    """

    front: list[Block] = field(default_factory=list)
    texts: dict[Path, Slot] = field(default_factory=dict)
    entries: list[tuple[ListRule, Entry, Group]] = field(default_factory=list)
    started: list[tuple[ListRule, Group]] = field(default_factory=list)
    left: list[Group] = field(default_factory=list)
    dividers: list[Block] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def group_placements(placements: Iterable[Placement]) -> list[Group]:
    """Return the placements with what lies under each; parts of no place end the group before them."""
    groups: list[Group] = []
    for one in placements:
        last = groups[-1].head if groups else None
        same = (
            last is not None
            and one.under
            and not one.divider
            and not last.divider
            and (one.target, one.entry, one.plain) == (last.target, last.entry, last.plain)
        )
        if same:
            groups[-1].members.append(one)
        else:
            groups.append(Group([one]))
    return groups


class Sorter:
    """Sorts the groups of one document into slots."""

    def __init__(self, catalogue: Catalogue, words: ImportWords, matcher: Matcher) -> None:
        self._catalogue = catalogue
        self._words = words
        self._matcher = matcher
        self._slots = Slots()

    def sort(self, groups: list[Group]) -> Slots:
        """Return where everything goes."""
        for group in groups:
            head = group.head
            if head.divider and head.part.heading is not None:
                self._slots.dividers.append(head.part.heading)
            elif head.part.heading is None or head.part.level == 0:
                self._sort_front(group)
            elif head.target is None:
                self._slots.left.append(group)
            elif head.entry is not None:
                self._slots.entries.append((self._words.lists[head.entry.rule], head.entry, group))
            else:
                self._sort_text(group)
        return self._slots

    def _sort_front(self, group: Group) -> None:
        """Sort what stands before the first heading or below the title: lines about the whole, and an introduction."""
        part = group.head.part
        short = [one for one in part.blocks if len(one.text) <= _SHORT]
        self._slots.front += [*([part.heading] if part.heading is not None else []), *short]
        part.blocks[:] = [one for one in part.blocks if len(one.text) > _SHORT]
        if part.blocks:
            self._put((*self._words.introduction, SECTION_TEXT), group, Sureness.GUESS)

    def _sort_text(self, group: Group) -> None:
        head = group.head
        target = head.target
        if target is None:
            return
        if head.plain:
            self._put((self._section_of(target.section), SECTION_PLAIN), group, head.sureness)
            return
        self._take_table(group)
        if target.starts_list is not None:
            self._take_entries(group, target.starts_list)
        if not group.blocks and target.starts_list is not None:
            self._slots.started.append((self._words.lists[target.starts_list], group))
            return
        if not group.blocks:
            self._slots.left.append(group)  # a heading alone can be a sentence
            return
        if self._is_list(target.section):
            self._put_by_choice(group, target.section)
            return
        slot = self._put(target.path, group, head.sureness)
        slot.covers.update(dict.fromkeys(key for key in target.covers if key != target.section))

    def _put(self, path: Path, group: Group, sureness: Sureness) -> Slot:
        slot = self._slots.texts.setdefault(path, Slot(path))
        slot.groups.append((group, sureness))
        return slot

    def _is_list(self, section: str) -> bool:
        return self._catalogue.fields[section].kind in COLLECTIONS

    def _section_of(self, key: str) -> str:
        """Return ``key``, or the first section of its requirement that is no list."""
        owner = self._catalogue.requirement_of_section(key)
        if owner is None or not self._is_list(key):
            return key
        return next((one for one, known in owner.sections.items() if known.kind is Kind.SECTION), key)

    def _put_by_choice(self, group: Group, section: str) -> None:
        """Put a text into the entry that its words choose; where none is proved, beside the list, and cover it."""
        chooser = Chooser(self._catalogue, self._words, self._slots.front)
        found = chooser.choose(section, group.title, group.blocks)
        if found is not None:
            sureness = min(found.sureness, group.head.sureness, key=_rank)
            slot = self._put((section, found.value, SECTION_TEXT), group, sureness)
            slot.choice = slot.choice or found
            return
        beside = self._section_of(section)
        if beside == section:
            self._slots.left.append(group)
            return
        slot = self._put((beside, SECTION_TEXT), group, group.head.sureness)
        slot.covers[section] = None
        field = self._catalogue.fields[section]
        choice, item = required_choice(field), field.item
        if choice is not None and item is not None:
            message = f"Af »{group.title}« fremgår det ikke: {choice.title}. Det skal hver {item.title} have."
            advice = f"Teksten står derfor under '{beside}'. Flyt den til '{section}', når I ved det."
            self._slots.doubts.append(f"{message} {advice}")

    def _take_table(self, group: Group) -> None:
        """Take the entries out of a table whose head says that it lists them: 'Tilbud | Indhold | Hvor ofte'."""
        for member in group.members:
            rows = [block for block in member.part.blocks if block.kind is BlockKind.ROW]
            head = rows[0].cells[0][0].text if rows and rows[0].cells and rows[0].cells[0] else ""
            found = self._matcher.find(head) if head else None
            if found is None or found.sureness is not Sureness.CERTAIN or found.target.starts_list is None:
                continue
            labels = [" ".join(one.text for one in cell) for cell in rows[0].cells]
            labelled = {id(row): _label_cells(row, labels) for row in rows[1:]}
            member.part.blocks[:] = [labelled.get(id(one), one) for one in member.part.blocks if one is not rows[0]]
            self._slots.dividers.append(rows[0])
            self._take_entries(Group([member]), found.target.starts_list)

    def _take_entries(self, group: Group, number: int) -> None:
        """Take the items and rows of a list's own text that are entries out of the text."""
        rule = self._words.lists[number]
        for member in group.members:
            kept = []
            for block in member.part.blocks:
                found = _split_entry(block)
                entry = find_entry(rule, number, found[0]) if found is not None else None
                if found is None or entry is None:
                    kept.append(block)
                else:
                    group_of_one = Group([Placement(Part(None, blocks=found[1]), entry=entry)], block)
                    self._slots.entries.append((rule, entry, group_of_one))
            member.part.blocks[:] = kept


def _rank(sureness: Sureness) -> int:
    return (Sureness.GUESS, Sureness.LIKELY, Sureness.CERTAIN).index(sureness)


def _split_entry(block: Block) -> tuple[str, list[Block]] | None:
    """Return (name, text) of an item or row that begins with a name: 'Ambulant behandling: samtaler …'."""
    if block.kind is BlockKind.ROW and len(block.cells) > 1:
        name = " ".join(one.text for one in block.cells[0])
        return (name, [one for cell in block.cells[1:] for one in cell]) if len(name.split()) <= _NAME_WORDS else None
    if block.kind is BlockKind.ITEM:
        for sign in (":", " – ", " - "):
            name, found, text = block.text.partition(sign)
            if found and len(name.split()) <= _NAME_WORDS:
                rest = replace(block, kind=BlockKind.TEXT, text=text.strip(), lead="")
                return name, [rest] if rest.text else []
    return None


def _label_cells(row: Block, labels: list[str]) -> Block:
    """Return ``row`` with the table's head before the cells from the third one on: 'Hvor ofte: 2 gange om ugen'."""
    cells = list(row.cells)
    for number in range(2, min(len(cells), len(labels))):
        first, *rest = cells[number]
        cells[number] = (replace(first, text=f"{labels[number]}: {first.text}"), *rest)
    return replace(row, cells=tuple(cells))
