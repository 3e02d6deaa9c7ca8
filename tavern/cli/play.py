"""`tavern play`: on screens, line by line, or for programs."""

import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tavern.cli.options import content_option, content_roots, open_games, saves_option
from tavern.edge import clean_end, problems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tavern.game import Desk, Game
    from tavern.games import Games
    from tavern.plain import Console


class PlayOptions(TypedDict):
    """What `play` is called with."""

    mystery: str | None
    save: str | None
    new: bool
    plain: bool
    jsonl: bool
    unsaved: bool
    seed: int | None
    at: str | None
    author: bool
    watch: bool
    content: Path | None
    saves: Path | None


@dataclass(frozen=True, slots=True)
class Opening:
    """The game to open, where to look for its mystery first, and the lines that are played at once."""

    mystery: str | None
    save: str | None
    new: bool
    unsaved: bool
    seed: int | None
    roots: "Sequence[Path]" = ()
    lines: "Sequence[str]" = ()


@click.command()
@click.argument("mystery", metavar="[PATH|MYSTERY]", required=False)
@click.option("--save", "save", metavar="NAME", help="Go on with the game of that name, or begin one under it.")
@click.option("--new", is_flag=True, help="Begin anew even when there is a game to go on with.")
@click.option("--plain", is_flag=True, help="Line by line, without a screen; chosen by itself in a pipe.")
@click.option("--jsonl", is_flag=True, help="One line in, one JSON object out, for programs.")
@click.option("--no-save", "unsaved", is_flag=True, help="Write nothing down: the game is gone when you leave.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="What chance decides in a new game.")
@click.option("--at", metavar="FILE[:TURN]", help="Begin where a transcript has come to; not saved without --save.")
@click.option("--author", is_flag=True, help="With the author's desk: lines that begin with #. `#help` lists them.")
@click.option("--watch", is_flag=True, help="Read the files anew whenever one is saved. Writes nothing down.")
@content_option
@saves_option
def play(**options: Unpack[PlayOptions]) -> int:
    """Play a mystery: `tavern play`, `tavern play cellar_secret`, `tavern play --save "Rainy evening"`.

    With --watch, whoever writes sees at once what a change does: after each save of a file every line so far is played again
    on the new content, and the first that goes otherwise is told; a mistake is shown, and the story goes on as it was. With
    --save it begins with a copy of that game.
    """
    if options["unsaved"] and options["save"] is not None:
        raise click.UsageError("--no-save keeps no game, so that --save NAME has nothing to name.")
    if options["watch"] and options["jsonl"]:
        raise click.UsageError("--watch tells somebody who reads what has changed: leave --jsonl out.")
    if options["at"] is not None and options["seed"] is not None:
        raise click.UsageError("With --at the transcript says what chance decides (`@seed`): leave --seed out.")
    return play_opening(options, _opening(options))


def play_opening(options: PlayOptions, opening: Opening) -> int:
    """Play on screens or line by line, whichever fits; the exit code."""
    if options["plain"] or options["jsonl"] or not _is_screen():
        return _play_lines(options, opening)
    from tavern.tui.launch import run

    games = partial(_games_for, options, opening)  # called behind the first paint
    return run(
        games,
        opening.mystery,
        opening.save,
        new=opening.new,
        seed=opening.seed,
        lines=opening.lines,
        watch=options["watch"],
    )


def _opening(options: PlayOptions) -> Opening:
    """What to open; a transcript that cannot be played so far ends the command with a sentence."""
    save, new, unsaved = options["save"], options["new"], options["unsaved"]
    mystery, around = _meant(options)
    if options["at"] is None:
        return Opening(mystery, save, new, unsaved, options["seed"], around)
    from tavern.authoring.at import start_at

    with problems():
        roots = around or content_roots(options["content"])
        start = start_at(options["at"], mystery, roots, with_desk=options["author"])
    return Opening(start.mystery, save, True, save is None, start.seed, start.roots, start.lines)  # noqa: FBT003 - new


def _meant(options: PlayOptions) -> "tuple[str | None, Sequence[Path]]":
    """The id of the mystery that was named, and where to look for it first when it was named by its path."""
    from os.path import exists

    mystery = options["mystery"]
    if not mystery or not exists(mystery):  # noqa: PTH110 - False where one may not look
        return mystery, ()
    from tavern.authoring.where import id_at

    with problems():
        return id_at(mystery, content_roots(options["content"]))


def _is_screen() -> bool:
    """Whether there is a terminal that can show more than lines."""
    from os import environ

    kind = environ.get("TERM", "" if sys.platform != "win32" else "windows")
    return sys.stdin.isatty() and sys.stdout.isatty() and kind not in ("", "dumb", "unknown")


def _play_lines(options: PlayOptions, opening: Opening) -> int:
    from tavern import plain

    console = plain.stdio()
    with problems(), clean_end():
        games = _games_for(options, opening)
        try:
            game = games.take_up(opening.mystery, opening.save, new=opening.new, seed=opening.seed)
            game.play_on(opening.lines)
            if options["watch"]:
                return _play_watched(games, game, console)
            playing = plain.play_json if options["jsonl"] else plain.play
            return playing(games, game, console)
        finally:
            games.close()


def _play_watched(games: "Games", game: "Game", console: "Console") -> int:
    """Play, with an eye on the files while nobody types."""
    from tavern import plain
    from tavern.authoring.attentive import AttentiveLines
    from tavern.reload import SECONDS, Watch

    playing, watch = plain.Play(games, game, console), Watch(games)

    def look() -> None:
        if found := watch.look(playing.game):
            playing.read_anew(found)

    look()
    console.lines = AttentiveLines(sys.stdin, look, SECONDS)
    plain.play_out(playing)
    return playing.code


def _games_for(options: PlayOptions, opening: Opening) -> "Games":
    desk = _desk() if options["author"] else None
    unsaved = opening.unsaved or options["watch"]
    games = open_games(options["content"], options["saves"], unsaved=unsaved, first=opening.roots, desk=desk)
    if options["watch"] and options["save"] is not None and options["at"] is None:
        _take_in_copy(games, options["save"], options)
    return games


def _take_in_copy(games: "Games", save: str, options: PlayOptions) -> None:
    """Put a copy of a saved game into games that keep nothing, so that the saved one stays as it is. Raises Problem."""
    from tempfile import TemporaryDirectory

    shelf = open_games(options["content"], options["saves"])
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "game"
        try:
            shelf.export(save, copy)
        finally:
            shelf.close()
        games.import_(copy)


def _desk() -> "Desk":
    from tavern.authoring.desk import DESK

    return DESK
