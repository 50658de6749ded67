"""53 invented standards that describe as much as the 53 of 2009 did, written as files from the printed shares alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from kvalitet.studies import load_survey

if TYPE_CHECKING:
    from pathlib import Path

AREA = "stofmisbrug"
N = 53
ABSENT, BRIEF, THOROUGH = 0, 1, 2
# Rows that no counts of 53 give, with the counts nearest to them: what the pages then say differs from the print.
NEAREST = {
    "maalgruppe": (1, 31, 21),
    "personale-kvalifikationer": (10, 31, 12),
    "klage-brugerinddragelse": (30, 10, 13),
}
# These lean on each other: they are given out in one order, the most thorough first.
IN_ORDER = frozenset(
    {"adresser", "tilbud-hvor", "henvendelsessted", "klageadgang", "klage-behandlingsgaranti", "klage-frit-valg"}
    | {"klage-brugerinddragelse", "klage-behandlingsintensitet"}
)
COMPLAINTS = {
    "klage-behandlingsgaranti": "behandlingsgaranti",
    "klage-frit-valg": "frit valg",
    "klage-brugerinddragelse": "brugerinddragelse",
    "klage-behandlingsintensitet": "behandlingsintensitet",
}
INTENSITIES = {
    "intensitet-ambulant": "ambulant",
    "intensitet-substitution": "substitution",
    "intensitet-andre": "efterbehandling",
}
TEXT = "Vi taler med dig om det."
# What is written for brief, and what is written besides for thorough: one section each.
SIMPLE: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "opgaver": ("opgaver", {"tekst": TEXT}, {"indsatser": [{"navn": "Samtaler", "indhold": TEXT}]}),
    "maalgruppe": ("målgruppe", {"tekst": TEXT}, {"grupper": [{"gruppe": "Unge", "tilbydes": TEXT}]}),
    "maal-og-vaerdier": ("mål-og-værdier", {"værdier": ["Respekt"]}, {"mål": [{"mål": "Ro", "kendes_på": "Svar"}]}),
    "samarbejdsaftaler": ("organisering", {"samarbejdsaftaler": [{"med": "Lægerne"}]}, {}),
    "afbrudt-genoptaget": ("organisering", {"afbrydelse": {"ved_afbrydelse": TEXT}}, {}),
    "hvem-visiterer": ("visitation", {"hvem_visiterer": [{"navn": "Centret"}]}, {}),
    "frit-valg": ("frit-valg", {"gælder": ["offentlige tilbud"]}, {"oplyses": "Ved første samtale"}),
    "hjaelp-til-frit-valg": ("frit-valg", {"hjælp_til_valg": {"hvem": "Centret"}}, {}),
    "behandlingsgaranti": ("behandlingsgaranti", {"frist_dage": 14}, {"regnes_fra": "første henvendelse"}),
    "handleplan-hvem": ("handleplan", {"hvem_tilbydes": ["Alle"]}, {"tilbydes_af": "Centret"}),
    "handleplan-hvornaar": ("handleplan", {"hvornår": "Ved start"}, {"senest": {"antal": 4, "enhed": "uger"}}),
    "handleplan-koordinering": ("handleplan", {"koordinering": TEXT}, {"koordineres_med": ["Jobcentret"]}),
    "handleplan-evaluering-hvor-ofte": (
        *("handleplan", {"evalueres_hvornår": "Efter et forløb"}),
        {"evalueres_hver": {"antal": 3, "enhed": "måneder"}},
    ),
    "handleplan-evaluering-hvordan": ("handleplan", {"evalueres_hvordan": TEXT}, {"evalueres_med": ["Jobcentret"]}),
    "brugerinddragelse": ("brugerinddragelse", {"måder": [{"måde": "behandlingsplan"}]}, {}),
    "betaling-kost-logi": ("betaling", {"beregnes": "efter indtægt"}, {"egen_bolig": TEXT}),
    "personale-kvalifikationer": ("personale", {"faggrupper": [{"faggruppe": "Pædagoger"}]}, {}),
    "personale-kompetenceudvikling": ("personale", {"kompetenceudvikling": {"emner": ["Samtaler"]}}, {}),
    "monitorering": ("monitorering", {"registre": ["SIB"]}, {"hvor_ofte": "Hvert år"}),
    "boern": ("børn", {"hvordan": ["Vi spørger til børnene"]}, {"underretning": TEXT}),
    "doegn-samarbejde": ("døgn", {"samarbejder_med": [{"navn": "Gården"}]}, {}),
    "doegn-kvalitetskrav": ("døgn", {"kvalitetskrav": [{"krav": "Uddannede folk"}]}, {}),
}
# Where thorough means more in the same place and not another field beside it.
DEEPER: dict[str, dict[str, Any]] = {
    "samarbejdsaftaler": {"samarbejdsaftaler": [{"med": "Lægerne", "om": "Medicin"}]},
    "afbrudt-genoptaget": {
        "afbrydelse": {"ved_afbrydelse": TEXT, "ved_genoptagelse": TEXT, "kontakt_efter_dage": 3},
    },
    "hvem-visiterer": {"hvem_visiterer": [{"navn": "Centret", "afgør": "Døgnbehandling"}]},
    "hjaelp-til-frit-valg": {"hjælp_til_valg": {"hvem": "Centret", "hvordan": TEXT}},
    "brugerinddragelse": {"måder": [{"måde": "behandlingsplan", "hvor_ofte": "Hver måned"}]},
    "personale-kvalifikationer": {"faggrupper": [{"faggruppe": "Pædagoger", "opgave": "Samtaler"}]},
    "personale-kompetenceudvikling": {"kompetenceudvikling": {"emner": ["Samtaler"], "hvor_ofte": "Hvert år"}},
    "doegn-samarbejde": {"samarbejder_med": [{"navn": "Gården", "by": "Strandlev"}]},
    "doegn-kvalitetskrav": {"kvalitetskrav": [{"krav": "Uddannede folk", "kontrol": "Vi besøger stedet"}]},
}


def counts_of(criterion: str) -> tuple[int, ...]:
    """Return how many of the 53 do not, briefly and thoroughly describe the criterion."""
    survey = load_survey(AREA)
    assert survey is not None
    return survey.rows[criterion].counts or NEAREST[criterion]


def write_standards(folder: Path) -> None:
    """Write the 53 standards below ``folder``."""
    survey = load_survey(AREA)
    assert survey is not None
    levels = {name: give_out(name, at) for at, name in enumerate(survey.rows)}
    (folder / AREA).mkdir(parents=True)
    for number in range(N):
        standard = compose(number, {name: given[number] for name, given in levels.items()})
        text = yaml.safe_dump(standard, allow_unicode=True, sort_keys=False)
        (folder / AREA / f"proeveby-{number + 1:02}.yml").write_text(text, encoding="utf-8")


def give_out(criterion: str, at: int) -> list[int]:
    """Return each standard's level; the criteria that stand alone begin at a standard of their own."""
    absent, brief, thorough = counts_of(criterion)
    levels = [THOROUGH] * thorough + [BRIEF] * brief + [ABSENT] * absent
    start = 0 if criterion in IN_ORDER else 7 * at % N
    return levels[start:] + levels[:start]


