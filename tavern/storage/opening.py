"""From a folder to a file that may be played on: made when missing, refused and left alone when it is not ours."""

import contextlib
import os
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from tavern.storage import connection, locks, schema
from tavern.storage.problems import CannotSave, ForeignFile, NewerSave, shown

FILE = "tavern.db"
_SHARED = "tavern.lock"
_HEADER = 100
_MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A save that is open. While it is, nobody makes a new one in its place, whose log our closing would remove."""

    path: Path
    device_and_inode: tuple[int, int]
    shared: int

    def is_still_there(self) -> bool:
        """Whether the path still names the file that was opened, so that what is written can be found again."""
        try:
            found = self.path.stat()
        except OSError:
            return False
        return (found.st_dev, found.st_ino) == self.device_and_inode


def open_save(saves: Path) -> tuple[Database, OpenFile]:
    """The save of a folder, which is made when missing, and a connection to it. Any SaveProblem but those of games."""
    path = saves / FILE
    with refused_by_system(saves), connection.in_our_words(shown(str(path))):
        saves.mkdir(parents=True, exist_ok=True)
        shared = _make_sure_it_exists(path)
        try:
            _inspect(path)
            db = connection.to_play(path)
            found = path.stat()
        except BaseException:
            os.close(shared)
            raise
    return db, OpenFile(path, (found.st_dev, found.st_ino), shared)


@contextlib.contextmanager
def refused_by_system(path: Path) -> Iterator[None]:
    """Turns an OSError inside the block into CannotSave, in the system's words."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or "no reason").lower()
        fix = "allow writing there, or choose another folder"
        raise CannotSave(shown(str(path)), f"the system says “{reason}”", fix) from error


def _make_sure_it_exists(path: Path) -> int:
    """The shared lock on a folder whose save exists."""
    deadline = time.monotonic() + connection.PATIENCE
    while time.monotonic() < deadline:
        if not _exists(path):
            _make_if_alone(path)
        elif (shared := locks.share(path.with_name(_SHARED))) is not None:
            return shared
        time.sleep(0.01)
    raise CannotSave(
        shown(str(path)), "the file is gone while another window still plays from it", "close that window first"
    )


def _make_if_alone(path: Path) -> None:
    with locks.alone(path.with_name(_SHARED)) as is_alone:
        if is_alone and not _exists(path):
            _make(path)


def _exists(path: Path) -> bool:
    """Whether a save of ours is there, judged without SQLite; ForeignFile or NewerSave when something else is."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return False
    if not stat.S_ISREG(found.st_mode):
        raise ForeignFile(path, "it is a folder" if stat.S_ISDIR(found.st_mode) else "it is no plain file")
    if found.st_size == 0:
        return False
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise ForeignFile(path, "it is no SQLite database")
    _judge(path, int.from_bytes(header[68:72], "big"), int.from_bytes(header[60:64], "big", signed=True))
    return True


def _judge(path: Path, application_id: int, version: int) -> None:
    if application_id != schema.APPLICATION_ID:
        raise ForeignFile(path, "it belongs to another program")
    if version > schema.VERSION:
        raise NewerSave(path, version, schema.VERSION)
    if version < 1:
        raise ForeignFile(path, "it has no save format")


def _inspect(path: Path) -> None:
    """Refuses what the header did not tell: a newer version that stands in the log only, or other tables than ours.

    A save is a program: triggers, views and generated columns would run with the first query.
    """
    with contextlib.closing(connection.to_look(path)) as db:
        ((application_id,),) = db.conn.execute("PRAGMA application_id")
        ((version,),) = db.conn.execute("PRAGMA user_version")
        _judge(path, application_id, version)
        if schema.fingerprint_of(db) != schema.expected_fingerprint():
            raise ForeignFile(path, "its tables are not the ones this game makes")


def _make(path: Path) -> None:
    """A new save in one step: it is there whole or not at all."""
    unfinished = path.with_name(f"{FILE}.new")
    unfinished.unlink(missing_ok=True)
    with contextlib.closing(connection.to_make(unfinished)) as db:
        schema.build(db)
        connection.make_durable(db)
    _put_old_log_aside(path)
    unfinished.replace(path)
    _sync_folder(path.parent)


def _put_old_log_aside(path: Path) -> None:
    """Keeps the log of a file that was removed from being read into the new one."""
    log = path.with_name(f"{FILE}-wal")
    if log.exists():
        log.replace(path.with_name(f"{FILE}-wal.old"))
    path.with_name(f"{FILE}-shm").unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def set_aside(saves: Path) -> Path | None:
    """Renames what stands in the place of the save, so that a new one can be made; the new path, None if nothing stood.

    For a DamagedSave or ForeignFile whose owner agrees. CannotSave when it is being played from.
    """
    path = saves / FILE
    with refused_by_system(saves):
        if not path.exists():
            return None
        with locks.alone(saves / _SHARED) as is_alone:
            if not is_alone:
                raise CannotSave(shown(str(path)), "another window plays from it", "close that window first")
            return _rename_with_its_log(path)


def _rename_with_its_log(path: Path) -> Path:
    number = 1
    while (kept := path.with_name(f"tavern-old-{number}.db")).exists():
        number += 1
    for ending in ("-wal", "-shm", ""):
        part = path.with_name(FILE + ending)
        if part.exists():
            part.replace(kept.with_name(kept.name + ending))
    return kept
