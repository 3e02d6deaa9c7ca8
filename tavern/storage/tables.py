"""Records and rows ⇄ the tables of a save: plain prepared SQL, and typed values out of whatever the file holds."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sqlite_utils import Database

from tavern.storage.chain import fault_in, gather, genesis, seal_of, seal_of_shelf
from tavern.storage.rows import GameRecord, Row

_SELECT_GAMES = (
    'SELECT "id", "name", "mystery", "seed", "rules_fingerprint", "text_fingerprint", "content", "created", "played", '
    '"sequence", "head_row", "head_state", "head_chain", "summary", "ended", "seal" FROM "games"'
)
_INSERT_GAME = 'INSERT INTO "games" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'
_MOVE_HEAD = (
    'UPDATE "games" SET "played" = ?, "sequence" = ?, "head_row" = ?, "head_state" = ?, "head_chain" = ?, '
    '"summary" = ?, "ended" = ?, "seal" = ? WHERE "id" = ?'
)
_SELECT_ROWS = (
    'SELECT "number", "kind", "parent", "line", "commands", "events", "text", "outcome", "summary", "chain", '
    '"target", "ended" FROM "rows" WHERE "game" = ? AND "number" BETWEEN ? AND ? ORDER BY "number"'
)
_INSERT_ROW = 'INSERT INTO "rows" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'


def all_games(db: Database) -> list[GameRecord]:
    """Every game's record, the one played last first."""
    games = [_game(values) for values in db.conn.execute(_SELECT_GAMES)]
    return sorted(games, key=lambda game: (game.sequence, game.id), reverse=True)


def game_with_id(db: Database, game_id: str) -> GameRecord | None:
    values = db.conn.execute(f'{_SELECT_GAMES} WHERE "id" = ?', [game_id]).fetchone()
    return None if values is None else _game(values)


def is_shelf_sound(db: Database, games: Iterable[GameRecord]) -> bool:
    """Whether these are the games there were when the last one was added or deleted."""
    shelf = db.conn.execute('SELECT "seal" FROM "shelf"').fetchall()
    return shelf == [(seal_of_shelf(game.id for game in games),)]


def seal_shelf(db: Database) -> None:
    """To be done with each game added or deleted."""
    ids = [game_id for (game_id,) in db.conn.execute('SELECT "id" FROM "games"')]
    db.conn.execute('INSERT OR REPLACE INTO "shelf" VALUES (1, ?)', [seal_of_shelf(ids)])


def latest_sequence(db: Database) -> int:
    ((latest,),) = db.conn.execute('SELECT coalesce(max("sequence"), 0) FROM "games"')
    return int(latest)


def insert_game(db: Database, game: GameRecord) -> None:
    values = [
        *(game.id, game.name, game.mystery, game.seed, game.rules_fingerprint, game.text_fingerprint, game.content),
        *(game.created, game.played, game.sequence, game.head_row, game.head_state, game.head_chain),
        *(game.summary, game.ended, seal_of(game)),
    ]
    db.conn.execute(_INSERT_GAME, values)


def move_head(db: Database, game: GameRecord) -> None:
    """Writes what appending a row changes in a game's record."""
    values = [
        *(game.played, game.sequence, game.head_row, game.head_state, game.head_chain),
        *(game.summary, game.ended, seal_of(game), game.id),
    ]
    db.conn.execute(_MOVE_HEAD, values)


def rename_game(db: Database, game: GameRecord) -> None:
    db.conn.execute('UPDATE "games" SET "name" = ?, "seal" = ? WHERE "id" = ?', [game.name, seal_of(game), game.id])


def delete_game(db: Database, game_id: str) -> None:
    """Removes the game, and the content no other game began with."""
    for statement in (
        'DELETE FROM "rows" WHERE "game" = ?',
        'DELETE FROM "snapshots" WHERE "game" = ?',
        'DELETE FROM "games" WHERE "id" = ?',
    ):
        db.conn.execute(statement, [game_id])
    db.conn.execute('DELETE FROM "content" WHERE "fingerprint" NOT IN (SELECT "content" FROM "games")')


