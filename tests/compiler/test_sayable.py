"""What authors want to say, said in YAML as they would write it, compiled and played: a piece beside a house of three rooms."""

import re
from pathlib import Path

from tavern.compiler.compile import compile_folder
from tavern.diagnostics import full
from tavern.diagnostics.diagnostic import has_errors
from tavern.games import Games

HOUSE = """
mystery:
  id: tea
  title: Cold Tea
  description: Somebody drank the vicar's tea.
  begins: {at: "16:00", room: parlour}
rooms:
  - {id: parlour, description: "Long, and quiet.", exits: {north: kitchen, out: garden}}
  - {id: kitchen, description: "Warm, and never empty.", exits: {south: parlour}}
  - {id: garden, description: "Green, and wet.", exits: {in: parlour}}
actors:
  - {id: agnes, name: Agnes Bell, pronoun: she, in: kitchen, default: "Agnes breathes on the spoon."}
  - {id: hugh, name: Hugh Bell, pronoun: he, in: parlour, default: "Hugh looks out."}
"""


def played(folder: Path, piece: str, *lines: str, seed: int = 1) -> str:
    """What the last of the lines is answered with, in a game with that seed; the paragraphs parted by a bar."""
    home = folder / "tea"
    home.mkdir(exist_ok=True)
    (home / "house.yaml").write_text(HOUSE, encoding="utf-8")
    (home / "piece.yaml").write_text(piece, encoding="utf-8")
    compiled = compile_folder(home, [folder])
    assert not has_errors(compiled.diagnostics), full(compiled.diagnostics, compiled.sources)
    game = Games([folder], None).new("tea", seed=seed)
    paragraphs: list[str] = []
    for line in lines:
        report = game.feed(line)
        paragraphs = [paragraph.text for paragraph in report.paragraphs]
    return " | ".join(paragraphs)


# ── people and their hours ──────────────────────────────────────────────────────────────────────────────────────


def test_somebody_comes_to_the_minute_in_no_two_games(tmp_path: Path) -> None:
    piece = """
actors:
  - id: agnes
    schedule:
      - {at: "16:30", room: garden, doing: cutting roses, jitter: 15}
"""
    told = {played(tmp_path, piece, "go out", "wait an hour", seed=seed)[:5] for seed in range(12)}
    assert len(told) > 3
    assert all("16:31" <= hour <= "16:46" for hour in told)


BELL = """
flags: [bell]
items:
  - id: bell_rope
    in: parlour
    kind: fixed
    on:
      pull: {tell: "Far off, something rings.", then: {set: {bell: rung}}}
actors:
  - id: agnes
    goals:
      - when: {is: {bell: rung}}
        go: parlour
        for: 10
        doing: waiting to be told why
        tell: '"You rang," says Agnes. She does not make it a question.'
        then: {set: {bell: silent}}
"""


def test_somebody_comes_when_there_is_a_reason_and_goes_back(tmp_path: Path) -> None:
    rung = played(tmp_path, BELL, "pull rope")
    assert rung.split(" | ") == [
        "Far off, something rings.",
        "Agnes Bell comes in from the kitchen.",
        '"You rang," says Agnes. She does not make it a question.',
    ]
    assert "Agnes is waiting to be told why" in played(tmp_path, BELL, "pull rope", "look")
    assert "Agnes goes" in played(tmp_path, BELL, "pull rope", "wait")
    assert "You rang" in played(tmp_path, BELL, "pull rope", "wait", "pull rope")
    assert "You rang" in played(tmp_path, BELL, "pull rope", "pull rope")
    assert "Agnes is here" in played(tmp_path, BELL, "pull rope", "pull rope", "wait", "wait", "north")


def test_what_is_graver_goes_before_and_what_was_left_is_taken_up_again(tmp_path: Path) -> None:
    piece = """
flags: [kettle]
fuses:
  - {id: boils_over, at: "16:10", then: {set: {kettle: over}}}
  - {id: wiped_up, at: "16:20", then: {set: {kettle: quiet}}}
actors:
  - id: agnes
    goals:
      - {when: {between: ["16:05", "17:00"]}, go: parlour, doing: clearing the tray}
      - {when: {is: {kettle: over}}, go: kitchen, doing: on her knees with a cloth, priority: 8}
"""
    assert "clearing the tray" in played(tmp_path, piece, "wait 7", "look")
    assert "on her knees" in played(tmp_path, piece, "wait 15", "north")
    assert "clearing the tray" in played(tmp_path, piece, "wait 25", "look")


