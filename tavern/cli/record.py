"""`tavern record`: a transcript made by playing."""

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tavern.cli.options import FINE, PROBLEM, content_option, content_roots
from tavern.edge import clean_end, complain, problems, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tavern.game import Game
    from tavern.games import Games


MOST_TOLD = 3  # lines not understood, by name


class RecordOptions(TypedDict):
    """What `record` is called with."""

    mystery: str
    out: Path | None
    overwrite: bool
    seed: int
    author: bool
    content: Path | None


@click.command()
@click.argument("mystery", metavar="PATH|MYSTERY")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
@click.option("--overwrite", is_flag=True, help="Write over a file that is there.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), default=1, help="What chance decides.", show_default=True)
@click.option("--author", is_flag=True, help="With the author's desk: lines that begin with #.")
@content_option
def record(**options: Unpack[RecordOptions]) -> int:
    """Make a transcript by playing: `tavern record content/cellar_secret --out brandy.txt`.

    Play line by line; when you leave (quit, or the end of the input), the file is written: every line, what came of it,
    and claims for the clues found, the deductions drawn and the ending. What you took back with undo is not in it, nor
    what was not understood. Without --out it is a new file among the transcripts of the mystery.
    """
    from tavern import plain
    from tavern.authoring import record as recording
    from tavern.authoring.desk import DESK
    from tavern.authoring.where import id_at, open_at

    with problems(), clean_end():
        roots = content_roots(options["content"])
        games, id = open_at(options["mystery"], roots, DESK if options["author"] else None)
        path = recording.target(id, id_at(options["mystery"], roots)[1], options["out"], overwrite=options["overwrite"])
        playing = plain.Play(games, games.new(id, seed=options["seed"]), plain.stdio())
        try:
            plain.play_out(playing)
        finally:  # a terminal that is closed ends the play too, and it shall not be lost
            code = _written(games, playing.game, id, path)
        return code


def _written(games: "Games", played: "Game", mystery: str, path: Path) -> int:
    from tavern.authoring.record import lines_of, recorded
    from tavern.authoring.update import write
    from tavern.problem import Problem

    lines, left_out = lines_of(played)
    if not lines:
        say("Nothing was played, so nothing is written.")
        return FINE
    text = recorded(games.new(mystery, seed=played.state.world.seed), lines, path, mystery)
    try:
        write(path, text)
    except Problem as problem:
        say(text)
        complain(f"{problem} What would be in it stands above.")
        return PROBLEM
    say(f"Written to {path}: {len(lines)} {'line' if len(lines) == 1 else 'lines'}.{_without(left_out)}")
    return FINE


def _without(left_out: "Sequence[str]") -> str:
    """What is not in the file, since it was not understood."""
    if not left_out:
        return ""
    some = ", ".join(f"“{line}”" for line in left_out[:MOST_TOLD]) + (", …" if len(left_out) > MOST_TOLD else "")
    return f" Left out, as not understood: {some}."
