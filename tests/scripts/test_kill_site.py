"""Whenever ``scripts/site.py`` is killed, one whole site is there: the old or the new, never a mixture."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from tests.scripts.project import AREA_FOLDER, DAY, copy_project, copy_variables

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SEED = 20261122
KILLS = 50
SLUG = "strandlev"
TITLES = ("Den ene side", "Den anden side")
SWAP_SECONDS = 0.008  # about what the two renames and the deleting of the former site take

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="a process group cannot be killed at once on this system"),
]


def hash_site(folder: Path) -> str:
    """Return one digest of all names and bytes below a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@dataclass
class Yard:
    """A copy of the project with two sites that can be built from it."""

    copy: Path
    digests: dict[str, str] = field(default_factory=dict)

    @property
    def site(self) -> Path:
        return self.copy / "site"

    def choose(self, title: str) -> None:
        """Let the next build make the site with this title."""
        settings = self.copy / "mkdocs.yml"
        lines = settings.read_text(encoding="utf-8").splitlines()
        lines = [f"site_name: {title}" if line.startswith("site_name:") else line for line in lines]
        settings.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def start(self) -> subprocess.Popen[bytes]:
        """Start the real script, with all that it starts in a process group of its own."""
        command = [sys.executable, str(self.copy / "scripts" / "site.py"), "--dato", DAY]
        log = (self.copy.parent / "build.log").open("wb")
        with log:
            return subprocess.Popen(
                command,
                cwd=self.copy.parent,
                env=copy_variables(self.copy),
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def told(self) -> str:
        return (self.copy.parent / "build.log").read_text(encoding="utf-8")

    def build(self, title: str) -> float:
        """Build one of the sites to the end, and return the seconds it took."""
        self.choose(title)
        start = time.monotonic()
        assert self.start().wait() == 0, self.told()
        self.digests[title] = hash_site(self.site)
        return time.monotonic() - start

    def begin_and_fail(self) -> None:
        """Start a build that must fail: what it finds it puts in order first, and leaves whole."""
        settings = self.copy / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(text + "docs_dir: nowhere\n", encoding="utf-8")
        assert self.start().wait() == 1
        assert "site/ is as it was" in self.told()
        settings.write_text(text, encoding="utf-8")

    def standing(self, folder: Path) -> str:
        """Return the title of the site that a folder holds, empty if it is neither whole site."""
        digest = hash_site(folder)
        return next((title for title, known in self.digests.items() if known == digest), "")

    def siblings(self) -> set[str]:
        return {path.name for path in self.copy.iterdir() if path.name.startswith("site.")} - {"site.laas"}


@pytest.fixture
def yard(tmp_path: Path) -> Yard:
    """Return a yard where both sites have been built once, and the first of them stands."""
    copy = copy_project(tmp_path / "projekt", (SLUG, "vintersund"))
    # One municipality alone: the same script, steps and files, in a third of the time.
    settings = copy / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    start, marker, end = text.partition("  - kvalitetsstandarder")
    assert marker
    rest = end.partition("\n")[2] if end.startswith(":") else f"      eksempler: true{end}"
    settings.write_text(f"{start}{marker}:\n      kun: {SLUG}\n{rest}", encoding="utf-8")
    assert (copy / AREA_FOLDER / f"{SLUG}.yml").is_file()
    return Yard(copy)


def swap_begins(yard: Yard, inode: int) -> Callable[[], bool]:
    """Return what tells that the new site is whole beside the old one, or further on."""
    new = yard.site.with_name("site.ny")

    def has_begun() -> bool:
        try:
            return new.exists() or yard.site.stat().st_ino != inode
        except FileNotFoundError:
            return True

    return has_begun


def kill_at(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Kill the group after ``seconds``; none at all: at once."""
    if seconds:
        time.sleep(seconds)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def wait_for_swap(process: subprocess.Popen[bytes], duration: float, begins: Callable[[], bool]) -> None:
    """Return as soon as the swap begins: asked without a pause, for it is over in no time."""
    time.sleep(duration / 2)
    while process.poll() is None and not begins():
        pass


def test_killed_at_fifty_random_moments_one_whole_site_is_there(yard: Yard) -> None:
    chance = random.Random(SEED)  # noqa: S311 - repeatable is what it must be
    yard.build(TITLES[1])
    duration = yard.build(TITLES[0])
    standing = TITLES[0]
    outcomes: Counter[str] = Counter()
    for number in range(KILLS):
        following = next(title for title in TITLES if title != standing)
        yard.choose(following)
        begins = swap_begins(yard, yard.site.stat().st_ino)
        process = yard.start()
        if number % 2:
            wait_for_swap(process, duration, begins)
            kill_at(process, chance.choice((0, chance.uniform(0, SWAP_SECONDS))))
        else:
            kill_at(process, chance.uniform(0, duration))

        left = yard.siblings()
        if yard.site.exists():
            assert yard.standing(yard.site) in {standing, following}, (number, left)
        else:
            assert yard.standing(yard.site.with_name("site.gammel")) == standing, (number, left)
            assert yard.standing(yard.site.with_name("site.ny")) == following, (number, left)
        outcomes["absent" if not yard.site.exists() else "old" if yard.standing(yard.site) == standing else "new"] += 1
        outcomes.update(sorted({name.partition("-")[0] for name in left}))

        yard.begin_and_fail()
        found = yard.standing(yard.site)
        assert found in {standing, following}, number
        assert yard.siblings() == set(), number
        standing = found
    assert min(outcomes["old"], outcomes["new"], outcomes["site.byg"]) > 0, outcomes
