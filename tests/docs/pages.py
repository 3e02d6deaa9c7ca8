"""A page of the documents as the steps a reader takes: files to write, words to change, lines to type in a terminal.

A `yaml` or `text` block whose first line is `# folder/name.yaml` is that file; a `yaml` block without a name is a piece laid
over the mystery at hand; a `text` block that begins with `> ` is a transcript. A sentence "In `name` change `a` into `b`"
is a change. A `console` block holds command lines after `$ `, and below each what it prints; lines after `> ` are typed into it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tests.places import ROOT

DOCS = ROOT / "docs"
TUTORIAL = DOCS / "tutorial.md"
GUIDES = sorted((DOCS / "how-to").glob("*.md"))
EXPLANATIONS = sorted((DOCS / "explanation").glob("*.md"))

STEP = re.compile(
    r"^```(?P<kind>yaml|text|console)\n(?P<text>.*?)^```$"
    r"|In\s+`(?P<file>[^`]+)`\s+change\s+`(?P<old>[^`]+)`\s+(?:back\s+)?into\s+`(?P<new>[^`]+)`",
    re.DOTALL | re.MULTILINE,
)
NAMED = re.compile(r"# (\S+\.(?:yaml|txt))\n")


@dataclass(frozen=True, slots=True)
class Written:
    """A file to write, by its path from the folder in which commands are typed."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Content laid over the mystery at hand."""

    text: str


@dataclass(frozen=True, slots=True)
class Play:
    """A transcript that has to go as it stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """Words of a file to be replaced; the file is named without its folder."""

    file: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A command line, and what stands below it. line: where it is in the page, from 1."""

    line: int
    command: str
    below: str

    @property
    def name(self) -> str:
        """The command of `tavern` it calls."""
        return self.command.split()[1]

    @property
    def lines(self) -> list[str]:
        """What is typed into the command while it runs."""
        return [line[2:] for line in self.below.splitlines() if line.startswith("> ")]


Step = Written | Piece | Play | Change | Typed


def steps(page: Path) -> list[Step]:
    """What a reader of the page does, in its order."""
    text = page.read_text(encoding="utf-8")
    return [step for found in STEP.finditer(text) for step in _steps(found, text.count("\n", 0, found.start()) + 1)]


def _steps(found: re.Match[str], line: int) -> Iterator[Step]:
    text = found["text"]
    if found["file"]:
        yield Change(found["file"], found["old"], found["new"])
    elif found["kind"] == "console":
        yield from (replace(typed, line=line + typed.line) for typed in _typed(text))
    elif name := NAMED.match(text):
        yield Written(name[1], text)
    elif found["kind"] == "yaml":
        yield Piece(text)
    elif text.startswith("> "):
        yield Play(text)


def _typed(block: str) -> Iterator[Typed]:
    line = 1
    for part in re.split(r"(?m)^(?=\$ )", block):
        command, _, below = part.partition("\n")
        if part:
            yield Typed(line, command.removeprefix("$ "), below.rstrip("\n"))
        line += part.count("\n")
