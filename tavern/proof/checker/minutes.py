"""The minutes of a case as whole numbers, bit i for the clock time `first + i`, and when conditions of the clock hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tavern.model import conditions as c
from tavern.model.world import DAY
from tavern.reasoning.holds import within


@dataclass(frozen=True, slots=True)
class Minutes:
    """The clock times [first, last)."""

    first: int
    last: int

    @property
    def all(self) -> int:
        """Every minute."""
        return (1 << (self.last - self.first)) - 1

    def stretch(self, start: int, end: int) -> int:
        """The minutes of [start, end) that lie inside."""
        low, high = max(start, self.first) - self.first, min(end, self.last) - self.first
        return (1 << high) - (1 << low) if high > low else 0

    def since(self, clock: int) -> int:
        """The minutes from then on."""
        return self.stretch(clock, self.last)

    def holds(self, mask: int, start: int, end: int) -> bool:
        """Whether the mask has every minute of [start, end], and these lie inside."""
        if not self.first <= start <= end < self.last:
            return False
        wanted = self.stretch(start, end + 1)
        return mask & wanted == wanted

    def windows(self, mask: int) -> Iterator[tuple[int, int]]:
        """The stretches [start, end) of clock times that make up the mask, in order."""
        start = None
        for clock in range(self.first, self.last + 1):
            there = bool(mask >> (clock - self.first) & 1)
            if there and start is None:
                start = clock
            elif start is not None and not there:
                yield start, clock
                start = None

    def first_of(self, mask: int) -> int:
        """The clock time of the first minute of a mask that is not empty."""
        return self.first + (mask & -mask).bit_length() - 1


@lru_cache(maxsize=4096)
def dated(minutes: Minutes, condition: c.Between | c.OnDays | c.Since) -> int:
    """The minutes at which it holds."""
    match condition:
        case c.Since(clock):
            return minutes.since(clock)
        case c.OnDays(days):
            return either(minutes.stretch((day - 1) * DAY, day * DAY) for day in days)
        case c.Between(start, end):
            changes = sorted({0, start, end, DAY})
            pieces = [(a, b) for a, b in pairwise(changes) if within(a, start, end)]
            midnights = range(minutes.first // DAY * DAY, minutes.last, DAY)
            return either(minutes.stretch(night + a, night + b) for night in midnights for a, b in pieces)


def either(masks: Iterable[int]) -> int:
    """The minutes in any of the masks."""
    found = 0
    for mask in masks:
        found |= mask
    return found
