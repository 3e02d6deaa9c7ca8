"""A game's entries as rows of a save: the log that `Game` is handed."""

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from tavern.chronicle import Entry
from tavern.model.codec import read_commands, read_events, read_paragraphs, write
from tavern.model.report import Paragraph
from tavern.storage import DamagedSave, GameRecord, History, NoSuchGame, Parted, Row, SaveProblem, Store
from tavern.text.sanitise import sanitise

EMPTY = Row(kind="", parent=0, line="", commands="", events="", text="", outcome="", summary="")


class Logbook:
    """The rows of one game, kept in a store and in step with it.

    A row that cannot be written (the disk is full) is held and written before the next. Where the game itself is no
    longer in its save (the file was removed, its record is damaged), all of it is written anew.
    """

    def __init__(
        self, store: Callable[[], Store], record: GameRecord, anew: Callable[[GameRecord], GameRecord]
    ) -> None:
        """Take the game's lock. store: the one that is open now. anew: begins the same game once more, without rows.

        Both callables, and this one, raise SaveProblem.
        """
        self._store = store
        self._record = record
        self._anew = anew
        self._trouble = ""
        store().lock(record.id)
        self._rows = store().rows(record.id)
        self._waiting: deque[Row] = deque()
        self._history = History(self._rows)

    @property
    def undo_target(self) -> int | None:
        """Number of the row that an undo returns to."""
        return self._history.undo_target

    @property
    def redo_target(self) -> int | None:
        """Number of the row that a redo returns to."""
        return self._history.redo_target

    @property
    def trouble(self) -> str:
        """What the player has to know about the save after the latest row, in a sentence or two; mostly nothing."""
        return self._trouble

    @property
    def unsaved(self) -> int:
        """How many of the latest rows are not on the disk."""
        return len(self._waiting)

    def entries(self) -> Sequence[Entry]:
        """Every row there is, read. Raises UnreadableRecord when it was written by a later version, or made up."""
        return [entry_of(row) for row in self._rows]

    def append(self, entry: Entry) -> int:
        """The number of the row that now holds the entry; it is on the disk unless there is something `unsaved`."""
        row = row_of(entry)
        number = self._history.last + 1
        self._history.feed(replace(row, number=number))
        self._rows.append(row)
        self._waiting.append(row)
        self._write()
        if self._waiting:
            self._trouble = f"Not saved yet. {self._trouble} The game goes on, and will try again with your next line."
        return number

    def close(self) -> None:
        """Write what is waiting, if it can be, and give the lock back. What could not be written stays `unsaved`."""
        self._write()
        if self._waiting:
            lines = "line is" if len(self._waiting) == 1 else f"{len(self._waiting)} lines are"
            self._trouble = f"Your last {lines} not saved. {self._trouble}"
        with suppress(SaveProblem):
            self._store().unlock(self._record.id)

    def _write(self) -> None:
        """Write what is waiting; `trouble` is why not all of it could be, or what became of the save."""
        self._trouble = ""
        try:
            try:
                self._write_waiting()
            except (Parted, DamagedSave, NoSuchGame):
                self._begin_anew()
                self._write_waiting()
        except SaveProblem as problem:
            self._trouble = str(problem)

    def _write_waiting(self) -> None:
        while self._waiting:
            self._store().append(self._record.id, self._waiting[0])
            self._waiting.popleft()

    def _begin_anew(self) -> None:
        """Let every row wait for a game of its own once more."""
        self._record = self._anew(self._record)
        self._waiting = deque(self._rows)
        self._trouble = (
            f"What was saved of this game is gone or damaged; all of it is now in {self._store().place}, "
            f"as “{sanitise(self._record.name)}”."
        )
        self._store().lock(self._record.id)


class Unkept:
    """A log that is gone when the game is: for play without saving, for tests, and for programs that play."""

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        """A log that holds these entries already, of a game that is taken up from there."""
        self.trouble = ""
        self.unsaved = 0
        self._begun = tuple(entries)
        self._history = History()
        for entry in entries:
            self.append(entry)

    @property
    def undo_target(self) -> int | None:
        """Number of the entry that an undo returns to."""
        return self._history.undo_target

    @property
    def redo_target(self) -> int | None:
        """Number of the entry that a redo returns to."""
        return self._history.redo_target

    def entries(self) -> Sequence[Entry]:
        """Those it was made with."""
        return self._begun

    def append(self, entry: Entry) -> int:
        """The number of the entry."""
        number = self._history.last + 1
        self._history.feed(replace(EMPTY, kind=entry.kind, parent=entry.parent, target=entry.target, number=number))
        return number

    def close(self) -> None:
        """Nothing to let go of."""


def row_of(entry: Entry) -> Row:
    """The entry as a row, not yet numbered."""
    return Row(
        kind=entry.kind,
        parent=entry.parent,
        line=entry.line,
        commands=write(entry.commands),
        events=write(entry.events),
        text=write(entry.paragraphs),
        outcome=entry.outcome,
        summary=entry.summary,
        target=entry.target,
        ended=entry.ended or None,
    )


def entry_of(row: Row) -> Entry:
    """The row as an entry; its texts are cleaned, since a save may come from a stranger."""
    return Entry(
        kind=row.kind,
        parent=row.parent,
        line=sanitise(row.line),
        commands=read_commands(row.commands),
        events=read_events(row.events),
        paragraphs=tuple(Paragraph(told.kind, sanitise(told.text)) for told in read_paragraphs(row.text)),
        outcome=row.outcome,
        summary=sanitise(row.summary),
        target=row.target,
        ended=row.ended or "",
        number=row.number,
    )
