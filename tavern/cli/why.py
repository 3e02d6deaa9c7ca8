"""`tavern why`: what is still missing for a clue."""

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tavern.cli.options import FINE, content_option, content_roots, saves_option
from tavern.edge import problems, say

if TYPE_CHECKING:
    from tavern.game import Game


class WhyOptions(TypedDict):
    """What `why` is called with."""

    mystery: str
    clue: str
    save: str | None
    at: str | None
    as_json: bool
    content: Path | None
    saves: Path | None


@click.command()
@click.argument("mystery", metavar="PATH|MYSTERY")
@click.option("--clue", metavar="ID", required=True, help="The clue, or the deduction.")
@click.option("--save", metavar="NAME", help="In this saved game.")
@click.option("--at", metavar="FILE[:TURN]", help="Where a transcript has come to.")
@click.option("--json", "as_json", is_flag=True, help="Print it for programs.")
@content_option
@saves_option
def why(**options: Unpack[WhyOptions]) -> int:
    """Tell what is still missing for a clue, route by route: `tavern why content/cellar_secret --clue clue_03`.

    Without --save and --at it tells how it is as the story begins.
    """
    if options["save"] is not None and options["at"] is not None:
        raise click.UsageError("--save and --at name two games: leave one of them out.")
    with problems():
        return _why(options)


def _why(options: WhyOptions) -> int:
    import json
    from dataclasses import asdict

    from tavern.authoring.why import told
    from tavern.authoring.why import why as asked

    game = _game(options)
    try:
        answer = asked(game.mystery, game.state.world, options["clue"])
        say(
            json.dumps(asdict(answer), ensure_ascii=False, indent=2)
            if options["as_json"]
            else "\n".join(told(answer, game.mystery))
        )
    finally:
        game.close()
    return FINE


def _game(options: WhyOptions) -> "Game":
    """The game it is asked of: a saved one, where a transcript has come to, or a new one. Raises Problem."""
    from tavern.authoring.at import start_at
    from tavern.authoring.desk import DESK
    from tavern.authoring.where import id_at, open_at
    from tavern.games import Games

    roots = content_roots(options["content"])
    if options["save"] is not None:
        return _saved(options["save"], options)
    if options["at"] is None:
        games, id = open_at(options["mystery"], roots)
        return games.new(id, seed=1)
    id, around = id_at(options["mystery"], roots)
    start = start_at(options["at"], id, around, with_desk=True)
    game = Games(around, None, DESK).new(id, seed=start.seed)
    game.play_on(start.lines)
    return game


def _saved(name: str, options: WhyOptions) -> "Game":
    from tavern.authoring.where import id_at
    from tavern.games import Games
    from tavern.paths import saves_dir
    from tavern.problem import Problem

    id, around = id_at(options["mystery"], content_roots(options["content"]))
    games = Games(around, saves_dir(options["saves"]))
    mystery = games.mystery(id).id
    game = games.open(name)
    if game.mystery.id != mystery:
        game.close()
        raise Problem(f"“{game.name}” is a game of {game.mystery.id}, not of {mystery}.")
    return game
