"""`tavern watch`: a mystery played while it is written."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tavern.cli.options import content_option, content_roots
from tavern.edge import clean_end, complain, problems

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command()
@click.argument("path")
@click.option("--plain", is_flag=True, help="Line by line, without a screen; chosen by itself in a pipe.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="What chance decides; left out, 1.", default=1)
@content_option
def watch(path: str, *, plain: bool, seed: int, content: Path | None) -> int:
    """Play a mystery while you write it: `tavern watch cold_tea`.

    PATH is its folder, its one file, or its id. Whenever you save a file, every line you have played is played again on what
    the files say now, and the first that goes otherwise is told; you stay where you are. Mistakes are shown, and the story goes
    on as it was until they are mended. Lines that begin with # are for you alone: `#help` lists them. Nothing is written down:
    `tavern play PATH --watch` is the same without them.
    """
    from tavern.authoring.where import id_at
    from tavern.cli.play import Opening, PlayOptions, play_opening

    with problems(), clean_end():
        id, roots = id_at(path, content_roots(content))
        _wait_until_playable(id, roots)
    options = PlayOptions(
        mystery=id,
        save=None,
        new=True,
        plain=plain,
        jsonl=False,
        unsaved=True,
        seed=seed,
        at=None,
        author=True,
        watch=True,
        content=content,
        saves=None,
    )
    return play_opening(options, Opening(id, None, new=True, unsaved=True, seed=seed, roots=roots))


def _wait_until_playable(id: str, roots: "Sequence[Path]") -> None:
    """Show what is wrong, and wait for it to be mended; where nobody reads, raises Problem."""
    from tavern.authoring.changes import next_change
    from tavern.compiler.library import find
    from tavern.compiler.stamps import stamps
    from tavern.games import BrokenContent, Games

    while True:
        folders = [folder for folder in [find(id, roots)] if folder]
        before = stamps(folders)
        try:
            Games(roots, None).mystery(id)
        except BrokenContent as problem:
            if not sys.stdin.isatty():
                raise
            complain(f"{problem.report}\nMend it and save: the story begins by itself. Ctrl+C leaves.")
            next_change(folders, before)
        else:
            return
