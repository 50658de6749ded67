"""Time the matrix page in a Chromium: run by the environment's Python, it prints its figures as JSON."""

from __future__ import annotations

import json
import statistics
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from playwright.sync_api import sync_playwright

ROUNDS = 7
# From the first byte asked for until the page answers to a press, in milliseconds.
_READY = "() => !document.querySelector('.kv-filtre').hidden && performance.now()"
# One press: until the script is done, until the page is laid out anew, and until the browser's next picture.
_PRESS = """(press) => new Promise((done) => {
  const start = performance.now();
  press === "filter" ? (() => {
    const box = document.querySelector('[data-filter="huller"]');
    box.checked = !box.checked;
    box.dispatchEvent(new Event("input", {bubbles: true}));
  })() : document.querySelector(press).click();
  const scripted = performance.now() - start;
  document.body.offsetHeight;
  const laidOut = performance.now() - start;
  requestAnimationFrame(() => setTimeout(() => done([scripted, laidOut, performance.now() - start]), 0));
})"""
SORT = 'th[data-krav="frit-valg"] button'


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Say nothing of each request."""


def time_matrix(site: str, address: str, executable: str) -> dict[str, float]:
    """Return the medians in milliseconds: until it answers, for sorting by its steps, and for filtering."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page_address = f"http://127.0.0.1:{server.server_address[1]}/{address}"
    figures: dict[str, list[float]] = {"ready": [], "sort script": [], "sort": [], "picture": [], "filter": []}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
        for _round in range(ROUNDS):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(page_address)
            figures["ready"].append(float(page.wait_for_function(_READY).json_value()))
            for name, took in zip(("sort script", "sort", "picture"), page.evaluate(_PRESS, SORT), strict=True):
                figures[name].append(took)
            figures["filter"].append(page.evaluate(_PRESS, "filter")[1])
            page.close()
        browser.close()
    server.shutdown()
    return {name: round(statistics.median(values), 1) for name, values in figures.items()}


if __name__ == "__main__":
    print(json.dumps(time_matrix(*sys.argv[1:])))
