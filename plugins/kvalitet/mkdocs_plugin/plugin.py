"""MkDocs hooks, and nothing else: what the pages say is decided by the engine."""

from __future__ import annotations

import difflib
import os
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import TemplateError
from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from kvalitet import paper
from kvalitet.acute import load_acute_help
from kvalitet.catalogue import CatalogueError, known_areas, load_catalogue, load_edition
from kvalitet.catalogue.verify import to_ascii
from kvalitet.check import Release, run_check
from kvalitet.clock import current_day
from kvalitet.complaint import load_complaint_paths
from kvalitet.export import MISSING, HistoryError, can_make_spreadsheet, load_history
from kvalitet.findings import Finding, Severity
from kvalitet.glossary import load_glossary
from kvalitet.guidelines import load_background, load_guidance
from kvalitet.mkdocs_plugin.ready import ReadyPage
from kvalitet.mkdocs_plugin.searching import add_search
from kvalitet.mkdocs_plugin.serving import Preview, tune_server
from kvalitet.present import Page, SiteOptions, make_pages
from kvalitet.present.folder import attached_files
from kvalitet.present.shell import shell_settings
from kvalitet.register import load_register
from kvalitet.standard.files import find_standard_files
from kvalitet.studies import load_recommendations, load_survey

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation

    from kvalitet.acute import Number
    from kvalitet.catalogue import Catalogue, LegalBasis
    from kvalitet.check import Report
    from kvalitet.complaint import Helper
    from kvalitet.export import Snapshot

_PACKAGE = Path(__file__).resolve().parent.parent
_LAW_FOLDERS = ("lovkrav", "register", "undersoegelser")
_LOADERS = (  # what remembers a file it has read
    load_catalogue,
    load_register,
    load_acute_help,
    load_complaint_paths,
    load_glossary,
    load_guidance,
    load_background,
    load_survey,
    load_recommendations,
)
_LAW_BROKEN = "Loven som data har fejl:"
_log = get_plugin_logger(__name__)

ONLY_VARIABLE = "KVALITET_KUN"
"""Carries the slug of the one municipality to build from ``scripts/site.py --kun``."""


class KvalitetConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ untyped
    """The plugin's settings in ``mkdocs.yml``."""

    mappe = options.Type(str, default="kvalitetsstandarder")
    historik = options.Type(str, default="historik")
    dato = options.Optional(options.Type(str))
    eksempler = options.Type(bool, default=True)
    kun = options.Type(str, default="")
    akut_bekræftet = options.ListOfItems(options.Type(str), default=[])
    hjælp_bekræftet = options.ListOfItems(options.Type(str), default=[])
    udgiver = options.Type(str, default="")
    kontakt = options.Type(str, default="")
    tilgængelighedserklæring = options.Type(str, default="")
    tillad_fejl = options.Type(bool, default=False)
    søg_eksempler = options.Type(bool, default=False)
    tilbagehold_lovtjek = options.Type(bool, default=False)
    lovudkast = options.DictOfItems(options.Type(str), default={})
    frigivet_lovtjek = options.ListOfItems(options.Type(str), default=[])


