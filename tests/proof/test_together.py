"""What can each be had is not yet had together: claims three and four go by what one game has."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tavern.authoring.certificates import Replay
from tavern.compiler.compile import compile_folder
from tavern.proof.claim import Claim, Verdict
from tavern.proof.proving import prove
from tests.proof.unfair import laid_over, text_of

TOKEN = "items:\n  - {id: token, name: token, in: kitchen, description: It opens mouths.}\n"
BET = """  - id: salvage
    text: Bram had money on a wreck.
    supports: {who: bram, as: motive}
    routes:
"""
SHEARS = """  - id: keeps_shears
    text: The shears are Bram's.
    supports: {who: bram, as: means}
    routes:
"""


def given_to(actor: str) -> str:
    """A route by a token that is given away, once for all."""
    return f'      - {{give: token, to: {actor}, tell: "x", then: {{take: token}}}}\n'


@cache
def claims_of(layer: str) -> dict[str, Claim]:
    place = Path(mkdtemp()) / "lamp"
    place.mkdir()
    (place / "mystery.yaml").write_text(laid_over(text_of("base"), layer))
    made = compile_folder(place, [place.parent]).mystery
    assert made
    return {claim.id: claim for claim in prove(made, Replay(made)).claims}


def test_what_is_never_held_together_proves_nothing() -> None:
    claims = claims_of(f"{TOKEN}clues:\n{BET}{given_to('ada')}{SHEARS}{given_to('cole')}")
    assert claims["reachable:ending:shown"].verdict is Verdict.REFUTED
    assert claims["one_answer:who:bram"].verdict is Verdict.BOUNDED
    assert claims["one_answer:fits:who"].verdict is Verdict.BOUNDED


def test_a_rival_whose_evidence_is_never_held_together_is_not_said_to_stand() -> None:
    marks = "".join(
        f"  - id: cole_{mark}\n    text: Cole again.\n    supports: {{who: cole, as: {mark}}}\n    routes:\n{given_to(to)}"
        for mark, to in (("means", "ada"), ("opportunity", "cole"))
    )
    claim = claims_of(f"{TOKEN}clues:\n{marks}")["one_answer:who:cole"]
    assert claim.verdict is Verdict.BOUNDED
    assert "no game was found that has all of these" in claim.says


def test_two_watches_at_one_hour_of_the_only_night_spare_nothing() -> None:
    watches = [
        f'      - {{watch: {room}, between: ["22:00", "22:02"], tell: "x"}}\n      - {{examine: slip, tell: "x"}}\n'
        for room in ("yard", "lamp_room")
    ]
    ends = 'mystery:\n  ends: {day: 2, at: "06:00"}\n'
    claims = claims_of(f"{ends}clues:\n{BET}{watches[0]}{SHEARS}{watches[1]}")
    assert claims["redundancy:thing:slip"].verdict is Verdict.BOUNDED
    assert claims["one_answer"].verdict is Verdict.PROVED


def test_the_only_light_in_a_dark_room_is_indispensable() -> None:
    shed = """rooms:
  - id: yard
    name: Yard
    description: It is wet.
    exits: {in: kitchen, east: shed}
  - {id: shed, name: Shed, dark: true, description: A shed., exits: {west: yard}}
items:
  - {id: shears, in: shed, kind: fixed, description: Long.}
  - {id: rack, in: shed, kind: fixed, description: One peg.}
  - {id: stove, in: shed, kind: fixed, light: true, state: lit, description: It burns.}
"""
    ways = '      - {examine: shears, tell: "x"}\n      - {examine: rack, tell: "x"}\n'
    claims = claims_of(f"{shed}clues:\n{SHEARS}{ways}")
    assert claims["redundancy:thing:stove"].verdict is Verdict.REFUTED


def test_a_key_that_no_route_names_is_taken_away_too() -> None:
    hatch = """rooms:
  - id: kitchen
    name: Kitchen
    description: It is warm.
    exits: {up: {to: lamp_room, door: hatch}, out: yard}
  - {id: lamp_room, name: Lamp room, description: It is cold., exits: {down: {to: kitchen, door: hatch}}}
items:
  - {id: brass_key, name: brass key, in: kitchen, description: A key.}
  - {id: hatch, kind: door, rooms: [kitchen, lamp_room], state: locked, key: brass_key}
"""
    ways = '      - {examine: bill, tell: "x"}\n      - {ask: cole, about: tools, tell: "x"}\n'
    claims = claims_of(f"{hatch}clues:\n{SHEARS}{ways}")
    assert claims["redundancy:thing:brass_key"].verdict is Verdict.REFUTED
