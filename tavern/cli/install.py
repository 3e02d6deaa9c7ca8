"""`tavern install`: a pack becomes one of the player's mysteries."""

from pathlib import Path

import click

from tavern.cli.options import FINE, content_option, content_roots
from tavern.edge import problems, say


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Put it in the place of a version that is installed already.")
@content_option
def install(file: Path, *, replace: bool, content: Path | None) -> int:
    """Take in a mystery from a file: `tavern install a_mystery.zip`.

    The file is checked as a stranger's: nothing of it is run, only text is read, and it lands whole or not at all. After
    that it stands in the title screen, and `tavern paths` shows where it is.
    """
    from tavern.authoring.pack.installing import install as install_pack
    from tavern.paths import packs_dir

    with problems():
        done = install_pack(file, packs_dir(), content_roots(content), replace=replace)
        told = "Replaced" if done.replaced else "Installed"
        say(f"{told}: “{done.title}”, in {done.path}. `tavern play {done.id}` begins it.")
    return FINE
