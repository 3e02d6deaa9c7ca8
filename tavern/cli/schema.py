"""`tavern schema`: the format for editors."""

import click

from tavern.cli.options import FINE
from tavern.edge import say


@click.command()
def schema() -> int:
    """Print the JSON Schema of the format, by which an editor completes and checks what you write.

    `tavern schema > mystery.schema.json` keeps it beside your mysteries. A file in the folder of one of them finds it by its
    first line: `# yaml-language-server: $schema=../mystery.schema.json`. `tavern new` writes both.
    """
    from tavern.compiler.schema import schema as schema_of_the_format

    say(schema_of_the_format().rstrip("\n"))
    return FINE
