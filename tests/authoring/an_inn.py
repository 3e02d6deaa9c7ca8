"""A small case on disk: two rooms, two people, two clues, a lie, and a setting that it borrows if asked to."""

from pathlib import Path

HEAD = """\
mystery:
  id: inn
  title: The Inn
  description: A mug was broken.
  begins: {day: 1, weekday: Thursday, at: "18:00", room: hall}
  ends: {day: 2, at: "06:00"}
  opening: It is raining. Ada Finch takes your hat.
"""
WORLD = """\
rooms:
  - id: hall
    name: Hall
    description: The hall has a mug on the old sideboard.
    exits: {north: {to: kitchen, door: oak_door}}
  - id: kitchen
    name: Kitchen
    description: The kitchen is warm.
    exits: {south: {to: hall, door: oak_door}}

items:
  - {id: mug, name: mug, in: hall, description: "A mug with a chipped rim."}
  - {id: oak_door, name: oak door, kind: door, rooms: [hall, kitchen], state: open}

actors:
  - id: ada
    name: Ada Finch
    pronoun: she
    default: '"No," says Ada.'
    schedule: [{at: "00:00", room: hall, doing: knitting}, {at: "20:00", room: kitchen, asleep: true}]
    replies:
      - {about: rain, tell: '"It rains," says Ada. "Ask Mr Finsh."'}
  - id: ben
    name: Ben Rook
    pronoun: he
    default: '"No," says Ben.'
    schedule: [{at: "00:00", room: kitchen}]

topics:
  - {id: rain, name: the rain, names: [rain], known: true}
  - {id: evening, name: the evening, names: [evening], known: true}
"""
CASE = """\
clues:
  - id: chip
    name: the chip
    text: The mug is chipped by a ring
    establishes: {who: ben}
    routes:
      - {examine: mug, tell: "The chip is new."}
      - {ask: ada, about: rain, tell: '"It was whole at six," says Ada.', relationship: 0.2}
  - id: ben_slept
    name: Ben slept
    text: Ben says he slept
    said_by: ben
    lie: {really: chip, because: He was in the hall., exposed_by: [chip], tell: '"I was in the hall," says Ben.'}
    routes:
      - {ask: ben, about: evening, tell: '"I slept," says Ben.'}
  - id: ghost
    name: the ghost
    text: They say that it was the ghost
    is_red_herring: true
    contradicts: [chip]
    routes:
      - {listen: kitchen, tell: A ghost is talked of.}

questions: [who]
answers: {who: [ada, ben]}
deductions:
  - {id: it_was_ben, from: [chip], text: It was Ben., establishes: {who: ben}}
solutions:
  correct: {description: Ben broke it., who: ben, requires_clues: [chip]}
  false_solutions:
    - {id: it_was_ada, description: Ada broke it., answers: {who: ada}, common_mistake: true}
endings:
  - {id: paid, after: proved, text: Ben pays., choice: Let him pay}
  - {id: blamed, after: insisted, text: Nobody believes you.}
  - {id: laughed_at, after: discredited, text: They laugh.}
  - {id: too_late, after: time, text: It is morning.}
"""


def write_inn(folder: Path, *, setting: str = "") -> Path:
    """The case in `folder`/inn; its rooms and people in a setting of that name beside it, if one is named."""
    inn = folder / "inn"
    inn.mkdir(parents=True)
    if setting:
        (folder / setting).mkdir()
        (folder / setting / "world.yaml").write_text(WORLD, encoding="utf-8")
        (inn / "mystery.yaml").write_text(f"{HEAD}\nsetting: {setting}\n", encoding="utf-8")
    else:
        (inn / "mystery.yaml").write_text(HEAD, encoding="utf-8")
        (inn / "world.yaml").write_text(WORLD, encoding="utf-8")
    (inn / "case.yaml").write_text(CASE, encoding="utf-8")
    return inn
