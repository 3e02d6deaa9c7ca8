"""Where a play breaks: told apart by their places, made short, and written down as a transcript."""

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tavern.game import Game
from tavern.logbook import Unkept
from tavern.model.mystery import Mystery

PACKAGE = Path(__file__).resolve().parents[2]
MOST_ATTEMPTS = 300  # plays that may be spent on making one crash short


@dataclass(frozen=True, slots=True)
class Crash:
    """A line, the last of `lines`, that ended in an exception. what: its name and words; where: our innermost function."""

    what: str
    where: str
    lines: tuple[str, ...]
    seed: int

    @property
    def kind(self) -> tuple[str, str]:
        """What two crashes have in common that are one."""
        return self.what.split(":")[0], self.where


def crash_of(error: Exception, lines: Sequence[str], seed: int) -> Crash:
    """What a play of these lines ran into."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)] or list(frames)
    last = ours[-1]
    where = f"{Path(last.filename).relative_to(PACKAGE.parent).as_posix()}, {last.name}" if ours else ""
    words = str(error).split("\n")[0]
    return Crash(f"{type(error).__name__}: {words}" if words else type(error).__name__, where, tuple(lines), seed)


def replayed(mystery: Mystery, lines: Sequence[str], seed: int) -> Crash | None:
    """The crash that the lines come to from the beginning, None where they are played to their end."""
    typed: list[str] = []
    try:
        game = Game(mystery, Unkept(), seed, mystery.title)
        for line in lines:
            typed.append(line)
            game.feed(line)
    except Exception as error:  # noqa: BLE001 - to find any of them is what this is for
        return crash_of(error, typed, seed)
    return None


def shortest(crash: Crash, play: Callable[[Sequence[str]], Crash | None]) -> Crash:
    """The same crash with the fewest lines that were found to do: halves, quarters… single lines are left out in turn."""
    lines = list(crash.lines)
    size, attempts = max(1, len(lines) // 2), 0
    while attempts < MOST_ATTEMPTS:
        at, is_shorter = 0, False
        while at < len(lines) and attempts < MOST_ATTEMPTS:
            fewer = lines[:at] + lines[at + size :]
            attempts += 1
            found = play(fewer)
            if found and found.kind == crash.kind:
                lines, is_shorter = list(found.lines), True
            else:
                at += size
        if size == 1 and not is_shorter:
            break
        size = max(1, size // 2)
    return replace(crash, lines=tuple(lines))


def transcript(crash: Crash, title: str) -> str:
    """The crash as a transcript that plays again."""
    head = [f"# {title}: the last line ends in {crash.what}", f"# in {crash.where}", f"@seed {crash.seed}", ""]
    return "\n".join([*head, *(f"> {line}" for line in crash.lines), ""])
