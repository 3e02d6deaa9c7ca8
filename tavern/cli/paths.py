"""`tavern paths`: where content is looked for and where games are kept."""

from pathlib import Path

import click

from tavern.cli.options import FINE, content_option, saves_option
from tavern.edge import say


@click.command()
@content_option
@saves_option
def paths(content: Path | None, saves: Path | None) -> int:
    """Print where content is looked for and where games are kept: `tavern paths`."""
    from tavern.paths import content_roots, saves_dir

    for root in content_roots(content):
        say(f"content  {root}{'' if root.is_dir() else '  (not there)'}")
    say(f"saves    {saves_dir(saves)}")
    return FINE
