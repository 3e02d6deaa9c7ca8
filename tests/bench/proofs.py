"""Proving made-up mysteries of 20 to 600 clues, beside the barest fixpoint of the same graph."""

from collections.abc import Iterator, Mapping
from functools import partial

from tavern.authoring.certificates import Replay
from tavern.model.mystery import Mystery
from tavern.proof.attain import attain
from tavern.proof.proving import prove
from tavern.proof.reach import reach
from tests.bench.measure import Figure, compare
from tests.factory import a_clue, a_mystery, a_person, a_room, a_thing

SIZES = (20, 60, 200, 600)
ROUNDS = 3
WHOLE = (20, 60, 200)  # sizes of which the whole certificate is made


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
    """What proving costs as a case grows."""
    for size in SIZES:
        case = a_large_case(size)
        facts = reach(case).facts  # moves are compiled once a case
        yield compare(f"{size} clues: reached", partial(reach, case), "bare fixpoint", partial(bare, size), "", ROUNDS)
        yield compare(f"{size} clues: ranked", partial(attain, facts), "bare fixpoint", partial(bare, size), "", ROUNDS)
        if size in WHOLE:
            whole = partial(prove, case, Replay(case))
            yield compare(f"{size} clues: the whole certificate", whole, "-", int, "", 1)
