"""argv → one call → exit code. What a command needs is imported by that command alone, so that `--version` is quick."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tavern import __version__

if TYPE_CHECKING:
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
    if options["plain"] or options["jsonl"] or not _is_screen():
        return _play_lines(options)
    from tavern.tui.launch import run

    games = partial(_games_for, options)  # called behind the first paint
    return run(games, options["mystery"], options["save"], new=options["new"], seed=options["seed"])


def _is_screen() -> bool:
    """Whether there is a terminal that can show more than lines."""
    from os import environ

    return sys.stdin.isatty() and sys.stdout.isatty() and environ.get("TERM", "") != "dumb"


def _play_lines(options: PlayOptions) -> int:
    from tavern import plain

    console = plain.stdio()
    games = _games_for(options)
    with _problems(), _clean_end():
        try:
            game = games.take_up(options["mystery"], options["save"], new=options["new"], seed=options["seed"])
            if options["jsonl"]:
                return plain.play_json(game, console.lines, console.out)
            return plain.play(games, game, console)
        except KeyboardInterrupt:
            click.echo("\nLeft. The game is saved up to your last line.", err=True)
            return 128 + signal.SIGINT
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
    """Find the mistakes in a mystery: `tavern check content/cellar_secret`."""
    from tavern.authoring.check import check as check_content
    from tavern.paths import content_roots

    printed, has_errors = check_content(paths, shape, content_roots(content))
    click.echo(printed, nl=bool(printed))
    return PROBLEM if has_errors else FINE


@cli.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True), required=True)
@content_option
def test(paths: tuple[Path, ...], content: Path | None) -> int:
    """Play the transcripts of a mystery and show where it goes otherwise: `tavern test content/cellar_secret`."""
    from tavern.authoring.transcript import test_all
    from tavern.paths import content_roots

    with _problems():
        printed, failed = test_all(paths, content_roots(content))
        click.echo(printed)
        return PROBLEM if failed else FINE


@cli.command()
@content_option
@saves_option
def paths(content: Path | None, saves: Path | None) -> int:
    """Print where content is looked for and where games are kept."""
    from tavern.paths import content_roots, saves_dir

    for root in content_roots(content):
        click.echo(f"content  {root}{'' if root.is_dir() else '  (not there)'}")
    click.echo(f"saves    {saves_dir(saves)}")
    return FINE


@cli.group(name="games")
def games_() -> None:
    """List, rename, delete, export and import saved games."""


@games_.command(name="list")
@saves_option
def list_(saves: Path | None) -> int:
    """Every saved game, the one played last first."""
    with _problems():
        games = _games(None, saves)
        for game in games.saved():
            click.echo(f"{game.name}  ·  {game.title}  ·  {game.summary}{'  ·  ended' if game.ended else ''}")
        games.close()
    return FINE


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
    if not yes and not click.confirm(f"Delete “{game}” for good?"):
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
    return _with_games(saves, lambda games: click.echo(f"Taken in as “{games.import_(file).name}”."))


def _with_games(saves: Path | None, act: "Callable[[Games], object]") -> int:
    with _problems():
        games = _games(None, saves)
        try:
            act(games)
        finally:
            games.close()
    return FINE


def _games(content: Path | None, saves: Path | None, *, unsaved: bool = False) -> "Games":
    from tavern.games import Games
    from tavern.paths import content_roots, saves_dir

    return Games(content_roots(content), None if unsaved else saves_dir(saves))


@contextmanager
def _problems() -> Iterator[None]:
    """A Problem is one sentence on stderr and its exit code, never a traceback."""
    from tavern.games import BrokenContent, Problem

    try:
        yield
    except BrokenContent as problem:
        click.echo(f"{problem.report}\n{problem}", err=True)
        raise SystemExit(problem.exit_code) from None
    except Problem as problem:
        click.echo(str(problem), err=True)
        raise SystemExit(problem.exit_code) from None


@contextmanager
def _clean_end() -> Iterator[None]:
    """A closed terminal or a request to end unwinds like any other end, so that saves are closed; the code is 128 + n."""

    def leave(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), leave)
    yield


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; the exit code: 0 fine, 1 content or save problem, 2 wrong usage."""
    try:
        result = cli.main(arguments, prog_name="tavern", standalone_mode=False)
    except click.exceptions.Abort:
        return 128 + signal.SIGINT
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except BrokenPipeError:
        # Whoever read us has gone. Python would complain again when it flushes stdout at exit.
        sys.stdout = None
        return FINE
    return result if isinstance(result, int) else FINE
