"""Prints the reference anew: `python -m tavern.cli.reference` writes the schema and the pages of keys and of commands."""

from collections.abc import Iterator
from pathlib import Path

import click

from tavern.cli import cli

ROOT = Path(__file__).resolve().parents[2]
HEAD = """# The commands

`tavern` alone opens the game. Every command prints its result on standard output and everything else on standard error; it ends
with 0 when all is well, 1 when the content or a save has a problem, 2 when the command line is wrong.
"""
WIDTH = 100  # columns of the help, whatever terminal it is printed from


def pages() -> dict[Path, str]:
    """Every file that is printed, and what has to stand in it."""
    from tavern.compiler.reference import page
    from tavern.compiler.schema import FILE, schema

    return {
        ROOT / "content" / FILE: schema(),
        ROOT / "docs" / "reference" / "format.md": page(),
        ROOT / "docs" / "reference" / "commands.md": commands(),
    }


def commands() -> str:
    """The page of commands: the help of each, sub-commands after the command they belong to."""
    context = click.Context(cli, info_name="tavern", terminal_width=WIDTH, **cli.context_settings)
    return "\n".join([HEAD, *_helps(cli, context)])


def _helps(group: click.Group, context: click.Context) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            continue
        inner = click.Context(command, info_name=name, parent=context, terminal_width=WIDTH)
        text = "\n".join(line.rstrip() for line in command.get_help(inner).splitlines())
        yield from (f"## `{inner.command_path}`", "", "```text", text, "```", "")
        if isinstance(command, click.Group):
            yield from _helps(command, inner)


def main() -> None:
    """Write what has changed, and name it."""
    for path, text in pages().items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            click.echo(f"written: {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
