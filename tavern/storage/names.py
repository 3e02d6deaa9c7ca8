"""Names of games: text for people, never an identifier and never part of a path."""

import itertools
from collections.abc import Collection

from tavern.storage.problems import BadName
from tavern.text.sanitise import one_line

LONGEST = 60


def clean_name(name: str) -> str:
    """The name on one line, without what does not print; BadName when nothing is left or more than LONGEST letters."""
    cleaned = one_line(name, LONGEST + 1)
    if not 1 <= len(cleaned) <= LONGEST:
        raise BadName(name, LONGEST)
    return cleaned


def is_same(name: str, other: str) -> bool:
    """Whether two names are one to a person, who does not look at capitals."""
    return name.casefold() == other.casefold()


def free_name(wanted: str, taken: Collection[str]) -> str:
    """The wanted name, or the first of “name (2)”, “name (3)”… that is not taken. Never longer than LONGEST."""
    wanted = one_line(wanted, LONGEST) or "a game"
    numbered = (f"{wanted[: LONGEST - 8]} ({number})" for number in itertools.count(2))
    return next(name for name in itertools.chain([wanted], numbered) if is_free(name, taken))


def is_free(name: str, taken: Collection[str]) -> bool:
    return not any(is_same(name, other) for other in taken)
