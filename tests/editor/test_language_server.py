"""The editor knows the law: a real yaml-language-server completes, explains and marks by the schema we derive."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.editor.language_server import LanguageServer, install_server

from kvalitet.catalogue import load_catalogue
from kvalitet.scaffold import make_scaffold

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = load_catalogue("stofmisbrug")
SCAFFOLD = make_scaffold(CATALOGUE, "Prøveby", dt.date(2026, 11, 22), example=True)
MODELINE = SCAFFOLD.splitlines()[0]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    with LanguageServer(install_server(tmp_path_factory.mktemp("server"))) as running:
        yield running


@pytest.fixture
def path(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Return where a standard lies beside the schemas, a name of its own for each test."""
    shutil.copytree(ROOT / "skema", tmp_path / "skema")
    folder = tmp_path / "kvalitetsstandarder" / "stofmisbrug"
    folder.mkdir(parents=True)
    return folder / f"{request.node.name[:20].strip('[]')}.yml"


def labels(answer: Any) -> set[str]:
    listed = answer["items"] if isinstance(answer, dict) else answer
    return {one["label"] for one in listed}


def test_the_scaffold_has_no_marks(server: LanguageServer, path: Path) -> None:
    assert server.open_text(path, SCAFFOLD) == []


def test_completion_offers_the_sections(server: LanguageServer, path: Path) -> None:
    text = f"{MODELINE}\nformat: 1\n\n"
    server.open_text(path, text)
    offered = labels(server.ask("completion", path, 2, 0))
    sections = {key for one in CATALOGUE.requirements.values() for key in one.sections}
    assert sections <= offered


def test_completion_offers_fields_and_choices(server: LanguageServer, path: Path) -> None:
    text = f"{MODELINE}\nbehandlingsgaranti:\n  tekst: Vi begynder.\n  \n"
    server.open_text(path, text)
    assert {"frist_dage", "regnes_fra"} <= labels(server.ask("completion", path, 3, 2))
    other = path.with_name("andet.yml")
    server.open_text(other, f"{MODELINE}\nbehandlingsgaranti:\n  regnes_fra: \n")
    assert "første henvendelse" in labels(server.ask("completion", other, 2, 14))


def test_hover_explains_with_the_law(server: LanguageServer, path: Path) -> None:
    text = f"{MODELINE}\nbehandlingsgaranti:\n  frist_dage: 14\n"
    server.open_text(path, text)
    section = server.ask("hover", path, 1, 3)["contents"]["value"]
    requirement = CATALOGUE.requirements["behandlingsgaranti"]
    plain = section.replace("\\", "").replace("&nbsp;", " ")
    assert requirement.references[0].title.split(",")[0] in plain
    limit = server.ask("hover", path, 2, 5)["contents"]["value"]
    assert "101" in limit
    assert "14 dage" in limit


@pytest.mark.parametrize(
    ("body", "line", "about"),
    [
        ("behandlingsgaranti:\n  frist_daeg: 14\n", 2, "frist_daeg"),
        ("tilstand: vedtget\n", 1, "vedtaget"),
        ("tilbud:\n  - typ: ambulant\n", 2, "typ"),
    ],
    ids=["field", "choice", "nested"],
)
def test_a_typo_is_marked(server: LanguageServer, path: Path, body: str, line: int, about: str) -> None:
    marks = server.open_text(path, f"{MODELINE}\n{body}")
    told = [mark for mark in marks if mark["range"]["start"]["line"] == line]
    assert any(about in mark["message"] for mark in told), marks
