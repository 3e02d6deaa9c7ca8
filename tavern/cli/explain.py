"""`tavern explain`: what a code means."""

import click

from tavern.cli.options import FINE, USAGE
from tavern.edge import complain, say


@click.command()
@click.argument("codes", nargs=-1, metavar="[CODE]...")
@click.option("--json", "as_json", is_flag=True, help="As a list of objects.")
def explain(codes: tuple[str, ...], *, as_json: bool) -> int:
    """Say what a code of `tavern check` means: `tavern explain T012`.

    Each with its title, why it is a mistake, and, where a text can make it, the smallest one that does. Several codes may be
    named. Without one, all are listed with their titles.
    """
    from tavern.diagnostics.catalogue import CATALOGUE
    from tavern.diagnostics.page import explained, listed, unknown

    wanted = [code.upper() for code in codes]
    if missing := [code for code in wanted if code not in CATALOGUE]:
        complain("\n".join(map(unknown, missing)))
        return USAGE
    say(explained(wanted, as_json=as_json) if wanted or as_json else listed())
    return FINE
