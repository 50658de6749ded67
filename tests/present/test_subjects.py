from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kvalitet.catalogue import load_catalogue
from kvalitet.present.blocks import Answer, Facts, Frame, Offers, Stated, Words
from kvalitet.present.subjects import find_contradictions, view_subjects, view_without_standard

if TYPE_CHECKING:
    from tests.conftest import Desk

    from kvalitet.present.blocks import Block

# Contracted: others lead to them.
ANCHORS = [
    "hvor",
    "14-dage",
    "hjaelp",
    "hvem-faar-det-at-vide",
    "pris",
    "vaelg",
    "klage",
    "boern",
    "paaroerende",
    "under-18",
]


def blocks_of(desk: Desk, subject: str, body: str) -> tuple[Block, ...]:
    assessed = desk.one(body)
    contradictions = find_contradictions(desk.check())
    return next(one.blocks for one in view_subjects(assessed, contradictions) if one.subject.id == subject)


def text_of(blocks: tuple[Block, ...]) -> str:
    return re.sub(r"<[^>]+>", " ", repr(blocks))


def test_the_subjects_come_in_the_worried_readers_order(desk: Desk) -> None:
    assert [one.subject.id for one in view_subjects(desk.one())] == ANCHORS
    assert [one.subject.id for one in view_without_standard(load_catalogue("stofmisbrug"))] == ANCHORS


def test_no_subject_is_empty_whatever_there_is(desk: Desk) -> None:
    without = view_without_standard(load_catalogue("stofmisbrug"))
    for views in (view_subjects(desk.one()), without):
        assert [one.subject.id for one in views if not one.blocks and not one.rights] == []


# --- anonymous advice and anonymous treatment are two things


def answers_of(desk: Desk, body: str) -> list[Answer]:
    return [one for one in blocks_of(desk, "hvor", body) if isinstance(one, Answer)]


@pytest.mark.parametrize(
    ("said", "told"), [("ja", "Ja."), ("nej", "Nej."), ("ikke oplyst", "Ikke oplyst."), ("uklart", "Ikke oplyst.")]
)
def test_anonymous_treatment_is_answered_by_itself(desk: Desk, said: str, told: str) -> None:
    advice, treatment = answers_of(desk, f"anonym_behandling: {{findes: {said}, telefon: 01 23 45 69}}\n")
    assert advice.answer == "Ikke oplyst."
    assert treatment.answer == told
    assert [number for _, number, _ in treatment.numbers] == (["01\xa023\xa045\xa069"] if said == "ja" else [])
    assert ("14 dage" in " ".join(treatment.sentences)) is (said == "ja")


@pytest.mark.parametrize(("said", "told"), [("nej", "Nej."), ("ikke oplyst", "Ikke oplyst.")])
def test_that_advice_can_be_anonymous_is_the_law_whatever_is_said(desk: Desk, said: str, told: str) -> None:
    advice, _ = answers_of(desk, f"anonym_rådgivning: {{findes: {said}}}\n")
    assert advice.answer == told
    assert "Men du har ret til gratis råd" in advice.sentences[0]


def test_each_has_its_own_number_and_hours(desk: Desk) -> None:
    advice, treatment = answers_of(
        desk,
        "steder: {hus: {navn: Huset, telefon: 01 23 45 67}}\n"
        "anonym_rådgivning: {findes: ja, sted: hus, telefontid: {mandag: 9-12, tirsdag: 9-12, fredag: 9-10}}\n"
        "anonym_behandling: {findes: ja, leverandører: [{navn: A, telefon: 01 11 11 11}, {navn: B}]}\n",
    )
    assert advice.numbers == (("Huset", "01\xa023\xa045\xa067", ""),)
    assert advice.sentences == ("Telefontid: mandag-tirsdag 9-12, fredag 9-10.",)
    assert [(whose, number) for whose, number, _ in treatment.numbers] == [("A", "01\xa011\xa011\xa011"), ("B", "")]


# --- what is offered


def offers_of(desk: Desk, body: str) -> dict[str, dict[str, str]]:
    found = [one for one in blocks_of(desk, "hjaelp", body) if isinstance(one, Offers)]
    return {one.title: {offer.name: str(offer.often) for offer in one.offers} for one in found}


def test_help_is_told_by_whether_the_municipality_must_say_yes(desk: Desk) -> None:
    body = (
        "tilbud:\n"
        "  - {type: døgn, kræver_visitation: ja, intensitet: {mindst: 5, pr: uge}}\n"
        "  - {type: værested, kræver_visitation: nej}\n"
        "  - {type: dag}\n"
        "  - {type: andet, navn: Kajakholdet, kræver_visitation: nej}\n"
    )
    assert offers_of(desk, body) == {
        "Uden afgørelse fra kommunen": {"Et sted at være": "", "Kajakholdet": ""},
        "Når kommunen har sagt ja": {"Et sted, hvor du bor imens (døgn)": "mindst 5 gange om ugen"},
        "Det står ikke, om kommunen skal sige ja": {"Behandling om dagen": ""},
    }


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("intensitet: {mindst: 1, højst: 3, pr: uge}", "mindst 1 gang om ugen"),
        ("intensitet: {mindst: 3, pr: uge}", "mindst 2 gange om ugen"),
        ("intensitet: {mindst: 1, pr: måned}", ""),  # what cannot be compared is not told
        ("varighed: Et år", ""),  # and not what holds for some alone
    ],
)
def test_how_often_is_what_holds_for_all_of_a_kind(desk: Desk, second: str, told: str) -> None:
    first = "{type: ambulant, kræver_visitation: ja, intensitet: {mindst: 2, pr: uge}}"
    body = f"tilbud:\n  - {first}\n  - {{type: ambulant, kræver_visitation: ja, {second}}}\n"
    assert offers_of(desk, body) == {"Når kommunen har sagt ja": {"Samtaler, mens du bor hjemme": told}}


