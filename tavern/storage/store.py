"""All games of one folder, in one file; the only object here that lives through time."""

import contextlib
import os
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from tavern.storage import connection, content, locks, schema, snapshots, tables
from tavern.storage.chain import chained, genesis
from tavern.storage.exchange import read_parcel, write_parcel
from tavern.storage.names import LONGEST, clean_name, free_name, is_free, is_same
from tavern.storage.opening import OpenFile, open_save, refused_by_system
from tavern.storage.problems import DamagedSave, GameInUse, NameTaken, NoSuchGame, Parted, shown
from tavern.storage.rows import GameRecord, Row, storable
from tavern.text.sanitise import one_line

_OUR_ID = re.compile(r"[0-9a-f]{32}")


class Store:
    """Opened and used in one thread, which waits for the disk; every write is on the disk when it returns.

    Any call may raise a SaveProblem; what had been written is then as it was before the call.
    """

    def __init__(self, db: Database, place: str, file: OpenFile | None) -> None:
        self.place = place
        """Where the games are, for people."""
        self._db = db
        self._file = file
        self._owned: dict[str, locks.Lock] = {}

    @classmethod
    def open(cls, saves: Path) -> "Store":
        """The games of a folder; folder and file are made when missing."""
        db, file = open_save(saves)
        return cls(db, shown(str(file.path)), file)

    @classmethod
    def memory(cls) -> "Store":
        """A store of no games that is gone when it is closed, for play without saving."""
        db = connection.in_memory()
        schema.build(db)
        return cls(db, "memory", None)

    def close(self) -> None:
        """Lets go of the file and of every game locked. A second time does nothing."""
        self._db.close()
        for game_id in list(self._owned):
            self.unlock(game_id)
        if self._file:
            os.close(self._file.shared)
            self._file = None

    # Games

    def games(self) -> list[GameRecord]:
        """Every game, the one played last first. A damaged one is marked; DamagedSave when one is missing."""
        with connection.in_our_words(self.place):
            games = tables.all_games(self._db)
            if not tables.is_shelf_sound(self._db, games):
                fix = "mend the list, which keeps the games still in it"
                raise DamagedSave(self.place, "its list of games is not the one that was written", fix=fix)
            return games

    def mend_list(self) -> list[GameRecord]:
        """The games that can still be found, after what is missing from the list is given up."""
        with self._writing():
            tables.seal_shelf(self._db)
        return self.games()

    def game(self, name_or_id: str) -> GameRecord:
        """The game of that id or name, damaged or not; capitals in a name do not matter. NoSuchGame."""
        with connection.in_our_words(self.place):
            games = tables.all_games(self._db)
        name = one_line(name_or_id, LONGEST + 1)
        for game in games:
            if game.id == name_or_id or is_same(game.name, name):
                return game
        raise NoSuchGame(name_or_id, self.place)

    def new_game(
        self,
        name: str,
        mystery: str,
        seed: int,
        rules_fingerprint: str,
        text_fingerprint: str,
        files: Mapping[str, str],
    ) -> GameRecord:
        """A game without rows. `seed` is 0 to 2**63 - 1; `files` are the sources, path to text. BadName, NameTaken."""
        content_fingerprint, packed = content.pack(files)
        game = GameRecord(
            id=secrets.token_hex(16),
            name=clean_name(name),
            mystery=mystery,
            seed=seed,
            rules_fingerprint=rules_fingerprint,
            text_fingerprint=text_fingerprint,
            content=content_fingerprint,
            created=_now(),
            played=_now(),
            sequence=0,
        )
        with self._writing():
            return self._add(replace(game, head_chain=genesis(game)), packed)

    def rename(self, game_id: str, name: str) -> GameRecord:
        """The game under its new name. BadName, NameTaken, NoSuchGame."""
        cleaned = clean_name(name)
        with self._writing():
            game = self._sound(game_id)
            others = [other.name for other in tables.all_games(self._db) if other.id != game_id]
            self._check_free(cleaned, others)
            renamed = replace(game, name=cleaned)
            tables.rename_game(self._db, renamed)
            return renamed

    def delete(self, game_id: str) -> None:
        """Removes a game, damaged or not, for good. NoSuchGame, GameInUse."""
        self.lock(game_id)
        try:
            with self._writing():
                tables.delete_game(self._db, game_id)
                tables.seal_shelf(self._db)
        finally:
            self.unlock(game_id)

    # Rows

    def append(self, game_id: str, row: Row, snapshot: str | None = None) -> Row:
        """The row as written, with its number and chain; `snapshot` is the world after it, if it should be kept.

        Parted also when the row's parent is not the state the game is in, since then another wrote to it meanwhile.
        """
        with self._writing():
            game = self._sound(game_id)
            if row.parent != game.head_state:
                raise Parted(self._title(game), "the game went on elsewhere", "load it again")
            if row.target and not tables.has_state(self._db, game_id, row.target):
                raise ValueError(f"row {row.target} has no state of its own to return to")
            written = chained(game.head_chain, replace(storable(row), number=game.head_row + 1))
            tables.insert_row(self._db, game_id, written)
            tables.move_head(self._db, self._after(game, written))
            if snapshot is not None:
                snapshots.put(self._db, game_id, written.number, snapshot)
            return written

    def rows(self, game_id: str, after: int = 0, last: int | None = None, upto: int | None = None) -> list[Row]:
        """The rows numbered above `after` and not above `upto` (None: the end); of these only the `last` so many.

        In order of writing, each checked against its hash and the one before: DamagedSave. NoSuchGame.
        """
        with connection.in_our_words(self.place):
            game = self._sound(game_id)
            end = game.head_row if upto is None else min(upto, game.head_row)
            start = max(after, 0, 0 if last is None else end - last)
            rows = tables.good_page(self._db, game, start, end)
            if rows is None:
                self.verify(game_id)
                raise DamagedSave(self._title(game), "its lines do not hang together")
            return rows

    def verify(self, game_id: str) -> int:
        """The number of the last row, all being as written; else DamagedSave, with how many are good."""
        with connection.in_our_words(self.place):
            game = self.game(game_id)
            rows, fault = tables.good_rows(self._db, game)
        if fault:
            raise DamagedSave(self._title(game), fault, len(rows))
        return game.head_row

    def repair(self, game_id: str, name: str) -> GameRecord:
        """A new game of the good rows of a damaged one, which stays. DamagedSave when none is; BadName, NameTaken."""
        damaged = self.game(game_id)
        with connection.in_our_words(self.place):
            rows, fault = tables.good_rows(self._db, damaged)
            packed = content.find(self._db, damaged.content)
        if damaged.is_damaged and not rows:
            raise DamagedSave(self._title(damaged), fault or "nothing of it is left")
        good = replace(_at_end(damaged, rows), id=secrets.token_hex(16), name=clean_name(name), is_damaged=False)
        with self._writing():
            return self._add(good, packed, rows)

    # Snapshots and content

    def snapshot(self, game_id: str, row: int) -> str | None:
        """The world after the row as it was put there; None when there is none, or none as it was written."""
        with connection.in_our_words(self.place):
            return snapshots.find(self._db, game_id, row)

    def snapshot_rows(self, game_id: str) -> frozenset[int]:
        """The rows after which there is a snapshot."""
        with connection.in_our_words(self.place):
            return snapshots.rows_with_one(self._db, game_id)

    def put_snapshot(self, game_id: str, row: int, world: str) -> None:
        """Keeps the world after the row, JSON text, in place of an earlier snapshot there."""
        with self._writing():
            snapshots.put(self._db, game_id, row, world)

    def drop_snapshots(self, game_id: str) -> None:
        with self._writing():
            snapshots.drop(self._db, game_id)

    def content_of(self, fingerprint: str) -> dict[str, str]:
        """The source files, path to text, that a game with this `content` began with. DamagedSave."""
        with connection.in_our_words(self.place):
            packed = content.find(self._db, fingerprint)
        files = None if packed is None else content.unpack(fingerprint, packed)
        if files is None:
            raise DamagedSave(self.place, "the content the game began with is not what was written")
        return files

    # One game as one file

    def export_game(self, game_id: str, path: Path) -> None:
        """Writes the game to a new file, also when the save itself was removed meanwhile. DamagedSave, CannotSave."""
        game = self.game(game_id)
        self.verify(game_id)
        with connection.in_our_words(self.place):
            write_parcel(path, game, self.content_of(game.content), self.rows(game_id))

    def import_game(self, path: Path) -> GameRecord:
        """The game of a file as a new game, renamed when its name is taken. ForeignFile, NewerSave, DamagedSave."""
        parcel = read_parcel(path)
        with self._writing():
            taken = [other.name for other in tables.all_games(self._db)]
            game = replace(parcel.game, id=secrets.token_hex(16), name=free_name(parcel.game.name, taken))
            return self._add(game, content.pack(parcel.files)[1], parcel.rows)

    # One owner for each game

    def lock(self, game_id: str) -> None:
        """Makes this store the owner of the game until `unlock`, `close` or the end of the process. GameInUse."""
        game = self.game(game_id)
        if self._file is None or game_id in self._owned:
            return
        if not _OUR_ID.fullmatch(game_id):
            raise DamagedSave(self._title(game), "its id is none of ours")
        path = self._file.path.with_name(f"{game_id}.lock")
        with refused_by_system(path):
            lock = locks.take(path)
        if lock is None:
            raise GameInUse(game.name, locks.owner_of(path))
        self._owned[game_id] = lock

    def unlock(self, game_id: str) -> None:
        """Lets go of the game; nothing when this store does not own it."""
        if lock := self._owned.pop(game_id, None):
            lock.release()

    # Inside

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        with connection.in_our_words(self.place), connection.transaction(self._db):
            yield
            if self._file and not self._file.is_still_there():
                raise Parted(
                    self.place, "the file was removed or replaced", "export the game, close it and import it again"
                )

    def _sound(self, game_id: str) -> GameRecord:
        """The game, its record being as it was written."""
        game = tables.game_with_id(self._db, game_id)
        if game is None:
            raise NoSuchGame(game_id, self.place)
        if game.is_damaged:
            rows, fault = tables.good_rows(self._db, game)
            raise DamagedSave(self._title(game), fault or "its record is not what was written", len(rows))
        return game

    def _add(self, game: GameRecord, packed: bytes | None, rows: Iterable[Row] = ()) -> GameRecord:
        """Puts in a whole game as the one played last."""
        self._check_free(game.name, [other.name for other in tables.all_games(self._db)])
        added = replace(game, sequence=tables.latest_sequence(self._db) + 1)
        tables.insert_game(self._db, added)
        for row in rows:
            tables.insert_row(self._db, added.id, row)
        if packed is not None:
            content.keep(self._db, added.content, packed)
        tables.seal_shelf(self._db)
        return added

    def _check_free(self, name: str, taken: list[str]) -> None:
        if not is_free(name, taken):
            raise NameTaken(name, self.place)

    def _after(self, game: GameRecord, row: Row) -> GameRecord:
        """The record once the row is written."""
        latest = tables.latest_sequence(self._db)
        sequence = game.sequence if game.sequence == latest else latest + 1
        return replace(_at_end(game, [row]), played=_now(), sequence=sequence)

    def _title(self, game: GameRecord) -> str:
        return f"“{shown(game.name)}” in {self.place}"


def _at_end(game: GameRecord, rows: list[Row]) -> GameRecord:
    """The record with the last of these rows as its head; at the start when there is none."""
    if not rows:
        return replace(game, head_row=0, head_state=0, head_chain=genesis(game), summary="", ended=None)
    last = rows[-1]
    return replace(
        game,
        head_row=last.number,
        head_state=last.state,
        head_chain=last.chain,
        summary=last.summary,
        ended=last.ended,
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
