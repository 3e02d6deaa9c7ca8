"""`tavern pack`: a mystery as one file."""

from pathlib import Path

import click

from tavern.cli.options import FINE, content_option, content_roots
from tavern.edge import problems, say


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="The zip to write; ID.zip in this folder if left out.")
@content_option
def pack(path: Path, out: Path | None, content: Path | None) -> int:
    """Pack a mystery into one file to hand on: `tavern pack my_mystery`.

    The zip holds the mystery's .yaml, .md and .txt files and the setting it borrows, and is the same to the byte whenever
    the content is the same. Whoever gets it types `tavern install FILE.zip`.
    """
    from tavern.authoring.pack.writing import pack as pack_content

    with problems():
        say(f"{pack_content(path, content_roots(content), out)}")
    return FINE