def test_talk_holds_somebody_who_would_have_gone(tmp_path: Path) -> None:
    piece = """
topics: [tea]
actors:
  - id: hugh
    schedule: [{at: "16:05", room: garden}]
    replies:
      - {about: tea, tell: '"Cold," says Hugh, and sits down to explain it.', holds: 15}
"""
    assert "Hugh" not in played(tmp_path, piece, "wait until 16:10", "look")
    assert "Hugh" in played(tmp_path, piece, "ask hugh about tea", "wait until 16:10", "look")
    assert "16:16. Hugh goes" in played(tmp_path, piece, "ask hugh about tea", "wait until 16:20")


# ── what sets things off ────────────────────────────────────────────────────────────────────────────────────────


def test_coming_somewhere_sets_something_off(tmp_path: Path) -> None:
    piece = """
fuses:
  - {id: first_wet_step, when: {at: garden}, tell: A blackbird leaves the roses in a temper.}
"""
    assert "A blackbird leaves" in played(tmp_path, piece, "go out")
    assert "A blackbird leaves" not in played(tmp_path, piece, "go out", "in", "out")


def test_meeting_somebody_sets_something_off(tmp_path: Path) -> None:
    piece = """
fuses:
  - id: meets_agnes
    when: {with: agnes}
    tell: '"Mind the floor," says Agnes, before you are quite in.'
    then: {relationship: {agnes: -0.1}}
"""
    assert "Mind the floor" in played(tmp_path, piece, "north")


def test_two_people_meeting_set_something_off(tmp_path: Path) -> None:
    piece = """
actors:
  - {id: agnes, schedule: [{at: "16:10", room: parlour}]}
fuses:
  - id: they_meet
    when: {in: {agnes: parlour, hugh: parlour}}
    heard: {at: parlour}
    tell: Agnes sees Hugh, and sets down the tray harder than it needs.
"""
    assert "sets down the tray" in played(tmp_path, piece, "wait 20")


def test_being_followed_sets_something_off(tmp_path: Path) -> None:
    piece = """
actors:
  - {id: hugh, schedule: [{at: "16:05", room: garden}]}
fuses:
  - id: hugh_turns_round
    when: {following: hugh, at: garden}
    tell: 'Hugh turns round. "Is it me you want?"'
    then: {relationship: {hugh: -0.2}}
"""
    assert "Is it me you want" in played(tmp_path, piece, "follow hugh")
    assert "Is it me you want" not in played(tmp_path, piece, "wait 10", "go out")


def test_waiting_is_broken_off_by_what_happens(tmp_path: Path) -> None:
    piece = """
fuses:
  - {id: scream, at: "16:20", tell: "Somewhere above, a scream.", stops: true}
"""
    assert "16:20" in played(tmp_path, piece, "wait an hour", "time")


def test_a_result_comes_later(tmp_path: Path) -> None:
    piece = """
items: [{id: cup, in: parlour}]
flags: [sample]
actors:
  - id: hugh
    on:
      show: {what: cup, tell: '"Twenty minutes," says Hugh, who studied once.', then: {start: analysis}}
fuses:
  - {id: analysis, after: 20, then: {set: {sample: done}}}
clues:
  - id: chloral
    text: There is chloral in the cup.
    routes:
      - {ask: hugh, about: cup, when: {is: {sample: done}}, tell: '"Chloral," says Hugh.'}
"""
    assert "Chloral" not in played(tmp_path, piece, "take cup", "show cup to hugh", "ask hugh about cup")
    assert "Chloral" in played(tmp_path, piece, "take cup", "show cup to hugh", "wait 20", "ask hugh about cup")
    assert "Chloral" not in played(tmp_path, piece, "wait 30", "ask hugh about cup")


