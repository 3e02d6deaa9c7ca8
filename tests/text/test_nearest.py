from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tavern.text import edits, nearest

WORDS = st.text("abc", max_size=7)
VERBS = ["look", "examine", "search", "investigate", "lock", "unlock", "go", "give", "ask", "tell", "talk"]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("loook", ["look", "lock"]),
        ("lokc", ["lock"]),
        ("exmaine", ["examine"]),
        ("invetsigat", ["investigate"]),
        ("EXAMIN", ["examine"]),
        ("og", ["go"]),
        ("lok", ["look", "lock"]),
        ("tall", ["tell", "talk"]),
        ("dance", []),
        ("x", []),
        ("", []),
    ],
)
def test_a_misspelt_word_finds_its_neighbours(word: str, near: list[str]) -> None:
    assert nearest(word, VERBS) == near


def test_nearest_come_first_and_ties_keep_their_order() -> None:
    assert nearest("cellar", ["collars", "dollar", "cellars", "cellar", "teller"]) == ["cellar", "cellars", "collars"]


def test_no_more_are_offered_than_asked_for_and_none_twice() -> None:
    assert nearest("cot", ["cat", "cut", "cat", "cog", "dot"]) == ["cat", "cut", "cog"]
    assert nearest("cot", ["cat", "cut", "cog"], most=1) == ["cat"]


@pytest.mark.parametrize(
    ("a", "b", "limit", "count"),
    [
        ("celar", "cellar", 2, 1),
        ("lantren", "lantern", 2, 1),
        ("abc", "abc", 0, 0),
        ("abc", "abd", 0, 1),
        ("ca", "abc", 3, 3),
        ("", "abc", 5, 3),
        ("kitten", "sitting", 2, 3),
    ],
)
def test_edits_are_counted_up_to_the_limit(a: str, b: str, limit: int, count: int) -> None:
    assert edits(a, b, limit) == count


@given(WORDS, WORDS, st.integers(0, 8))
def test_edits_agree_with_the_definition(a: str, b: str, limit: int) -> None:
    assert edits(a, b, limit) == min(_by_definition(a, b), limit + 1)


@given(WORDS, WORDS, st.integers(0, 8))
def test_edits_are_the_same_both_ways(a: str, b: str, limit: int) -> None:
    assert edits(a, b, limit) == edits(b, a, limit)


@cache
def _by_definition(a: str, b: str) -> int:
    if not a or not b:
        return len(a) + len(b)
    ways = [
        _by_definition(a[1:], b) + 1,
        _by_definition(a, b[1:]) + 1,
        _by_definition(a[1:], b[1:]) + (a[0] != b[0]),
    ]
    if len(a) > 1 < len(b) and a[0] == b[1] and a[1] == b[0]:
        ways.append(_by_definition(a[2:], b[2:]) + 1)
    return min(ways)
