"""`tavern graph`: a mystery as a drawing."""

from pathlib import Path

import click

from tavern.cli.options import FINE, content_option, content_roots
from tavern.edge import problems, say

FORMATS = ("text", "mermaid", "dot", "svg")
SUBJECTS = ("clues", "map", "people", "topics")


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="Drawn as what.")
@click.option(
    "--what", type=click.Choice(SUBJECTS), default="clues", show_default=True, help="What of the mystery is drawn."
)
@content_option
def graph(path: Path, form: str, what: str, content: Path | None) -> int:
    """Draw what leads to what: `tavern graph content/cellar_secret --what map --format svg > map.svg`.

    clues: who and what gives which clue, what follows from it, what contradicts it. map: rooms, ways and doors. people:
    where everybody is at every hour. topics: who answers what. The text is for reading; svg for a browser, mermaid and dot
    for programs that draw.
    """
    from tavern.authoring.content import mystery_at
    from tavern.authoring.graph.drawing import drawn

    with problems():
        say(drawn(mystery_at(path, content_roots(content)), what, form))
    return FINE
