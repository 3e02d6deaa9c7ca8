"""The game line by line on stdin and stdout, for pipes and plain terminals, and one JSON object a line for programs."""

import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from tavern.game import Game
from tavern.games import Games, Problem, carry_out
from tavern.model.report import Paragraph, Report
from tavern.text.sanitise import sanitise
from tavern.text.width import wrap

MEASURE = 76  # columns of text at most; longer lines are tiring to read
INDENT = {"refusal": "", "journal": "  ", "list": "  ", "echo": "> "}


@dataclass(slots=True)
class Console:
    """Where lines come from and paragraphs go to."""

    lines: TextIO
    out: TextIO
    script: TextIO | None = None

    @property
    def is_terminal(self) -> bool:
        """Whether somebody types."""
        return self.lines.isatty() and self.out.isatty()

    def write(self, text: str) -> None:
        """Print text, and into the script when one is kept."""
        self.out.write(text)
        self.out.flush()
        if self.script:
            self.script.write(text)

    def ask(self) -> str | None:
        """The next line, without its end; None when there is none any more. A line that is piped in is echoed."""
        self.write("> ")
        line = self.lines.readline()
        if not line:
            self.write("\n")
            return None
        typed = sanitise(line.rstrip("\r\n"))
        if self.script and self.is_terminal:
            self.script.write(f"{typed}\n")
        elif not self.is_terminal:
            self.write(f"{typed}\n")
        return typed

    def show(self, paragraphs: Iterable[Paragraph]) -> None:
        """Print paragraphs with a blank line after each, wrapped when somebody reads them in a terminal."""
        for paragraph in paragraphs:
            self.write(f"{self._shaped(paragraph)}\n\n")

    def _shaped(self, paragraph: Paragraph) -> str:
        text = sanitise(paragraph.text)
        indent = INDENT.get(paragraph.kind, "")
        if not self.out.isatty():
            return text
        width = min(MEASURE, shutil.get_terminal_size().columns - 1) - len(indent)
        return "\n".join(f"{indent}{line}" for line in wrap(text, max(20, width)))


def play(games: Games, game: Game, console: Console) -> int:
    """Play until the lines or the player end it; the exit code."""
    console.show(game.opening().paragraphs)
    try:
        while (line := console.ask()) is not None:
            if line.endswith(" ?"):
                console.show([Paragraph("list", "  ".join(game.complete(line[:-1])[:12]) or "Nothing comes to mind.")])
                continue
            report = game.feed(line)
            console.show(report.paragraphs)
            if report.meta and report.meta.verb == "quit":
                return 0
            if report.meta:
                game = _outside(games, game, report, console)
    finally:
        game.close()
        if console.script:
            console.script.close()
    return 0


def _outside(games: Games, game: Game, report: Report, console: Console) -> Game:
    """What a line asks for outside the story: saves, other games, a script."""
    meta = report.meta
    if meta is None:
        return game
    try:
        if meta.verb == "script":
            console.show([Paragraph("note", _script(console, meta.words))])
            return game
        other, sentence = carry_out(games, game, meta)
    except (Problem, OSError) as problem:
        console.show([Paragraph("note", str(problem))])
        return game
    console.show([Paragraph("note", sentence)])
    if other is not game:
        console.show(other.opening().paragraphs)
    return other


def _script(console: Console, words: str) -> str:
    """Start or stop writing down what is shown. A file that is there is not written over."""
    if console.script:
        console.script.close()
        console.script = None
    wanted = words.removeprefix("on").strip()
    if words in ("", "off"):
        return "Nothing is being written down."
    path = Path(wanted or "script.txt")
    if path.exists():
        return f"{path} is there already; name another file: script on NAME."
    console.script = path.open("x", encoding="utf-8")
    return f"From here on everything is written to {path} too."


def play_json(game: Game, lines: Iterable[str], out: TextIO) -> int:
    """One JSON object for each line; the exit code. Blank lines are lines too."""
    try:
        for line in _cleaned(lines):
            report = game.feed(line)
            out.write(f"{json.dumps(_object(report), ensure_ascii=False)}\n")
            out.flush()
            if report.meta and report.meta.verb == "quit":
                return 0
    finally:
        game.close()
    return 0


def _cleaned(lines: Iterable[str]) -> Iterator[str]:
    return (sanitise(line.rstrip("\r\n")) for line in lines)


def _object(report: Report) -> dict[str, object]:
    view = report.view
    return {
        "turn": report.turn,
        "line": report.line,
        "outcome": report.outcome,
        "text": "\n\n".join(paragraph.text for paragraph in report.paragraphs),
        "room": view.room,
        "clock": view.clock,
        "clues_found": [card.id for card in view.cards if card.kind != "conclusion"],
        "ended": view.ended or None,
    }


def stdio() -> Console:
    """The console of this process; bytes that are no UTF-8 become U+FFFD instead of an error."""
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    return Console(sys.stdin, sys.stdout)
