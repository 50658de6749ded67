"""Find a Chromium for the browser tests, and install one where that can be done without asking."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

VARIABLE = "KVALITET_CHROMIUM"
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)
ADVICE = (
    "No Chromium was found, and the tests that need one will fail. Install one of: Debian's `chromium`, "
    "Google Chrome, or `.venv/bin/python -m playwright install chromium`; "
    f"or give its path in {VARIABLE}."
)
HOST_ASKING_CODE = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def find_chromium(python: Path) -> str:
    """Return the path of a browser: the one named, the system's, or Playwright's; empty if there is none."""
    named = os.environ.get(VARIABLE, "")
    if named and Path(named).is_file():
        return named
    for command in COMMANDS:
        if found := shutil.which(command):
            return found
    for application in APPLICATIONS:
        if Path(application).is_file():
            return application
    asked = subprocess.run(
        [str(python), "-c", HOST_ASKING_CODE], check=False, capture_output=True, text=True
    ).stdout.strip()
    return asked if asked and Path(asked).is_file() else ""


def install_chromium() -> None:
    """Install Debian's package where this process may; say nothing, since finding it tells the outcome."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    print("Installing Chromium with apt-get, for the browser tests.", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "--yes", "chromium"]):
        command = ["apt-get", "-qq", *arguments]
        result = subprocess.run(command, check=False, env=environment, capture_output=True, text=True)
        if result.returncode != 0:
            print(f"{' '.join(command)} failed:\n{result.stdout}{result.stderr}", flush=True)
            return


def provide_chromium(python: Path) -> str:
    """Return the path of a browser, installing one if need be; empty, with advice printed, if none is had."""
    found = find_chromium(python)
    if not found:
        install_chromium()
        found = find_chromium(python)
    print(f"Browser tests use {found}." if found else ADVICE, flush=True)
    return found
