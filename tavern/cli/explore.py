"""`tavern explore`: a mystery played by the machine."""

import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tavern.cli.options import FINE, PROBLEM, content_option, content_roots
from tavern.edge import complain, problems, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tavern.authoring.explore.exploring import Found


class How(TypedDict):
    """How much `explore` plays."""

    runs: int
    seed: int
    jobs: int


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--runs",
    type=click.IntRange(1, 100_000),
    default=24,
    show_default=True,
    help="How many plays, beside your transcripts.",
)
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), default=1, show_default=True, help="What chance decides.")
@click.option(
    "--jobs", type=click.IntRange(0, 64), default=0, help="Processes; as many as there are cores if left out."
)
@click.option("--json", "as_json", is_flag=True, help="Every count as one JSON object.")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path(), help="Where transcripts of crashes go; here if left out."
)
@content_option
def explore(path: Path, *, as_json: bool, out: Path, content: Path | None, **how: Unpack[How]) -> int:
    """Play a mystery by chance and by system: `tavern explore content/cellar_secret --runs 100`.

    Tells how often each room, clue, route, reply, deduction and ending was reached, which prose nobody read, which of its
    words name nothing, and what broke the game, as a transcript that plays again. Your own transcripts are played first, and
    half of the plays set out from somewhere in them. The same seed finds the same.
    """
    import json
    from time import monotonic

    from tavern.authoring.explore import printed
    from tavern.authoring.explore.exploring import Plan
    from tavern.authoring.explore.exploring import explore as explore_content

    with problems():
        start = monotonic()
        with _bar(how["runs"]) as played:
            found = explore_content(path, content_roots(content), Plan(**how), played=played)
        files = written(found, out)
        seconds = monotonic() - start
    if as_json:
        say(json.dumps(printed.as_json(found, files), indent=2, ensure_ascii=False))
    else:
        say(printed.text(found, seconds, files))
    return PROBLEM if found.crashes else FINE


@contextmanager
def _bar(runs: int) -> "Iterator[Callable[[], object]]":
    """Counts the plays on stderr, on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=runs, label="Playing", file=sys.stderr) as bar:
        yield partial(bar.update, 1)


def written(found: "Found", out: Path) -> list[str]:
    """The crashes as transcripts in that folder; their paths."""
    from tavern.authoring.explore.crash import transcript

    files: list[str] = []
    for number, crash in enumerate(found.crashes.values(), 1):
        out.mkdir(parents=True, exist_ok=True)
        file = out / f"crash_{number}.txt"
        file.write_text(transcript(crash, found.mystery.title), encoding="utf-8")
        files.append(file.as_posix())
    for file_name in files:
        complain(f"Written: {file_name}")
    return files
