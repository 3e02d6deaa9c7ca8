"""What the documents show works: every YAML block of the author's page compiles, the transcript in it plays."""

import re
from pathlib import Path

from tavern.authoring.replay import play
from tavern.authoring.transcript import read
from tavern.compiler.compile import compile_folder
from tavern.diagnostics.diagnostic import has_errors
from tavern.diagnostics.render import full
from tavern.games import Games
from tests.places import ROOT

PAGE = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
ENTRY_ID = re.compile(r"(?m)^  - \{?id: (\w+)")
TRANSCRIPT = re.findall(r"```\n(> .*?)```", PAGE, re.DOTALL)[0]


def written(folder: Path) -> Path:
    """The blocks as one folder; an id that stands in a later block again takes the place of the first."""
    folder.mkdir()
    for number, block in enumerate(BLOCKS):
        (folder / f"{number:02}.yaml").write_text(without(block, BLOCKS[number + 1 :]), encoding="utf-8")
    return folder


def without(block: str, later: list[str]) -> str:
    again = {found for other in later for found in ENTRY_ID.findall(other)}
    entries = re.split(r"(?m)^(?=  - |\S)", block)
    return "".join(entry for entry in entries if not (found := ENTRY_ID.match(entry)) or found[1] not in again)


def test_every_yaml_block_of_the_authors_page_compiles(tmp_path: Path) -> None:
    compiled = compile_folder(written(tmp_path / "cold_tea"), [tmp_path])
    assert not has_errors(compiled.diagnostics), full(compiled.diagnostics, compiled.sources)


def test_the_transcript_of_the_authors_page_plays(tmp_path: Path) -> None:
    written(tmp_path / "cold_tea")
    game = Games([tmp_path], None).new("cold_tea")
    assert [str(found) for found in play(game, read(TRANSCRIPT, ROOT / "docs"))] == []


def test_every_command_of_the_readme_is_there() -> None:
    from tavern.cli import COMMANDS

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = {line.split()[1] for line in readme.splitlines() if line.startswith("tavern ")}
    assert named <= set(COMMANDS)


def test_the_newcomers_walk_names_files_that_are_there_and_what_they_hold() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    walk = re.findall(r"^\| \d \| `([^`]+)`", page, re.MULTILINE)
    assert len(walk) == 9
    assert all((ROOT / "tavern" / file).is_file() for file in walk)


def test_the_page_of_errors_is_printed_from_the_catalogue() -> None:
    from tavern.diagnostics.page import page

    assert (ROOT / "docs" / "errors.md").read_text(encoding="utf-8") == page()
