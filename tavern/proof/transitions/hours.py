"""The minutes of a case as the bits of whole numbers: one bit a minute, from the first to the last that can be lived.

A mask with bit i set says something of the clock time `first + i`. Masks are joined with `&` and `|`; 0 is never.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tavern.engine.timetable import parts
from tavern.model import conditions as c
from tavern.model.mystery import Mystery
from tavern.model.world import DAY

LEAST_DAYS = 7  # how long a case without a last hour is looked at, at the least


@dataclass(frozen=True, slots=True)
class Span:
    """The clock times [first, last) of a case. Without a last hour every day after these is as the last of them.

    always: all of its minutes. Where the case has a last hour, `last` is that hour: the story is over when it strikes.
    """

    first: int
    last: int

    @property
    def always(self) -> int:
        """The mask of every minute."""
        return (1 << (self.last - self.first)) - 1

    def stretch(self, start: int, end: int) -> int:
        """The mask of the clock times [start, end), as far as they lie in the span."""
        low, high = max(start, self.first) - self.first, min(end, self.last) - self.first
        return (1 << high) - (1 << low) if high > low else 0

    def since(self, clock: int) -> int:
        """The mask from that clock time on."""
        return self.stretch(clock, self.last)

    def between(self, start: int, end: int) -> int:
        """The mask of every day's minutes [start, end); they may cross midnight, and start == end is the whole day."""
        if start == end:
            return self.always
        long = (end - start) % DAY
        mask = 0
        for midnight in range(self.first // DAY * DAY - DAY, self.last, DAY):
            mask |= self.stretch(midnight + start, midnight + start + long)
        return mask

    def on_days(self, days: tuple[int, ...]) -> int:
        """The mask of these days, by number from 1."""
        mask = 0
        for day in days:
            mask |= self.stretch((day - 1) * DAY, day * DAY)
        return mask

    def earliest(self, mask: int) -> int:
        """The clock time of the first minute in the mask; the mask must not be 0."""
        return self.first + (mask & -mask).bit_length() - 1

    def latest(self, mask: int) -> int:
        """The clock time of the last minute in the mask; the mask must not be 0."""
        return self.first + mask.bit_length() - 1

    def windows(self, mask: int) -> Iterator[tuple[int, int]]:
        """The stretches [start, end) of clock times that make up the mask, in order."""
        at = self.first
        while mask:
            gap = (mask & -mask).bit_length() - 1
            mask >>= gap
            long = (~mask & (mask + 1)).bit_length() - 1
            yield at + gap, at + gap + long
            mask >>= long
            at += gap + long


@lru_cache(maxsize=16)
def span_of(mystery: Mystery) -> Span:
    """The span of a case: to its last hour, or without one past everything that happens only once, and a week at least."""
    if mystery.ends >= 0:
        return Span(mystery.begins, mystery.ends)
    steps = [actor.itinerary[-1].at for actor in mystery.actors.values() if actor.itinerary]
    dated = [moment for condition in _conditions(mystery) for moment in _moments(condition)]
    days = [rule.day * DAY for rule in mystery.automatics]
    whole_days = max([mystery.begins + LEAST_DAYS * DAY, *steps, *dated, *days]) // DAY + 2
    return Span(mystery.begins, whole_days * DAY)


def _conditions(mystery: Mystery) -> Iterator[c.Condition]:
    for rule in mystery.automatics:
        yield rule.when
    for rules in mystery.rules.values():
        yield from (guard.condition for rule in rules for guard in rule.guards)
    for room in mystery.rooms.values():
        yield from (way.when for way in room.exits)


def _moments(condition: c.Condition) -> Iterator[int]:
    """Clock times that come once: dates, and the ends of days named by number."""
    for part in parts(condition):
        match part:
            case c.Since(clock):
                yield clock
            case c.OnDays(days):
                yield from (day * DAY for day in days)
            case _:
                pass
