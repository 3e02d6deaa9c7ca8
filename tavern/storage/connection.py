"""Connections to SQLite: how they are set up, one transaction at a time, and its errors in our words."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from tavern.storage.problems import CannotSave, DamagedSave, SaveProblem

PATIENCE = 2.0
"""Seconds to wait for another program that writes to the same file."""
LONGEST_VALUE = 32 * 1024 * 1024
"""Bytes; SQLite reads and writes nothing longer."""

_PREPARED = ("PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON")
_DURABLE = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL")


def in_memory() -> Database:
    """An empty database that is gone when it is closed."""
    return _prepared(sqlite3.connect(":memory:"))


def to_make(path: Path) -> Database:
    """A database at a path where nothing is yet. Without a write-ahead log, so that its header is complete at once."""
    return _prepared(sqlite3.connect(path))


def to_look(path: Path) -> Database:
    """A connection that can change nothing."""
    return _prepared(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=PATIENCE))


def to_play(path: Path) -> Database:
    """A connection whose commits survive a power cut. The file must exist."""
    db = _prepared(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=PATIENCE))
    make_durable(db)
    return db


def make_durable(db: Database) -> None:
    """Sets the file to a write-ahead log that is synced at every commit."""
    for pragma in _DURABLE:
        db.conn.execute(pragma)


def _prepared(connection: sqlite3.Connection) -> Database:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    # What is no UTF-8 any more must be found by its hash, one row at a time, and not stop the reading of all others.
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    for pragma in _PREPARED:
        connection.execute(pragma)
    return Database(connection, execute_plugins=False, recursive_triggers=False)


@contextlib.contextmanager
def in_our_words(place: str) -> Iterator[None]:
    """Turns whatever SQLite raises inside the block into a SaveProblem about the place."""
    try:
        yield
    except sqlite3.ProgrammingError as error:
        raise RuntimeError("a store belongs to the thread that opened it, and only until it is closed") from error
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _in_our_words(error, place) from error


@contextlib.contextmanager
def transaction(db: Database) -> Iterator[None]:
    """All writes of the block or none, with no other writer between its first read and its commit.

    Not `db.atomic()`, which begins as a reader and fails at once when another wrote in the meantime.
    """
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.conn.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


def _in_our_words(error: sqlite3.Error | UnicodeDecodeError, place: str) -> SaveProblem:
    # The low byte is the kind of error, the rest says which system call met it.
    match getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF:
        case sqlite3.SQLITE_FULL:
            return CannotSave(place, "the disk is full", "make room, then try again")
        case sqlite3.SQLITE_IOERR:
            return CannotSave(place, "the disk is full or failing", "make room or use another disk, then try again")
        case sqlite3.SQLITE_READONLY:
            return CannotSave(place, "it is read-only", "allow writing there, or choose another folder")
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return CannotSave(place, "it cannot be opened", "allow reading and writing there, or choose another folder")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            return CannotSave(place, "another program is writing to it", "close that program, then try again")
        case sqlite3.SQLITE_TOOBIG | sqlite3.SQLITE_NOMEM:
            return CannotSave(place, "what should be written is too large", "type less in one line")
        case _:
            return DamagedSave(place, "it cannot be read as it was written")
