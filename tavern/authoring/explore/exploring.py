"""Many plays in rounds: each round knows what those before it have tried, so that the result hangs on the seed alone."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from random import Random

from tavern.authoring.content import folder_at, mystery_at
from tavern.authoring.explore.acts import every_act, named
from tavern.authoring.explore.crash import Crash, replayed, shortest
from tavern.authoring.explore.play import Errand, Journey, journey
from tavern.authoring.explore.tally import Tally
from tavern.authoring.transcript import load, transcripts
from tavern.model.mystery import Mystery
from tavern.problem import Problem

ROUND = 8  # plays that set out together
LINES = 250  # of a play's own choosing, tries aside
Start = tuple[tuple[str, ...], int]  # lines to begin with, and the seed they were played with
Playing = Callable[[Sequence[Errand]], Iterator[Journey]]


@dataclass(frozen=True, slots=True)
class Plan:
    """How much to play. runs: plays beside the author's transcripts. jobs: processes; 0: as many as there are cores."""

    runs: int = 24
    seed: int = 1
    jobs: int = 0


@dataclass(slots=True)
class Found:
    """What all plays came to. runs: plays of the plan; transcripts: the author's, played before them.

    lines: typed in all; tried: outcomes of acts; crashes: one of each kind.
    """

    mystery: Mystery
    plan: Plan
    tally: Tally = field(default_factory=Tally)
    runs: int = 0
    transcripts: int = 0
    lines: int = 0
    tried: set[str] = field(default_factory=set)
    acts: int = 0
    crashes: dict[tuple[str, str], Crash] = field(default_factory=dict)
    crashed: int = 0

    @property
    def acts_tried(self) -> int:
        """How many acts were tried on purpose, whatever they came to."""
        return len({named(name) for name in self.tried})

    def add(self, done: Journey) -> None:
        """Count a play in."""
        self.tally.update(done.tally)
        self.lines += done.lines
        self.tried.update(done.tried)
        for crash in done.crashes:
            self.crashed += 1
            self.crashes.setdefault(crash.kind, crash)


def explore(path: Path, roots: Sequence[Path], plan: Plan, *, played: Callable[[], object] = lambda: None) -> Found:
    """Play the mystery at this path by the plan. played: called after each play. Raises Problem.

    The author's transcripts are played first, and every second play goes on from somewhere in them, or in another play that
    found something.
    """
    path = folder_at(path, roots)
    mystery = mystery_at(path, roots)
    with _plays(path, roots, _jobs(plan)) as playing:
        return explored(mystery, _transcripts(path), plan, playing, played)


def explored(
    mystery: Mystery, starts: Sequence[Start], plan: Plan, playing: Playing, played: Callable[[], object]
) -> Found:
    """The rounds of a plan. starts: lines worth going on from; playing: carries out errands, in whatever processes."""
    found, starts = Found(mystery, plan), list(starts)
    for done in playing([Errand(plan.seed, game_seed, lines, lines=0) for lines, game_seed in starts]):
        found.add(done)
        found.transcripts += 1
    numbers = iter(range(plan.runs))
    while numbers_now := list(islice(numbers, ROUND)):
        tried = frozenset(found.tried)
        errands = [_errand(plan, number, starts, tried) for number in numbers_now]
        for done in playing(errands):
            known = sum(kind == "clue" for kind, *_ in found.tally)
            found.add(done)
            found.runs += 1
            if sum(kind == "clue" for kind, *_ in found.tally) > known:
                starts.append((done.typed, done.game_seed))
            played()
    found.crashes = {
        kind: shortest(crash, partial(replayed, mystery, seed=crash.seed))
        for kind, crash in sorted(found.crashes.items())
    }
    found.acts = sum(1 for _ in every_act(mystery))
    return found


def _errand(plan: Plan, number: int, starts: Sequence[Start], tried: frozenset[str]) -> Errand:
    """A play from somewhere in what was played before, or, every second time, from the very beginning."""
    chance = Random(f"{plan.seed}/{number}")  # noqa: S311 - chance that can be repeated is what is wanted
    lines, game_seed = chance.choice(starts) if starts and number % 2 else ((), chance.randrange(2**32))
    lines = lines[: chance.randint(0, len(lines))]
    return Errand(chance.randrange(2**32), game_seed, lines, LINES, tried, number % ROUND, ROUND)


def _transcripts(path: Path) -> list[Start]:
    """The lines of the mystery's transcripts, the longest first; those that cannot be read are passed over."""
    starts: list[Start] = []
    for file in transcripts(path):
        with suppress(Problem):
            script = load(file)
            starts.append((tuple(step.line for step in script.steps), script.seed))
    return sorted(starts, key=lambda start: -len(start[0]))


def _jobs(plan: Plan) -> int:
    return min(plan.jobs or os.cpu_count() or 1, max(1, plan.runs), ROUND)


@contextmanager
def _plays(path: Path, roots: Sequence[Path], jobs: int) -> Iterator[Playing]:
    """What carries out errands: this process for one job, else a pool that is closed again."""
    go = partial(_journey, path, tuple(roots))
    if jobs == 1:
        yield partial(map, go)
        return
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _leave_interrupts)
    try:
        yield partial(pool.map, go)
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts() -> None:
    """Ctrl-C is for the process that the author sees."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _journey(path: Path, roots: tuple[Path, ...], errand: Errand) -> Journey:
    return journey(_mystery(path, roots), errand)


@lru_cache(maxsize=1)
def _mystery(path: Path, roots: tuple[Path, ...]) -> Mystery:
    """Compiled once in each process."""
    return mystery_at(path, roots)
