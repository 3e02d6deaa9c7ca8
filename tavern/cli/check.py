"""`tavern check`: what is wrong with content."""

from pathlib import Path

import click

from tavern.cli.options import FINE, PROBLEM, content_option, content_roots
from tavern.edge import problems, say


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), required=True)
@click.option(
    "--format", "shape", type=click.Choice(["full", "concise", "json"]), default="full", help="How to print them."
)
@content_option
def check(paths: tuple[Path, ...], shape: str, content: Path | None) -> int:
    """Find the mistakes in a mystery: `tavern check content/cellar_secret`.

    Where there are none it says so in a line; in the shape "concise" it prints nothing, in "json" an empty list. A setting
    alone is judged by what it has. The exit code is 1 when there is an error, and 0 for warnings.
    """
    from tavern.authoring.check import check as check_content

    with problems():
        printed, has_errors = check_content(paths, shape, content_roots(content))
    if printed:
        say(printed)
    return PROBLEM if has_errors else FINE
