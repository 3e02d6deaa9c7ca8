"""`tavern report`: a mystery's card."""

import sys
from pathlib import Path

import click

from tavern.cli.options import FINE, content_option, content_roots
from tavern.edge import complain, problems, say


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The card as one JSON object.")
@click.option(
    "--prove", is_flag=True, help="Prove it on the spot, where no certificate is at hand; nothing is written."
)
@content_option
def report(path: Path, *, as_json: bool, prove: bool, content: Path | None) -> int:
    """Print a mystery's card: `tavern report content/cellar_secret`.

    Words, reading and playing time, routes a clue, what refutes the red herrings and exposes the lies, replies a person,
    endings; fairness: the seven claims of `tavern prove` as the certificate beside it has them, cruelty, depth, the hours a proof
    needs, how far one gets without thinking, and which answers a trusting and a careful reader hold after each clue; and what
    deserves a second look: what falls short of an aim, text that is never told, names that are spelt in two ways.
    """
    import json

    from tavern.authoring import proving
    from tavern.authoring.report import printed
    from tavern.authoring.report.card import card_of
    from tavern.proof.proving import unhurried, untold

    roots = content_roots(content)
    with problems():
        if prove and sys.stderr.isatty():
            complain("Proving; this takes from seconds to a minute.")
        claims = proving.judge(path, roots, unhurried, untold).proved.claims if prove else ()
        card = card_of(path, roots, claims)
    say(json.dumps(printed.as_json(card), indent=2, ensure_ascii=False) if as_json else printed.text(card))
    return FINE