class KvalitetPlugin(BasePlugin[KvalitetConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages made from the standards to a MkDocs site."""

    def __init__(self) -> None:
        self._preview: Preview | None = None
        self._law_read = ""
        self._only_pages: list[str] = []
        self._made: set[str] = set()
        self._paper_missed = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note that a person is watching. That this method exists keeps the plugin through all rebuilds."""
        self._preview = Preview() if command == "serve" and not dirty else None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the theme's overrides, and watch what the pages are made from."""
        config.theme.dirs.insert(0, str(_PACKAGE / "theme"))
        config.extra_css += ["assets/kvalitet.css", "assets/soeg.css"]
        config.extra.update(shell_settings(self._load_catalogues(), serving=self._preview is not None))
        for path in (self._folder(config), *(_PACKAGE / name for name in (*_LAW_FOLDERS, "templates", "theme"))):
            config.watch.append(str(path))
        if self._history_folder(config).is_dir():
            config.watch.append(str(self._history_folder(config)))
        if self._preview is not None:
            self._preview.redirect(config)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read, check and present; a file that cannot be read stops the build before anything is written."""
        try:
            pages, attached = self._make(config)
        except CatalogueError as error:
            raise PluginError(_list_faults(_LAW_BROKEN, error.findings)) from error
        except TemplateError as error:
            raise PluginError(_describe_template_error(error)) from error
        self._made.clear()
        _drop_theme_files(files, config)
        for page in pages:
            if files.get_file_from_path(page.file) is None:  # a page written by hand wins
                files.append(_page_file(page, config))
                self._made.add(page.file)
        for name, content in attached.items():
            files.append(File.generated(config, name, content=content))
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Spare our pages the way through Markdown, but those that somebody put into the navigation."""
        chosen = {page.file.src_uri for page in nav.pages}
        for file in files.documentation_pages():
            if file.src_uri in self._made - chosen:
                ReadyPage(None, file, config)  # sets file.page
        return nav

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keep the theme's templates compiled while serving."""
        del config, files
        if self._preview is not None:
            self._preview.remember_templates(env)
        return env

    @event_priority(-100)  # after whatever else works on the built folder
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add the search, and serve what was built."""
        if self._preview is None or not self._only_pages:  # with --kun each edit is to be seen at once
            add_search(config, examples=self.config.søg_eksempler)
        if self._preview is not None:
            self._preview.put_in_place(config)

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., object]
    ) -> LiveReloadServer:
        """See edits sooner, and survive those that cannot be built."""
        del builder
        if self._preview is not None:
            tune_server(server, config)
            for address in self._only_pages:
                _log.info("Her er kommunens side: %s%s", server.url, address)
        return server

    def on_shutdown(self) -> None:
        """Leave nothing behind."""
        if self._preview is not None:
            self._preview.clear()

    def _make(self, config: MkDocsConfig) -> tuple[list[Page], dict[str, bytes]]:
        only = self.config.kun or os.environ.get(ONLY_VARIABLE, "")
        report = self._check(config, only)
        catalogues = self._load_catalogues()
        site_options = SiteOptions(
            name=config.site_name,
            examples=self.config.eksempler,
            find_examples=self.config.søg_eksempler,
            only=only,
            confirmed=self._confirmed(),
            publisher=self.config.udgiver,
            contact=self.config.kontakt,
            statement=self.config.tilgængelighedserklæring,
            drafts=self._read_drafts(config),
            release=Release(self.config.tilbagehold_lovtjek, frozenset(self.config.frigivet_lovtjek)),
            history=self._read_history(config),
            address=config.site_url or "",
        )
        pages = make_pages(report, catalogues, site_options)
        own = {f"{area}/kommuner/{only}/" for area in known_areas()}
        self._only_pages = [page.address for page in pages if page.address in own]
        if only and not self._only_pages:
            raise PluginError(self._describe_unknown(config, only))
        self._tell_missing_paper()
        return pages, attached_files(report, catalogues, site_options)

    def _tell_missing_paper(self) -> None:
        """Say once, not at each edit, that there will be no leaflets; the pages do not lead to them then."""
        if not (paper.available() or self._paper_missed):
            self._paper_missed = True
            _log.info("OBS: %s", paper.MISSING)

    def _load_catalogues(self) -> list[Catalogue]:
        """Forget what was read of the law and the register if it has changed since: reading it takes a while."""
        found = sorted(path for name in _LAW_FOLDERS for path in (_PACKAGE / name).rglob("*.yml"))
        seen = "\n".join(f"{path} {path.stat().st_mtime_ns} {path.stat().st_size}" for path in found)
        if seen != self._law_read:
            for load in _LOADERS:
                load.cache_clear()
            self._law_read = seen
        try:
            return [load_catalogue(area) for area in known_areas()]
        except CatalogueError as error:
            raise PluginError(_list_faults(_LAW_BROKEN, error.findings)) from error

    def _read_drafts(self, config: MkDocsConfig) -> dict[str, LegalBasis]:
        files = {area: self._path(config, name) for area, name in self.config.lovudkast.items()}
        for area, path in files.items():
            if area not in known_areas() or not path.is_file():
                raise PluginError(f"lovudkast: '{area}: {self.config.lovudkast[area]}' er ikke et område og en fil.")
        return {area: load_edition(path, load_catalogue(area)) for area, path in files.items()}

    def _path(self, config: MkDocsConfig, name: str) -> Path:
        return Path(config.config_file_path or ".").resolve().parent / name

    def _folder(self, config: MkDocsConfig) -> Path:
        return self._path(config, self.config.mappe)

    def _history_folder(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or ".").resolve().parent / self.config.historik

    def _read_history(self, config: MkDocsConfig) -> tuple[Snapshot, ...]:
        try:
            return load_history(self._history_folder(config))
        except HistoryError as error:
            raise PluginError(str(error)) from None

    def _check(self, config: MkDocsConfig, only: str) -> Report:
        folder = self._folder(config)
        if not folder.is_dir():
            raise PluginError(f"Mappen med standarder findes ikke: {self.config.mappe}")
        try:
            day = current_day(self.config.dato)
        except ValueError as error:
            raise PluginError(f"'{error}' er ikke en dato. Skriv fx 2026-11-22.") from None
        # With one municipality, its own file alone is read, and those it inherits from.
        paths = [Path(os.path.relpath(folder))]
        if only:
            paths = [path for path in find_standard_files(paths)[0] if path.stem == only]
        report = run_check(paths, day)
        unreadable = [*report.collection.findings]
        for typed in report.collection.unreadable:
            unreadable.extend(typed.findings)
        for sheet in report.sheets:
            unreadable.extend(sheet.findings if sheet.broken else [])
        if unreadable and not self.config.tillad_fejl:
            raise PluginError(_list_faults("Siden er ikke bygget, fordi noget ikke kan læses:", unreadable))
        _log.info("%d standarder, målt på %s", len(report.assessed), day.isoformat())
        if not can_make_spreadsheet():
            _log.info(MISSING)
        for number in self._shown_numbers():
            if number.stale_on(day):  # told, but never the reason that a strict build keeps everything else back
                _log.info(
                    "OBS: %s er sidst kontrolleret %s. Ring og hør efter, om det virker.", number.name, number.checked
                )
        return report

    def _confirmed(self) -> frozenset[str]:
        return frozenset({*self.config.akut_bekræftet, *self.config.hjælp_bekræftet})

    def _shown_numbers(self) -> list[Number | Helper]:
        """Return the telephone numbers that the site shows of its own."""
        paths = [one for area in known_areas() if (one := load_complaint_paths(area)) is not None]
        helpers = [helper for one in paths for helper in one.shown_helpers(self._confirmed())]
        return [*load_acute_help().shown(self._confirmed()), *helpers]

    def _describe_unknown(self, config: MkDocsConfig, only: str) -> str:
        standards = {path.stem for path in find_standard_files([self._folder(config)])[0]}
        known = sorted(standards | load_register().municipalities.keys())
        near = difflib.get_close_matches(to_ascii(only.lower()), known, n=3) or ["aarhus", "strandlev"]
        return f"Der er ingen kommune, der hedder '{only}' i adressen. Mente du {' eller '.join(near)}?"


def _list_faults(heading: str, findings: list[Finding]) -> str:
    grave = [one for one in findings if one.severity is Severity.ERROR] or findings
    lines = [f"{one.place.file}:{one.place.line}: {one.message} {one.hint}" for one in grave]
    return "\n".join([heading, *lines])


def _describe_template_error(error: TemplateError) -> str:
    """Say where in which template: Jinja's traceback ends in the template's own lines."""
    frames = [one for one in traceback.extract_tb(error.__traceback__) if one.filename.endswith(".j2")]
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}: " if frames else ""
    return f"En skabelon kan ikke bruges: {place}{error.message}"


def _drop_theme_files(files: Files, config: MkDocsConfig) -> None:
    """Leave out the theme's own scripts, styles and pictures: our pages use none of them."""
    ours = {str(_PACKAGE / "theme"), config.theme.custom_dir}
    theirs = {str(folder) for folder in config.theme.dirs} - ours
    for file in list(files):
        if file.src_dir is not None and str(file.src_dir) in theirs:
            files.remove(file)


def _page_file(page: Page, config: MkDocsConfig) -> File:
    file = File.generated(config, page.file, content=page.markdown(), inclusion=InclusionLevel.NOT_IN_NAV)
    if page.source:
        file.edit_uri = page.source
    return file
