"""What ``mkdocs serve`` lacks: it empties the served folder before it knows whether the next build will succeed.

Here each build goes into a folder beside the served one and takes its place when it is whole. A build that fails
leaves the last good pages where they are.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import get_plugin_logger
from watchdog.observers.polling import PollingObserver

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from jinja2.bccache import Bucket
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

_log = get_plugin_logger(__name__)

# MkDocs looks every half second, which is most of the second in which an edit should be on the page.
_LOOK_EVERY_SECONDS = 0.1
_SETTLE_SECONDS = 0.05
_STILL_SERVED = "Browseren viser stadig den sidste udgave, der kunne bygges. Ret fejlen, og gem igen."


class Preview:
    """The served folder, and the one beside it that is being built in."""

    def __init__(self) -> None:
        self._served: Path | None = None
        self._compiled = _CompiledTemplates()

    @property
    def _building(self) -> Path | None:
        return self._served and self._served.with_name(f"{self._served.name}.ny")

    def redirect(self, config: MkDocsConfig) -> None:
        """Let this build write beside the served folder."""
        self._served = Path(config.site_dir)
        config.site_dir = str(self._building)

    def remember_templates(self, environment: Environment) -> None:
        """Compile the theme's templates once, not at every rebuild; Jinja asks for those that have changed."""
        environment.bytecode_cache = self._compiled

    def put_in_place(self, config: MkDocsConfig) -> None:
        """Serve what was built. Requests wait meanwhile: the server holds them back until a build has ended."""
        served, building = self._served, self._building
        if served is None or building is None:
            return
        old = served.with_name(f"{served.name}.gammel")
        shutil.rmtree(old, ignore_errors=True)
        if served.exists():
            served.rename(old)
        building.rename(served)
        shutil.rmtree(old, ignore_errors=True)
        config.site_dir = str(served)

    def clear(self) -> None:
        """Delete what a failed build left."""
        if self._building is not None:
            shutil.rmtree(self._building, ignore_errors=True)


class _CompiledTemplates(BytecodeCache):
    """Compiled templates in memory."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket; Jinja sees for itself whether what is kept is of the same source."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


def tune_server(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Look for changes more often, and survive a build that fails."""
    watched = [path for path in (config.docs_dir, config.config_file_path, *config.theme.dirs) if path]
    moved = [path for path in watched if _unwatch(server, path)]
    server.observer = PollingObserver(timeout=_LOOK_EVERY_SECONDS)
    for path in moved:
        server.watch(path)
    server.build_delay = _SETTLE_SECONDS
    server.builder = _forgive(server.builder)


def _unwatch(server: LiveReloadServer, path: str) -> bool:
    try:
        server.unwatch(path)
    except KeyError:
        return False
    return True


def _forgive(build: Callable[[], None]) -> Callable[[], None]:
    """Return the builder so that a failure is told and then over: MkDocs' server hangs until the next success."""

    def build_or_tell() -> None:
        try:
            build()
        except MkDocsException as error:  # an Abort comes after the reason has been told
            _log.error("%s%s", "" if isinstance(error, Abort) else f"{error}\n", _STILL_SERVED)
        except Exception:  # noqa: BLE001 - whatever an unfinished edit brings about; told in full
            _log.exception(_STILL_SERVED)

    return build_or_tell
