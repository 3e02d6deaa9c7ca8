"""The game line by line on stdin and stdout, for pipes and plain terminals, and one JSON object a line for programs."""

import json
import shutil
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TextIO, assert_never

from tavern.game import LONGEST_LINE, Game
from tavern.games import Games, Problem, carry_out
from tavern.model.report import Paragraph, Report, View
from tavern.reload import Broken, Reloaded
from tavern.text.sanitise import one_line, sanitise
from tavern.text.width import wrap

FINE, PROBLEM, INTERRUPTED = 0, 1, 128 + signal.SIGINT
MEASURE = 76  # columns of text at most; longer lines are tiring to read
INDENT = {"refusal": "", "journal": "  ", "list": "  ", "echo": "> "}


MOST_READ = 1 << 16  # characters of a line that are held at a time; a line has no end until it ends


class Lines(Protocol):
    """Where lines are read."""

    def readline(self, limit: int = -1, /) -> str: ...
    def isatty(self) -> bool: ...


@dataclass(slots=True)
class Console:
    """Where lines come from, and where paragraphs and complaints go to."""

    lines: Lines
    out: TextIO
    errors: TextIO
    script: TextIO | None = None

    @property
    def is_terminal(self) -> bool:
        """Whether somebody types."""
        return self.lines.isatty() and self.out.isatty()

    def write(self, text: str) -> None:
        """Print text, and into the script when one is kept."""
        self.out.write(text)
        self.out.flush()
        self._keep(text)

    def ask(self) -> str | None:
        """The next line as it is understood; None when there is none any more. A line that is piped in is echoed."""
        self.write("> ")
        line = self.read()
        if line is None:
            self.write("\n")
            return None
        if self.is_terminal:
            self._keep(f"{line}\n")
        else:
            self.write(f"{line}\n")
        return line

    def read(self) -> str | None:
        """The next line, cleaned and without its end, of at most LONGEST_LINE characters; None at the end."""
        line = self.lines.readline(MOST_READ)
        if not line:
            return None
        piece = line
        while piece and not piece.endswith("\n"):
            piece = self.lines.readline(MOST_READ)
        return one_line(line, LONGEST_LINE)

    def show(self, paragraphs: Iterable[Paragraph]) -> None:
        """Print paragraphs with a blank line after each, wrapped when somebody reads them in a terminal."""
        for paragraph in paragraphs:
            self.write(f"{self._shaped(paragraph)}\n\n")

    def complain(self, sentence: str) -> None:
        """Print on standard error."""
        self.errors.write(f"{sanitise(sentence)}\n")
        self.errors.flush()

    def begin_script(self, path: Path) -> str:
        """Write down what is shown from here on, in a new file; the sentence to show."""
        self.end_script()
        try:
            self.script = path.open("x", encoding="utf-8")
        except FileExistsError:
            return f"{path} is there already; name another file: script on NAME."
        except OSError as error:
            return f"{path} cannot be written ({_reason(error)}); name another file: script on NAME."
        return f"From here on everything is written to {path} too."

    def end_script(self) -> None:
        """Close the script, if one is kept. What the disk does not take is left out: it is only a copy."""
        script, self.script = self.script, None
        if script:
            with suppress(OSError):
                script.close()

    def _keep(self, text: str) -> None:
        if self.script:
            try:
                self.script.write(text)
                self.script.flush()
            except OSError as error:
                self.end_script()
                self.complain(f"The script ends here: it cannot be written ({_reason(error)}).")

    def _shaped(self, paragraph: Paragraph) -> str:
        text = sanitise(paragraph.text)
        indent = INDENT.get(paragraph.kind, "")
        if not self.out.isatty():
            return text
        width = min(MEASURE, shutil.get_terminal_size().columns - 1) - len(indent)
        return "\n".join(f"{indent}{line}" for line in wrap(text, max(20, width)))


