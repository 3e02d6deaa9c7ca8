"""Mysteries as large as anybody may ever write: five thousand clues in files of a thousand, and a house of any size."""

from pathlib import Path

from tavern.model.mystery import Mystery
from tests.factory import a_clue, a_mystery, a_person, a_room, a_thing

CLUES = 5_000
A_FILE = 1_000  # clues in one
HEAD = """mystery: {id: large, title: The Long Night, description: "Everybody saw something."}
rooms:
  - {id: hall, name: hall, description: A long hall., exits: {north: yard}}
  - {id: yard, name: yard, description: Rain., exits: {south: hall}}
questions: [how]
answers:
  how: [{id: boats, name: by boat}, {id: carts, name: by cart}]
solutions:
  correct: {description: By boat., how: boats, requires_clues: [clue_1]}
endings:
  - {after: proved, text: Done.}
"""
CLUE = """  - id: clue_{n}
    text: "Somebody crossed the yard with a lantern, for the {n}th time, and set it down by the wall"
    reliability: 0.8
    about: [yard, lamp_{item}]
{more}    routes:
      - {{ask: person_{person}, about: lamp_{item}, relationship: 0.2, tell: "It was late. It is always late, at {n}."}}
      - {{examine: lamp_{item}, tell: "Warm still, and the wick a thumb too long."}}
"""


CAST = 20  # people in a house, however large
WALK = (
    "look", "in", "x thing 0", "search thing 1", "ask warrener0 about matter 0", "north", "look", "x thing 4", "south", "out",
    "inventory", "x thing 2", "wait", "exits", "go in", "ask warrener0 about matter 3", "clues", "listen", "x warrener0", "out",
)  # fmt: skip


def a_house(clues: int) -> Mystery:
    """A mystery whose rooms, things and matters to talk about grow with its clues; so much is in each room, large or small."""
    rooms, people = max(3, clues * 3 // 10), min(CAST, max(3, clues * 3 // 20))
    ways = {n: {"out": f"room_{(n - 1) // 2}" if n else "hall"} for n in range(rooms)}
    for n in range(1, rooms):
        ways[(n - 1) // 2]["north" if n % 2 else "south"] = f"room_{n}"
    names = [f"warrener{n}" for n in range(people)]
    return a_mystery(
        rooms=[a_room("hall", exits={"in": "room_0"}), *(a_room(f"room_{n}", exits=ways[n]) for n in range(rooms))],
        actors=[a_person(name, f"room_{n}") for n, name in enumerate(names)],
        items=[a_thing(f"thing_{n}", f"room_{n % rooms}", kind="fixed") for n in range(clues)],
        topics=[{"id": f"matter_{n}", "name": f"matter {n}", "known": True} for n in range(clues)],
        clues=[
            a_clue(
                f"clue_{n}",
                routes=[
                    {"examine": f"thing_{n}", "tell": "So it is."},
                    {"ask": names[n % people], "about": f"matter_{n}", "tell": "So it was."},
                ],
            )
            for n in range(clues)
        ],
        questions=["who"],
        answers={"who": names},
        solutions={"correct": {"description": "x", "who": names[0], "requires_clues": ["clue_0"]}},
    )


def write(folder: Path, clues: int = CLUES) -> list[str]:
    """Writes the mystery to the folder; the texts of its files."""
    items, people = 100, 20
    things = "".join(f"  - {{id: lamp_{i}, name: lamp {i}, in: yard}}\n" for i in range(1, items + 1))
    actors = "".join(
        f"  - {{id: person_{i}, name: Ede Warrener{'a' * i}, in: hall, default: A nod.}}\n"
        for i in range(1, people + 1)
    )
    texts = [f"{HEAD}items:\n{things}actors:\n{actors}"]
    for first in range(1, clues + 1, A_FILE):
        listed = (
            CLUE.format(
                n=n,
                item=n % items + 1,
                person=n % people + 1,
                more="    establishes: {how: boats}\n" if n == 1 else "",
            )
            for n in range(first, min(first + A_FILE, clues + 1))
        )
        texts.append("clues:\n" + "".join(listed))
    for number, text in enumerate(texts):
        (folder / f"part_{number}.yaml").write_text(text, encoding="utf-8")
    return texts
