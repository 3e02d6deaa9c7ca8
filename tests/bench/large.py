"""A mystery as large as anybody may ever write: five thousand clues with their routes, in files of a thousand."""

from pathlib import Path

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


def write(folder: Path) -> list[str]:
    """Writes the mystery to the folder; the texts of its files."""
    items, people = 100, 20
    things = "".join(f"  - {{id: lamp_{i}, name: lamp {i}, in: yard}}\n" for i in range(1, items + 1))
    actors = "".join(
        f"  - {{id: person_{i}, name: Ede Warrener{'a' * i}, in: hall, default: A nod.}}\n"
        for i in range(1, people + 1)
    )
    texts = [f"{HEAD}items:\n{things}actors:\n{actors}"]
    for first in range(1, CLUES + 1, A_FILE):
        clues = (
            CLUE.format(
                n=n,
                item=n % items + 1,
                person=n % people + 1,
                more="    establishes: {how: boats}\n" if n == 1 else "",
            )
            for n in range(first, first + A_FILE)
        )
        texts.append("clues:\n" + "".join(clues))
    for number, text in enumerate(texts):
        (folder / f"part_{number}.yaml").write_text(text, encoding="utf-8")
    return texts
