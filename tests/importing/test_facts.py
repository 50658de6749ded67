"""Places, hours and values: what is proved is filled in, what is not stays open, and a contradiction is told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from kvalitet.catalogue import load_catalogue
from kvalitet.importing.documents import read_bytes
from kvalitet.importing.hours import read_hours
from kvalitet.importing.importer import import_document
from kvalitet.importing.making import make_draft
from kvalitet.importing.names import find_name
from kvalitet.importing.words import load_import_words
from kvalitet.importing.write import Cover
from kvalitet.register import load_register

if TYPE_CHECKING:
    from kvalitet.importing.draft import Draft

AREA = "stofmisbrug"


def draft_of(text: str) -> Draft:
    return make_draft(read_bytes(text.encode(), "a.md"), load_catalogue(AREA), load_import_words(AREA))


def values_of(text: str) -> dict[str, Any]:
    return draft_of(text).values


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("mandag-torsdag kl. 9-15", {"mandag": "9-15", "tirsdag": "9-15", "onsdag": "9-15", "torsdag": "9-15"}),
        ("Man-ons 8-12", {"mandag": "8-12", "tirsdag": "8-12", "onsdag": "8-12"}),
        ("tirsdag og torsdag fra kl. 9.00 til 15.30", {"tirsdag": "9-15.30", "torsdag": "9-15.30"}),
        ("Fredag lukket", {"fredag": "lukket"}),
        ("tirsdag kl. 9-12 og 13-15", {"tirsdag": "9-12 og 13-15"}),
        ("lørdag og søndag kl. 11-15", {"lørdag": "11-15", "søndag": "11-15"}),
        ("hverdage kl. 10-14", dict.fromkeys(("mandag", "tirsdag", "onsdag", "torsdag", "fredag"), "10-14")),
        ("mandag kl. 15-9", {}),
        ("mandag kl. 9-15, torsdag dog til kl. 17", {}),
        ("hver anden torsdag kl. 17-19", {}),
        ("den første mandag i måneden kl. 17-19", {}),
        ("mandag 9-15. Mandag 10-12", {}),
        ("vi har åbent", {}),
    ],
)
def test_hours(text: str, hours: dict[str, str]) -> None:
    assert read_hours(text) == hours


def test_two_places_keep_their_own_numbers() -> None:
    found = values_of(
        "## Kontakt\n\nCenter Nord, Nordgade 1, 9999 Nordby. Telefon 01 11 11 11\n\n"
        "Center Syd, Sydgade 2, 9999 Sydby. Telefon 01 22 22 22\n"
    )["steder"]
    assert {place["adresse"]: place["telefon"] for place in found.values()} == {
        "Nordgade 1, 9999 Nordby": "01 11 11 11",
        "Sydgade 2, 9999 Sydby": "01 22 22 22",
    }


def test_two_numbers_on_one_line_prove_neither() -> None:
    found = values_of("## Kontakt\n\nCentret, Gade 1, 9999 Havby. Telefon 01 11 11 11 eller 01 22 22 22\n")["steder"]
    assert "telefon" not in found["centret"]


def test_the_number_for_anonymous_advice_is_not_that_of_the_place() -> None:
    found = values_of("## Kontakt\n\nCentret, Gade 1, 9999 Havby\n\nAnonym rådgivning: telefon 01 22 22 22\n")
    assert "telefon" not in found["steder"]["centret"]
    assert found["anonym_rådgivning"]["telefon"] == "01 22 22 22"


def test_a_place_that_is_named_twice_is_one() -> None:
    place = "Centret, Gade 1, 9999 Havby"
    text = f"## Kontakt\n\n{place}\n\n## Visitation\n\n{place}. Telefon 01 22 22 22\n"
    (found,) = values_of(text)["steder"].values()
    assert found["telefon"] == "01 22 22 22"


def test_a_place_is_referred_to_by_its_key() -> None:
    text = (
        "## Kontakt\n\nSocial Visitation, Gade 1, 9999 Havby\n\n"
        "## Visitation\n\nDu henvender dig til Social Visitation.\n\n"
        "## Klage efter § 101\n\nKlagen sendes til Social Visitation inden 4 uger.\n"
    )
    found = values_of(text)
    assert found["visitation"]["henvendelsessteder"] == ["social_visitation"]
    assert found["klageadgang"][0]["klages_til"] == "social_visitation"


def test_the_foot_of_a_web_page_is_no_place_to_go_for_help() -> None:
    page = (
        "<main><h2>Målgruppe</h2><p>Alle voksne i kommunen.</p></main><footer>Rådhuset, Torvet 1, 9999 Havby</footer>"
    )
    read = read_bytes(page.encode(), "a.html")
    assert "steder" not in make_draft(read, load_catalogue(AREA), load_import_words(AREA)).values


def test_two_numbers_that_contradict_each_other_fill_nothing_and_are_told() -> None:
    draft = draft_of(
        "## Behandlingsgaranti\n\nBehandlingen begynder senest 14 dage efter henvendelsen.\n\n"
        "Behandlingen begynder senest 21 dage efter henvendelsen.\n"
    )
    assert "frist_dage" not in draft.values["behandlingsgaranti"]
    assert [("14" in one, "21" in one) for one in draft.doubts] == [(True, True)]


def test_a_limit_against_the_law_is_filled_in_as_it_stands() -> None:
    assert (
        values_of("## Behandlingsgaranti\n\nSenest 28 dage efter henvendelsen.\n")["behandlingsgaranti"]["frist_dage"]
        == "28"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Behandlingen begynder hurtigst muligt.",
        "Efter 14 dage holder vi et møde.",
        "Vi ringer inden for 14 hverdage.",
        "Loven giver en garanti på fjorten dage, se bilag.",
    ],
)
def test_what_is_not_a_promise_of_days_fills_no_days(text: str) -> None:
    assert "frist_dage" not in values_of(f"## Behandlingsgaranti\n\n{text}\n")["behandlingsgaranti"]


def test_a_number_of_another_section_proves_nothing_here() -> None:
    found = values_of("## Personale\n\nNye medarbejdere får et kursus senest 14 dage efter ansættelsen.\n")
    assert "behandlingsgaranti" not in found


# --- complaints: one entry per law


def test_each_law_has_its_own_entry() -> None:
    found = values_of(
        "## Klage efter § 101\n\nKlag inden 4 uger.\n\n"
        "## Klage over lægelig behandling efter § 142\n\nKlag inden 2 år.\n"
    )["klageadgang"]
    assert [(one["lov"], one.get("frist_uger"), one.get("frist_år")) for one in found] == [
        ("§ 101", "4", None),
        ("§ 142", None, "2"),
    ]


@pytest.mark.parametrize("title", ["", "# Kvalitetsstandard efter § 101 og § 142\n\n"])
def test_without_a_law_the_text_goes_beside_and_covers_the_list(title: str) -> None:
    draft = draft_of(f"{title}## Klage\n\nDu kan klage inden 4 uger.\n")
    assert "klageadgang" not in draft.values
    assert draft.values["sagsbehandling"] == {"tekst": "Du kan klage inden 4 uger.", "dækker": ["klageadgang"]}
    assert len(draft.doubts) == 1


def test_a_law_that_only_the_title_names_is_a_guess() -> None:
    draft = draft_of("# Kvalitetsstandard efter § 101\n\n## Klage\n\nDu kan klage inden 4 uger.\n")
    assert draft.values["klageadgang"][0]["lov"] == "§ 101"
    assert draft.notes["klageadgang", 0, "lov"] == ["den eneste, dokumentets titel nævner – gæt"]


def test_a_text_that_names_another_law_than_the_title_proves_neither() -> None:
    draft = draft_of(
        "# Kvalitetsstandard efter § 101\n\n## Klage\n\nLægens arbejde efter § 142 klages der over andre steder.\n"
    )
    assert "klageadgang" not in draft.values


def test_anonymous_treatment_is_not_read_as_treatment() -> None:
    assert values_of("## Klage efter § 101 a\n\nMan kan ikke klage.\n")["klageadgang"][0]["lov"] == "§ 101 a"


# --- two layers, lists


def test_what_follows_the_heading_of_the_plain_version_is_plain_words() -> None:
    found = values_of("## Målgruppe\n\nDen fulde tekst.\n\n### Kort fortalt\n\nDu kan få hjælp.\n")
    assert found["målgruppe"] == {"tekst": "Den fulde tekst.", "pixie": "Du kan få hjælp."}


def test_an_offer_whose_kind_is_not_said_stays_in_the_text() -> None:
    found = values_of("## De enkelte tilbud\n\n### Ambulant behandling\n\nSamtaler.\n\n### Kajakholdet\n\nVi ror.\n")
    assert [one["type"] for one in found["tilbud"]] == ["ambulant"]
    assert found["organisering"]["tekst"] == "**Kajakholdet**\n\nVi ror."


def test_an_introduction_without_a_heading_is_about_the_standard() -> None:
    text = (
        "Kvalitetsstandarden er lavet, for at borgerne kan se, hvilken hjælp de kan få i kommunen, hvem der giver "
        "den, og hvor hurtigt den kommer, når man har bedt om den."
    )
    draft = draft_of(f"{text}\n\n## Målgruppe\n\nAlle.\n")
    assert draft.values["om-standarden"]["tekst"] == text


def test_a_table_of_contents_is_no_section() -> None:
    contents = "Indhold\n\nMålgruppe\n\nVisitation\n\nFrit valg\n\nBetaling"
    draft = draft_of(f"{contents}\n\n## Målgruppe\n\nAlle.\n\n## Visitation\n\nRing.\n")
    assert [one.title for one in draft.landings] == ["Målgruppe", "Visitation"]
    assert [one.text for one in draft.frame] == contents.split("\n\n")


# --- the file


def test_a_law_that_asks_for_more_is_told_at_the_end() -> None:
    cover = Cover("Prøveby", example=True, source="a.md", day=date(2026, 11, 22))
    made = import_document(
        read_bytes("## Målgruppe\n\nAlle over 18 år.\n".encode(), "a.md"), load_catalogue(AREA), cover
    )
    assert any(one.startswith("Klageadgang. ") for one in made.missing)
    assert not any(one.startswith("Målgruppe. ") for one in made.missing)
    assert not any(one.startswith("Godkendelse. ") for one in made.missing)  # a draft cannot have it yet


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Odense Kommune hjælper. Odense Kommune køber hos Nyborg Kommune.", "Odense"),
        ("Københavns Kommune", "København"),
        ("Faaborg-Midtfyn Kommunes tilbud", "Faaborg-Midtfyn"),
        ("Odense Kommune og Nyborg Kommune", None),
        ("Eksempelby Kommune", None),
        ("kommunen", None),
    ],
)
def test_the_municipality_is_the_one_that_is_named_most(text: str, name: str | None) -> None:
    assert find_name(read_bytes(text.encode(), "a.md").blocks, load_register()) == name


@pytest.mark.parametrize(("name", "doubted"), [("Odense", False), ("Nyborg", True)])
def test_a_document_about_another_municipality_is_told(name: str, *, doubted: bool) -> None:
    cover = Cover(name, example=False, source="a.md", day=date(2026, 11, 22))
    read = read_bytes("Odense Kommune hjælper.\n\n## Målgruppe\n\nAlle.\n".encode(), "a.md")
    doubts = import_document(read, load_catalogue(AREA), cover).draft.doubts
    assert any(one.startswith("Dokumentet nævner oftest Odense Kommune.") for one in doubts) is doubted


def test_a_first_heading_with_nothing_below_it_is_the_title() -> None:
    draft = draft_of("**Kvalitetsstandard for stofmisbrug**\n\n**Målgruppe**\n\nAlle.\n\n**Visitation**\n\nRing.\n")
    assert [one.text for one in draft.front] == ["Kvalitetsstandard for stofmisbrug"]
    assert draft.values["omfang"] == ["stoffer"]
