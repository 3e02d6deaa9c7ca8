"""Two things timed in turn, so that a machine whose speed drifts slows both alike."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

ROUNDS = 15


@dataclass(frozen=True, slots=True)
class Figure:
    """A row of the report. Times in milliseconds, medians; spread is the ratio of the slowest round to the median."""

    what: str
    ours: float
    yardstick: str
    theirs: float
    spread: float
    aim: str

    @property
    def ratio(self) -> float:
        """Ours in units of the yardstick."""
        return self.ours / self.theirs if self.theirs else float("nan")


def compare(
    what: str, ours: Callable[[], object], yardstick: str, theirs: Callable[[], object], aim: str, rounds: int = ROUNDS
) -> Figure:
    """Ours beside the yardstick, round by round, after one round of each that is not counted."""
    ours()
    theirs()
    first, second = [], []
    for _ in range(rounds):
        first.append(_timed(ours))
        second.append(_timed(theirs))
    return Figure(what, median(first), yardstick, median(second), max(first) / median(first), aim)


def _timed(act: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1000