def compose(number: int, levels: dict[str, int]) -> dict[str, Any]:
    """Return one standard."""
    sections: dict[str, dict[str, Any]] = {}
    for name, (section, brief, more) in SIMPLE.items():
        if levels[name] != ABSENT:
            fields = brief | more if levels[name] == THOROUGH else brief
            if levels[name] == THOROUGH:
                fields = fields | DEEPER.get(name, {})
            sections.setdefault(section, {}).update(fields)
    places = compose_places(levels)
    if levels["henvendelsessted"] != ABSENT and not places:
        sections.setdefault("visitation", {})["henvendelse_hos"] = "Centret"
    lists = {"steder": places, "tilbud": compose_offers(levels), "klageadgang": compose_complaints(levels)}
    head = {
        "format": 1,
        "kommune": f"Prøveby {number + 1:02}",
        "eksempel": True,
        "område": AREA,
        "tilstand": "vedtaget",
    }
    tail = {"lovgrundlag": "2019", "godkendt": {"af": "Byrådet", "dato": "2026-01-15"}}
    return head | tail | {key: one for key, one in lists.items() if one} | sections


def compose_places(levels: dict[str, int]) -> dict[str, Any]:
    """Return the places: those that are complained to, with as much of an address as is described."""
    if levels["klageadgang"] != THOROUGH and levels["adresser"] == ABSENT:
        return {}
    place: dict[str, Any] = {"navn": "Centret"}
    if levels["adresser"] != ABSENT:
        place["adresse"] = "Havnegade 1, 9999 Prøveby"
    if levels["henvendelsessted"] == THOROUGH:
        place["telefon"] = "01 23 45 67"
    if levels["adresser"] == THOROUGH:
        place["åbent"] = {"mandag": "9-15"}
    return {"centret": place}


def compose_offers(levels: dict[str, int]) -> list[dict[str, Any]]:
    """Return the offers: one for each intensity told, and one without contents where there are any."""
    offers: list[dict[str, Any]] = []
    for name, kind in INTENSITIES.items():
        if levels[name] != ABSENT:
            more = {"indhold": TEXT} if levels[name] == THOROUGH else {}
            offers.append({"type": kind, "intensitet": {"mindst": 1, "pr": "uge"}, **more})
    if offers or levels["tilbud-hvor"] != ABSENT:
        offers.append({"type": "rådgivning"})
    if levels["tilbud-hvor"] == BRIEF:
        offers.append({"type": "rådgivning", "sted": "centret"})
    if levels["tilbud-hvor"] == THOROUGH:
        offers = [one | {"sted": "centret"} for one in offers]
    return offers


def compose_complaints(levels: dict[str, int]) -> list[dict[str, Any]]:
    """Return how to complain, and about what."""
    if levels["klageadgang"] == ABSENT:
        return []
    entry: dict[str, Any] = {"lov": "§ 101", "klageinstans": "Ankestyrelsen"}
    if levels["klageadgang"] == THOROUGH:
        entry |= {"klages_til": "centret", "frist_uger": 4}
    topics = [
        {"over": topic} | ({"sådan": TEXT} if levels[name] == THOROUGH else {})
        for name, topic in COMPLAINTS.items()
        if levels[name] != ABSENT
    ]
    return [entry | {"kan_klage_over": topics}] if topics else [entry]
