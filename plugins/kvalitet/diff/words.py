"""The words for what is otherwise, the same wherever they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.present.words import capitalize_first
from kvalitet.report.words import LEVEL_WORDS

if TYPE_CHECKING:
    from kvalitet.diff.model import Change, Comparison, LevelChange, MetChange

NOTHING = "Intet ændrer sig for borgeren."
SAME_COVERAGE = "Det er beskrevet i samme grad som før."
WORSE = "Ringere for borgeren"
SILENT = "Standarden beskriver ikke længere emnet. Borgerens side viser i stedet disse rettigheder efter loven:"
DESCRIBED = (
    "Standarden beskriver nu emnet. Før viste borgerens side disse rettigheder efter loven, fordi den ikke gjorde:"
)
LIMITS_OF_JUDGING = (
    "Et løfte er mærket som ringere, når det kan ses af felterne: en længere frist, færre gange, et nej for et ja, "
    "noget, der er taget ud. Om en ændret tekst er bedre eller ringere, må et menneske vurdere."
)


def say_level(change: LevelChange) -> str:
    """Return 'Klage over frit valg: Før ikke beskrevet, nu kort beskrevet.'."""
    return f"{change.criterion.title}: Før {LEVEL_WORDS[change.before]}, nu {LEVEL_WORDS[change.after]}."


def say_met(change: MetChange) -> str:
    """Return whether all that the law asks for is described."""
    title = change.requirement.title
    if change.met:
        return f"{title}: Alt, loven kræver, er nu beskrevet."
    return f"{title}: Noget, loven kræver, er ikke længere beskrevet."


def say_about(change: Change) -> str:
    """Return what a change belongs to, from the outside in: 'Steder, Rusmiddelcenter Strandlev'."""
    return ", ".join(capitalize_first(one) if not number else one for number, one in enumerate(change.about))


def say_sum(comparison: Comparison) -> str:
    """Return how much is otherwise for citizens, in one sentence."""
    number, worse = comparison.for_citizens, comparison.worse_for_citizens
    if not number:
        return NOTHING
    changes = "1 ting ændrer sig" if number == 1 else f"{number} ting ændrer sig"
    which = "Den" if number == 1 else f"{worse} af dem"
    return f"{changes} for borgeren." + (f" {which} er mærket som ringere." if worse else "")
