"""The command ``import``: a document to a draft, to what a file lacks, or back to the standard it came from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kvalitet.catalogue import known_areas, load_catalogue
from kvalitet.cli.danish import DanishCommand
from kvalitet.cli.options import DEFAULT_FOLDER, day_option
from kvalitet.cli.standards import assess_one
from kvalitet.importing.documents import Document, UnreadableError, read_guarded
from kvalitet.importing.documents.libraries import need_libraries
from kvalitet.importing.names import find_name
from kvalitet.reading import Scalar, read_text
from kvalitet.register import load_register
from kvalitet.standard.model import slug_of

if TYPE_CHECKING:
    from datetime import date

_AREAS = known_areas()
_FILE = click.Path(path_type=Path)


@click.command("import", cls=DanishCommand, epilog="Eksempel: kvalitet import standard.docx --kommune Odense")
@click.argument("path", metavar="FIL", type=_FILE)
@click.option("--kommune", "name", metavar="NAVN", help="Kommunens navn, hvis det ikke fremgår af dokumentet.")
@click.option("--område", "area", type=click.Choice(_AREAS), default=_AREAS[0], help="Serviceområdet.")
@click.option("--eksempel", "example", is_flag=True, help="Kommunen er opfundet.")
@click.option("--out", metavar="STI", type=_FILE, help="Filen eller mappen, udkastet skrives i.")
@click.option("--ind-i", "existing", metavar="FIL", type=_FILE, help="Udfyld kun det, der mangler i en standard.")
@click.option("--sammenlign", "origin", metavar="STANDARD", help="Vis, hvad kolleger har rettet i en Word-udgave.")
@click.option("--på-stedet", "in_place", is_flag=True, help="Skriv det i den fil, --ind-i nævner.")
@day_option
def import_(  # noqa: PLR0913, PLR0917 - one argument per option
    path: Path,
    name: str | None,
    area: str,
    out: Path | None,
    existing: Path | None,
    origin: str | None,
    day: date,
    *,
    example: bool,
    in_place: bool,
) -> int:
    """Lav et udkast til en standard ud fra et dokument: .docx, .pdf, .html eller .md. Intet overskrives."""
    if in_place and existing is None:
        raise click.UsageError("--på-stedet kan kun bruges sammen med --ind-i FIL.")
    if origin is not None:
        return _compare(path, origin, day)
    document = _read(path)
    if existing is not None:
        return _fill(document, existing, area, existing if in_place else out, in_place=in_place)
    from kvalitet.importing.importer import import_document  # noqa: PLC0415 - needs libraries that are an extra
    from kvalitet.importing.summary import tell_import  # noqa: PLC0415 - as above
    from kvalitet.importing.write import Cover  # noqa: PLC0415 - as above

    chosen = _choose_name(name, document, example=example)
    target = _choose_target(out, area, chosen)
    imported = import_document(document, load_catalogue(area), Cover(chosen, example, path.name, day))
    _write_new(target, imported.text)
    click.echo("\n".join(tell_import(imported)))
    click.echo(f"\n{target.as_posix()} er lavet. Læs den igennem, og kør: kvalitet check {target.as_posix()}")
    return 0


def _fill(document: Document, existing: Path, area: str, target: Path | None, *, in_place: bool) -> int:
    """Fill in what a standard lacks; without a place to write to, show it alone."""
    from kvalitet.importing.fill import UnfillableError  # noqa: PLC0415 - needs libraries that are an extra
    from kvalitet.importing.importer import fill_document  # noqa: PLC0415 - as above
    from kvalitet.importing.summary import tell_fill  # noqa: PLC0415 - as above

    if not existing.is_file():
        raise click.UsageError(f"'{existing}' findes ikke. Skriv en standard, der ender på .yml, efter --ind-i.")
    try:
        text = existing.read_bytes().decode("utf-8")
        filled, draft = fill_document(document, load_catalogue(_area_of(text) or area), text)
    except UnicodeDecodeError:
        raise click.ClickException(f"{existing.as_posix()} er ikke gemt som UTF-8.") from None
    except UnfillableError as error:
        raise click.ClickException(f"{existing.as_posix()}: {error}") from None
    click.echo("\n".join(tell_fill(filled, draft)))
    if target is None:
        click.echo("\nIntet er skrevet. Skriv --out FIL for at få en ny fil, eller --på-stedet for at ændre den gamle.")
        return 0
    if in_place:
        _replace(target, filled.text)
    else:
        _write_new(target, filled.text)
    click.echo(f"\n{target.as_posix()} er {'ændret' if in_place else 'lavet'}.")
    return 0


def _area_of(text: str) -> str | None:
    """Return the area that a standard names, where there is a catalogue for it."""
    root, _ = read_text(text.removeprefix("\ufeff"), "")
    entry = root.entries.get("område") if root is not None else None
    name = entry.value.text.strip() if entry is not None and isinstance(entry.value, Scalar) else None
    return name if name in _AREAS else None


def _compare(path: Path, origin: str, day: date) -> int:
    """Tell what differs between an edited Word file and the standard that it was exported from."""
    _read(path)  # in a process of its own first: what cannot be read is told there
    assessed = assess_one(origin, day)
    if assessed is None:
        return 1
    from kvalitet.importing.returned import compare_returned  # noqa: PLC0415 - needs libraries that are an extra
    from kvalitet.importing.summary import tell_returned  # noqa: PLC0415 - as above

    try:
        returned = compare_returned(path.read_bytes(), path.name, assessed, day)
    except UnreadableError as error:
        raise click.ClickException(f"{error.message} {error.advice}") from None
    click.echo("\n".join(tell_returned(returned, assessed.standard.file)))
    return 0


def _replace(path: Path, text: str) -> None:
    """Write ``text`` in the place of ``path`` in one step, so that a file is never half written."""
    beside = path.with_name(f".{path.name}.ny")
    beside.write_bytes(text.encode("utf-8"))
    beside.replace(path)


def _read(path: Path) -> Document:
    if not path.exists():
        raise click.UsageError(f"'{path}' findes ikke. Skriv et dokument, der ender på .docx, .pdf, .html eller .md.")
    if path.is_dir():
        raise click.UsageError(f"'{path}' er en mappe. Skriv ét dokument ad gangen.")
    try:
        need_libraries("ruamel.yaml")
        return read_guarded(path)
    except UnreadableError as error:
        raise click.ClickException(f"{error.message} {error.advice}") from None


def _choose_name(name: str | None, document: Document, *, example: bool) -> str:
    """Return the municipality's name: the given one, else the one that the document names most often."""
    if name is None:
        found = None if example else find_name(document.blocks, load_register())
        if found is None:
            raise click.UsageError("Det fremgår ikke, hvilken kommune dokumentet er fra. Skriv den med --kommune NAVN.")
        return found
    known = load_register().find(name)
    if known is None and not example:
        message = f"Der er ingen kommune i registret, der hedder '{name}'. Er den opfundet, så skriv --eksempel."
        raise click.UsageError(message)
    return known.name if known is not None and not example else name


def _choose_target(out: Path | None, area: str, name: str) -> Path:
    """Return where the draft is written, before any work is done; raise where a file stands there."""
    file = f"{slug_of(name)}.yml"
    target = DEFAULT_FOLDER / area / file if out is None else out / file if out.is_dir() else out
    if target.exists():
        raise click.ClickException(
            f"{target.as_posix()} findes allerede og er ikke rørt. Vælg et andet sted med --out."
        )
    return target


def _write_new(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise click.ClickException(f"{target.as_posix()} findes allerede og er ikke rørt.") from None
