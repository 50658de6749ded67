"""The index for the search in the browser, made by pagefind over a built site.

Only what stands in a page's own block is indexed (``data-pagefind-body``). The search itself is
``theme/assets/soeg.js``; nothing of pagefind's own user interface is kept.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

from kvalitet.wordforms import load_word_forms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

INDEX_FOLDER = "pagefind"
LOOKUP = "opslag.json"
"""What our own search needs besides: other words, all words of the site (pagefind takes the beginning of a word it does
not know for the word), and of each page whom it is for and which municipality it is about. Pagefind's filters would
tell the latter too, but write their values in another order each time."""
_EXAMPLES = "[data-opfundet]"
_ENTRY = "pagefind-entry.json"
_SIGNATURE = b"pagefind_dcd"  # before the JSON of each compressed file
_WORD = re.compile(r"[^\W_]{2,}")
_UNUSED = ("pagefind-*", "wasm.unknown.*")  # user interfaces, the worker, and the search for languages unknown


class SearchError(Exception):
    """The site cannot be indexed; the message says why."""


class NoIndexerError(SearchError):
    """Pagefind is not installed, or has no program for this kind of machine."""


def find_indexer() -> Path:
    """Return pagefind's program."""
    try:
        import pagefind_bin  # type: ignore[import-untyped]  # noqa: PLC0415 - untyped; only a site needs it

        program: Path = pagefind_bin.get_executable()
    except (ImportError, FileNotFoundError) as error:
        message = "Pagefind mangler, så siden får ingen søgning. Installer pakken pagefind_bin."
        raise NoIndexerError(message) from error
    return program


def index_site(folder: Path, *, examples: bool = False) -> int:
    """Put the index of the site in ``folder`` below ``pagefind/``, and return how many pages can be found.

    ``examples``: whether invented municipalities can be found. The same site gives the same bytes. Raises
    ``SearchError``, and ``CatalogueError`` if the words to search by have faults.
    """
    program = find_indexer()
    forms = load_word_forms()
    target = folder / INDEX_FOLDER
    shutil.rmtree(target, ignore_errors=True)
    command = [str(program), "--site", str(folder), "--output-subdir", INDEX_FOLDER, "--silent"]
    command += ["--force-language", "da"]
    if not examples:
        command += ["--exclude-selectors", _EXAMPLES]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8", errors="replace")  # noqa: S603 - pagefind's own program, over a folder of ours
    entry = target / _ENTRY
    if done.returncode != 0 or not entry.is_file():
        raise SearchError(f"Pagefind kunne ikke lave søgningen:\n{done.stdout}{done.stderr}".rstrip())
    for pattern in _UNUSED:
        for path in target.glob(pattern):
            if path != entry:
                path.unlink()
    pages = dict(_read_pages(target))
    known = {word for page in pages.values() for word in _WORD.findall(page["content"].lower())}
    told = {name: [page["meta"].get("slags", "alle"), page["meta"].get("kommune", "")] for name, page in pages.items()}
    lookup = {**forms.for_browser(), "kendte": sorted(known), "sider": told}
    text = json.dumps(lookup, ensure_ascii=False, separators=(",", ":"))
    (target / LOOKUP).write_text(f"{text}\n", encoding="utf-8", newline="\n")
    return len(pages)


def _read_pages(target: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each page that can be found: its id in the search, and what pagefind has kept of it."""
    for path in sorted(target.glob("fragment/*")):
        packed = gzip.decompress(path.read_bytes())
        yield path.stem, json.loads(packed.removeprefix(_SIGNATURE))
