"""The words nearest to a misspelt one."""

from collections.abc import Iterable
from functools import lru_cache


def nearest(word: str, candidates: Iterable[str], most: int = 3) -> list[str]:
    """At most `most` candidates few edits away from the word, nearest first; ties keep the order given.

    A word of two to four letters is allowed one edit, a longer one two, a single letter none. Case does not count.
    """
    folded = word.casefold()
    limit = _edits_allowed(folded)
    distances = {candidate: edits(folded, candidate.casefold(), limit) for candidate in candidates}
    near = (candidate for candidate, distance in distances.items() if distance <= limit)
    return sorted(near, key=distances.__getitem__)[:most]


def edits(a: str, b: str, limit: int) -> int:
    """How many edits part a from b, or `limit + 1` when there are more than `limit`.

    An edit inserts, drops or replaces a letter, or swaps two neighbours (optimal string alignment: no letter is
    edited again after a swap).
    """
    if a == b:
        return 0
    if _surely_more(a, b, limit):
        return limit + 1
    return _aligned(a, b, limit)


def _edits_allowed(word: str) -> int:
    return 0 if len(word) < 2 else 1 if len(word) < 5 else 2


def _surely_more(a: str, b: str, limit: int) -> bool:
    if abs(len(a) - len(b)) > limit:
        return True
    # An edit takes at most one letter out of a and brings at most one in.
    letters_a, letters_b = _letters(a), _letters(b)
    return (letters_a & ~letters_b).bit_count() > limit or (letters_b & ~letters_a).bit_count() > limit


@lru_cache(maxsize=8192)
def _letters(word: str) -> int:
    """Which letters are in the word, a bit for each; letters that share a bit only make the test above weaker."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 64)
    return bits


def _aligned(a: str, b: str, limit: int) -> int:
    """The edits, counted row by row in the band of `limit` cells on either side of the diagonal."""
    too_many = limit + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        two_before, before = before, row
        row = [min(i, too_many)] + [too_many] * len(b)
        for j in range(max(1, i - limit), min(len(b), i + limit) + 1):
            replaced = before[j - 1] + (letter != b[j - 1])
            row[j] = min(replaced, before[j] + 1, row[j - 1] + 1)
            if i > 1 < j and letter == b[j - 2] and a[i - 2] == b[j - 1]:
                row[j] = min(row[j], two_before[j - 2] + 1)
        if min(row) >= too_many and min(before) >= too_many:
            return too_many
    return min(row[-1], too_many)
