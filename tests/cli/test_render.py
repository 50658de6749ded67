from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from kvalitet import paper
from kvalitet.cli.main import cli

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Desk

LEAFLET = "stofmisbrug/kommuner/aeroe/pixie.pdf"


def render(desk: Desk, target: Path, *options: str) -> str:
    desk.add("kommune: Ærø\neksempel: nej\n", stem="aeroe")
    done = CliRunner().invoke(cli, ["render", str(desk.folder.parent), "--out", str(target), *options])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("options", [(), ("--adresse", "https://kvalitet.example/her")], ids=["uden", "med"])
def test_the_sites_address_stands_on_the_leaflets_where_it_is_given(
    desk: Desk, tmp_path: Path, options: tuple[str, ...]
) -> None:
    render(desk, tmp_path / "ud", *options)
    told = "".join(one.extract_text() for one in PdfReader(io.BytesIO((tmp_path / "ud" / LEAFLET).read_bytes())).pages)
    assert ("kvalitet.example/her/stofmisbrug/kommuner/aeroe/" in "".join(told.split())) is bool(options)


def test_without_typst_the_pages_are_written_and_what_is_missing_is_told(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "available", lambda: False)
    told = render(desk, tmp_path / "ud")
    assert told.count("PDF kan ikke laves her") == 1
    assert not (tmp_path / "ud" / LEAFLET).exists()
    assert (tmp_path / "ud" / "stofmisbrug/kommuner/aeroe/index.md").is_file()
