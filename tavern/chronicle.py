"""The story so far: every entry there is, the state after each, and the way from the start to where the game stands."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from tavern.engine.remember import fold
from tavern.model.commands import Command
from tavern.model.events import Event
from tavern.model.notebook import Notebook
from tavern.model.report import Paragraph
from tavern.model.world import World

WORD = re.compile(r"[\w'-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line as the log keeps it. kind: "turn", "aside" (took no turn), "undo", "redo" or "restart".

    parent, target: numbers of entries, 0 for the start; target is the one whose state this entry returns to, None when it
    has a state of its own. number: 0 until the log has it.
    """

    kind: str
    parent: int
    line: str
    commands: tuple[Command, ...] = ()
    events: tuple[Event, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    outcome: str = "done"
    summary: str = ""
    target: int | None = None
    ended: str = ""
    number: int = 0


class Log(Protocol):
    """Where entries are kept for good, in the order of writing.

    append: takes the entry and returns its number, counted from 1 without gaps. unsaved: how many of the latest entries could
    not be written down yet; they are held, and tried again with the next and at the close. trouble: "" or what the player has
    to know of that.
    """

    @property
    def undo_target(self) -> int | None: ...
    @property
    def redo_target(self) -> int | None: ...
    @property
    def trouble(self) -> str: ...
    @property
    def unsaved(self) -> int: ...
    def append(self, entry: Entry) -> int: ...
    def entries(self) -> Sequence[Entry]: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class State:
    """Where the game stands after an entry; `turn` counts the turns that led there."""

    world: World
    notebook: Notebook = Notebook()
    turn: int = 0


class Chronicle:
    """Entries and states, in memory and in the log. States are values, so going back to one costs nothing."""

    def __init__(self, log: Log, first: State) -> None:
        """Take up what the log holds; each entry's state is folded from its events."""
        self._log = log
        self._states = {0: first}
        self._entries: list[Entry] = []
        self.head = 0  # number of the entry whose state the game is in
        self.words: frozenset[str] = frozenset()  # every word that was ever printed
        for entry in log.entries():
            self._settle(entry, self._folded(entry) if entry.target is None else None)

    @property
    def state(self) -> State:
        """Where the game stands."""
        return self._states[self.head]

    @property
    def is_empty(self) -> bool:
        """Whether not even the opening was written yet."""
        return not self._entries

    @property
    def undo_target(self) -> int | None:
        """The entry an undo returns to; None when there is nothing to take back."""
        return self._log.undo_target or None

    @property
    def redo_target(self) -> int | None:
        """The entry a redo returns to; None when nothing was taken back since the last turn."""
        return self._log.redo_target

    @property
    def trouble(self) -> str:
        """Empty or, in a sentence, why the latest entries are not on the disk yet."""
        return self._log.trouble

    @property
    def unsaved(self) -> int:
        """How many of the latest entries are not on the disk; after the close they are lost."""
        return self._log.unsaved

    def entry(self, number: int) -> Entry:
        """The entry of that number, from 1."""
        return self._entries[number - 1]

    def state_after(self, number: int) -> State:
        """The state after the entry; 0: before the first."""
        return self._states[number]

    def keep(self, entry: Entry, after: State | None = None) -> None:
        """Commit the entry, then move to its state: `after`, or that of its target."""
        self._settle(replace(entry, number=self._log.append(entry)), after)

    def lineage(self, number: int | None = None) -> list[Entry]:
        """The entries on the way from the start to that entry (None: the head), earliest first. What was undone is not on it."""
        number = self.head if number is None else number
        path: list[Entry] = []
        while number:
            path.append(self._entries[number - 1])
            number = path[-1].parent
        return path[::-1]

    def all(self) -> Iterable[Entry]:
        """Every entry in the order of writing, undone ones too."""
        return self._entries

    def close(self) -> None:
        """Let go of the log."""
        self._log.close()

    def _settle(self, entry: Entry, after: State | None) -> None:
        self._entries.append(entry)
        if entry.target is None:
            self._states[entry.number] = after or self.state
            self.head = entry.number
        else:
            self.head = entry.target
        new = frozenset(_words(entry.paragraphs)) - self.words
        if new:  # soon there is hardly any: most lines leave the thousands of words as they are
            self.words = self.words.union(
                new, (word.removesuffix("'s") for word in new)
            )  # of "guard's" the guard as well

    def _folded(self, entry: Entry) -> State:
        before = self._states[entry.parent]
        world, notebook = fold(before.world, before.notebook, entry.events)
        return State(world, notebook, before.turn + (entry.kind == "turn"))


def _words(paragraphs: Iterable[Paragraph]) -> list[str]:
    """The words of the paragraphs, lower case, without punctuation."""
    return WORD.findall(" ".join(paragraph.text for paragraph in paragraphs).casefold())
