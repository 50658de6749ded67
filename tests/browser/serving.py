"""Serves built sites on 127.0.0.1, each below a folder of its own, as a plain web server would."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import BinaryIO


class SiteHandler(SimpleHTTPRequestHandler):
    """Finds the site whose folder an address begins with; what is missing gets that site's own 404.html."""

    extensions_map = {  # noqa: RUF012 - as the base class has it; the system's own table differs by machine
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".woff2": "font/woff2",
        ".svg": "image/svg+xml",
    }

    def __init__(self, *arguments: object, sites: Mapping[str, Path]) -> None:
        self.sites = sites
        super().__init__(*arguments)  # type: ignore[arg-type]  # handed on as they came

    def _site(self) -> tuple[str, Path]:
        path = urlsplit(self.path).path
        return max((item for item in self.sites.items() if path.startswith(item[0])), key=lambda item: len(item[0]))

    def translate_path(self, path: str) -> str:
        base, folder = self._site()
        self.directory = str(folder)
        return super().translate_path("/" + path.removeprefix(base))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self._site()[1] / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:  # type: ignore[override]
        try:
            super().copyfile(source, outputfile)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the browser went elsewhere

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing: the tests watch from the browser's side."""


class QuietServer(ThreadingHTTPServer):
    """Does not print a traceback when a browser hangs up."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: what a page misses, the watch tells."""


@contextmanager
def serve(sites: Mapping[str, Path]) -> Iterator[str]:
    """Serve each site below its folder (``/``, ``/under/mappe/``), and give the host's address with its port."""
    with QuietServer(("127.0.0.1", 0), partial(SiteHandler, sites=sites)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
