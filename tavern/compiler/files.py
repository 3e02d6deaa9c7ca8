"""Which files a mystery has, and their bytes: within its own folder, ordinary, and not too many or too large."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tavern.diagnostics import Diagnostic, whole

ENDINGS = (".yaml", ".yml")
LARGEST_FILE = 1_000_000  # bytes
LARGEST_PACK = 10_000_000  # bytes
MOST_FILES = 500
DEEPEST_FOLDER = 4  # so that a check of a whole disk, typed by mistake, comes to an end

# O_NOFOLLOW: a link put there between looking and opening. O_NONBLOCK: a pipe would wait for a writer.
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. shown: its path as the author would write it; size: in bytes."""

    path: Path
    shown: str
    size: int


def find(path: Path) -> tuple[list[Found], list[Diagnostic]]:
    """The content files of a folder and of the folders in it, in order of their names; or the one file the path names.

    The path itself may be a link, nothing inside may. Names that begin with a dot are passed over. What is too much is
    not read at all.
    """
    shown, root = path.as_posix(), Path(os.path.realpath(path))
    looks = _folder(root, shown, 1) if is_folder(root) else iter([_look(root, shown)])
    looked_at = list(islice(looks, MOST_FILES + 1))
    found = [look for look in looked_at if isinstance(look, Found)]
    if not looked_at:
        return [], [_nothing(shown)]
    if len(looked_at) > MOST_FILES or sum(file.size for file in found) > LARGEST_PACK:
        return [], [_too_much(shown)]
    return found, [look for look in looked_at if isinstance(look, Diagnostic)]


def contents(file: Found) -> bytes | Diagnostic:
    """All bytes of the file, or why it cannot be had."""
    try:
        with os.fdopen(os.open(file.path, _FLAGS), "rb") as opened:
            if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
                return _not_ordinary(file.shown)
            read = opened.read(LARGEST_FILE + 1)
    except OSError as error:
        return _cannot_open(file.shown, error)
    return read if len(read) <= LARGEST_FILE else _too_large(file.shown)


def is_folder(path: Path) -> bool:
    """Whether a folder stands there, as far as one may look."""
    return os.path.isdir(path)  # noqa: PTH112 - False where one may not look


def _folder(folder: Path, shown: str, depth: int) -> Iterator[Found | Diagnostic]:
    try:
        names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        yield _cannot_open(shown, error)
        return
    if depth > DEEPEST_FOLDER:
        yield _too_deep(shown)
        return
    for name in names:
        path, path_shown = folder / name, name if shown == "." else f"{shown.rstrip('/')}/{name}"
        if is_folder(path) and not path.is_symlink():
            yield from _folder(path, path_shown, depth + 1)
        elif is_folder(path) or name.lower().endswith(ENDINGS):
            yield _look(path, path_shown)


def _look(path: Path, shown: str) -> Found | Diagnostic:
    try:
        status = os.lstat(path)
    except OSError as error:
        return _cannot_open(shown, error)
    if not stat.S_ISREG(status.st_mode):
        return _not_ordinary(shown)
    return Found(path, shown, status.st_size) if status.st_size <= LARGEST_FILE else _too_large(shown)


def _cannot_open(shown: str, error: OSError) -> Diagnostic:
    reason = (error.strerror or "it cannot be read").lower()
    return Diagnostic(
        "T101",
        whole(shown),
        f"the system says: {reason}",
        "look whether the path is right and the file is yours to read",
    )


def _not_ordinary(shown: str) -> Diagnostic:
    cause = "a link, a pipe or a device stands here, and only ordinary files are read"
    return Diagnostic("T102", whole(shown), cause, "put the file itself here, or take this away")


def _too_large(shown: str) -> Diagnostic:
    return Diagnostic(
        "T103", whole(shown), "the file has more than 1 MB", "split it into several files in the same folder"
    )


def _too_much(shown: str) -> Diagnostic:
    cause = f"the folder has more than {MOST_FILES} content files, or they have more than 10 MB in all"
    return Diagnostic(
        "T104",
        whole(shown),
        cause,
        "name the folder of one mystery, or move to another folder what does not belong to it",
    )


def _too_deep(shown: str) -> Diagnostic:
    cause = f"folders stand inside each other more than {DEEPEST_FOLDER} deep"
    return Diagnostic(
        "T104", whole(shown), cause, "name the folder of one mystery, or keep its files nearer to the top"
    )


def _nothing(shown: str) -> Diagnostic:
    return Diagnostic(
        "T105", whole(shown), "no file in it ends in `.yaml` or `.yml`", "add a file, such as `mystery.yaml`"
    )
