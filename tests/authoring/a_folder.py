"""A mystery on the disk, as small as the tests of the author's commands allow, and the command line called in this process."""

from io import StringIO
from pathlib import Path

import pytest

from tavern.cli import main

CASE = """\
mystery:
  id: tea
  title: Cold Tea
  description: Somebody drank it.
  begins: {day: 1, weekday: Thursday, at: "18:00", room: hall}
  ends: {day: 2, at: "06:00"}
rooms:
  - {id: hall, name: Hall, description: A hall with a clock in it. It ticks., exits: {down: cellar}}
  - {id: cellar, name: Cellar, description: A cellar., exits: {up: hall}}
items:
  - {id: cup, name: cup, description: An empty cup. Somebody was thirsty., in: hall}
actors:
  - id: gene
    name: Gene Pask
    default: Gene shrugs.
    schedule: [{at: "10:00", room: hall}, {at: "23:00", room: cellar}]
    replies:
      - {about: tea, tell: "\\"Cold,\\" says Gene. \\"And gone.\\""}
      - {about: rain, tell: "\\"Wet,\\" says Gene."}
topics:
  - {id: tea, name: tea, known: true}
  - {id: rain, name: rain, known: true}
clues:
  - id: crumb
    name: a crumb
    text: There is a crumb in the cup.
    establishes: {who: gene}
    routes: [{examine: cup}, {ask: gene, about: tea, relationship: 0.4}]
  - id: below
    name: noises below
    text: Somebody walks below.
    establishes: {who: gene}
    routes: [{at: cellar, when: {between: ["00:00", "02:00"]}}]
questions: [who]
answers:
  who: [{id: gene}, {id: nobody, name: nobody}]
solutions:
  correct: {description: Gene did., who: gene, requires_clues: [crumb]}
endings:
  - {id: told, after: proved, text: Done.}
  - {id: wrong, after: insisted, text: No.}
  - {id: lost, after: discredited, text: Out.}
  - {id: morning, after: time, text: The bell rings.}
"""

PLAY = """\
# the cup, and what comes of looking
> examine cup
There is a crumb in the cup. …
@found crumb

> ask gene about tea
"Cold," says Gene. "And gone."
"""


def a_folder(place: Path, **transcripts: str) -> Path:
    """The mystery's folder `tea` under that place, with these transcripts."""
    folder = place / "tea"
    (folder / "transcripts").mkdir(parents=True)
    (folder / "case.yaml").write_text(CASE, encoding="utf-8")
    for name, text in transcripts.items():
        (folder / "transcripts" / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def tavern(*arguments: str | Path, typed: str | None = None) -> int:
    """The exit code of the command line with these arguments. typed: what stands on standard input."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", StringIO(typed or ""))
        try:
            return main([str(argument) for argument in arguments])
        except SystemExit as left:
            return int(left.code or 0)
