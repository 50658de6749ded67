"""What the plugin does beyond handing over: one municipality alone, pages that skip Markdown, the served folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from tests.site.conftest import DAY, ROOT

from kvalitet import paper
from kvalitet.mkdocs_plugin.plugin import KvalitetPlugin
from kvalitet.mkdocs_plugin.ready import ReadyPage
from kvalitet.mkdocs_plugin.serving import Preview

PLACES = "stofmisbrug/kommuner/"


def hand_over(monkeypatch: pytest.MonkeyPatch, only: str = "", nav: list[dict[str, str]] | None = None) -> Files:
    """Return the files the plugin adds, with their pages as a build makes them."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("KVALITET_DATO", DAY)
    monkeypatch.setenv("KVALITET_KUN", only)
    config = load_config(str(ROOT / "mkdocs.yml"), nav=nav)
    config = config.plugins.on_config(config)
    files = config.plugins.on_files(Files([]), config=config)
    config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    return files


@pytest.mark.parametrize("slug", ["strandlev", "aeroe"])
def test_one_municipality_alone(monkeypatch: pytest.MonkeyPatch, slug: str) -> None:
    files = hand_over(monkeypatch, slug)
    below = {file.src_uri.removeprefix(PLACES) for file in files if file.src_uri.startswith(PLACES)}
    own = {name.partition("/")[0] for name in below - {"index.md"}}
    assert own == {slug}
    assert files.get_file_from_path("stofmisbrug/rettigheder/index.md") is not None


def test_one_municipality_alone_still_inherits(monkeypatch: pytest.MonkeyPatch) -> None:
    heirs = [
        path
        for path in sorted((ROOT / "kvalitetsstandarder" / "stofmisbrug").glob("*.yml"))
        if "\narver:" in path.read_text(encoding="utf-8")
    ]
    assert heirs
    name = f"{PLACES}{heirs[0].stem}/standard/index.md"
    alone = hand_over(monkeypatch, heirs[0].stem).get_file_from_path(name)
    among_all = hand_over(monkeypatch).get_file_from_path(name)
    assert alone is not None
    assert among_all is not None
    assert alone.content_string == among_all.content_string


@pytest.mark.parametrize(("slug", "meant"), [("strandlv", "strandlev"), ("Ærø", "aeroe"), ("../x", "strandlev")])
def test_a_slug_that_nobody_has_is_told_with_a_better_one(
    monkeypatch: pytest.MonkeyPatch, slug: str, meant: str
) -> None:
    with pytest.raises(PluginError, match=rf"'{slug}'.*Mente du .*{meant}"):
        hand_over(monkeypatch, slug)


def test_pages_that_skip_markdown_are_what_markdown_makes_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    files = hand_over(monkeypatch)
    config = load_config(str(ROOT / "mkdocs.yml"))
    ready = [file.page for file in files if isinstance(file.page, ReadyPage)]
    assert len(ready) == sum(file.is_documentation_page() for file in files)
    for number, page in enumerate(ready):
        page.read_source(config)
        page.render(config, files)
        if number % 5 and "strandlev" not in page.file.src_uri:
            continue  # Markdown is slow
        other = Page(None, page.file, config)
        other.read_source(config)
        other.render(config, files)
        assert page.content == other.content, page.file.src_uri
        assert page.present_anchor_ids == other.present_anchor_ids, page.file.src_uri
        assert page.title == other.title


def test_a_page_that_another_plugin_wrote_on_goes_through_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    files = hand_over(monkeypatch)
    config = load_config(str(ROOT / "mkdocs.yml"))
    page = next(file.page for file in files if isinstance(file.page, ReadyPage))
    page.read_source(config)
    page.markdown = f"{page.markdown}\n## En *overskrift*\n"
    page.render(config, files)
    assert page.content is not None
    assert "<em>overskrift</em></h2>" in page.content


def test_a_page_in_the_navigation_keeps_the_title_it_has_there(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "stofmisbrug/rettigheder/index.md"
    file = hand_over(monkeypatch, nav=[{"Hvad du har ret til": name}]).get_file_from_path(name)
    assert file is not None
    assert file.page is not None
    assert not isinstance(file.page, ReadyPage)
    assert file.page.title == "Hvad du har ret til"


def test_missing_typst_is_told_once_and_no_page_leads_to_leaflets(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(paper, "available", lambda: False)
    caplog.set_level("INFO", logger="mkdocs")
    files = hand_over(monkeypatch, "strandlev")
    assert not [file.src_uri for file in files if file.src_uri.endswith(".pdf")]
    page = files.get_file_from_path(f"{PLACES}strandlev/index.md")
    assert page is not None
    assert "pixie.pdf" not in page.content_string
    plugin = KvalitetPlugin()
    for _edit in range(3):
        plugin._tell_missing_paper()
    told = [one.getMessage() for one in caplog.records if "typst" in one.getMessage()]
    assert len(told) == 2  # once for each plugin


def test_the_served_folder_is_replaced_by_a_whole_one_alone(tmp_path: Path) -> None:
    served = tmp_path / "site"
    preview = Preview()
    for text in ("første", "anden"):
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(served))
        preview.redirect(config)
        building = Path(config.site_dir)
        assert building != served
        building.mkdir()
        (building / "index.html").write_text(text, encoding="utf-8")
        preview.put_in_place(config)
        assert Path(config.site_dir) == served
        assert (served / "index.html").read_text(encoding="utf-8") == text
    assert [path.name for path in tmp_path.iterdir()] == ["site"]

    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(served))
    preview.redirect(config)
    Path(config.site_dir).mkdir()
    preview.clear()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
