"""Days that are kept, what changed between them, and the feed that tells it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

import feedparser  # type: ignore[import-untyped]  # the library has no types
import pytest

from kvalitet.catalogue import load_catalogue
from kvalitet.cli.danish import run
from kvalitet.cli.main import cli
from kvalitet.export import HistoryError, Snapshot, export_files, find_catalogues, keep_snapshot, load_history
from kvalitet.export.changes import list_changes, list_moves, trace_shares
from kvalitet.export.feed import make_feed
from kvalitet.export.promises import list_promises, name_promise
from kvalitet.present import SiteOptions, make_pages

if TYPE_CHECKING:
    from tests.conftest import Desk

AREA = "stofmisbrug"
ROOT = Path(__file__).resolve().parents[2]
ADOPTED = "godkendt: {af: Byrådet, dato: 2026-01-05}\nopgaver:\n  tekst: Vi giver samtaler og råd.\n"
GUARANTEE = "behandlingsgaranti: {{frist_dage: {}, regnes_fra: første henvendelse}}\n"


def keep(desk: Desk, day: str) -> Path:
    report = desk.check(day)
    return keep_snapshot(report, find_catalogues(report), desk.folder.parent.parent / "historik")


def history(desk: Desk) -> tuple[Snapshot, ...]:
    return load_history(desk.folder.parent.parent / "historik")


def lines(desk: Desk, slug: str = "proeveby") -> list[str]:
    changes = list_changes(history(desk), load_catalogue(AREA))
    return [line for change in changes if change.slug == slug for line in change.lines]


# --- kept and read again


def test_a_kept_day_is_read_as_it_was_written(desk: Desk) -> None:
    desk.add(ADOPTED + GUARANTEE.format(14))
    (desk.folder / "itu.yml").write_text("a: [", encoding="utf-8")
    assert keep(desk, "2026-10-01").name == "2026-10-01.json"
    (snapshot,) = history(desk)
    assert snapshot.day == dt.date(2026, 10, 1)
    one, broken = snapshot.areas[AREA]["proeveby"], snapshot.areas[AREA]["itu"]
    assert (one.example, one.state, one.adopted, one.levels["opgaver"]) == (True, "gældende", "2026-01-05", "kort")
    assert one.promises["behandlingsgaranti›frist_dage"] == "14"
    assert (broken.example, broken.state, broken.promises) == (None, "kan ikke læses", {})


def test_a_kept_day_is_never_overwritten(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.add(ADOPTED)
    arguments = ["export", "standarder", "--out", "data", "--gem", "--dato", "2026-10-01"]
    assert run(cli, arguments) == 0
    before = Path("historik/2026-10-01.json").read_bytes()
    desk.add(ADOPTED, name="Nyby", stem="nyby")
    assert run(cli, arguments) != 0
    assert "historik/2026-10-01.json findes allerede og er ikke rørt." in capsys.readouterr().err
    assert Path("historik/2026-10-01.json").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("i-gaar.json", "{}", "Filen skal hedde som dagen"),
        ("2026-10-01.json", "{", "Filen kan ikke læses"),
        ("2026-10-01.json", "[]", "Filen er ikke skrevet af"),
        ("2026-10-01.json", '{"format": "9", "dato": "2026-10-01", "områder": {}}', "Format 9 kendes ikke"),
        ("2026-10-01.json", '{"format": "1", "dato": "2026-10-02", "områder": {}}', "Filen er fra 2026-10-02"),
        (
            "2026-10-01.json",
            '{"format": "1", "dato": "2026-10-01", "områder": {"x": [{}]}}',
            "Filen er ikke skrevet af",
        ),
    ],
)
def test_a_file_that_was_not_written_here_is_told_with_its_name(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(HistoryError) as raised:
        load_history(tmp_path)
    assert name in str(raised.value)
    assert told in str(raised.value)


def test_a_broken_history_is_a_bad_call_and_not_a_traceback(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.add(ADOPTED)
    Path("historik").mkdir()
    Path("historik/2026-10-01.json").write_text("{", encoding="utf-8")
    assert run(cli, ["export", "standarder", "--out", "data"]) == 2
    assert "Filen kan ikke læses" in capsys.readouterr().err


def test_the_days_kept_with_this_project_can_be_read() -> None:
    kept = load_history(ROOT / "historik")
    assert len(kept) >= 2
    assert {one.example for snapshot in kept for area in snapshot.areas.values() for one in area.values()} == {True}


# --- what is promised


def test_promises_are_what_the_citizens_page_has_a_sentence_for(desk: Desk) -> None:
    body = (
        ADOPTED + GUARANTEE.format(14) + "steder:\n  a: {navn: Centret, kontrolleret: 2026-10-01, trinfri_adgang: ja}\n"
    )
    promises = list_promises(desk.one(body).standard)
    assert promises == {
        "behandlingsgaranti›frist_dage": "14",
        "behandlingsgaranti›regnes_fra": "første henvendelse",
        "steder›a›navn": "Centret",
        "steder›a›trinfri_adgang": "ja",
    }


def test_an_entry_that_changes_place_keeps_its_path(desk: Desk) -> None:
    one = "  - {type: ambulant, indhold: Samtaler.}\n"
    other = "  - {type: dag, indhold: Hverdage.}\n"
    first = list_promises(desk.one(f"tilbud:\n{one}{other}").standard)
    assert first == list_promises(desk.one(f"tilbud:\n{other}{one}").standard)
    assert "tilbud›ambulant›indhold" in first


def test_a_promise_is_told_in_the_words_of_the_catalogue() -> None:
    catalogue = load_catalogue(AREA)
    assert name_promise("gavekort›beløb", "200 kr.", catalogue) == "gavekort: gavekortets beløb, »200 kr.«"
    assert name_promise("tilbud›ambulant›type", "ambulant", catalogue) == "tilbud: ambulant"
    assert name_promise("ukendt›felt", "ja", catalogue) == "ukendt: felt, »ja«"


# --- what changed


def test_changes_tell_what_is_new_changed_and_gone(desk: Desk) -> None:
    desk.add(ADOPTED + GUARANTEE.format(14) + "gavekort: {tekst: Vi bruger gavekort., beløb: 100 kr.}\n")
    keep(desk, "2026-10-01")
    desk.add(ADOPTED + GUARANTEE.format(7) + "sagsbehandling: {bisidder: ja}\n")
    keep(desk, "2026-11-01")
    told = lines(desk)
    assert any(line.startswith("Ændret: ") and line.endswith("fra »14« til »7«.") for line in told)
    assert any(line.startswith("Nyt: ") and "»ja«" in line for line in told)
    assert any(line.startswith("Væk: gavekort: gavekortets beløb, »100") for line in told)
    assert "Retningslinjer for gavekort: før kort beskrevet, nu ikke beskrevet." in told


def test_running_text_is_told_as_another_without_its_words(desk: Desk) -> None:
    desk.add(f"{ADOPTED}frit-valg: {{ventetid: Du venter en uge.}}\n")
    keep(desk, "2026-10-01")
    desk.add(f"{ADOPTED}frit-valg: {{ventetid: Du venter to uger.}}\n")
    keep(desk, "2026-11-01")
    (line,) = lines(desk)
    assert line.endswith("Teksten er en anden.")
    assert "uge" not in line


def test_states_arrivals_departures_and_broken_files_are_told(desk: Desk) -> None:
    desk.add(f"tilstand: udkast\n{ADOPTED}")
    desk.add(ADOPTED, name="Vækby", stem="vaekby")
    desk.add(ADOPTED, name="Ituby", stem="ituby")
    keep(desk, "2026-10-01")
    desk.add(ADOPTED)
    (desk.folder / "vaekby.yml").unlink()
    desk.add(ADOPTED, name="Nyby", stem="nyby")
    (desk.folder / "ituby.yml").write_text("a: [", encoding="utf-8")
    keep(desk, "2026-11-01")
    assert "Standarden var udkast og er nu gældende." in lines(desk)
    assert lines(desk, "vaekby") == ["Standarden er taget ud."]
    assert lines(desk, "nyby") == ["Standarden er kommet til."]
    assert lines(desk, "ituby") == ["Standarden var gældende og er nu kan ikke læses."]


def test_nothing_changed_is_nothing_told(desk: Desk) -> None:
    desk.add(ADOPTED)
    keep(desk, "2026-10-01")
    keep(desk, "2026-11-01")
    assert list_changes(history(desk), load_catalogue(AREA)) == []


def test_shares_over_time_are_of_adopted_ones_real_and_invented_apart(desk: Desk) -> None:
    desk.add(ADOPTED)
    desk.add(f"eksempel: nej\n{ADOPTED}", name="Aarhus", stem="aarhus")
    desk.add(f"tilstand: udkast\n{ADOPTED}", name="Udkastby", stem="udkastby")
    keep(desk, "2026-10-01")
    day, catalogue = dt.date(2026, 11, 22), load_catalogue(AREA)
    asked = len([one for one in catalogue.edition_on(day).demands.values() if str(one.force) == "lov"])
    for example in (True, False):
        (point,) = trace_shares(history(desk), catalogue, day, example=example)
        # opgaver and godkendt are described; the rest of what the law asks for is not
        assert (point.n, point.share) == (1, round(100 * 2 / asked))


def test_moves_tell_who_came_further_and_who_lacks_what_they_had(desk: Desk) -> None:
    desk.add(ADOPTED)
    desk.add(f"{ADOPTED}gavekort: {{bruges: nej}}\n", name="Tabtby", stem="tabtby")
    keep(desk, "2026-10-01")
    desk.add(ADOPTED + GUARANTEE.format(14))
    desk.add(ADOPTED, name="Tabtby", stem="tabtby")
    keep(desk, "2026-11-01")
    kept, catalogue, day = history(desk), load_catalogue(AREA), dt.date(2026, 11, 22)
    moves = {one.slug: one for one in list_moves(kept, catalogue, day, example=True)}
    assert list(moves) == ["proeveby", "tabtby"], "the most improved first"
    assert moves["proeveby"].now - moves["proeveby"].then == 1
    assert moves["tabtby"].lost == ("Retningslinjer for gavekort",)
    assert list_moves(kept, catalogue, day, example=False) == []


# --- the feed


def feed_of(desk: Desk, day: str = "2026-11-22") -> bytes:
    return export_files(desk.check(day), history(desk))["aendringer.xml"]


def test_a_feed_reader_reads_it(desk: Desk) -> None:
    desk.add(ADOPTED, name="Æblehøj", stem="aeblehoej")
    keep(desk, "2026-10-01")
    desk.add(ADOPTED + GUARANTEE.format(14), name="Æblehøj", stem="aeblehoej")
    desk.add(f"eksempel: nej\n{ADOPTED}", name="Aarhus", stem="aarhus")
    keep(desk, "2026-11-01")
    feed = feedparser.parse(feed_of(desk))
    assert not feed.bozo, feed.get("bozo_exception")
    assert (feed.version, feed.feed.language) == ("atom10", "da")
    assert feed.feed.updated == "2026-11-01T12:00:00Z"
    titles = [entry.title for entry in feed.entries]
    assert titles == ["Aarhus: 1 ændring", "Æblehøj (opfundet kommune): 3 ændringer"]
    assert all(entry.id.startswith("urn:uuid:") for entry in feed.entries)
    assert len({entry.id for entry in feed.entries}) == 2
    assert "»14«" in feed.entries[1].content[0].value
    assert [tag.term for tag in feed.entries[1].tags] == [AREA, "opfundet"]


def test_ids_and_bytes_stay_whatever_the_day_of_the_build(desk: Desk) -> None:
    desk.add(ADOPTED)
    keep(desk, "2026-10-01")
    desk.add(ADOPTED + GUARANTEE.format(14))
    keep(desk, "2026-11-01")
    first = feed_of(desk)
    assert first == feed_of(desk, "2027-01-15")
    desk.add(ADOPTED + GUARANTEE.format(10))
    keep(desk, "2026-12-01")
    later = [entry.id for entry in feedparser.parse(feed_of(desk)).entries]
    assert later[1:] == [entry.id for entry in feedparser.parse(first).entries], "older entries keep their ids"


def test_without_a_kept_day_the_feed_is_empty_and_valid() -> None:
    feed = feedparser.parse(make_feed((), [load_catalogue(AREA)], dt.date(2026, 11, 22)))
    assert not feed.bozo
    assert feed.entries == []
    assert feed.feed.updated == "2026-11-22T12:00:00Z"


def test_what_a_municipality_wrote_is_text_in_the_feed(desk: Desk) -> None:
    desk.add(ADOPTED)
    keep(desk, "2026-10-01")
    desk.add(f"{ADOPTED}steder:\n  a: {{navn: '<script>alert(1)</script> & mere'}}\n")
    keep(desk, "2026-11-01")
    content = feedparser.parse(feed_of(desk), sanitize_html=False).entries[0].content[0].value
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; mere" in content
    assert "<script" not in content


def test_a_standard_that_is_gone_leads_to_the_list_of_municipalities(desk: Desk) -> None:
    desk.add(ADOPTED)
    desk.add(ADOPTED, name="Vækby", stem="vaekby")
    keep(desk, "2026-10-01")
    (desk.folder / "vaekby.yml").unlink()
    keep(desk, "2026-11-01")
    (entry,) = feedparser.parse(feed_of(desk)).entries
    assert entry.link.endswith(f"../{AREA}/kommuner/")


# --- the page


def test_the_page_tells_days_shares_moves_and_changes_real_and_invented_apart(desk: Desk) -> None:
    desk.add(ADOPTED)
    keep(desk, "2026-10-01")
    desk.add(ADOPTED + GUARANTEE.format(14))
    keep(desk, "2026-11-01")
    options = SiteOptions(history=history(desk))
    pages = {one.address: one.body for one in make_pages(desk.check(), [load_catalogue(AREA)], options)}
    html = pages[f"{AREA}/udvikling/"]
    real, _, invented = html.partition('id="opfundne"')
    assert "Der er endnu ingen vedtagne standarder fra virkelige kommuner" in real
    assert "Prøveby" not in real
    assert "Opfundne kommuner. Det herunder siger intet om virkelige kommuner." in invented
    assert "<svg" in invented
    assert "1. oktober 2026" in invented
    assert "Behandlingsgaranti: før ikke beskrevet, nu uddybende beskrevet." in invented


def test_the_page_says_so_where_no_day_is_kept(desk: Desk) -> None:
    desk.add(ADOPTED)
    pages = {one.address: one.body for one in make_pages(desk.check(), [load_catalogue(AREA)], SiteOptions())}
    assert "Der er endnu ikke gemt nogen dage." in pages[f"{AREA}/udvikling/"]


def test_a_day_is_stored_with_a_municipality_on_each_line(desk: Desk) -> None:
    desk.add(ADOPTED)
    desk.add(ADOPTED, name="Nyby", stem="nyby")
    text = keep(desk, "2026-10-01").read_text("utf-8")
    assert json.loads(text)["dato"] == "2026-10-01"
    assert sum('"slug"' in line for line in text.splitlines()) == 2