def insert_row(db: Database, game_id: str, row: Row) -> None:
    values = [
        *(game_id, row.number, row.kind, row.parent, row.target, row.line, row.commands, row.events, row.text),
        *(row.outcome, row.summary, row.ended, row.chain),
    ]
    db.conn.execute(_INSERT_ROW, values)


def rows_between(db: Database, game_id: str, first: int, last: int) -> Iterator[Row]:
    """The rows numbered first to last, both included, in order and as the file holds them: unverified."""
    for values in db.conn.execute(_SELECT_ROWS, [game_id, first, last]):
        number, kind, parent, line, commands, events, text, outcome, summary, chain, target, ended = values
        yield Row(
            number=_number(number),
            kind=_text(kind),
            parent=_number(parent),
            line=_text(line),
            commands=_text(commands),
            events=_text(events),
            text=_text(text),
            outcome=_text(outcome),
            summary=_text(summary),
            chain=_text(chain),
            target=None if target is None else _number(target),
            ended=None if ended is None else _text(ended),
        )


def good_rows(db: Database, game: GameRecord) -> tuple[list[Row], str | None]:
    """The rows from the first on that are as they were written, and what is wrong after them, None when nothing is."""
    rows: list[Row] = []
    try:
        fault = gather(rows, rows_between(db, game.id, 1, game.head_row), genesis(game))
    except sqlite3.OperationalError:
        raise  # the disk or another program, which is no damage
    except sqlite3.DatabaseError:
        return rows, f"line {len(rows) + 1} cannot be read"
    return rows, fault or _fault_in_head(game, rows)


def good_page(db: Database, game: GameRecord, after: int, upto: int) -> list[Row] | None:
    """The rows numbered above `after` and up to `upto`; None when they are not as they were written."""
    if after >= upto:
        return []
    try:
        found = list(rows_between(db, game.id, max(after, 1), upto))
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        return None
    chain = genesis(game) if after == 0 else found[0].chain if found else ""
    rows = found if after == 0 else found[1:]
    for number, row in enumerate(rows, after + 1):
        if fault_in(row, number, chain):
            return None
        chain = row.chain
    is_whole = len(rows) == upto - after and (upto < game.head_row or chain == game.head_chain)
    return rows if is_whole else None


def has_state(db: Database, game_id: str, number: int) -> bool:
    """Whether the row is there and has a state of its own."""
    query = 'SELECT 1 FROM "rows" WHERE "game" = ? AND "number" = ? AND "target" IS NULL'
    return db.conn.execute(query, [game_id, number]).fetchone() is not None


def _fault_in_head(game: GameRecord, rows: Sequence[Row]) -> str | None:
    if len(rows) < game.head_row:
        return f"line {len(rows) + 1} is missing"
    if game.head_chain != (rows[-1].chain if rows else genesis(game)):
        return "its last line is not the one that was written"
    return "its entry in the list of games is not what was written" if game.is_damaged else None


def _game(values: Sequence[object]) -> GameRecord:
    (
        id,
        name,
        mystery,
        seed,
        rules,
        text,
        content,
        created,
        played,
        sequence,
        row,
        state,
        chain,
        summary,
        ended,
        seal,
    ) = values
    game = GameRecord(
        id=_text(id),
        name=_text(name),
        mystery=_text(mystery),
        seed=_number(seed),
        rules_fingerprint=_text(rules),
        text_fingerprint=_text(text),
        content=_text(content),
        created=_text(created),
        played=_text(played),
        sequence=_number(sequence),
        head_row=_number(row),
        head_state=_number(state),
        head_chain=_text(chain),
        summary=_text(summary),
        ended=None if ended is None else _text(ended),
    )
    return game if seal == seal_of(game) else replace(game, is_damaged=True)


def _text(value: object) -> str:
    """The value, or nothing when it is no text, which the hash over it shows."""
    return value if isinstance(value, str) else ""


def _number(value: object) -> int:
    """The value, or 0 when it is no whole number, which the hash over it shows."""
    return value if isinstance(value, int) else 0
