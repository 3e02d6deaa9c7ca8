"""The words nearest to a misspelt one."""

from collections.abc import Iterable, Iterator
from functools import lru_cache


def nearest(word: str, candidates: Iterable[str], most: int = 3) -> list[str]:
    """At most `most` candidates few edits away from the word, nearest first; ties keep the order given.

    A word of two to four letters is allowed one edit, a longer one two, a single letter none. Case does not count.
    """
    folded = word.casefold()
    limit = _edits_allowed(folded)
    distances = {
        candidate: distance
        for candidate in _alike(folded, candidates, limit)
        if (distance := _edits(folded, candidate.casefold(), limit)) <= limit
    }
    return sorted(distances, key=distances.__getitem__)[:most]


def _alike(folded: str, candidates: Iterable[str], limit: int) -> Iterator[str]:
    """The candidates that may be near, by what can be told of hundreds at a glance: their length and their letters."""
    shortest, longest, letters = len(folded) - limit, len(folded) + limit, _letters(folded)
    for candidate in candidates:
        if shortest <= len(candidate) <= longest or not candidate.isascii():
            other = _letters(candidate)
            if (letters & ~other).bit_count() <= limit and (other & ~letters).bit_count() <= limit:
                yield candidate


def edits(a: str, b: str, limit: int) -> int:
    """How many edits part a from b, or `limit + 1` when there are more than `limit`, which is to be small: 3 at most.

    An edit inserts, drops or replaces a letter, or swaps two neighbours (optimal string alignment: no letter is
    edited again after a swap).
    """
    # An edit takes at most one letter out of a and brings at most one in.
    letters, others = _letters(a), _letters(b)
    if (letters & ~others).bit_count() > limit or (others & ~letters).bit_count() > limit:
        return limit + 1
    return _edits(a, b, limit)


def _edits(a: str, b: str, limit: int) -> int:
    if a == b:
        return 0
    if limit == 0 or abs(len(a) - len(b)) > limit:
        return limit + 1
    a, b = _parted(a, b)
    if not a or not b:
        return len(a) + len(b)
    if limit == 1 and max(len(a), len(b)) > 2:  # no edit mends both ends, but of a swap
        return 2
    after = [(a[1:], b[1:]), (a[1:], b), (a, b[1:])]  # replaced, dropped, inserted
    if a[:2] == b[1::-1]:
        after.append((a[2:], b[2:]))
    return 1 + min(_edits(*rest, limit - 1) for rest in after)


def _parted(a: str, b: str) -> tuple[str, str]:
    """Both without what they begin and end with alike, which costs nothing."""
    start, end, shorter = 0, 0, min(len(a), len(b))
    while start < shorter and a[start] == b[start]:
        start += 1
    while end < shorter - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return a[start : len(a) - end], b[start : len(b) - end]


def _edits_allowed(word: str) -> int:
    return 0 if len(word) < 2 else 1 if len(word) < 5 else 2


@lru_cache(maxsize=16384)
def _letters(word: str) -> int:
    """Which letters are in the word, case aside, a bit for each; letters that share a bit only make the test above weaker."""
    bits = 0
    for letter in word.casefold():
        bits |= 1 << (ord(letter) % 64)
    return bits
