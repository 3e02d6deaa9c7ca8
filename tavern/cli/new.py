"""`tavern new`: a mystery to begin with."""

from pathlib import Path
from shlex import quote

import click

from tavern.cli.options import FINE
from tavern.edge import problems, say


@click.command()
@click.argument("name")
@click.option(
    "--setting",
    type=click.Choice(["rusted_tankard"]),
    help="Set it in a house that is there, and borrow its rooms, things and people.",
)
@click.option(
    "--content", type=click.Path(path_type=Path), help="The folder of mysteries it goes into; left out, this folder."
)
def new(name: str, setting: str | None, content: Path | None) -> int:
    """Write a small mystery that plays at once, to be made into yours: `tavern new cold_tea`.

    NAME is the name of its folder. Its files say in comments what each part is for, from the top to the end; its transcript is
    a play that `tavern test` plays again. Beside it goes the schema by which an editor completes and checks what you write.
    """
    from tavern.authoring.scaffold import make

    with problems():
        made = make(name, content or Path(), setting or "")
    folder, root = quote(str(made.folder)), quote(str(made.folder.parent))
    say(
        f"Written: {made.folder}, a mystery of three people and six clues."
        if not setting
        else f"Written: {made.folder}."
    )
    if made.schema is None:
        say("The schema for editors was not written: another file has its name.")
    say(
        f"\nRead and change it    {folder}/mystery.yaml\n"
        f"Play it               tavern play {name} --content {root}\n"
        f"Play while you write  tavern watch {folder}\n"
        f"Find mistakes         tavern check {folder}\n"
        f"Play its transcript   tavern test {folder}"
    )
    return FINE
