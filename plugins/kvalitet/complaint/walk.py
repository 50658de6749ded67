"""Every way through the questions, as a reader can take it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.complaint.model import Answer, ComplaintPaths, Outcome, Question


@dataclass(frozen=True, slots=True)
class Walk:
    """One way through: the answers given, and where it ends.

    ``decision``: whether there is a decision, None where no answer settled it. ``outcome`` is None where the way leads
    nowhere or in a circle; ``steps`` then end with the answer that does.
    """

    steps: tuple[tuple[Question, Answer], ...]
    outcome: Outcome | None
    decision: bool | None


def walk_paths(paths: ComplaintPaths) -> Iterator[Walk]:
    """Yield every way through the questions, in the order of the answers."""
    if paths.first in paths.questions:
        yield from _walk_from(paths.questions[paths.first], (), None, paths)


def _walk_from(
    question: Question,
    steps: tuple[tuple[Question, Answer], ...],
    decision: bool | None,  # noqa: FBT001 - what the answers so far have settled
    paths: ComplaintPaths,
) -> Iterator[Walk]:
    for answer in question.answers:
        taken = (*steps, (question, answer))
        settled = decision if answer.decision is None else answer.decision
        following = paths.questions.get(answer.target)
        if following is not None and all(following.id != asked.id for asked, _ in taken):
            yield from _walk_from(following, taken, settled, paths)
        else:
            yield Walk(taken, paths.outcomes.get(answer.target), settled)
