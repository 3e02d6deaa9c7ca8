"""Whether few of many things suffice for something of which more never do less: counted to the end, within bounds.

Things without which it never succeeds, whatever else there is, are a cut: whatever succeeds holds one of them. So from a set that
does not suffice only the things of one cut have to be tried, and where that is gone through, no small set suffices.
"""

from collections.abc import Callable, Iterable

Suffice = Callable[[frozenset[str]], bool]
MOST_SETS = 40_000  # that are looked at


class TooMany(Exception):
    """There are more sets to look at than will be."""


def few(suffice: Suffice, things: Iterable[str], most: int) -> frozenset[str] | None:
    """At most so many of the things that suffice; None when no set of that size does. Raises TooMany."""
    count = _Count(suffice, tuple(sorted(things)))
    return count.look(frozenset(), frozenset(), most)


class _Count:
    def __init__(self, suffice: Suffice, things: tuple[str, ...]) -> None:
        self.suffice, self.things = suffice, things
        self.cuts: list[frozenset[str]] = []
        self.looked = 0

    def look(self, chosen: frozenset[str], barred: frozenset[str], left: int) -> frozenset[str] | None:
        """A set that suffices: the chosen, and at most so many more, none of them barred because it was tried already."""
        self.looked += 1
        if self.looked > MOST_SETS:
            raise TooMany
        cut = next((cut for cut in self.cuts if not cut & chosen), None)
        if cut is None:
            if self.suffice(chosen):
                return chosen
            cut = self._cut(chosen)
            self.cuts.append(cut)
        for thing in sorted(cut - barred) if left else ():
            found = self.look(chosen | {thing}, barred, left - 1)
            if found is not None:
                return found
            barred |= {thing}
        return None

    def _cut(self, chosen: frozenset[str]) -> frozenset[str]:
        """All that is left out when as many things as do not make it suffice are added."""
        kept = chosen
        for thing in self.things:
            if not self.suffice(kept | {thing}):
                kept |= {thing}
        return frozenset(self.things) - kept
