"""The fewest cards that prove something, for any question where more cards never prove less.

Cards without which nothing is proved are *cuts*: every proof holds a card of every cut. So the fewest cards that meet all cuts
found so far are a lower bound, and once they prove it they are a smallest proof (implicit hitting sets: each failure is grown
until nothing more can be added, and what was left out is the next cut).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Proves = Callable[[frozenset[str]], bool]
MOST_STEPS = 50_000  # of one search; what is known by then is given
Stop = Callable[[], bool]  # whether to leave off now and give what is known so far


def never() -> bool:
    """Leave off never."""
    return False


@dataclass(frozen=True, slots=True)
class Smallest:
    """cards: a smallest proof, or where the search left off the best one found. at_least: no proof has fewer cards.

    Where the cards have weights, the one that weighs least, and what every proof weighs at least.
    """

    cards: frozenset[str]
    at_least: int
    is_exact: bool = True


@dataclass(slots=True)
class Search:
    """What the search for sets that meet all cuts goes by. weights: of cards, 1 for one without. left: steps it may still take."""

    stop: Stop
    weights: Mapping[str, int]
    left: int = MOST_STEPS

    def weight(self, cards: Iterable[str]) -> int:
        """What the cards weigh together."""
        return sum(self.weights.get(card, 1) for card in cards)

    def is_over(self) -> bool:
        """Whether to leave off."""
        self.left -= 1
        return self.left < 0 or self.stop()


def smallest(
    proves: Proves, cards: Iterable[str], stop: Stop = never, weights: Mapping[str, int] | None = None
) -> Smallest | None:
    """A smallest set of the cards that proves it; None when not even all of them do. weights: of cards, where they differ."""
    everything = frozenset(cards)
    if not proves(everything):
        return None
    search = Search(stop, weights or {})
    free = frozenset(card for card in everything if not search.weight([card]))
    dear = sorted(everything - free, key=lambda card: (-search.weight([card]), card))
    best = reduced(lambda kept: proves(kept | free), dear)
    cuts: list[frozenset[str]] = []
    least = 0
    while least < search.weight(best):
        tried, least = _lightest_meeting(cuts, least, search.weight(best), search)
        if search.is_over():
            return Smallest(best, least, is_exact=False)
        if tried is None:
            break
        if proves(tried | free):
            return Smallest(tried, least)
        cuts.append(everything - free - _grown(proves, tried | free, sorted(everything - free - tried)))
    return Smallest(best, search.weight(best))


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


def _lightest_meeting(
    cuts: Sequence[frozenset[str]], least: int, most: int, search: Search
) -> tuple[frozenset[str] | None, int]:
    """The lightest set with a card of every cut, of those that weigh at least `least`; None when it would weigh `most`.

    And what it weighs; where the search leaves off, what every such set is known to weigh at least.
    """
    for weight in range(least, most):
        found = _meeting(cuts, frozenset(), frozenset(), weight, search)
        if found is not None or search.left < 0 or search.stop():
            return found, weight
    return None, most


def _meeting(
    cuts: Sequence[frozenset[str]], chosen: frozenset[str], barred: frozenset[str], weight: int, search: Search
) -> frozenset[str] | None:
    """The cards chosen and others that weigh `weight` at most, with a card of every cut and none that is barred."""
    unmet = [cut - barred for cut in cuts if not cut & chosen]
    if not unmet:
        return chosen
    if _apart(unmet, search) > weight or search.is_over():
        return None
    shortest: frozenset[str] = min(unmet, key=lambda cut: (len(cut), sorted(cut)))
    for card in sorted(shortest, key=lambda card: (search.weight([card]), card)):
        left = weight - search.weight([card])
        found = _meeting(cuts, chosen | {card}, barred, left, search) if left >= 0 else None
        if found is not None:
            return found
        barred |= {card}  # every set with it was tried just now
    return None


def _apart(cuts: Sequence[frozenset[str]], search: Search) -> int:
    """What a card of each of the cuts that have none in common weighs, counted greedily: so much it takes at the least."""
    taken, weight = frozenset[str](), 0
    for cut in sorted(cuts, key=len):
        if not cut & taken:
            taken |= cut
            weight += min((search.weight([card]) for card in cut), default=0)
    return weight
