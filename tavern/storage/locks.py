"""Advisory locks on files, which the system lets go of when their process ends, however it ends."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    _LOCKED_BYTE = 1 << 20  # far behind the process id, since Windows keeps others from reading what is locked

    def _try_lock(file: int) -> bool:
        os.lseek(file, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _try_share(file: int) -> bool:  # noqa: ARG001 - the other platforms need it
        """Nothing to do: Windows lets nobody remove a file that is open."""
        return True
else:
    import fcntl

    # Some network folders know no locks. A game that can be played twice at once is better there than none.
    _NO_LOCKS_HERE = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)

    def _try_lock(file: int) -> bool:
        return _flock(file, fcntl.LOCK_EX)

    def _try_share(file: int) -> bool:
        return _flock(file, fcntl.LOCK_SH)

    def _flock(file: int, kind: int) -> bool:
        try:
            fcntl.flock(file, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in _NO_LOCKS_HERE:
                raise
        return True


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock that is held; `release` it once."""

    path: Path
    file: int

    def release(self) -> None:
        """Removes the file and lets go: in this order, so that nobody locks a file that is about to vanish."""
        if sys.platform == "win32":
            os.close(self.file)
            self._remove()
        else:
            self._remove()
            os.close(self.file)

    def _remove(self) -> None:
        with contextlib.suppress(OSError):
            self.path.unlink()


def take(path: Path) -> Lock | None:
    """The lock on the file, with our process id written into it; None when another holds it. OSError from the disk."""
    while True:
        file = _open(path)
        if not _try_lock(file):
            os.close(file)
            return None
        if _is_still_at(path, file):
            os.ftruncate(file, 0)
            os.lseek(file, 0, os.SEEK_SET)
            os.write(file, b"%d\n" % os.getpid())
            return Lock(path, file)
        os.close(file)


def owner_of(path: Path) -> int | None:
    """The process id in a lock's file; None when there is none to read."""
    try:
        with path.open("rb") as file:
            return int(file.read(20))
    except (OSError, ValueError):
        return None


def share(path: Path) -> int | None:
    """The file held open with a shared lock, let go by `os.close`; None when another has it alone. OSError."""
    file = _open(path)
    if _try_share(file):
        return file
    os.close(file)
    return None


@contextlib.contextmanager
def alone(path: Path) -> Iterator[bool]:
    """Whether nobody else shares or holds the file now; if so, nobody can until the block ends. OSError."""
    file = _open(path)
    try:
        yield _try_lock(file)
    finally:
        os.close(file)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0), 0o600)


def _is_still_at(path: Path, file: int) -> bool:
    """Whether the path still names this file, and not one made after its last owner removed it."""
    try:
        named = path.stat()
    except FileNotFoundError:
        return False
    return os.path.samestat(named, os.fstat(file))