# ── rooms and things ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_room_is_dark_without_a_light(tmp_path: Path) -> None:
    piece = """
rooms:
  - {id: kitchen, exits: {down: cellar}}
  - {id: cellar, description: Bottles to the ceiling., dark: true, exits: {up: kitchen}}
items:
  - {id: lamp, in: parlour, light: true, state: unlit}
"""
    assert "Bottles" not in played(tmp_path, piece, "north", "down")
    assert "Bottles" in played(tmp_path, piece, "take lamp", "light lamp", "north", "down")


def test_things_lie_in_and_on_others(tmp_path: Path) -> None:
    piece = """
items:
  - {id: bureau, in: parlour, kind: fixed, container: in, openable: true, key: small_key, state: locked}
  - {id: will, in: bureau, text: I leave it all to Agnes.}
  - {id: shelf, in: kitchen, kind: fixed, container: "on"}
  - {id: small_key, in: shelf}
"""
    assert "locked" in played(tmp_path, piece, "open bureau")
    opened = ("north", "take small key", "south", "unlock bureau", "open bureau")
    assert "will" in played(tmp_path, piece, *opened)
    assert "I leave it all" in played(tmp_path, piece, *opened, "read will")


def test_clothes_are_worn_and_seen(tmp_path: Path) -> None:
    piece = """
items: [{id: apron, in: parlour, wearable: true}]
actors:
  - id: hugh
    replies:
      - {about: agnes, when: {in: {apron: worn}}, tell: '"That is hers," says Hugh.'}
"""
    assert "That is hers" not in played(tmp_path, piece, "north", "south", "take apron", "ask hugh about agnes")
    assert "That is hers" in played(tmp_path, piece, "north", "south", "wear apron", "ask hugh about agnes")


def test_a_door_is_locked_from_both_sides(tmp_path: Path) -> None:
    piece = """
rooms:
  - {id: parlour, exits: {up: {to: study, door: study_door}}}
  - {id: study, description: Paper., exits: {down: {to: parlour, door: study_door}}}
items:
  - {id: study_door, kind: door, rooms: [parlour, study], key: brass_key, state: locked}
  - {id: brass_key, in: garden}
"""
    assert "locked" in played(tmp_path, piece, "up")
    assert "Paper" in played(tmp_path, piece, "out", "take key", "in", "up")


def test_money_is_counted_and_runs_out(tmp_path: Path) -> None:
    piece = """
counters: [{id: coin, name: pence, start: 5}]
items: [{id: bun, in: nowhere, price: 3, sold_by: agnes}]
topics: [{id: tip, known: true}]
actors:
  - id: agnes
    replies:
      - {about: tip, verb: ask_for, when: {counter: {coin: 2}}, tell: '"For tuppence, then."', then: {count: {coin: -2}}}
"""
    assert "5 pence" in played(tmp_path, piece, "inventory")
    assert "2 pence" in played(tmp_path, piece, "north", "buy bun", "inventory")
    assert "bun" in played(tmp_path, piece, "north", "buy bun", "inventory")
    assert "tuppence" in played(tmp_path, piece, "north", "buy bun", "ask agnes for tip")
    assert "tuppence" not in played(tmp_path, piece, "north", "buy bun", "ask agnes for tip", "ask agnes for tip")


def test_words_depend_on_what_is_so_and_on_how_often_they_were_told(tmp_path: Path) -> None:
    piece = """
items:
  - id: clock
    in: parlour
    kind: fixed
    description:
      - when: {between: ["16:00", "16:30"]}
        text: It has stopped at four.
      - text:
          - It still says four.
          - Four.
"""
    assert played(tmp_path, piece, "x clock") == "It has stopped at four."
    assert played(tmp_path, piece, "wait 40", "x clock") == "It still says four."
    assert played(tmp_path, piece, "wait 40", "x clock", "x clock") == "Four."


def test_every_piece_is_short() -> None:
    pieces = re.findall(r'"""\n(.*?)"""', Path(__file__).read_text(encoding="utf-8"), re.DOTALL)[1:]
    assert pieces
    assert max(len(piece.splitlines()) for piece in pieces) <= 20
