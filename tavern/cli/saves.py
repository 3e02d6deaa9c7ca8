"""`tavern games`: what can be done with saved games from outside."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tavern.cli.options import FINE, PROBLEM, open_games, saves_option
from tavern.edge import agrees, complain, problems, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from tavern.games import Games


@click.group(name="games")
def saved() -> None:
    """List, rename, delete, export and import saved games."""


@saved.command(name="list")
@saves_option
def list_(saves: Path | None) -> int:
    """Every saved game, the one played last first."""
    return _with_games(saves, _list)


def _list(games: "Games") -> None:
    for game in games.saved():
        say(f"{game.name}  ·  {game.title}  ·  {game.summary}{'  ·  ended' if game.ended else ''}")
    for name in games.damaged():
        say(f"{name}  ·  damaged: `tavern games repair` keeps what is good")


@saved.command()
@click.argument("game")
@click.argument("name")
@saves_option
def rename(game: str, name: str, saves: Path | None) -> int:
    """Give a saved game another name."""
    return _with_games(saves, lambda games: games.rename(game, name))


@saved.command()
@click.argument("game")
@click.option("--yes", is_flag=True, help="Do not ask.")
@saves_option
def delete(game: str, yes: bool, saves: Path | None) -> int:  # noqa: FBT001 - a flag of the command line
    """Delete a saved game for good."""
    if not yes and not agrees(f"Delete “{game}” for good?"):
        return FINE
    return _with_games(saves, lambda games: games.delete(game))


@saved.command()
@click.argument("game")
@click.argument("file", type=click.Path(path_type=Path))
@saves_option
def export(game: str, file: Path, saves: Path | None) -> int:
    """Write one saved game into a file."""
    return _with_games(saves, lambda games: games.export(game, file))


@saved.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@saves_option
def import_(file: Path, saves: Path | None) -> int:
    """Take in a game from a file."""
    return _with_games(saves, lambda games: say(f"Taken in as “{games.import_(file).name}”."))


@saved.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@saves_option
def repair(yes: bool, saves: Path | None) -> int:  # noqa: FBT001 - a flag of the command line
    """Keep what is good of damaged games, each as a new game; the damaged ones stay."""
    return _with_games(saves, lambda games: _repair(games, may_set_aside=yes))


def _repair(games: "Games", *, may_set_aside: bool) -> None:
    from tavern.games import BeyondRepair

    try:
        say("\n".join(games.repair()) or "No game is damaged.")
    except BeyondRepair as problem:
        complain(str(problem))
        if not may_set_aside and not agrees("Set the file aside and begin a new one?"):
            raise SystemExit(PROBLEM) from None
        say(f"It was set aside as {games.set_aside()}.")


def _with_games(saves: Path | None, act: "Callable[[Games], object]") -> int:
    with problems():
        games = open_games(None, saves)
        try:
            act(games)
        finally:
            games.close()
    return FINE
