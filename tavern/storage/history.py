"""Undo, redo and where a game stands, computed from its rows alone.

A row either has a state of its own or, when it has a `target`, brings back the state of the row it names. The head is
the state after the last row. What a row does is told by its kind:

- 'turn', and any other kind without a target: a step; undo goes back behind it, and redo ends with it;
- 'aside': a state of its own, but no step: undo goes back behind the step before it, and redo stays possible;
- 'undo': back to the state before the last step; redo brings back the state it was typed in;
- 'redo': forward again to the state the last undo left;
- any other kind with a target ('restart', 'restore', 'fork'): a step too, so that undo takes back a restart.

Nothing is ever lost: a branch left by undo stays in the rows, only no undo or redo leads there after a new turn.
"""

from collections.abc import Iterable

from tavern.storage.rows import Row


class History:
    """What undo and redo lead to. Fed each row once, in order of writing; every answer but a lineage costs O(1)."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self.head = 0
        """Number of the row whose state the game is in; 0 for the start."""
        self._parents = [0]
        self._past: list[int] = []
        self._undone: list[int] = []
        for row in rows:
            self.feed(row)

    @property
    def last(self) -> int:
        """Number of the last row fed; 0 when none was."""
        return len(self._parents) - 1

    @property
    def undo_target(self) -> int | None:
        """The row an undo returns to (0: the start); None when there is nothing to undo."""
        return self._past[-1] if self._past else None

    @property
    def redo_target(self) -> int | None:
        """The row a redo returns to; None when nothing was undone since the last step."""
        return self._undone[-1] if self._undone else None

    def feed(self, row: Row) -> None:
        """Takes in the row written next. ValueError when it is not the next one, or follows a later one."""
        if row.number != self.last + 1 or not 0 <= row.parent < row.number or not 0 <= row.state <= row.number:
            raise ValueError(f"row {row.number} (parent {row.parent}) cannot follow row {self.last}")
        self._parents.append(row.parent)
        match row.kind:
            case "aside":
                pass
            case "undo":
                self._undone.append(self.head)
                del self._past[-1:]
            case "redo":
                self._past.append(self.head)
                del self._undone[-1:]
            case _:
                self._past.append(self.head)
                self._undone.clear()
        self.head = row.state

    def lineage(self, state: int | None = None) -> list[int]:
        """Numbers of the rows on the way from the start to the state, which is the head when None; earliest first."""
        number = self.head if state is None else state
        path: list[int] = []
        while number:
            path.append(number)
            number = self._parents[number]
        return path[::-1]


def lineage(rows: Iterable[Row], head: int) -> list[Row]:
    """The rows on the way from the start to `head`, along their parents, earliest first. `rows` are all of a game's."""
    by_number = {row.number: row for row in rows}
    return [by_number[number] for number in History(by_number.values()).lineage(head)]


def undo_target(rows: Iterable[Row]) -> int | None:
    """The row an undo would return to now (0: the start); None when there is nothing to undo."""
    return History(rows).undo_target


def redo_target(rows: Iterable[Row]) -> int | None:
    """The row a redo would return to now; None when nothing was undone since the last step."""
    return History(rows).redo_target