@dataclass(slots=True)
class Play:
    """A game that is played, or the one it was changed for; `code` is the exit code so far."""

    games: Games
    game: Game
    console: Console
    code: int = FINE

    @contextmanager
    def until_left(self) -> Iterator[None]:
        """Whatever ends the block, the game is closed, and what could not be saved is told."""
        try:
            yield
        except KeyboardInterrupt:
            self.code = INTERRUPTED
        finally:
            self._close()

    def _close(self) -> None:
        chronicle = self.game.chronicle
        self.game.close()
        self.console.end_script()
        if chronicle.unsaved:
            self.code = self.code or PROBLEM
            self.console.complain(chronicle.trouble)
        elif self.code == INTERRUPTED and self.games.is_saving:
            self.console.complain("\nLeft. The game is saved up to your last line.")

    def carry_out(self, report: Report) -> tuple[Paragraph, ...]:
        """Do what a line asks for outside the story (saves, other games, a script), and what is to be read of it."""
        meta = report.meta
        if meta is None or meta.verb == "quit":
            return ()
        if meta.verb == "script":
            return (Paragraph("note", _script(self.console, meta.words)),)
        before = self.game
        try:
            self.game, sentence = carry_out(self.games, before, meta)
        except Problem as problem:
            return (Paragraph("note", str(problem)),)
        if self.game is not before and before.unsaved:
            self.code = PROBLEM
        told = Paragraph("note", sentence)
        return (told,) if self.game is before else (told, *self.game.opening().paragraphs)

    def read_anew(self, found: Reloaded | Broken) -> None:
        """Go on with the game on the new content, and tell what is otherwise; or why it goes on with the old."""
        self.console.write("\n")
        match found:
            case Reloaded(game, sentence, differs):
                self.game.close()
                self.game = game
                self.console.show([Paragraph("note", sentence)])
                if differs:
                    self.console.write(f"> {differs.line}\n" if differs.line else "")
                    self.console.show(differs.paragraphs)
            case Broken(sentence, report):
                self.console.complain(f"\n{report}\n" if report else "")
                self.console.show([Paragraph("note", sentence)])
            case _:
                assert_never(found)
        self.console.write("> ")


def play(games: Games, game: Game, console: Console) -> int:
    """Play until the lines or the player end it; the exit code."""
    playing = Play(games, game, console)
    play_out(playing)
    return playing.code


def play_out(playing: Play) -> None:
    """Play until the lines or the player end it; then `playing` holds the game that was played last, and the exit code."""
    with playing.until_left():
        playing.console.show(playing.game.opening().paragraphs)
        _play_lines(playing)


def _play_lines(playing: Play) -> None:
    console, was_warned = playing.console, False
    while (line := console.ask()) is not None:
        if line.endswith(" ?"):
            console.show([_continuations(playing.game, line[:-1])])
            continue
        report = playing.game.feed(line)
        console.show(report.paragraphs)
        console.show(playing.carry_out(report))
        wants_to_leave = report.meta is not None and report.meta.verb == "quit"
        if wants_to_leave and (was_warned or not console.is_terminal or not playing.game.chronicle.unsaved):
            return
        if was_warned := wants_to_leave:
            console.show([Paragraph("note", "Once more *quit*, and you leave without what is not saved.")])


def _continuations(game: Game, begun: str) -> Paragraph:
    return Paragraph("list", "  ".join(game.complete(begun)[:12]) or "Nothing comes to mind.")


def _script(console: Console, words: str) -> str:
    """Start or stop writing down what is shown. A file that is there is not written over."""
    if words in ("", "off"):
        console.end_script()
        return "Nothing is being written down."
    return console.begin_script(Path(words.removeprefix("on").strip() or "script.txt"))


def play_json(games: Games, game: Game, console: Console) -> int:
    """One JSON object for each line; the exit code. Blank lines are lines too."""
    playing = Play(games, game, console)
    with playing.until_left():
        while (line := console.read()) is not None:
            before, report = playing.game, playing.game.feed(line)
            told = (*report.paragraphs, *playing.carry_out(report))
            view = report.view if playing.game is before else playing.game.view()
            shown = _object(report, told, view)
            console.write(f"{json.dumps(shown, ensure_ascii=False)}\n")
            if report.meta and report.meta.verb == "quit":
                break
    return playing.code


def _object(report: Report, told: Iterable[Paragraph], view: View) -> dict[str, object]:
    return {
        "turn": report.turn,
        "line": report.line,
        "outcome": report.outcome,
        "text": sanitise("\n\n".join(paragraph.text for paragraph in told)),
        "room": view.room,
        "clock": view.clock,
        "clues_found": [card.id for card in view.cards if card.kind != "conclusion"],
        "ended": view.ended or None,
    }


def _reason(error: OSError) -> str:
    return (error.strerror or "no reason").lower()


def stdio() -> Console:
    """The console of this process; bytes that are no UTF-8 become U+FFFD instead of an error."""
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    return Console(sys.stdin, sys.stdout, sys.stderr)
