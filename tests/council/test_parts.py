from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.council.test_agenda import PARTS

from kvalitet.catalogue import CatalogueError, known_areas
from kvalitet.catalogue.load import LAW_FOLDER
from kvalitet.council.contents import BUILDERS
from kvalitet.council.parts import CONTENTS, load_parts

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "dele:\n  - id: en\n    titel: En\n    viser: [{}]\n    skriv: [noget]\n"


@pytest.mark.parametrize("area", known_areas())
def test_the_parts_are_those_of_an_agenda_paper_in_their_order(area: str) -> None:
    assert [one.title for one in load_parts(area)] == PARTS
    assert all(one.content or one.blanks for one in load_parts(area))


def test_every_content_a_part_can_have_is_made() -> None:
    assert set(BUILDERS) == set(CONTENTS)
    used = [one.content for area in known_areas() for one in load_parts(area) if one.content]
    assert sorted(used) == sorted(CONTENTS) * len(known_areas())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (TEXT.format("findes.ikke"), "'viser' names no field: 'findes.ikke'"),
        (TEXT.format("høring").replace("skriv", "skriver"), "skriver"),
        (TEXT.format("høring").replace("    titel: En\n", ""), "titel"),
        (TEXT.format("høring") + "    indhold: andet\n", "andet"),
        ("", "dagsorden.yml"),
    ],
)
def test_a_fault_in_the_file_is_told(tmp_path: Path, text: str, fault: str) -> None:
    law = tmp_path / "lovkrav"
    for path in LAW_FOLDER.rglob("*.yml"):
        copy = law / path.relative_to(LAW_FOLDER)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    assert len(load_parts("stofmisbrug", law)) == len(PARTS)
    load_parts.cache_clear()
    (law / "stofmisbrug" / "dagsorden.yml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError, match=fault):
        load_parts("stofmisbrug", law)
