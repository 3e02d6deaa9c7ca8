"""A transcript brought up to date: new words where the play goes otherwise, all else as its author wrote it."""

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from tavern.authoring.difference import renewed
from tavern.authoring.replay import Difference
from tavern.authoring.transcript import text_of
from tavern.problem import Problem


def updated(text: str, differences: Iterable[Difference]) -> str:
    """The text of a transcript with the words of these differences made new.

    Comments, claims, blank lines and elisions that still fit stay. Only differences of words change anything: what a claim
    wants, and where a story ends, is the author's to say.
    """
    lines = text.splitlines()
    for difference in reversed([found for found in differences if found.kind == "words"]):
        numbers = [word.number for word in difference.step.words]
        first, last = numbers[0] - 1, numbers[-1]
        kept = [line for at, line in enumerate(lines[first:last], numbers[0]) if line.strip() and at not in numbers]
        lines[first:last] = [*renewed(difference.wanted, difference.came).splitlines(), *kept]
    end = "\n" if text.endswith("\n") or not text else ""
    return "\n".join(lines) + end


def update(path: Path, differences: Iterable[Difference]) -> None:
    """Write the file anew. Raises Problem when it cannot be written; it is then as it was."""
    write(path, updated(text_of(path), differences))


def write(path: Path, text: str) -> None:
    """Put the text in place of what the file holds, all of it or nothing. Raises Problem."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _swap(path, text)
    except OSError as error:
        raise Problem(
            f"{path} cannot be written: the system says “{(error.strerror or 'no reason').lower()}”."
        ) from error


def _swap(path: Path, text: str) -> None:
    target = path.resolve()  # what a link points to is written, and the link stays
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    """The permissions that new files are not given; the system tells it only by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
