"""`tavern check`: what is wrong with content."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tavern.cli.options import FINE, PROBLEM, content_option, content_roots
from tavern.edge import complain, problems, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from tavern.authoring.check import Checked


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), required=True)
@click.option(
    "--format", "shape", type=click.Choice(["full", "concise", "json"]), default="full", help="How to print them."
)
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved, until Ctrl-C.")
@content_option
def check(paths: tuple[Path, ...], shape: str, content: Path | None, *, watch: bool) -> int:
    """Find the mistakes in a mystery: `tavern check content/cellar_secret`.

    A path is a folder of content, one of its files, a folder of several mysteries, or the id of a mystery. Every mistake is
    shown at its line, with its cause and what to type instead; `tavern explain T012` says more about a code.

    Lines are as wide as the terminal, or as COLUMNS says; in a pipe 80 cells.

    Where there are none it says so in a line; in the shape "concise" it prints nothing, in "json" an empty list. A setting
    alone is judged by what it has. The exit code is 1 when there is an error, and 0 for warnings.
    """
    from shutil import get_terminal_size

    from tavern.authoring.check import check as check_content

    def once() -> "Checked":
        with problems():
            return check_content(paths, shape, content_roots(content), get_terminal_size().columns)

    checked = _printed(once())
    if watch:
        checked = _watched(checked, once)
    return PROBLEM if checked.has_errors else FINE


def _printed(checked: "Checked") -> "Checked":
    if checked.text:
        say(checked.text)
    return checked


def _watched(checked: "Checked", once: "Callable[[], Checked]") -> "Checked":
    """Checks again at every change until it is interrupted; the last result."""
    from tavern.authoring.changes import next_change
    from tavern.compiler.stamps import stamps

    before = stamps(checked.folders)
    try:
        while True:
            complain(_waiting(checked))
            files = next_change(checked.folders, before)
            before = stamps(checked.folders)
            _part(", ".join(path.name for path in files))
            checked = _printed(once())
    except KeyboardInterrupt:
        return checked


def _waiting(checked: "Checked") -> str:
    return f"Watching {', '.join(map(str, checked.folders))}. Ctrl-C ends."


def _part(files: str) -> None:
    """A clean screen in a terminal; elsewhere a line between two results."""
    click.clear()
    complain(f"--- {files} was saved ---")
