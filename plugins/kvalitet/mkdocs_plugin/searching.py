"""The search, added to what MkDocs has built."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from kvalitet.catalogue import CatalogueError
from kvalitet.search import NoIndexerError, SearchError, index_site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_log = get_plugin_logger(__name__)


def add_search(config: MkDocsConfig, *, examples: bool) -> None:
    """Index the built site. Without pagefind the site does without a search, and a strict build fails."""
    try:
        count = index_site(Path(config.site_dir), examples=examples)
    except NoIndexerError as error:
        _log.warning("%s", error)
    except (SearchError, CatalogueError) as error:
        raise PluginError(str(error)) from error
    else:
        _log.info("Søgningen kender %d sider", count)
