"""Plain language: what is found, what is let be, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kvalitet.catalogue import load_catalogue
from kvalitet.findings import Severity

if TYPE_CHECKING:
    from tests.conftest import Desk

    from kvalitet.findings import Finding

LANGUAGE = load_catalogue("stofmisbrug").language


def words_told(desk: Desk, text: str, key: str = "tekst") -> list[str]:
    """Return what ``sprog-ord`` says of a text of its own, by the words it quotes."""
    return [one.message.split("'")[1] for one in desk.told("sprog-ord", f"opgaver:\n  {key}: >\n    {text}\n")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Vi hjælper misbrugere.", "misbrugere"),
        ("Du er stofmisbruger.", "stofmisbruger"),
        ("En tidligere eks-misbruger fortæller.", "eks-misbruger"),
        ("Gruppen er for blandingsmisbrugere og deres familier.", "blandingsmisbrugere"),
        ("Hvis du misbruger stoffer, kan du komme.", "misbruger"),
        ("MISBRUGERE er velkomne.", "MISBRUGERE"),
        ("Centret er åbent for narkomaner.", "narkomaner"),
        ("Klienten møder til tiden.", "Klienten"),
        ("Andelen af gengangere skal falde.", "gengangere"),
        ("Umotiverede borgere får en samtale.", "Umotiverede"),
        ("Du skal være clean i 14 dage.", "clean"),
        ("Når du er ren, kan du begynde på holdet.", "du er ren"),
        ("Du skal holde dig ren for stoffer.", "holde dig ren for stoffer"),
        ("Der skal afleveres en ren urinprøve hver uge.", "ren urinprøve"),
        ("Vold kan føre til, at du bliver bortvist.", "bortvist"),
    ],
)
def test_a_word_that_hurts_is_found(text: str, word: str, desk: Desk) -> None:
    assert words_told(desk, text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "Vi giver stofmisbrugsbehandling til personer med et stofmisbrug.",
        "Kommunens stofmisbrugsområde og misbrugscenter ligger i Havnegade.",
        "Stofmisbrugsdatabasen bruges af alle.",
        "Der er ren luft i huset og rene sprøjter i skabet.",
        "Huset er rent, og der er rene håndklæder. Rengøringen er daglig.",
        "Det er ren tvang, siger nogle.",
        "Du kan få rene kanyler.",
        "Foreningen for forældre, foredrag og frivillige rener sig.",
        "Du er fri af stoffer, når du er stoffri.",
        "Han er ren samvittighed.",
        "En klientel findes ikke her.",
        "Du bliver bortvist i 2 dage, hvis du truer nogen.",
        "Bliver du bortvist, får du en afgørelse, som du kan klage over.",
        "Du kan blive bortvist. Så får du en afgørelse, som du kan klage over.",
    ],
)
def test_an_ordinary_word_is_let_be(text: str, desk: Desk) -> None:
    assert words_told(desk, text) == []


@pytest.mark.parametrize(
    "text",
    [
        'Nogle siger "narkoman" om sig selv.',
        "Nogle siger »narkoman« om sig selv.",
        "Nogle siger ”narkoman” om sig selv.",
        "Nogle siger 'narkoman' om sig selv.",
        "Se bekendtgørelse om lægelig behandling af stofmisbrugere med euforiserende stoffer.",
        "Reglerne står i lov om hjælp til stofmisbrugere.",
        "Vi arbejder sammen med Foreningen Tidligere Narkomaner.",
    ],
)
def test_somebody_elses_word_is_let_be(text: str, desk: Desk) -> None:
    assert words_told(desk, text) == []


def test_the_writers_own_word_beside_a_quoted_one_is_found(desk: Desk) -> None:
    (found,) = desk.told("sprog-ord", 'opgaver:\n  tekst: "»Narkoman« er et ord. Vi hjælper alle narkomaner."\n')
    assert (found.place.line, found.place.column, found.place.end) == (8, 49, (8, 59))


def test_a_name_is_not_the_writers_choice(desk: Desk) -> None:
    body = "steder:\n  a: {navn: De gamle narkomaners hus}\n"
    assert desk.told("sprog-ord", body) == []


def test_heavy_words_are_found_in_the_short_texts_alone(desk: Desk) -> None:
    text = "Såfremt borgeren ønsker hjælp vedrørende stoffer, kan vedkommende rette henvendelse."
    assert words_told(desk, text) == []
    assert sorted(words_told(desk, text, "pixie")) == ["Såfremt", "borgeren", "rette henvendelse", "vedrørende"]


def test_the_place_is_found_in_a_folded_text(desk: Desk) -> None:
    text = "    Her er en linje om at rette\n    henvendelse.\n"
    body = f"opgaver:\n  tekst: >\n{text}  pixie: >\n    Du skal rette\n    henvendelse.\n"
    (found,) = desk.told("sprog-ord", body)
    assert (found.place.line, found.place.column, found.place.end) == (12, 13, (13, 16))
    assert found.path == "opgaver.pixie"


# --- passives


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Der tilbydes samtaler, og du visiteres bagefter.", ["tilbydes", "visiteres"]),
        ("Afgørelsen træffes hurtigt.", ["træffes"]),
        ("Vi ses. Du mødes med os, og det lykkes. Pladsen findes, og vi synes om det.", []),
        ("Behandlingens mål er dit. Kommunens hus er åbent.", []),
    ],
)
def test_passives_are_found_and_their_likes_let_be(text: str, verbs: list[str], desk: Desk) -> None:
    found = desk.told("sprog-passiv", f"opgaver:\n  pixie: {text}\n")
    assert [one.message.split("'")[1] for one in found] == verbs


def test_the_adopted_text_may_have_passives(desk: Desk) -> None:
    assert desk.told("sprog-passiv", "opgaver:\n  tekst: Der tilbydes samtaler.\n") == []


# --- words that promise nothing


def hollow(desk: Desk, body: str) -> list[str]:
    return [one.message.split("'")[1] for one in desk.told("sprog-vaerdiord", body)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vi møder alle med respekt.", ["respekt"]),
        ("Indsatsen er helhedsorienteret med mennesket i centrum.", ["helhedsorienteret"]),
        ("Hjælpen er værdig og rummelig.", ["værdig"]),
        ("Vi møder alle med respekt. Vi ringer tilbage inden 2 dage.", []),
        ("Vi møder alle med respekt. Du får svar på skrift.", []),
        ("Vi laver en helhedsorienteret afdækning.", []),
        ("Der står »respekt« på væggen.", []),
        ("Det er værd at vide, hvor centret er.", []),
    ],
)
def test_a_section_of_good_words_alone_is_told(text: str, words: list[str], desk: Desk) -> None:
    assert hollow(desk, f"mål-og-værdier:\n  tekst: {text}\n") == words


def test_a_concrete_text_beside_it_is_enough(desk: Desk) -> None:
    body = "mål-og-værdier:\n  tekst: Vi møder alle med respekt.\n  pixie: Du kan ringe til os.\n"
    assert hollow(desk, body) == []


def test_a_field_that_is_filled_in_is_enough(desk: Desk) -> None:
    body = "behandlingsgaranti:\n  tekst: Borgeren er i centrum.\n"
    assert hollow(desk, body) == ["i centrum"]
    assert hollow(desk, f"{body}  frist_dage: 14\n") == []


def test_it_is_told_once_a_section(desk: Desk) -> None:
    body = "mål-og-værdier:\n  tekst: Respekt og værdighed.\n  værdier: [Rummelighed, Respekt]\n"
    assert hollow(desk, body) == ["Respekt"]


# --- sentences and LIX

LONG = "Du kan få råd og hjælp hos os, hvis du bruger stoffer og gerne vil holde op eller bare vil bruge lidt mindre."


def test_a_sentence_may_have_twenty_words(desk: Desk) -> None:
    words = " ".join(["ord"] * LANGUAGE.most_sentence_words)
    assert desk.told("sprog-saetning", f"opgaver:\n  pixie: {words}.\n") == []
    (found,) = desk.told("sprog-saetning", f"opgaver:\n  pixie: {words} mere.\n")
    assert "21 ord" in found.message


def test_each_long_sentence_is_told_where_it_stands(desk: Desk) -> None:
    body = f"opgaver:\n  pixie: >\n    Kort. {LONG}\n    {LONG.replace('Du', 'I')}\n"
    found = desk.told("sprog-saetning", body)
    assert [(one.place.line, one.place.column) for one in found] == [(9, 11), (10, 5)]


def test_the_adopted_text_may_have_long_sentences(desk: Desk) -> None:
    assert desk.told("sprog-saetning", f"opgaver:\n  tekst: {LONG}\n") == []


def test_each_entry_of_a_list_is_a_sentence_and_an_address_is_no_word(desk: Desk) -> None:
    entries = "".join(f"    - Du kan komme her hver dag hele ugen {number}\n" for number in range(4))
    link = "    - Se [kortet](https://a.example/en-lang-adresse-med-mange-ord-der-ikke-skal-med-i-alt) over vejen\n"
    assert desk.told("sprog-saetning", f"opgaver:\n  pixie: |\n{entries}{link}") == []


def hard_texts(count: int) -> str:
    words = "Rusmiddelcentret tilrettelægger individuelle behandlingsforløb indeholdende rådgivningssamtaler. "
    keys = ("opgaver", "målgruppe", "organisering", "visitation")
    return "".join(f"{key}:\n  pixie: {words * count}\n" for key in keys)


def test_lix_is_of_all_short_texts_together(desk: Desk) -> None:
    (found,) = desk.told("sprog-lix", hard_texts(6))
    assert found.severity is Severity.NOTE
    easy = "børn:\n  pixie: " + "Du kan få råd. Vi er her. Kom, når du vil. " * 60 + "\n"
    assert desk.told("sprog-lix", hard_texts(6) + easy) == []


def test_lix_of_few_words_says_nothing(desk: Desk) -> None:
    assert desk.told("sprog-lix", hard_texts(3)) == []


def test_lix_is_told_at_the_text_that_makes_it_hardest(desk: Desk) -> None:
    body = "opgaver:\n  pixie: " + "Du kan få råd. " * 20 + "\n" + hard_texts(5).partition("\n")[2].partition("\n")[2]
    (found,) = desk.told("sprog-lix", body)
    assert found.path == "målgruppe.pixie"


def test_an_exception_takes_the_text_out_of_the_measure(desk: Desk) -> None:
    def but(*paths: str) -> str:
        return "undtagelser:\n" + "".join(
            f"  - {{regel: sprog-lix, felt: {path}, begrundelse: Navnene er lange.}}\n" for path in paths
        )

    body = hard_texts(8)
    (first,) = desk.told("sprog-lix", body)
    (second,) = desk.told("sprog-lix", body + but(first.path))
    assert second.path != first.path
    assert desk.told("sprog-lix", body + but("opgaver.pixie", "målgruppe.pixie", "organisering.pixie")) == []


def test_every_finding_of_language_is_a_note(desk: Desk) -> None:
    body = f"opgaver:\n  pixie: Der tilbydes misbrugere respekt. {LONG}\n"
    desk.add(body)
    found: list[Finding] = [one for one in desk.check().findings if one.rule.startswith("sprog-")]
    assert {one.rule for one in found} >= {"sprog-ord", "sprog-passiv", "sprog-saetning"}
    assert {one.severity for one in found} == {Severity.NOTE}


# --- the words themselves


def test_no_word_is_a_word_of_the_law() -> None:
    titles = " ".join(one.title + " " + one.says for one in load_catalogue("stofmisbrug").references.values())
    assert [one.id for one in LANGUAGE.phrases if not one.plain_only and one.pattern.search(titles)] == []


def test_no_passive_is_a_deponent_verb() -> None:
    deponent = {"findes", "synes", "lykkes", "mødes", "ses", "trives", "færdes", "skændes", "mindes", "længes", "enes"}
    assert not deponent & set(LANGUAGE.passives)


def test_every_listed_form_is_found_by_its_pattern() -> None:
    for phrase in LANGUAGE.phrases:
        assert phrase.words
        assert phrase.find_words(frozenset(phrase.words)) == set(phrase.words)
