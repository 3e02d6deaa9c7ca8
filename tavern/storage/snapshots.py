"""Worlds kept after some rows, so that a long game opens without folding all of it; each under its own hash."""

from sqlite_utils import Database

from tavern.storage.chain import digest


def find(db: Database, game_id: str, row: int) -> str | None:
    """The world put after the row; None when there is none, or none as it was written."""
    query = 'SELECT "world", "seal" FROM "snapshots" WHERE "game" = ? AND "row" = ?'
    world, seal = db.conn.execute(query, [game_id, row]).fetchone() or ("", "")
    return world if isinstance(world, str) and seal == digest(game_id, row, world) else None


def rows_with_one(db: Database, game_id: str) -> frozenset[int]:
    """The rows after which there is a snapshot."""
    found = db.conn.execute('SELECT "row" FROM "snapshots" WHERE "game" = ?', [game_id])
    return frozenset(row for (row,) in found if isinstance(row, int))


def put(db: Database, game_id: str, row: int, world: str) -> None:
    """Keeps the world after the row, in place of an earlier one there."""
    values = [game_id, row, world, digest(game_id, row, world)]
    db.conn.execute('INSERT OR REPLACE INTO "snapshots" VALUES (?, ?, ?, ?)', values)


def drop(db: Database, game_id: str) -> None:
    """Forgets all of a game; they only save time."""
    db.conn.execute('DELETE FROM "snapshots" WHERE "game" = ?', [game_id])
