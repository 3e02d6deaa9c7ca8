"""What several commands share: exit codes, options, and where content and saves are."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tavern.game import Desk
    from tavern.games import Games

FINE, PROBLEM, USAGE = 0, 1, 2
content_option = click.option(
    "--content", type=click.Path(path_type=Path), help="A folder of mysteries to look in first."
)
saves_option = click.option("--saves", type=click.Path(path_type=Path), help="The folder your games are kept in.")


def open_games(
    content: Path | None,
    saves: Path | None,
    *,
    unsaved: bool = False,
    first: "Iterable[Path]" = (),
    desk: "Desk | None" = None,
) -> "Games":
    """The games there are; mysteries are looked for under `first` before anywhere else. Raises Problem."""
    from tavern.games import Games
    from tavern.paths import saves_dir

    return Games([*first, *content_roots(content)], None if unsaved else saves_dir(saves), desk)


def content_roots(chosen: Path | None) -> list[Path]:
    """The folders to look in. Raises Problem when the one that was named is not there."""
    from os import environ
    from os.path import isdir

    from tavern import paths
    from tavern.problem import Problem

    roots = paths.content_roots(chosen)
    if (chosen or environ.get("TAVERN_CONTENT")) and not isdir(roots[0]):  # noqa: PTH112 - False where one may not look
        wrong = "--content" if chosen else "TAVERN_CONTENT"
        raise Problem(f"There is no folder {roots[0]} to look for mysteries in: correct {wrong}, or leave it away.")
    return roots
