"""A folder in which a page is followed: files are written and changed, commands run, transcripts played."""

import os
import re
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import assert_never

from tavern.authoring.replay import play
from tavern.authoring.transcript import read
from tavern.cli import main
from tavern.compiler.compile import Compiled, compile_folder
from tavern.diagnostics.diagnostic import has_errors
from tavern.diagnostics.render import full
from tavern.games import Games
from tavern.text.width import wrap
from tests.docs.pages import Change, Piece, Play, Step, Typed, Written
from tests.places import CONTENT

ENTRY = re.compile(r"(?m)^(?=  - |\S)")
ENTRY_ID = re.compile(r"  - \{?id: (\w+)")
PLAYED = ("play", "watch", "record")
MEASURE = 76  # columns of a terminal in which a story is read


@dataclass(slots=True)
class Desk:
    """Where a reader of the documents sits: `folder` is the one they type commands in, `mystery` the id of theirs."""

    folder: Path
    mystery: str
    pieces: int = 0

    def take(self, step: Step) -> str:
        """Do what the step says; what a command prints, or what is wrong with a piece or a transcript."""
        match step:
            case Written(path, text):
                write(self.folder / path, text)
            case Piece(text):
                return self.lay_over(text)
            case Change(file, old, new):
                self.change(file, old, new)
            case Play(text):
                return self.differences(text)
            case Typed():
                return self.run(step)
            case _:
                assert_never(step)
        return ""

    def change(self, file: str, old: str, new: str) -> None:
        """Replace words that stand once in a file of the mystery."""
        path = self.folder / self.mystery / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def lay_over(self, piece: str) -> str:
        """Put a piece into a file of its own; what it names again takes the place of what was there. Tells mistakes."""
        ids = {found[1] for entry in ENTRY.split(piece) if (found := ENTRY_ID.match(entry))}
        for path in (self.folder / self.mystery).glob("*.yaml"):
            path.write_text(without(path.read_text(encoding="utf-8"), ids), encoding="utf-8")
        self.pieces += 1
        write(self.folder / self.mystery / f"piece_{self.pieces}.yaml", piece)
        compiled = self.compiled()
        return full(compiled.diagnostics, compiled.sources) if has_errors(compiled.diagnostics) else ""

    def mistakes(self) -> str:
        """All that `tavern check` has to say of the mystery."""
        compiled = self.compiled()
        return full(compiled.diagnostics, compiled.sources) if compiled.diagnostics else ""

    def compiled(self) -> Compiled:
        """The mystery as it is now."""
        return compile_folder(self.folder / self.mystery, [self.folder, CONTENT])

    def differences(self, transcript: str) -> str:
        """Where a transcript goes otherwise."""
        game = Games([self.folder, CONTENT], None).new(self.mystery)
        return "\n".join(str(found) for found in play(game, read(transcript)))

    def run(self, typed: Typed) -> str:
        """What a command prints; a story in lines of a terminal's width."""
        printed = StringIO()
        with in_folder(self.folder), typing(typed.lines), redirect_stdout(printed), redirect_stderr(printed):
            main(shlex.split(typed.command)[1:])
        text = printed.getvalue().rstrip("\n >")
        return "\n".join(wrap(text, MEASURE)) if typed.name in PLAYED else text


def write(path: Path, text: str) -> None:
    """Write a file, and the folders on the way to it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def without(text: str, ids: set[str]) -> str:
    """The content without the entries of these ids."""
    entries = ENTRY.split(text)
    return "".join(entry for entry in entries if not (found := ENTRY_ID.match(entry)) or found[1] not in ids)


def fits(printed: str, wanted: str) -> bool:
    """Whether what is printed is what the page shows, `…` standing for any words. Blanks at the ends of lines do not count."""
    pattern = ".*?".join(re.escape(part) for part in _bare(wanted).split("…"))
    return re.fullmatch(pattern, _bare(printed), re.DOTALL) is not None


def _bare(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


@contextmanager
def in_folder(folder: Path) -> Iterator[None]:
    """Work in this folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@contextmanager
def typing(lines: list[str]) -> Iterator[None]:
    """Have these lines typed: piped in, as a file is."""
    before = sys.stdin
    with TemporaryFile("w+", encoding="utf-8") as file:
        file.write("".join(f"{line}\n" for line in lines))
        file.seek(0)
        sys.stdin = file
        try:
            yield
        finally:
            sys.stdin = before
