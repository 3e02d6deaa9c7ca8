"""argv → one call → exit code. What a command needs is imported by that command alone, so that `--version` is quick."""

import signal
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tavern import __version__
from tavern.edge import (
    agrees,
    clean_end,
    complain,
    exit_code_of,
    mend_streams,
    problems,
    say,
    usage_problem,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tavern.games import Games

FINE, PROBLEM, USAGE = 0, 1, 2
content_option = click.option(
    "--content", type=click.Path(path_type=Path), help="A folder of mysteries to look in first."
)
saves_option = click.option("--saves", type=click.Path(path_type=Path), help="The folder your games are kept in.")


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


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tavern", message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """The Rusted Tankard: mysteries for the terminal, and the kit to write your own.

    Without a command it opens the game.
    """
    if context.invoked_subcommand is None:
        context.invoke(play)


@cli.command()
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
    return _games(options["content"], options["saves"], unsaved=options["unsaved"])


@cli.command()
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
        printed, has_errors = check_content(paths, shape, _content_roots(content))
    if printed:
        say(printed)
    return PROBLEM if has_errors else FINE


@cli.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True), required=True)
@content_option
def test(paths: tuple[Path, ...], content: Path | None) -> int:
    """Play the transcripts of a mystery and show where it goes otherwise: `tavern test content/cellar_secret`."""
    from tavern.authoring.transcript import test_all

    with problems():
        printed, failed = test_all(paths, _content_roots(content))
        say(printed)
        return PROBLEM if failed else FINE


@cli.command()
@content_option
@saves_option
def paths(content: Path | None, saves: Path | None) -> int:
    """Print where content is looked for and where games are kept."""
    from tavern.paths import content_roots, saves_dir

    for root in content_roots(content):
        say(f"content  {root}{'' if root.is_dir() else '  (not there)'}")
    say(f"saves    {saves_dir(saves)}")
    return FINE


@cli.group(name="games")
def games_() -> None:
    """List, rename, delete, export and import saved games."""


@games_.command(name="list")
@saves_option
def list_(saves: Path | None) -> int:
    """Every saved game, the one played last first."""
    return _with_games(saves, _list)


def _list(games: "Games") -> None:
    for game in games.saved():
        say(f"{game.name}  ·  {game.title}  ·  {game.summary}{'  ·  ended' if game.ended else ''}")
    for name in games.damaged():
        say(f"{name}  ·  damaged: `tavern games repair` keeps what is good")


@games_.command()
@click.argument("game")
@click.argument("name")
@saves_option
def rename(game: str, name: str, saves: Path | None) -> int:
    """Give a saved game another name."""
    return _with_games(saves, lambda games: games.rename(game, name))


@games_.command()
@click.argument("game")
@click.option("--yes", is_flag=True, help="Do not ask.")
@saves_option
def delete(game: str, yes: bool, saves: Path | None) -> int:  # noqa: FBT001 - a flag of the command line
    """Delete a saved game for good."""
    if not yes and not agrees(f"Delete “{game}” for good?"):
        return FINE
    return _with_games(saves, lambda games: games.delete(game))


@games_.command()
@click.argument("game")
@click.argument("file", type=click.Path(path_type=Path))
@saves_option
def export(game: str, file: Path, saves: Path | None) -> int:
    """Write one saved game into a file."""
    return _with_games(saves, lambda games: games.export(game, file))


@games_.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@saves_option
def import_(file: Path, saves: Path | None) -> int:
    """Take in a game from a file."""
    return _with_games(saves, lambda games: say(f"Taken in as “{games.import_(file).name}”."))


@games_.command()
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
        games = _games(None, saves)
        try:
            act(games)
        finally:
            games.close()
    return FINE


def _games(content: Path | None, saves: Path | None, *, unsaved: bool = False) -> "Games":
    from tavern.games import Games
    from tavern.paths import saves_dir

    return Games(_content_roots(content), None if unsaved else saves_dir(saves))


def _content_roots(chosen: Path | None) -> list[Path]:
    """The folders to look in. Raises Problem when the one that was named is not there."""
    from os import environ
    from os.path import isdir

    from tavern.paths import content_roots
    from tavern.problem import Problem

    roots = content_roots(chosen)
    if (chosen or environ.get("TAVERN_CONTENT")) and not isdir(roots[0]):  # noqa: PTH112 - False where one may not look
        wrong = "--content" if chosen else "TAVERN_CONTENT"
        raise Problem(f"There is no folder {roots[0]} to look for mysteries in: correct {wrong}, or leave it away.")
    return roots


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; the exit code: 0 fine, 1 content or save problem, 2 wrong usage, 128 + n after a signal."""
    mend_streams()
    try:
        result = cli.main(arguments, prog_name="tavern", standalone_mode=False)
    except click.exceptions.Abort:
        return 128 + signal.SIGINT
    except click.ClickException as problem:
        return usage_problem(problem)
    except OSError as error:
        return exit_code_of(error)
    return result if isinstance(result, int) else FINE
