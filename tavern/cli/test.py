"""`tavern test`: the transcripts of mysteries, played."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tavern.cli.options import FINE, PROBLEM, content_option, content_roots
from tavern.edge import complain, problems, say

if TYPE_CHECKING:
    from collections.abc import Iterable

COLOURS = {"-": "red", "+": "green"}


class TestOptions(TypedDict):
    """What `test` is called with."""

    paths: tuple[Path, ...]
    name: str
    update: bool
    cover: bool
    as_json: bool
    content: Path | None


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), required=True)
@click.option("-k", "name", metavar="NAME", default="", help="Only the transcripts with NAME in their file's name.")
@click.option("--update", is_flag=True, help="Show the differences, then write the new words into the files.")
@click.option("--cover", is_flag=True, help="Tell what no transcript reached: clues, replies, rooms, endings, prose.")
@click.option("--json", "as_json", is_flag=True, help="Print it for programs.")
@content_option
def test(**options: Unpack[TestOptions]) -> int:
    """Play the transcripts of a mystery and show where it goes otherwise: `tavern test content/cellar_secret`.

    A path is a mystery, its id, or a transcript. `-` marks what was wanted, `+` what came. The exit code is 1 when something went
    otherwise; with --update, when something is left that no new words mend: a claim, or a line that was not reached.
    """
    with problems():
        return _test(options)


def _test(options: TestOptions) -> int:
    from tavern.authoring import testing
    from tavern.authoring.content import folder_at

    roots = content_roots(options["content"])
    paths = [folder_at(path, roots) for path in options["paths"]]
    plays = testing.plays(paths, roots, options["name"])
    for path in testing.without_transcripts(paths):
        complain(f"{path} has no transcripts.")
    tested = testing.test(plays, cover=options["cover"])
    covered = testing.covers(tested) if options["cover"] else []
    left = sum(len(one.differences) for one in tested)
    if not options["as_json"]:
        _print(testing.shown(tested))
    if options["update"]:
        written = testing.mend(tested)
        left = testing.remaining(tested)
        _print([("", f"{path} is written anew.") for path in written if not options["as_json"]])
    if options["as_json"]:
        _print_json(testing.as_json(tested, covered))
    else:
        _print([("", line) for cover in covered for line in (*testing.cover_shown(cover), "")])
        say(testing.counted(tested, left))
    return PROBLEM if left else FINE


def _print(rows: "Iterable[tuple[str, str]]") -> None:
    """Lines with their marks, in colour where somebody looks at them."""
    from os import environ

    from tavern.text.sanitise import sanitise

    in_colour = sys.stdout.isatty() and "NO_COLOR" not in environ
    for mark, line in rows:
        text = sanitise(line)
        click.echo(click.style(text, fg=COLOURS[mark]) if in_colour and mark in COLOURS else text)


def _print_json(found: dict[str, object]) -> None:
    import json

    click.echo(json.dumps(found, indent=2))
