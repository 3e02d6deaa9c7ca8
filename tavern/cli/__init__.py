"""argv → one call → exit code. What a command needs is imported by that command alone, so that `--version` is quick."""

import signal
from importlib import import_module

import click

from tavern import __version__
from tavern.cli.options import FINE
from tavern.edge import exit_code_of, mend_streams, usage_problem

COMMANDS = {  # name → the module of this package it is in, and what it is called there
    "play": ("play", "play"),
    "new": ("new", "new"),
    "watch": ("watch", "watch"),
    "check": ("check", "check"),
    "explain": ("explain", "explain"),
    "test": ("test", "test"),
    "record": ("record", "record"),
    "why": ("why", "why"),
    "explore": ("explore", "explore"),
    "graph": ("graph", "graph"),
    "prove": ("prove", "prove"),
    "report": ("report", "report"),
    "pack": ("pack", "pack"),
    "install": ("install", "install"),
    "schema": ("schema", "schema"),
    "games": ("saves", "saved"),
    "paths": ("paths", "paths"),
}


class Commands(click.Group):
    """The table of commands as click wants it; a command's module is imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Their names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name, if there is one."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command = getattr(import_module(f"tavern.cli.{module}"), name)
        assert isinstance(command, click.Command)  # noqa: S101 - for the type: the table is ours
        command.short_help = _without_example(command.help or "")
        return command


def _without_example(text: str) -> str:
    """The first paragraph of a command's help, for the list of them: it has no room for the example."""
    return " ".join(text.partition("\n\n")[0].split()).partition(": `tavern")[0].rstrip(".")


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tavern", message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context) -> int | None:
    """The Rusted Tankard: mysteries for the terminal, and the kit to write your own.

    Without a command it opens the game.
    """
    if context.invoked_subcommand is None:
        from tavern.cli.play import play

        code = context.invoke(play)
        return code if isinstance(code, int) else FINE
    return None


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; the exit code: 0 fine, 1 content or save problem, 2 wrong usage, 128 + n after a signal."""
    mend_streams()
    try:
        result = cli.main(arguments, prog_name="tavern", standalone_mode=False)
    except click.exceptions.Abort:
        return 128 + signal.SIGINT
    except click.ClickException as problem:
        return usage_problem(problem)
    except OSError as error:
        return exit_code_of(error)
    return result if isinstance(result, int) else FINE
