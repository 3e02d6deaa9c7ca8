"""The fewest cards that prove something, for any question where more cards never prove less.

Cards without which nothing is proved are *cuts*: every proof holds a card of every cut. So the fewest cards that meet all cuts
found so far are a lower bound, and once they prove it they are a smallest proof (implicit hitting sets: each failure is grown
until nothing more can be added, and what was left out is the next cut).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Proves = Callable[[frozenset[str]], bool]
Stop = Callable[[], bool]  # whether to leave off now and give what is known so far


def never() -> bool:
    """Leave off never."""
    return False


@dataclass(frozen=True, slots=True)
class Smallest:
    """cards: a smallest proof, or where the search left off the best one found. at_least: no proof has fewer cards."""

    cards: frozenset[str]
    at_least: int

    @property
    def is_exact(self) -> bool:
        """Whether no proof is smaller."""
        return self.at_least >= len(self.cards)


def smallest(proves: Proves, cards: Iterable[str], stop: Stop = never) -> Smallest | None:
    """A smallest set of the cards that proves it; None when not even all of them do."""
    everything = frozenset(cards)
    if not proves(everything):
        return None
    best = reduced(proves, sorted(everything))
    cuts: list[frozenset[str]] = []
    least = 0
    while least < len(best):
        tried = _fewest_meeting(cuts, least, len(best), stop)
        if tried is None:
            least = least if stop() else len(best)
            break
        least = len(tried)
        if proves(tried):
            return Smallest(tried, least)
        cut = everything - _grown(proves, tried, sorted(everything - tried))
        cuts.append(cut)
        if stop():
            break
    return Smallest(best, min(least, len(best)))


def reduced(proves: Proves, cards: Sequence[str]) -> frozenset[str]:
    """A proof among the cards, which have to be one, from which nothing can be taken away; halves are tried before pieces."""
    kept = frozenset(cards)
    parts = [list(cards)]
    while parts:
        part = parts.pop()
        if proves(kept - frozenset(part)):
            kept -= frozenset(part)
        elif len(part) > 1:
            half = len(part) // 2
            parts += [part[half:], part[:half]]
    return kept


def _grown(proves: Proves, start: frozenset[str], cards: Sequence[str]) -> frozenset[str]:
    """As many of the cards besides those at the start as still do not prove it; halves are tried before pieces."""
    kept = start
    parts = [list(cards)]
    while parts:
        part = parts.pop()
        if not proves(kept | frozenset(part)):
            kept |= frozenset(part)
        elif len(part) > 1:
            half = len(part) // 2
            parts += [part[half:], part[:half]]
    return kept


def _fewest_meeting(cuts: Sequence[frozenset[str]], least: int, most: int, stop: Stop) -> frozenset[str] | None:
    """A smallest set with a card of every cut, of `least` cards or more; None when it would take `most`, or the search left off."""
    for size in range(least, most):
        found = _meeting(cuts, frozenset(), frozenset(), size, stop)
        if found is not None:
            return found
        if stop():
            return None
    return None


def _meeting(
    cuts: Sequence[frozenset[str]], chosen: frozenset[str], barred: frozenset[str], size: int, stop: Stop
) -> frozenset[str] | None:
    """The cards chosen and at most `size` more, with a card of every cut and none that is barred."""
    unmet = [cut - barred for cut in cuts if not cut & chosen]
    if not unmet:
        return chosen
    if _apart(unmet) > size or stop():
        return None
    shortest: frozenset[str] = min(unmet, key=lambda cut: (len(cut), sorted(cut)))
    for card in sorted(shortest):
        found = _meeting(cuts, chosen | {card}, barred, size - 1, stop)
        if found is not None:
            return found
        barred |= {card}  # every set with it was tried just now
    return None


def _apart(cuts: Sequence[frozenset[str]]) -> int:
    """How many of the cuts have no card in common, counted greedily: so many cards it takes at the least."""
    taken, count = frozenset[str](), 0
    for cut in sorted(cuts, key=len):
        if not cut & taken:
            taken |= cut
            count += 1
    return count