# --- where the standard is silent, or wrong


def test_silence_brings_the_law_in_a_frame(desk: Desk) -> None:
    frames = [one for one in blocks_of(desk, "14-dage", "opgaver: {tekst: Vi hjælper.}\n") if isinstance(one, Frame)]
    assert "ikke beskrevet dette" in frames[0].reason
    assert "senest 14 dage" in " ".join(frames[0].words)
    assert frames[0].right == "behandlingsgaranti"
    assert "Frame(" not in repr(blocks_of(desk, "14-dage", "behandlingsgaranti: {tekst: Vi begynder i tide.}\n"))


def test_what_is_described_in_part_is_not_called_undescribed(desk: Desk) -> None:
    blocks = blocks_of(desk, "klage", "sagsbehandling: {tekst: Du får svar på skrift.}\n")
    frame = next(one for one in blocks if isinstance(one, Frame))
    assert "ikke beskrevet alt her" in frame.reason
    assert "klage til kommunen inden 4 uger" in " ".join(frame.words)


def test_own_plain_words_stand_before_all_else(desk: Desk) -> None:
    blocks = blocks_of(desk, "pris", "betaling: {tekst: Det er gratis., pixie: Det koster *intet*.}\n")
    assert blocks == (Words(blocks[0].html, own=True),)  # type: ignore[union-attr]  # it is compared whole
    assert "<em>intet</em>" in repr(blocks)


def test_without_plain_words_the_fields_speak_and_without_fields_the_law(desk: Desk) -> None:
    blocks = blocks_of(desk, "pris", "betaling: {tekst: Det er gratis., behandling_gratis: ja}\n")
    assert [one.sentences for one in blocks if isinstance(one, Facts)] == [("Selve behandlingen er gratis.",)]
    blocks = blocks_of(desk, "pris", "betaling: {tekst: Det er gratis.}\n")
    assert [one.right for one in blocks if isinstance(one, Stated)] == ["kost-og-logi"]


@pytest.mark.parametrize(
    "wrong",
    [
        "behandlingsgaranti: {tekst: Vi begynder senest tre uger efter., frist_dage: 21}\n",
        "behandlingsgaranti: {tekst: Vi skynder os., pixie: Du begynder senest efter 14 hverdage.}\n",
        "behandlingsgaranti: {tekst: Vi skynder os., løfter: [{hvad: Du begynder senest efter 14 hverdage.}]}\n",
    ],
)
def test_what_contradicts_the_law_is_not_handed_on(desk: Desk, wrong: str) -> None:
    blocks = blocks_of(desk, "14-dage", wrong)
    told = text_of(blocks)
    assert "hverdage" not in told
    assert "21" not in told
    frame = next(one for one in blocks if isinstance(one, Frame))
    assert "noget andet end loven" in frame.reason
    assert "senest 14 dage" in " ".join(frame.words)


def test_an_inherited_contradiction_is_not_handed_on_either(desk: Desk) -> None:
    wrong = "frit-valg: {tekst: Vi vælger., pixie: Du skal klage direkte til Ankestyrelsen.}\n"
    desk.add(f"eksempel: ja\n{wrong}", name="Partnerby", stem="partnerby")
    told = text_of(blocks_of(desk, "vaelg", "arver: [{fra: partnerby, afsnit: [frit-valg]}]\n"))
    assert "frit valg" in told.lower() or "vælge" in told
    assert "direkte" not in told


# --- what is never said


def test_of_those_under_18_no_guarantee_and_no_consent_is_stated(desk: Desk) -> None:
    without = view_without_standard(load_catalogue("stofmisbrug"))
    for blocks in (blocks_of(desk, "under-18", ""), without[ANCHORS.index("under-18")].blocks):
        told = text_of(blocks)
        assert "andre regler" in told
        assert "sige jeres navn" in told
        assert not re.search(r"14 dage|garanti|samtykke|sige ja", told)


def test_the_way_names_all_four_endings_and_that_one_may_decline(desk: Desk) -> None:
    told = text_of(blocks_of(desk, "14-dage", ""))
    for words in ("færdig", "andet tilbud", "hospital", "»anden årsag«", "Du kan sige nej", "Senest efter 14 dage"):
        assert words in told, words
    assert re.search(r"1 og 6 måneder efter", told)
