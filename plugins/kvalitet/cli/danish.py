"""Click's own words in Danish: usage, options and the complaints about bad options."""

from __future__ import annotations

import re
import sys
from typing import IO, Any

import click

_NAME = "kvalitet"
_USAGE = "Brug: "

# (click's words, ours); groups carry the names over. Tests run a bad call of every kind past this table.
_COMPLAINTS: tuple[tuple[str, str], ...] = (
    (r"No such command '(.+?)'\.(?: \(?Did you mean.*)?", r"Kommandoen '\1' findes ikke."),
    (
        r"No such option[: ]+'?(-[^\s'.]+)'?\.?(?: \(?(?:Did you mean|Possible options).*)?",
        r"Tilvalget '\1' findes ikke.",
    ),
    (r"Missing argument '(.+?)'\. Choose from:\s*(.+)", r"Der mangler noget: \1. Vælg en af: \2"),
    (r"Missing argument '(.+?)'\.", r"Der mangler noget: \1."),
    (r"Missing option '(.+?)'.*", r"Tilvalget \1 mangler."),
    (r"Missing command\.", "Skriv en kommando."),
    (r"Option '(.+?)' requires an argument\.", r"Tilvalget '\1' skal have en værdi."),
    (r"Option '(.+?)' does not take a value\.", r"Tilvalget '\1' kan ikke have en værdi."),
    (r"Got unexpected extra arguments? \((.+)\)", r"Det her hører ikke til: \1"),
    (r"Invalid value for (.+?): '(.+?)' is not one of (.+)\.", r"\1: '\2' kan ikke bruges. Vælg en af \3."),
    (r"Invalid value for (.+?): '(.+?)' is not ('.+')\.", r"\1: '\2' kan ikke bruges. Skriv \3."),
    (
        r"Invalid value for (.+?): (?:Path|File|Directory) '(.+?)' does not exist\.",
        r"\1: '\2' findes ikke.",
    ),
    (r"Invalid value for (.+?): (.+)", r"\1: \2"),
)


def translate(message: str) -> str:
    """Return click's complaint in Danish; what the table does not know stays as it is."""
    for pattern, danish in _COMPLAINTS:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match is not None:
            return match.expand(danish)
    return message


class _DanishHelp(click.Command):
    """A command whose help speaks Danish."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        for english, danish in (("OPTIONS", "TILVALG"), ("COMMAND", "KOMMANDO"), ("[ARGS]...", "…")):
            pieces = pieces.replace(english, danish)
        formatter.write_usage(ctx.command_path, pieces, prefix=_USAGE)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [record for one in self.get_params(ctx) if (record := one.get_help_record(ctx)) is not None]
        rows = [(name, text.replace("[required]", "[skal skrives]")) for name, text in records if text]
        if rows:
            with formatter.section("Tilvalg"):
                formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Vis denne hjælp."
        return option


class DanishCommand(_DanishHelp):
    """A command."""


class DanishGroup(_DanishHelp, click.Group):
    """A group of commands."""

    command_class = DanishCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands with their first sentence."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands under a Danish heading."""
        rows = [(name, self.commands[name].get_short_help_str(70)) for name in self.list_commands(ctx)]
        with formatter.section("Kommandoer"):
            formatter.write_dl(rows)


def run(command: click.Command, arguments: list[str] | None = None) -> int:
    """Run ``command`` and return its exit code: 2 for a bad call, with click's complaint in Danish."""
    try:
        result: Any = command.main(arguments, prog_name=_NAME, standalone_mode=False)
    except click.ClickException as error:
        _complain(error, sys.stderr)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Afbrudt.", err=True)
        return 130
    except BrokenPipeError:  # 'kvalitet check | head' is no fault of anyone
        sys.stderr.close()
        return 0
    except OSError as error:  # input that cannot be read is a finding; this is the place to write to
        click.echo(f"Fejl: '{error.filename}' kan ikke skrives. Se, om mappen findes, og om du har adgang.", err=True)
        return 2
    return result if isinstance(result, int) else 0


def _complain(error: click.ClickException, stream: IO[str]) -> None:
    message = translate(error.format_message())
    if message.startswith(_USAGE):  # nothing was asked for, and click answers with the help
        click.echo(message, file=stream)
        return
    click.echo(f"Fejl: {message}", file=stream)
    context = getattr(error, "ctx", None)
    if context is not None:
        click.echo(f"Hjælp: {context.command_path} --help", file=stream)
