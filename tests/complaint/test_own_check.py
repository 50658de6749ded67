"""A path that would lead someone nowhere, or to a deadline that does not run, is told with file and line."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from kvalitet.catalogue import CatalogueError
from kvalitet.catalogue.load import LAW_FOLDER
from kvalitet.complaint import load_complaint_paths

if TYPE_CHECKING:
    from pathlib import Path

AREA = "stofmisbrug"
WITH, WITHOUT, OTHERS = "udfald-med-afgoerelse.yml", "udfald-uden-afgoerelse.yml", "udfald-andre-regler.yml"
TWO_ACTS = """\
      - Skriv til kommunen, hvad der er sket, og hvad du beder om. Bed om et svar på skrift.
      - Er du i tvivl, så ring og spørg. Du kan sige, at du vil have det på skrift.
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(LAW_FOLDER, tmp_path / "lovkrav")
    return tmp_path / "lovkrav"


def change(folder: Path, name: str, old: str, new: str) -> int:
    """Replace the first ``old`` in a file and return its line."""
    path = folder / AREA / "klageveje" / name
    text = path.read_text(encoding="utf-8")
    assert old in text, (name, old)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


# what is changed, and what is then said of which line (None: of the path as a whole)
FAULTS = {
    "answer to nowhere": ("spoergsmaal.yml", "til: frit-valg}", "til: frit-leg}", "leads nowhere: 'frit-leg'", 0),
    "outcome without its way": (WITH, "vej: vej-papirer", "vej: vej-papirerne", "no way: 'vej-papirerne'", 4),
    "dangling reference": (WITH, "[s004-3-6-3, fvl-25]", "[s004-3-6-3, fvl-99]", "'fvl-99'", 0),
    "deadline by dangling reference": ("veje.yml", "henvisning: rsl-67}", "henvisning: rsl-0}", "'rsl-0'", 4),
    "outcome without an act": (
        WITHOUT,
        f"    i_dag:\n{TWO_ACTS}",
        "    i_dag: []\n",
        "'andet-uden' has nothing to do today",
        4,
    ),
    "outcome whose one act is a closed door": (
        WITHOUT,
        TWO_ACTS,
        "      - Du kan ikke klage over det.\n",
        "'andet-uden' has nothing to do today",
        4,
    ),
    "outcome that ends in 'you cannot'": (
        OTHERS,
        "      - Det har vi læst i forslaget til loven. Vi har ikke set, hvordan loven blev.\n",
        "      - Over anonym behandling kan du ikke klage.\n",
        "'anonym' ends in what the reader cannot do",
        18,
    ),
    "way that ends in 'you cannot'": (
        "veje.yml",
        "      - Klag alligevel, og skriv hvorfor. Du kan også bede om at se papirerne igen.\n",
        "      - Er fristen gået, kan du ikke klage.\n",
        "'for_sent' of 'vej-papirer' ends in what the reader cannot do",
        30,
    ),
    "way without an answer": (
        "veje.yml",
        "    for_sent:\n      - Klag alligevel, og skriv hvorfor. Du kan også bede om at se papirerne igen.\n",
        "    for_sent: []\n",
        "'vej-papirer' does not answer 'for_sent'",
        30,
    ),
    "deadline without a decision": (
        WITHOUT,
        "    vej: vej-svar\n",
        "    vej: vej-klage\n",
        "'vej-klage' has a deadline, but 'ikke-begyndt' is reached without a decision",
        None,
    ),
    "four weeks in an outcome without a decision": (
        WITHOUT,
        "Bed om et svar på skrift.\n      - Er du i tvivl",
        "Du har fire uger.\n      - Er du i tvivl",
        "told of a deadline ('andet-uden')",
        1,
    ),
    "four weeks in a question everyone meets": (
        "spoergsmaal.yml",
        "Svaret kan stå i et brev.",
        "Så har du en 4-ugers frist.",
        "A reader without a decision is told of a deadline",
        0,
    ),
    "way that does not settle it": (
        "spoergsmaal.yml",
        "til: saerligt-nej, afgørelse: nej}\n      - {tekst: Det ved",
        "til: saerligt-nej}\n      - {tekst: Det ved",
        "never settles whether there is a decision",
        None,
    ),
    "circle": ("spoergsmaal.yml", "til: doegn}", "til: afgoerelse}", "leads back to a question", 0),
    "outcome nobody reaches": ("spoergsmaal.yml", "til: doegn}", "til: for-lidt}", "No answer leads to 'doegn'", None),
    "law without a reference": (
        WITH,
        "      - Skriv, hvad du har prøvet før, og hvordan det gik.\n",
        "      - Du har ret til at prøve igen.\n",
        "'doegn' states law without a reference",
        0,
    ),
    "unverified law stated flatly": (
        WITH,
        "Så begynder 14 nye dage.\n        henvisninger: [s004-3-12-6]",
        "Så begynder 14 nye dage.\n        henvisninger: [vejl7-klage]",
        "'stoppet' states flatly what is not verified",
        1,
    ),
    "complaint without a decision": (
        WITHOUT,
        "      slags: anmodning\n",
        "      slags: klage\n",
        "complains of a decision that there is not",
        None,
    ),
    "letter that is none": (WITH, "slags: klage", "slags: klagesang", "no letter: 'klagesang'", 1),
    "part that the letter has not": (WITH, "dele: [begrundelse]", "dele: [undskyldning]", "no part 'undskyldning'", 4),
    "day counted without its law": (
        WITH,
        "        henvisninger: [sel-101-4, s004-3-4-1]\n",
        "        henvisninger: [s004-3-4-1]\n",
        "'for-sent' counts to a day that it gives no law for",
        30,
    ),
    "law no standard can name": ("veje.yml", "lov: § 101 a", "lov: § 101 b", "'lov' names what no standard can", 4),
    "subject no standard can name": (WITH, "emne: betaling", "emne: penge", "'emne' names what no standard can", 4),
    "list no standard has": ("veje.yml", "liste: klageadgang", "liste: klagegang", "does not fit the field", None),
    "two of one id": (WITH, "- id: doegn\n", "- id: for-lidt\n", "'for-lidt' stands twice", 40),
    "beginning that is none": ("spoergsmaal.yml", "begynd: afgoerelse", "begynd: begyndelsen", "'begyndelsen'", None),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_told_with_file_and_line(copy: Path, fault: tuple[str, str, str, str, int | None]) -> None:
    name, old, new, words, near = fault
    line = change(copy, name, old, new)
    with pytest.raises(CatalogueError) as raised:
        load_complaint_paths(AREA, copy)
    told = [one for one in raised.value.findings if words in one.message]
    assert told, str(raised.value)
    assert all(one.place.file.startswith(f"lovkrav/{AREA}/klageveje/") for one in told), told
    if near is not None:
        assert any(one.place.file.endswith(name) and abs(one.place.line - line) <= near for one in told), (line, told)


def test_all_faults_are_told_at_once(copy: Path) -> None:
    change(copy, "spoergsmaal.yml", "til: frit-valg}", "til: frit-leg}")
    change(copy, WITH, "vej: vej-papirer", "vej: vej-papirerne")
    with pytest.raises(CatalogueError) as raised:
        load_complaint_paths(AREA, copy)
    assert {one.place.file.rpartition("/")[2] for one in raised.value.findings} >= {"spoergsmaal.yml", WITH}


def test_what_must_stand_somewhere_is_missed(copy: Path) -> None:
    change(copy, "veje.yml", "start: {dage: 14, henvisning: sel-101-4}\n", "")
    with pytest.raises(CatalogueError, match="stands in none of the files"):
        load_complaint_paths(AREA, copy)


def test_an_area_without_a_path_has_none(copy: Path) -> None:
    shutil.rmtree(copy / AREA / "klageveje")
    assert load_complaint_paths(AREA, copy) is None
