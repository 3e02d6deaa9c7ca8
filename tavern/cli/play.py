"""`tavern play`: on screens, line by line, or for programs."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tavern.cli.options import content_option, open_games, saves_option
from tavern.edge import clean_end, problems

if TYPE_CHECKING:
    from tavern.games import Games


class PlayOptions(TypedDict):
    """What `play` is called with."""

    mystery: str | None
    save: str | None
    new: bool
    plain: bool
    jsonl: bool
    unsaved: bool
    seed: int | None
    content: Path | None
    saves: Path | None


@click.command()
@click.argument("mystery", required=False)
@click.option("--save", "save", metavar="NAME", help="Go on with the game of that name, or begin one under it.")
@click.option("--new", is_flag=True, help="Begin anew even when there is a game to go on with.")
@click.option("--plain", is_flag=True, help="Line by line, without a screen; chosen by itself in a pipe.")
@click.option("--jsonl", is_flag=True, help="One line in, one JSON object out, for programs.")
@click.option("--no-save", "unsaved", is_flag=True, help="Write nothing down: the game is gone when you leave.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="What chance decides in a new game.")
@content_option
@saves_option
def play(**options: Unpack[PlayOptions]) -> int:
    """Play a mystery: `tavern play`, `tavern play cellar_secret`, `tavern play --save "Rainy evening"`."""
    if options["unsaved"] and options["save"] is not None:
        raise click.UsageError("--no-save keeps no game, so that --save NAME has nothing to name.")
    if options["plain"] or options["jsonl"] or not _is_screen():
        return _play_lines(options)
    from tavern.tui.launch import run

    games = partial(_games_for, options)  # called behind the first paint
    return run(games, options["mystery"], options["save"], new=options["new"], seed=options["seed"])


def _is_screen() -> bool:
    """Whether there is a terminal that can show more than lines."""
    from os import environ

    kind = environ.get("TERM", "" if sys.platform != "win32" else "windows")
    return sys.stdin.isatty() and sys.stdout.isatty() and kind not in ("", "dumb", "unknown")


def _play_lines(options: PlayOptions) -> int:
    from tavern import plain

    console = plain.stdio()
    with problems(), clean_end():
        games = _games_for(options)
        try:
            game = games.take_up(options["mystery"], options["save"], new=options["new"], seed=options["seed"])
            playing = plain.play_json if options["jsonl"] else plain.play
            return playing(games, game, console)
        finally:
            games.close()


def _games_for(options: PlayOptions) -> "Games":
    return open_games(options["content"], options["saves"], unsaved=options["unsaved"])
