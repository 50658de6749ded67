"""One whole folder lies on disk, or is put in place at the next start, whoever is killed when."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kvalitet.publish import BusyError, PublishError, hold_lock, publish_folder, recover_folder

FILES = 12
KILLS = 25
PLUGINS = Path(__file__).resolve().parent.parent / "plugins"
PUBLISH_FOREVER = """
import sys, itertools
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from kvalitet.publish import publish_folder
for generation in itertools.count(int(sys.argv[3])):
    with publish_folder(Path(sys.argv[2])) as folder:
        for number in range(int(sys.argv[4])):
            (folder / f"{number}.html").write_text(str(generation))
    print("published", flush=True)
"""
HOLD_LOCK_FOREVER = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from kvalitet.publish import hold_lock
with hold_lock(Path(sys.argv[2])):
    print("held", flush=True)
    time.sleep(60)
"""


class Killed(BaseException):
    """Stands for the process's death at one operation."""


def build(target: Path, generation: int) -> None:
    with publish_folder(target) as folder:
        for number in range(FILES):
            (folder / f"{number}.html").write_text(str(generation), encoding="utf-8")


def fail_halfway(folder: Path) -> None:
    (folder / "0.html").write_text("2", encoding="utf-8")
    raise ZeroDivisionError


def read_generation(folder: Path) -> int:
    """Return the build that a folder is from; fail if it is not whole and of one build."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert len(texts) == FILES, f"{folder.name} holds {len(texts)} files"
    (generation,) = set(texts.values())
    return int(generation)


def list_names(parent: Path) -> set[str]:
    return {path.name for path in parent.iterdir()}


def start_child(code: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, str(PLUGINS), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def kill(child: subprocess.Popen[str]) -> None:
    child.kill()
    child.communicate()


def test_the_first_build_is_put_in_place(tmp_path: Path) -> None:
    build(tmp_path / "site", 1)
    assert read_generation(tmp_path / "site") == 1
    assert list_names(tmp_path) == {"site"}


def test_a_build_replaces_the_one_before(tmp_path: Path) -> None:
    build(tmp_path / "site", 1)
    build(tmp_path / "site", 2)
    assert read_generation(tmp_path / "site") == 2
    assert list_names(tmp_path) == {"site"}


def test_a_failing_build_leaves_the_last_good_one(tmp_path: Path) -> None:
    build(tmp_path / "site", 1)
    with pytest.raises(ZeroDivisionError), publish_folder(tmp_path / "site") as folder:
        fail_halfway(folder)
    assert read_generation(tmp_path / "site") == 1
    assert list_names(tmp_path) == {"site"}


def test_an_empty_build_is_not_put_in_place(tmp_path: Path) -> None:
    build(tmp_path / "site", 1)
    with pytest.raises(PublishError, match="nothing was built"), publish_folder(tmp_path / "site"):
        pass
    assert read_generation(tmp_path / "site") == 1


def test_the_folders_above_are_made(tmp_path: Path) -> None:
    build(tmp_path / "a" / "b" / "site", 1)
    assert read_generation(tmp_path / "a" / "b" / "site") == 1


def test_a_folder_that_was_not_made_here_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(PublishError, match="left alone"), publish_folder(tmp_path / "mine", marker="data"):
        pass
    assert (tmp_path / "mine" / "letter.txt").is_file()


def test_an_empty_folder_and_one_with_the_marker_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    for text in ("1", "2"):
        with publish_folder(tmp_path / "out", marker="marker") as folder:
            (folder / "marker").write_text(text, encoding="utf-8")
    assert (tmp_path / "out" / "marker").read_text(encoding="utf-8") == "2"


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file", encoding="utf-8")
    with pytest.raises(PublishError, match="not a folder"):
        build(tmp_path / "site", 1)
    assert (tmp_path / "site").is_file()


def test_folders_of_similar_names_are_left_alone(tmp_path: Path) -> None:
    for name in ("site2.byg-1", "site.bygning", "website.ny"):
        (tmp_path / name).mkdir()
    build(tmp_path / "site", 1)
    assert list_names(tmp_path) == {"site", "site2.byg-1", "site.bygning", "website.ny"}


def test_two_cannot_build_at_once(tmp_path: Path) -> None:
    with publish_folder(tmp_path / "site") as folder:
        (folder / "0.html").write_text("1", encoding="utf-8")
        with pytest.raises(BusyError, match="process"):
            build(tmp_path / "site", 2)


def test_a_killed_process_lets_go_of_the_lock(tmp_path: Path) -> None:
    lock = tmp_path / "site.laas"
    child = start_child(HOLD_LOCK_FOREVER, lock)
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    with pytest.raises(BusyError, match=f"process {child.pid}"), hold_lock(lock):
        pass
    kill(child)
    with hold_lock(lock):
        pass
    assert not lock.exists() or sys.platform == "win32"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows' locks are not inherited")
def test_an_orphan_holds_a_shared_lock(tmp_path: Path) -> None:
    lock = tmp_path / "shared.laas"
    with hold_lock(lock, is_shared=True):
        child = subprocess.Popen(["sleep", "60"], close_fds=False)  # noqa: S607 - every POSIX system has it
        # As if this process had died: the lock is left to the child.
        lock_of_child = lock.with_suffix(".kept")
        os.link(lock, lock_of_child)
    with pytest.raises(BusyError), hold_lock(lock_of_child):
        pass
    child.kill()
    child.wait()
    with hold_lock(lock_of_child):
        pass


def test_waiting_for_the_lock_gets_it_once_it_is_free(tmp_path: Path) -> None:
    lock = tmp_path / "site.laas"
    child = start_child(HOLD_LOCK_FOREVER.replace("60", "0.5"), lock)
    assert child.stdout is not None
    child.stdout.readline()
    with hold_lock(lock, wait_seconds=20):
        pass
    child.communicate()


@pytest.mark.parametrize("is_done", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("method", ["rename", "rmdir"])
@pytest.mark.parametrize("count", range(4))
def test_death_at_each_operation_leaves_one_whole_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str, *, count: int, is_done: bool
) -> None:
    build(tmp_path / "site", 1)
    die_at(monkeypatch, method, count, is_done=is_done)
    with pytest.raises(Killed) if can_die(method, count) else pytest.MonkeyPatch.context():
        build(tmp_path / "site", 2)
    monkeypatch.undo()
    whole = [tmp_path / name for name in ("site", "site.ny", "site.gammel") if (tmp_path / name).exists()]
    assert whole
    assert {read_generation(folder) for folder in whole} <= {1, 2}
    recover_folder(tmp_path / "site")
    assert read_generation(tmp_path / "site") in {1, 2}
    assert list_names(tmp_path) == {"site"}


def can_die(method: str, count: int) -> bool:
    """Say whether a build calls the operation so often: four renamings, one deletion of a whole folder."""
    return count < {"rename": 4, "rmdir": 1}[method]


def die_at(monkeypatch: pytest.MonkeyPatch, method: str, count: int, *, is_done: bool) -> None:
    """Let the nth renaming, or deletion of a tree, raise before or after it has happened."""
    owner, name = (Path, "rename") if method == "rename" else (sys.modules["shutil"], "rmtree")
    original = getattr(owner, name)
    calls = iter(range(1000))

    def operate(*arguments: object, **options: object) -> object:
        is_the_one = next(calls) == count
        if is_the_one and not is_done:
            raise Killed
        result = original(*arguments, **options)
        if is_the_one:
            raise Killed
        return result

    monkeypatch.setattr(owner, name, operate)


@pytest.mark.parametrize(
    ("present", "expected"),
    [
        ({"site": 1}, 1),
        ({"site": 1, "site.ny": 2}, 2),
        ({"site.ny": 2, "site.gammel": 1}, 2),
        ({"site.ny": 2}, 2),
        ({"site.gammel": 1}, 1),
        ({"site": 2, "site.gammel": 1}, 2),
        ({"site": 1, "site.byg-aa": 2}, 1),
    ],
    ids=str,
)
def test_every_state_on_disk_is_recovered(tmp_path: Path, present: dict[str, int], expected: int) -> None:
    for name, generation in present.items():
        (tmp_path / name).mkdir()
        for number in range(FILES):
            (tmp_path / name / f"{number}.html").write_text(str(generation), encoding="utf-8")
    recover_folder(tmp_path / "site")
    assert read_generation(tmp_path / "site") == expected
    assert list_names(tmp_path) == {"site"}


def test_nothing_is_recovered_from_a_half_built_folder(tmp_path: Path) -> None:
    (tmp_path / "site.byg-aa").mkdir()
    recover_folder(tmp_path / "site")
    assert list_names(tmp_path) == set()


def test_death_at_random_moments_leaves_one_whole_folder(tmp_path: Path) -> None:
    build(tmp_path / "site", 0)
    moments = random.Random(101)  # noqa: S311 - the same moments each time, as far as a test can say so
    for attempt in range(1, KILLS + 1):
        child = start_child(PUBLISH_FOREVER, tmp_path / "site", attempt * 1_000_000, FILES)
        assert child.stdout is not None
        assert child.stdout.readline() == "published\n"
        time.sleep(moments.uniform(0, 0.03))
        kill(child)
        whole = [tmp_path / name for name in ("site", "site.ny", "site.gammel") if (tmp_path / name).exists()]
        assert whole
        assert max(read_generation(folder) for folder in whole) >= attempt * 1_000_000
        with hold_lock(tmp_path / "site.laas"):
            recover_folder(tmp_path / "site")
        assert read_generation(tmp_path / "site") >= attempt * 1_000_000
        assert list_names(tmp_path) == {"site"}
