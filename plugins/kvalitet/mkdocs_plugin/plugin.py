"""MkDocs hooks, and nothing else: what the pages say is decided by the engine."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from kvalitet.catalogue import known_areas, load_catalogue
from kvalitet.check import run_check
from kvalitet.clock import current_day
from kvalitet.export import export_files
from kvalitet.present import Page, SiteOptions, make_pages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from kvalitet.check import Report

_PACKAGE = Path(__file__).resolve().parent.parent
_log = get_plugin_logger(__name__)

ONLY_VARIABLE = "KVALITET_KUN"
"""Carries the slug of the one municipality to build from ``scripts/site.py --kun``."""


class KvalitetConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ untyped
    """The plugin's settings in ``mkdocs.yml``."""

    mappe = options.Type(str, default="kvalitetsstandarder")
    dato = options.Optional(options.Type(str))
    eksempler = options.Type(bool, default=True)
    kun = options.Type(str, default="")
    akut_bekræftet = options.ListOfItems(options.Type(str), default=[])
    udgiver = options.Type(str, default="")
    kontakt = options.Type(str, default="")
    tillad_fejl = options.Type(bool, default=False)


class KvalitetPlugin(BasePlugin[KvalitetConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages made from the standards to a MkDocs site."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the theme's overrides, and watch what the pages are made from."""
        config.theme.dirs.insert(0, str(_PACKAGE / "theme"))
        config.extra_css.append("assets/kvalitet.css")
        for path in (self._folder(config), _PACKAGE / "lovkrav", _PACKAGE / "templates"):
            config.watch.append(str(path))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read, check and present; a file that cannot be read stops the build before anything is written."""
        load_catalogue.cache_clear()  # the catalogue may have changed while serving
        report = self._check(config)
        catalogues = [load_catalogue(area) for area in known_areas()]
        site_options = SiteOptions(
            name=config.site_name,
            examples=self.config.eksempler,
            only=self.config.kun or os.environ.get(ONLY_VARIABLE, ""),
            confirmed=frozenset(self.config.akut_bekræftet),
            publisher=self.config.udgiver,
            contact=self.config.kontakt,
        )
        for page in make_pages(report, catalogues, site_options):
            if files.get_file_from_path(page.file) is None:  # a page written by hand wins
                files.append(_page_file(page, config))
        for name, text in export_files(report).items():
            files.append(File.generated(config, f"data/{name}", content=text))
        return files

    def _folder(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or ".").resolve().parent / self.config.mappe

    def _check(self, config: MkDocsConfig) -> Report:
        folder = self._folder(config)
        if not folder.is_dir():
            raise PluginError(f"Mappen med standarder findes ikke: {self.config.mappe}")
        try:
            day = current_day(self.config.dato)
        except ValueError as error:
            raise PluginError(f"'{error}' er ikke en dato. Skriv fx 2026-11-22.") from None
        report = run_check([Path(os.path.relpath(folder))], day)
        unreadable = [*report.collection.findings]
        for typed in report.collection.unreadable:
            unreadable.extend(typed.findings)
        if unreadable and not self.config.tillad_fejl:
            lines = [f"{one.place.file}:{one.place.line}: {one.message} {one.hint}" for one in unreadable]
            raise PluginError("\n".join(["Siden er ikke bygget, fordi noget ikke kan læses:", *lines]))
        _log.info("%d standarder, målt på %s", len(report.assessed), day.isoformat())
        return report


def _page_file(page: Page, config: MkDocsConfig) -> File:
    file = File.generated(config, page.file, content=page.markdown(), inclusion=InclusionLevel.NOT_IN_NAV)
    if page.source:
        file.edit_uri = page.source
    return file
