"""Watches a browser's context: nothing may be asked of another host, stored, broken or complained of."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import Error as PlaywrightError

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, Route, WebError

BLANK = "<!doctype html><html lang='da'><title>Andetsteds</title><p>Andetsteds</p></html>"

# Run before a page's own scripts: tells at once whatever writes or breaks the policy, even if it is taken back later.
_SPY = """(() => {
  const tell = (what) => { try { globalThis.kvTell(what); } catch { /* no binding in this frame */ } };
  addEventListener("securitypolicyviolation", (event) =>
    tell(`policy: ${event.effectiveDirective} forbids ${event.blockedURI}, ${event.sourceFile}:${event.lineNumber}`),
    true);
  const wrap = (object, name, what) => {
    const own = object && object[name];
    if (!own) return;
    object[name] = function (...given) { tell(`${what}: ${String(given[0])}`); return own.apply(this, given); };
  };
  wrap(globalThis.Storage?.prototype, "setItem", "web storage written");
  wrap(globalThis.IDBFactory?.prototype, "open", "indexedDB opened");
  wrap(globalThis.CacheStorage?.prototype, "open", "cache opened");
  wrap(globalThis.ServiceWorkerContainer?.prototype, "register", "service worker registered");
  wrap(globalThis.CookieStore?.prototype, "set", "cookie written");
  wrap(globalThis.Navigator?.prototype, "sendBeacon", "beacon sent");
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  Object.defineProperty(Document.prototype, "cookie", {
    ...cookie, set(value) { tell(`cookie written: ${value}`); cookie.set.call(this, value); },
  });
})()"""
_STORED = """async () => [
  ...Object.keys(localStorage).map((key) => `localStorage holds ${key}`),
  ...Object.keys(sessionStorage).map((key) => `sessionStorage holds ${key}`),
  ...(await indexedDB.databases()).map((one) => `indexedDB holds ${one.name}`),
  ...(globalThis.caches ? await caches.keys() : []).map((key) => `cache holds ${key}`),
]"""


class Watch:
    """Notes all that a context's pages should not do. Other hosts get a blank answer, so that nothing goes out."""

    def __init__(self, context: BrowserContext, host: str) -> None:
        self.context = context
        self.told: list[str] = []
        self.addresses: list[str] = []  # all that was asked for
        self.sent: list[str] = []  # what of it went to another host: what the policy stops does not
        self.allowed: set[str] = set()  # hosts that a test means to go to
        self._host = host
        context.expose_binding("kvTell", lambda _source, what: self.told.append(str(what)))
        context.add_init_script(_SPY)
        context.route(lambda address: urlsplit(address).netloc != host, self._answer)
        context.on("request", self._note_request)
        context.on("response", self._note_response)
        context.on("console", self._note_console)
        context.on("weberror", self._note_error)

    def complaints(self) -> list[str]:
        """Return all that was noted, and what lies stored now."""
        stored = [f"cookie held: {one.get('name')}" for one in self.context.cookies()]
        for page in self.context.pages:
            if urlsplit(page.url).netloc == self._host:
                stored += page.evaluate(_STORED)
        return self.told + stored

    def save_pictures(self, folder: Path, name: str) -> list[Path]:
        """Keep a picture of each open page, whole."""
        folder.mkdir(parents=True, exist_ok=True)
        paths = []
        for number, page in enumerate(self.context.pages, start=1):
            path = folder / f"{name}-{number}.png"
            with suppress(PlaywrightError):  # a page in a bad way must not hide what the test found
                page.screenshot(path=path, full_page=True)
                paths.append(path)
        return paths

    def reset(self) -> None:
        """Close all pages and forget what was noted."""
        for page in self.context.pages:
            page.close()
        self.told.clear()
        self.addresses.clear()
        self.sent.clear()
        self.allowed.clear()

    def _answer(self, route: Route) -> None:
        self.sent.append(route.request.url)
        route.fulfill(status=200, content_type="text/html; charset=utf-8", body=BLANK)

    def _note_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        self.addresses.append(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc not in {self._host, *self.allowed}:
            self.told.append(f"another host was asked: {request.url}")

    def _note_response(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.told.append(f"missing ({response.status}): {response.url}")
        if "set-cookie" in response.headers:
            self.told.append(f"cookie sent: {response.url}")

    def _note_console(self, message: ConsoleMessage) -> None:
        # That a page itself is not there is no fault of the page that says so.
        itself = message.page is not None and message.location.get("url") == message.page.url
        if message.type in {"error", "warning"} and not (itself and "status of 404" in message.text):
            self.told.append(f"console: {message.text}")

    def _note_error(self, error: WebError) -> None:
        self.told.append(f"script failed: {error.error}")


def describe_pictures(paths: list[Path]) -> str:
    """Return where the pictures lie, for a message."""
    return "pictures: " + ", ".join(map(str, paths))
