"""The fixed texts of the citizen's pages: short sentences, easy as a whole, used, and flat only where proof allows."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from lxml.html import tostring
from tests.site.running_text import find_paragraphs, read_page

from kvalitet.catalogue import CatalogueError, known_areas, load_catalogue
from kvalitet.catalogue.load import LAW_FOLDER
from kvalitet.present.renderer import _PROFESSIONAL
from kvalitet.present.text import fill_text
from kvalitet.readability import measure, split_sentences, split_words

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = LAW_FOLDER.parent
TEXTS = {
    f"{area}/{file}/{one.id}": one
    for area in known_areas()
    for file, texts in load_catalogue(area).texts.items()
    for one in texts.values()
}
MOST_WORDS, MOST_LIX = 20, 30
_LOGIC = re.compile(r"\{#.*?#\}|\{%.*?%\}", re.DOTALL)
_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)


def own_texts(template: Path) -> list[str]:
    """Return the running text that stands in a template itself; 'X' for what is filled in."""
    written = _VALUE.sub("X", _LOGIC.sub("", template.read_text(encoding="utf-8")))
    page = read_page(f"<div class='kv'>{written}</div>")
    if template.name.startswith("om."):  # the one part of it that is for citizens
        (start,) = page.xpath("//*[@id='spor']")
        following = list(start.itersiblings())
        end = next(at for at, one in enumerate(following) if one.tag == "h2")
        page = read_page(
            f"<div class='kv'>{''.join(tostring(one, encoding='unicode') for one in following[:end])}</div>"
        )
    texts = [one.text for one in find_paragraphs(page)]
    return [one for one in texts if set(split_words(one)) - {"X"}]


TEMPLATES = {
    path.name: path
    for path in (*(PACKAGE / "templates").glob("[!_]*.html.j2"), PACKAGE / "theme" / "404.html")
    if path.name.removesuffix(".html.j2") not in _PROFESSIONAL - {"om"}
}


@pytest.mark.parametrize("name", TEXTS)
def test_no_sentence_is_long(name: str) -> None:
    long = [one for one in split_sentences(TEXTS[name].words) if len(split_words(one)) > MOST_WORDS]
    assert long == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_sentence_of_a_template_is_long(name: str) -> None:
    sentences = [one for text in own_texts(TEMPLATES[name]) for one in split_sentences(text)]
    assert [one for one in sentences if len(split_words(one)) > MOST_WORDS] == []


def test_the_texts_as_a_whole_are_easy_to_read() -> None:
    assert measure(one.words for one in TEXTS.values()).lix <= MOST_LIX
    templates = [text for path in TEMPLATES.values() for text in own_texts(path)]
    assert any("sletter" in text or "slette" in text for text in templates), "the traces of a visit are among them"
    assert measure([*templates, *(one.words for one in TEXTS.values())]).lix <= MOST_LIX


def test_each_text_is_said_somewhere() -> None:
    sources = [*(PACKAGE / "templates").rglob("*"), *(PACKAGE / "present").rglob("*.py")]
    written = "\n".join(path.read_text(encoding="utf-8") for path in sources if path.is_file())
    subjects = [subject for area in known_areas() for subject in load_catalogue(area).subjects]
    parts = [part for subject in subjects for part in (*subject.parts, *subject.otherwise)]
    said = {name for part in parts for name in (*part.names, *part.labels.values())}
    names = ((name, name.rpartition("/")[2]) for name in TEXTS)
    unsaid = [name for name, own in names if f'"{own}"' not in written and own not in said]
    assert unsaid == []


def test_what_is_filled_in_is_never_read_as_markup() -> None:
    told = fill_text("Skriv til **{navn}** i dag.", {"navn": "<b>**Å**</b>"})
    assert told == "Skriv til <strong>&lt;b&gt;**Å**&lt;/b&gt;</strong> i dag."
    with pytest.raises(KeyError):
        fill_text("Skriv til {navn}.", {})


def test_unverified_law_is_not_stated_flatly(tmp_path: Path) -> None:
    folder = tmp_path / "lovkrav"
    shutil.copytree(LAW_FOLDER, folder)
    path = folder / "stofmisbrug" / "borgertekster" / "forside.yml"
    text = path.read_text(encoding="utf-8")
    weak = next(one.id for one in load_catalogue("stofmisbrug").references.values() if not one.flat)
    path.write_text(text.replace("[rsl-9]", f"[{weak}]"), encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"forside\.yml:\d+: The text 'ring-eller-gaa' states flatly"):
        load_catalogue("stofmisbrug", folder)
    hedged = re.sub(r"\[rsl-9\]", f"[{weak}]", text).replace("Har du ingen", "Så vidt vi kan se: Har du ingen")
    path.write_text(hedged.replace("tekst: Ring", "tekst: >\n      Ring"), encoding="utf-8")
    assert load_catalogue("stofmisbrug", folder).texts["forside"]["ring-eller-gaa"].references
