"""Photograph pages of a built site. Run inside the environment: ``python scripts/_shots.py SITE CHROMIUM FOLDER``."""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

# Without these, Chromium asks Google's hosts at every start.
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True)
class Shot:
    """One picture: its file, the page, and the size of the window."""

    name: str
    address: str
    width: int
    height: int


SHOTS = (
    Shot("borgerside.png", "stofmisbrug/kommuner/strandlev/", 360, 1300),
    Shot("overblik.png", "stofmisbrug/overblik/", 1280, 900),
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in the class it overrides
        """Say nothing of each request."""


@contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine alone, and yield its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def take_shots(site: Path, chromium: str, target: Path) -> None:
    """Take every picture, as the page stands when it is opened."""
    with serve_folder(site) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*FLAGS])
        for shot in SHOTS:
            context = browser.new_context(
                viewport={"width": shot.width, "height": shot.height}, locale="da-DK", reduced_motion="reduce"
            )
            page = context.new_page()
            page.goto(host + shot.address, wait_until="networkidle")
            answer = page.reload(wait_until="networkidle")  # the font is optional: it is there from the second time on
            if answer is None or not answer.ok:
                raise SystemExit(f"there is no page {shot.address}")
            page.screenshot(path=target / shot.name, animations="disabled")
            context.close()
        browser.close()


if __name__ == "__main__":
    take_shots(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
