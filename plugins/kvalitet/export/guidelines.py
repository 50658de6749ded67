"""``retningslinjer.json``: every instruction of the national guidelines in the source's order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kvalitet.export.notes import FileNote

if TYPE_CHECKING:
    from kvalitet.guidelines import Guidance, Guideline, Instruction

_FIELDS = (
    ("nr", "string", "nummeret, som det er trykt; 2.7.1 til 2.7.4 er trykt både i afsnit 2.7 og 2.8"),
    ("noegle", "string", "et navn, som kun denne anvisning har"),
    ("modalitet", "array", "skal, bør og kan, som kilden bruger dem om det, der anvises; flere, én eller ingen"),
    ("oevrige_modalord", "array", "de af ordene, som også står i kildens sætning uden at være det, der anvises"),
    ("retningslinje", "string", "nummeret på den retningslinje, anvisningen hører til"),
    ("til", "array", "hvem den er til; tom, hvor kilden ikke siger det"),
    ("siger", "string", "anvisningen med vores ord"),
    ("punkter", "array", "punkterne under anvisningen, hver med modalitet og vores ord"),
    ("henvisninger", "array", "id på de regler, vi har sat til; de står på siden om loven"),
    ("krav", "array", "id på de krav til standarden, retningslinjen hænger sammen med"),
    ("rettigheder", "array", "id på de rettigheder, retningslinjen hænger sammen med"),
)


def guidance_records(guidance: Guidance) -> list[dict[str, Any]]:
    """Return the contracted records: ``nr`` as printed (it may stand twice), ``noegle`` unique, ``modalitet``.

    ``modalitet`` lists the source's own words of instruction in its order; empty where it uses none.
    """
    return [_record(one, each) for each in guidance.guidelines.values() for one in each.instructions]


def describe_guidance(guidance: Guidance) -> FileNote:
    """Return what the package and the page about the data say of the file."""
    source = guidance.source
    title = f"{source.publisher}, {source.year}: {source.title}"
    return FileNote(
        "retningslinjer.json", "Socialstyrelsens anvisninger med vores ord, i kildens orden", _FIELDS, title
    )


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
