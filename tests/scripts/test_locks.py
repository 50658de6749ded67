"""The locks are whole: hashes for every platform, the site's part of the tests', and no registry named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lock import find_stale_locks

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)( ; [^\\]+)? \\$")


def read_pins(lock: Path) -> dict[str, int]:
    """Return each pin with the number of hashes that follow it."""
    pins: dict[str, int] = {}
    current = ""
    for line in lock.read_text(encoding="utf-8").splitlines():
        if match := PIN.match(line):
            current = match.group(0).removesuffix(" \\")
            pins[current] = 0
        elif line.startswith("    --hash=sha256:"):
            pins[current] += 1
        else:
            assert line.lstrip().startswith("#"), f"neither pin, hash nor comment: {line}"
    return pins


def test_there_are_two_locks() -> None:
    assert [path.name for path in LOCKS] == ["site.lock", "test.lock"]


def test_locks_are_written_from_the_present_pyproject() -> None:
    assert find_stale_locks() == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_each_pin_has_hashes(lock: Path) -> None:
    assert [pin for pin, count in read_pins(lock).items() if count == 0] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_compiled_packages_keep_the_hashes_of_other_platforms(lock: Path) -> None:
    hashes = {pin.split("==")[0]: count for pin, count in read_pins(lock).items()}
    assert hashes["pyyaml"] > 20
    assert hashes["markupsafe"] > 20
    assert hashes["watchdog"] > 5
    assert "colorama" in hashes, "a package for Windows alone is missing"


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_no_registry_is_named(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|index-url|find-links|trusted-host", text)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_no_prerelease_is_pinned(lock: Path) -> None:
    assert [pin for pin in read_pins(lock) if re.search(r"==[\d.]+(a|b|rc|\.dev)\d", pin)] == []


def test_the_site_has_the_versions_of_the_tests() -> None:
    site, test = (read_pins(lock).keys() for lock in LOCKS)
    assert {pin.split(" ;")[0] for pin in site} <= {pin.split(" ;")[0] for pin in test}
