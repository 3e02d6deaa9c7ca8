"""Waiting until an author saves: a look every so often at when the files were last written."""

from collections.abc import Collection, Mapping
from pathlib import Path
from time import sleep

from tavern.compiler.stamps import Stamp, stamps

EVERY = 0.3  # seconds between two looks
SETTLED = 0.05  # seconds for an editor to finish writing


def changed(before: Mapping[Path, Stamp], now: Mapping[Path, Stamp]) -> list[Path]:
    """The files that came, went or were written between two looks, in order of their names."""
    return sorted(path for path in before.keys() | now.keys() if before.get(path) != now.get(path))


def next_change(folders: Collection[Path], before: Mapping[Path, Stamp], every: float = EVERY) -> list[Path]:
    """Sleeps until something in the folders is no longer as it was, and lets it settle; the files that changed."""
    while not (files := changed(before, stamps(folders))):
        sleep(every)
    sleep(SETTLED)
    return files
