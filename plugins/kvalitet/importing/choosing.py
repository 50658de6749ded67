"""Which entry of a list a text belongs to: entries that must make a choice, such as the law a complaint is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.fields.model import Field, Kind
from kvalitet.importing.values import Passage, ValueFinder, passages_of
from kvalitet.importing.words import Sureness

if TYPE_CHECKING:
    from kvalitet.catalogue import Catalogue
    from kvalitet.importing.documents.model import Block
    from kvalitet.importing.words import ImportWords


@dataclass(frozen=True, slots=True)
class Choice:
    """What an entry chooses: the field, its value, how sure that is and why."""

    field: str
    value: str
    sureness: Sureness
    why: str


def required_choice(field: Field) -> Field | None:
    """Return the choice that every entry of the list ``field`` must make."""
    below = field.item.fields.values() if field.item is not None else ()
    return next((one for one in below if one.required and one.kind is Kind.CHOICE), None)


class Chooser:
    """Finds the choices of one document. ``front`` are its first lines."""

    def __init__(self, catalogue: Catalogue, words: ImportWords, front: list[Block]) -> None:
        self._catalogue = catalogue
        self._words = words
        self._front = front
        self._finder = ValueFinder(catalogue, {})

    def choose(self, section: str, title: str, blocks: list[Block]) -> Choice | None:
        """Return the choice that an entry of ``section`` made of ``blocks`` must make, where it is proved.

        The heading proves it. Else one value alone must be named by the text and the document's title together: a text
        that names another law than the title may be about both.
        """
        field = required_choice(self._catalogue.fields[section])
        rule = next((one for one in self._words.values if field and one.path == (section, field.key)), None)
        if field is None or rule is None:
            return None

        def named(passages: list[Passage]) -> set[str]:
            return {value for proof in self._finder.find(rule, passages) for _, value in proof.reading}

        in_heading = named([Passage(title, blocks[0])])
        if len(in_heading) == 1:
            return Choice(field.key, in_heading.pop(), Sureness.CERTAIN, "står i overskriften")
        in_text, in_title = named(passages_of(blocks)), named(passages_of(self._front))
        together = in_text | in_title
        if in_heading or len(together) != 1:
            return None
        if in_text:
            return Choice(field.key, together.pop(), Sureness.LIKELY, "den eneste, teksten nævner")
        return Choice(field.key, together.pop(), Sureness.GUESS, "den eneste, dokumentets titel nævner")
