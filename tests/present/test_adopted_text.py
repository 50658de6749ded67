"""How hard a standard's own text is to read is measured and shown; nobody is held back by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kvalitet.catalogue import load_catalogue
from kvalitet.present import SiteOptions, make_pages
from kvalitet.present.text import running_text
from kvalitet.present.views import measure_adopted

if TYPE_CHECKING:
    from tests.conftest import Desk

LISTED = """opgaver:
  tekst: |
    Du får hjælp hos os. Vi hjælper dig.

    Vi har:

    - stofmisbrugsbehandling af den allerbedste slags
      og mere af det
    * [rådgivning](https://eksempelby.example/en/meget/lang/adresse)
  pixie: Det her tæller ikke med.
målgruppe:
  tekst: Vi hjælper alle, som bor her. Se [vores side](https://eksempelby.example/).
"""


def test_paragraphs_are_read_and_lists_and_addresses_are_not() -> None:
    assert running_text("Et [ord](https://x.example/).\n\n- nej\n  nej\n\nJa,\nja.\n") == "Et ord.\n\nJa, ja."
    assert running_text("") == ""


def test_the_adopted_text_is_measured_and_the_plain_words_are_not(desk: Desk) -> None:
    found = measure_adopted(desk.one(LISTED).standard)
    assert (found.words, found.sentences, found.long_words) == (19, 5, 2)
    assert not found.enough


@pytest.mark.parametrize(
    ("times", "said"),
    [(1, "Læsbarhed: Standardens tekst er for kort til at måle."), (40, "</a> 33 (let).")],
)
def test_it_is_said_on_the_law_check(desk: Desk, times: int, said: str) -> None:
    # a sentence of eight words, two of them long: 8 + 100 * 2 / 8
    text = "Vi hjælper alle her. " if times == 1 else "Vi hjælper altid alle borgere her i dag. " * times
    desk.add(f"opgaver:\n  tekst: {text}\n")
    pages = make_pages(desk.check(), [load_catalogue("stofmisbrug")], SiteOptions())
    (body,) = [page.body for page in pages if page.address.endswith("/lovtjek/")]
    assert said in body
