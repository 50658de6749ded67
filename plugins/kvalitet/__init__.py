"""Quality standards for social services: read them safely, check them against the law, publish them plainly.

The engine reads YAML (``reading``), gives it types (``fields``) by the law kept as data (``catalogue``),
resolves it into a standard (``standard``), assesses how far each criterion is described (``assess``), says
what is wrong or missing (``check``) and hands over pages and data (``present``, ``export``). Imports point
one way along that list. Nothing here imports MkDocs but ``mkdocs_plugin``.
"""

__version__ = "0.1.0"
