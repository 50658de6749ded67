"""The MkDocs adapter: hands the engine's pages, data and theme over to a MkDocs build."""

from kvalitet.mkdocs_plugin.plugin import KvalitetPlugin

__all__ = ["KvalitetPlugin"]
