"""`tavern report`: a mystery's card."""

from pathlib import Path

import click

from tavern.cli.options import FINE, content_option, content_roots
from tavern.edge import problems, say


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The card as one JSON object.")
@content_option
def report(path: Path, *, as_json: bool, content: Path | None) -> int:
    """Print a mystery's card: `tavern report content/cellar_secret`.

    Words, reading and playing time, routes a clue, what refutes the red herrings and exposes the lies, replies a person,
    endings; and what deserves a second look: text that is never told, names that are spelt in two ways.
    """
    import json

    from tavern.authoring.report import printed
    from tavern.authoring.report.card import card_of

    with problems():
        card = card_of(path, content_roots(content))
    say(json.dumps(printed.as_json(card), indent=2, ensure_ascii=False) if as_json else printed.text(card))
    return FINE
