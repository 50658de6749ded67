"""``retningslinjer.json``: every instruction of the national guidelines in the source's order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kvalitet.guidelines import Guidance, Guideline, Instruction


def guidance_records(guidance: Guidance) -> list[dict[str, Any]]:
    """Return the contracted records: ``nr`` as printed (it may stand twice), ``noegle`` unique, ``modalitet``.

    ``modalitet`` lists the source's own words of instruction in its order; empty where it uses none.
    """
    return [_record(one, each) for each in guidance.guidelines.values() for one in each.instructions]


def _record(one: Instruction, guideline: Guideline) -> dict[str, Any]:
    return {
        "nr": one.number,
        "noegle": one.key,
        "modalitet": [str(word) for word in one.modalities],
        "oevrige_modalord": [str(word) for word in one.other_words],
        "retningslinje": guideline.number,
        "til": list(one.addressees),
        "siger": one.says,
        "punkter": [{"modalitet": [str(word) for word in each.modalities], "siger": each.says} for each in one.points],
        "henvisninger": [each.id for each in one.references],
        "krav": list(guideline.requirements),
        "rettigheder": list(guideline.rights),
    }
