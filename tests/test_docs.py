"""What the pages about the project name is there."""

import re

from tavern.cli import COMMANDS
from tavern.diagnostics.page import page
from tests.places import ROOT


def test_every_command_of_the_readme_is_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = {line.split()[1] for line in readme.splitlines() if re.match(r"tavern \w", line)}
    assert named
    assert named <= set(COMMANDS)


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 120


def test_the_newcomers_walk_names_files_that_are_there_and_what_they_hold() -> None:
    architecture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    walk = re.findall(r"^\| \d \| `([^`]+)`", architecture, re.MULTILINE)
    assert len(walk) == 9
    assert all((ROOT / "tavern" / file).is_file() for file in walk)


def test_the_page_of_errors_is_printed_from_the_catalogue() -> None:
    assert (ROOT / "docs" / "errors.md").read_text(encoding="utf-8") == page()
