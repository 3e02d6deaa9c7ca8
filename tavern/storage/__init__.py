"""Rows ⇄ SQLite: every game of a folder in one file, `tavern.db`; the only importer of sqlite3 and sqlite_utils.

Rows are only ever added. Each names its `parent`, the row whose state the game was in; an undo, redo or restart is a
row whose `target` names the row it returns to, and the state of the last row is the head. So the rows of a game are a
tree of states and, in the order of writing, the chain of everything that was typed:

    number  1 turn      2 turn      3 undo             4 turn
    parent  0           1           2                  1
    target                          1
    head    1           2           1                  4          lineage of 4: rows 1, 4

`History` is fed the rows in order and knows the head, what undo and redo lead to, and lineages. Snapshots of the world
only save time. A hash chain over the rows, ending in the game's record, tells whether all of it is as it was written.

The store knows no events: what it is handed is JSON text. What it hands out may have been made by a stranger, correctly
chained: decode it as foreign, and clean texts before they are shown.
"""

from tavern.storage.history import History, lineage, redo_target, undo_target
from tavern.storage.opening import FILE, set_aside
from tavern.storage.problems import (
    BadName,
    CannotSave,
    DamagedSave,
    ForeignFile,
    GameInUse,
    NameTaken,
    NewerSave,
    NoSuchGame,
    Parted,
    SaveProblem,
)
from tavern.storage.rows import GameRecord, Row
from tavern.storage.store import Store

__all__ = [
    "FILE",
    "BadName",
    "CannotSave",
    "DamagedSave",
    "ForeignFile",
    "GameInUse",
    "GameRecord",
    "History",
    "NameTaken",
    "NewerSave",
    "NoSuchGame",
    "Parted",
    "Row",
    "SaveProblem",
    "Store",
    "lineage",
    "redo_target",
    "set_aside",
    "undo_target",
]
