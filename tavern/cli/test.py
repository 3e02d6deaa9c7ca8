"""`tavern test`: the transcripts of a mystery, played."""

from pathlib import Path

import click

from tavern.cli.options import FINE, PROBLEM, content_option, content_roots
from tavern.edge import problems, say


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True), required=True)
@content_option
def test(paths: tuple[Path, ...], content: Path | None) -> int:
    """Play the transcripts of a mystery and show where it goes otherwise: `tavern test content/cellar_secret`."""
    from tavern.authoring.transcript import test_all

    with problems():
        printed, failed = test_all(paths, content_roots(content))
        say(printed)
        return PROBLEM if failed else FINE
