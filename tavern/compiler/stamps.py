"""When content was last written: enough to see that somebody saved a file, without reading it."""

import os
from collections.abc import Iterable
from pathlib import Path

from tavern.compiler.files import find

Stamp = tuple[int, int]  # nanoseconds of the last write, bytes


def stamps(paths: Iterable[Path]) -> dict[Path, Stamp]:
    """Every content file in these folders (or the one file named), and when it was last written."""
    return {file.path: stamp for path in paths for file in find(path)[0] if (stamp := _stamp(file.path))}


def _stamp(path: Path) -> Stamp | None:
    try:
        status = os.stat(path)  # noqa: PTH116 - beside lstat in `files`, of which it is the second look
    except OSError:  # gone since it was found: the next look will not find it
        return None
    return status.st_mtime_ns, status.st_size
