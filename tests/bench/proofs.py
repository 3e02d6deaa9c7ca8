"""Proving made-up mysteries of 20 to 600 clues, beside the barest fixpoint of the same graph; and hints in them."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise
from math import log

from tavern.compiler.source import without_collector
from tavern.model.mystery import Mystery
from tavern.model.notebook import Notebook
from tavern.proof.closure.reach import reach
from tavern.proof.hint import wanted
from tavern.proof.hinter import hinter
from tavern.proof.ranking.attain import attain
from tavern.proof.transitions.facts import opening_world
from tests.bench.measure import Figure, compare
from tests.factory import a_clue, a_mystery, a_person, a_room, a_thing

SIZES = (20, 60, 200, 600)
ROUNDS = 3
LARGE = 200  # clues of the case in which hints are asked for


def a_large_case(clues: int) -> Mystery:
    """A case in which each clue has a thing and a person to be learnt from, and every third asks for the one before."""
    rooms, people = max(3, clues * 3 // 10), max(3, clues * 3 // 20)
    names = [f"room_{n}" for n in range(rooms)]
    ways = {n: {"in": f"room_{(n - 1) // 2}"} if n else {} for n in range(rooms)}
    for n in range(1, rooms):
        ways[(n - 1) // 2]["north" if n % 2 else "south"] = f"room_{n}"
    suspects = [f"person_{n}" for n in range(people)]
    return a_mystery(
        rooms=[{"id": "hall", "name": "Hall", "description": "A hall.", "exits": {"north": "room_0"}}]
        + [a_room(name, exits={**ways[n], **({"out": "hall"} if not n else {})}) for n, name in enumerate(names)],
        actors=[a_person(id, names[n % rooms]) for n, id in enumerate(suspects)],
        items=[a_thing(f"thing_{n}", names[n % rooms], kind="fixed") for n in range(clues)],
        topics=[{"id": f"topic_{n}", "name": f"topic {n}", "known": True} for n in range(clues)],
        clues=[_clue(n, clues, suspects) for n in range(clues)],
        deductions=[
            {
                "id": "guilt",
                "text": "It was the first.",
                "from": ["clue_0", "clue_1", "clue_2"],
                "establishes": {"who": suspects[0]},
            }
        ],
        questions=["who"],
        answers={"who": suspects},
        solutions={
            "correct": {"description": "x", "who": suspects[0], "requires_clues": ["clue_0", "clue_1", "clue_2"]}
        },
        endings=[{"id": "done", "after": "proved", "choice": "Go home.", "text": "Home."}],
        ends={"day": 4, "at": "06:00"},
    )


def _clue(n: int, clues: int, suspects: list[str]) -> Mapping[str, object]:
    """The clue with that number; the first three make the case, the others point elsewhere."""
    marks = ("means", "motive", "opportunity")
    needs = {"when": {"knows": f"clue_{n - 1}"}} if n % 3 == 2 else {}
    points = {"supports": {"who": suspects[n % len(suspects)], "as": marks[n % 2]}} if n % len(suspects) else {}
    return a_clue(
        f"clue_{n}",
        **(points if n > 2 else {}),
        routes=[
            {"examine": f"thing_{n}", "tell": "So.", **needs},
            {"ask": suspects[n % len(suspects)], "about": f"topic_{n}", "tell": "So it is.", **needs},
            {"ask": suspects[(n + 1) % len(suspects)], "about": f"topic_{n}", "tell": "So it was.", **needs},
        ],
    )


def bare(clues: int) -> int:
    """The fixpoint of the same dependencies with sets alone: what cannot be undercut."""
    known: set[int] = set()
    waiting = list(range(clues))
    while waiting:
        n = waiting.pop(0)
        if n % 3 != 2 or n - 1 in known:
            known.add(n)
        else:
            waiting.append(n)
    return len(known)


def proofs() -> Iterator[Figure]:
    """What proving costs as a case grows, and what a hint does."""
    for size in SIZES:
        case = a_large_case(size)
        world, facts = opening_world(case, 1), reach(case).facts  # moves are compiled once a case
        beside = partial(bare, size)
        yield compare(f"{size} clues: reached", partial(reach, case), "bare fixpoint", beside, "", ROUNDS)
        yield compare(f"{size} clues: ranked", partial(attain, facts), "bare fixpoint", beside, "", ROUNDS)
        yield compare(
            f"{size} clues: what a proof lacks", partial(wanted, case, world), "bare fixpoint", beside, "≤ 10", ROUNDS
        )
    yield from _hints()
    yield from _wholes()


def _hints() -> Iterator[Figure]:
    """The first hint in a case, for which its moves are compiled, and a later one."""
    cases = iter([a_large_case(LARGE) for _ in range(ROUNDS + 1)])
    known = hinter(case := a_large_case(LARGE))

    def first() -> object:
        fresh = next(cases)
        with without_collector():  # as a game does
            return hinter(fresh)(opening_world(fresh, 1), Notebook(), None)

    def later() -> object:
        return known(opening_world(case, 1), Notebook(), None)

    yield compare(f"{LARGE} clues: the first hint", first, "-", int, "≤ 300 ms", ROUNDS)
    yield compare(f"{LARGE} clues: a later hint", later, "-", int, "≤ 300 ms", ROUNDS)


def _wholes() -> Iterator[Figure]:
    """The whole certificate, each made in a process of its own. growth: the power of the number of clues that it grows by."""
    made = {size: _whole(size) for size in SIZES}
    growths = {
        size: f", growth {log(made[size][0] / made[less][0]) / log(size / less):.2f}" for less, size in pairwise(SIZES)
    }
    for size, (seconds, megabytes) in made.items():
        what = f"{size} clues: the whole certificate, {megabytes} MB{growths.get(size, '')}"
        yield Figure(what, seconds * 1000, "-", 0.0, 1.0, "≤ 60 s, ≤ 1000 MB" if size == LARGE else "")


def _whole(size: int) -> tuple[float, int]:
    """Seconds of the processor, and the most memory in megabytes."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.whole", str(size)], check=True, capture_output=True, text=True
    )
    told = json.loads(done.stdout)
    return told["seconds"], told["megabytes"]
