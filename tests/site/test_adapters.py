"""Both adapters hand over the same pages, and the same input makes the same bytes wherever it is built."""

from __future__ import annotations

import datetime as dt
import filecmp
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from tests.site.conftest import DAY, ROOT, build_site

from kvalitet.check import run_check
from kvalitet.export import load_history
from kvalitet.present import SiteOptions
from kvalitet.present.folder import site_files, write_pages
from kvalitet.publish import PublishError


def copy_project(target: Path) -> Path:
    """Copy what a site is made of: settings, pages written by hand, standards."""
    target.mkdir(parents=True)
    for name in ("docs", "kvalitetsstandarder"):
        shutil.copytree(ROOT / name, target / name)
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def differing_files(one: Path, other: Path) -> list[str]:
    names = {path.relative_to(one).as_posix() for path in one.rglob("*") if path.is_file()}
    others = {path.relative_to(other).as_posix() for path in other.rglob("*") if path.is_file()}
    same, _, _ = filecmp.cmpfiles(one, other, sorted(names & others), shallow=False)
    return sorted((names | others) - set(same))


def test_plugin_and_render_hand_over_identical_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("KVALITET_DATO", DAY)
    config = load_config(str(ROOT / "mkdocs.yml"))
    config = config.plugins.on_config(config)
    handed = {file.src_uri: file.content_bytes for file in config.plugins.on_files(Files([]), config=config)}
    report = run_check([Path("kvalitetsstandarder")], dt.date.fromisoformat(DAY))
    options = SiteOptions(name=config.site_name, find_examples=True, history=load_history(Path("historik")))
    rendered = site_files(report, options)  # as mkdocs.yml has it
    assert len(rendered) > 150
    assert handed == rendered


def test_a_page_leads_to_the_file_it_is_edited_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    config = load_config(str(ROOT / "mkdocs.yml"))
    files = config.plugins.on_files(Files([]), config=config)
    page = files.get_file_from_path("stofmisbrug/kommuner/strandlev/index.md")
    assert page is not None
    assert page.edit_uri == "kvalitetsstandarder/stofmisbrug/strandlev.yml"


@pytest.mark.slow
def test_two_builds_in_other_folders_zones_and_hash_seeds_are_the_same_bytes(tmp_path: Path) -> None:
    sites = []
    for name, zone, seed in (("her", "Pacific/Auckland", "1"), ("et andet sted", "America/New_York", "2")):
        root = copy_project(tmp_path / name)
        site = tmp_path / f"{name} site"
        done = build_site(site, root, TZ=zone, PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr
        sites.append(site)
    assert differing_files(*sites) == []


def test_render_replaces_its_own_folder_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    report = run_check([Path("kvalitetsstandarder")], dt.date.fromisoformat(DAY))
    target = tmp_path / "sider"
    count = write_pages(report, SiteOptions(), target)
    assert count == len([path for path in target.rglob("*") if path.is_file()]) - 1
    write_pages(report, SiteOptions(), target)
    foreign = tmp_path / "andres"
    foreign.mkdir()
    (foreign / "vigtigt.txt").write_text("bliver", encoding="utf-8")
    with pytest.raises(PublishError):
        write_pages(report, SiteOptions(), foreign)
    assert (foreign / "vigtigt.txt").read_text(encoding="utf-8") == "bliver"


def test_a_file_that_cannot_be_read_stops_the_build_unless_allowed(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "projekt")
    (root / "kvalitetsstandarder" / "stofmisbrug" / "aeroe.yml").write_text("kommune: [", encoding="utf-8")
    site = tmp_path / "site"
    done = build_site(site, root)
    assert done.returncode != 0
    assert "aeroe.yml:" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert not site.exists()
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    allowed = settings.replace("  - kvalitetsstandarder:\n", "  - kvalitetsstandarder:\n      tillad_fejl: true\n")
    (root / "mkdocs.yml").write_text(allowed, encoding="utf-8")
    done = build_site(site, root)
    assert done.returncode == 0, done.stderr
    page = (site / "stofmisbrug" / "kommuner" / "aeroe" / "index.html").read_text(encoding="utf-8")
    assert "kan ikke læses lige nu" in page
    assert "Dine rettigheder gælder stadig" in page


def test_examples_can_be_hidden(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "projekt")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    hidden = settings.replace("  - kvalitetsstandarder:\n", "  - kvalitetsstandarder:\n      eksempler: false\n")
    (root / "mkdocs.yml").write_text(hidden, encoding="utf-8")
    site = tmp_path / "site"
    assert build_site(site, root).returncode == 0
    slugs = {path.parent.name for path in site.glob("stofmisbrug/kommuner/*/index.html")}
    assert len(slugs) == 98
    assert not any("Opfundet kommune" in path.read_text(encoding="utf-8") for path in site.rglob("*.html"))


@pytest.mark.slow
def test_five_lines_elsewhere_build_a_site_from_the_wheel(tmp_path: Path) -> None:
    """The wheel alone, put first on the path, in a folder that is not this repository."""
    installed, home = tmp_path / "pakke", tmp_path / "hjemme"
    wheels = tmp_path / "hjul"
    pip = [sys.executable, "-m", "pip", "--isolated", "--disable-pip-version-check"]
    build = [*pip, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(wheels), str(ROOT)]
    subprocess.run(build, check=True)
    (wheel,) = wheels.glob("*.whl")
    subprocess.run([*pip, "install", "--quiet", "--no-deps", "--target", str(installed), str(wheel)], check=True)
    (home / "docs").mkdir(parents=True)
    shutil.copytree(ROOT / "kvalitetsstandarder", home / "kvalitetsstandarder")
    settings = "site_name: Et sted\ntheme:\n  name: material\nplugins:\n  - kvalitetsstandarder\n"
    assert len(settings.splitlines()) == 5
    (home / "mkdocs.yml").write_text(settings, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(installed), "KVALITET_DATO": DAY}
    where = "import kvalitet; print(kvalitet.__file__)"
    seen = subprocess.run([sys.executable, "-c", where], env=environment, capture_output=True, text=True, check=True)
    assert str(installed) in seen.stdout
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(home / "site")]
    done = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (home / "site" / "stofmisbrug" / "kommuner" / "strandlev" / "index.html").is_file()
    assert (home / "site" / "assets" / "kvalitet.css").is_file()
