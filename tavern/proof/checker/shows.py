"""What a game shows at its end, in words that a machine can hold against it: the claims a transcript may make, and routes."""

from collections.abc import Iterator, Sequence

from tavern.model.world import Ended, World


def shows(worlds: Sequence[World]) -> tuple[str, ...]:
    """What came of the last line of a game. worlds: the first, then that after each line."""
    return tuple(_shows(worlds))


def _shows(worlds: Sequence[World]) -> Iterator[str]:
    last = worlds[-1]
    before = worlds[-2] if len(worlds) > 1 else None
    yield from (f"found {id}" for id in sorted(last.clues - (before.clues if before else frozenset())))
    yield from (f"took {id}" for id in sorted(last.routes - (before.routes if before else frozenset())))
    yield from (f"drew {id}" for id in sorted(last.drawn - (before.drawn if before else frozenset())))
    yield f"room {last.room}"
    if isinstance(last.stage, Ended):
        yield f"ended {last.stage.ending}"
    yield f"clock {last.clock}"
    yield f"seed {last.seed}"
