from __future__ import annotations

import pytest
from tests.paper.samples import DAY

from kvalitet.paper.document import Document, Heading, Span, Table, cell, clean_text


@pytest.mark.parametrize("level", [0, 2, 3])
def test_no_paper_begins_below_the_first_level(level: int) -> None:
    with pytest.raises(ValueError, match="For dyb"):
        Document("Titel", "", "", DAY, (Heading(level, "For dyb"),))


def test_a_level_may_be_left_by_more_than_one_but_not_entered_so() -> None:
    down = tuple(Heading(level, str(level)) for level in (1, 2, 3, 1, 2))
    assert [one.level for one in Document("Titel", "", "", DAY, down).headings()] == [1, 2, 3, 1, 2]
    with pytest.raises(ValueError, match="sprunget"):
        Document("Titel", "", "", DAY, (Heading(1, "a"), Heading(3, "sprunget")))


def test_a_table_holds_as_many_cells_as_heads() -> None:
    with pytest.raises(ValueError, match="Skæv"):
        Table("Skæv", ("A", "B"), ((cell("1"),),), (1, 1))


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\x00b\x1b[2J\ud800\ufffe", "a\ufffdb\ufffd[2J\ufffd\ufffd"),
        ("\u202evendt\u202c", "\ufffdvendt\ufffd"),
        ("en\r\nlinje\t til\u2028nu", "en linje til nu"),
        ("æøå ½ » 😀", "æøå ½ » 😀"),
    ],
)
def test_what_no_format_can_hold_is_shown_as_such(text: str, clean: str) -> None:
    assert clean_text(text) == clean
    assert Span(text).text == clean
    assert Heading(1, text).text == clean
    assert Document(text, text, text, DAY, ()).title == clean
