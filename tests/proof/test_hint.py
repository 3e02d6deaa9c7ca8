"""Hints: always a step that can be taken from where one stands, told more plainly when asked for again."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tavern.engine.apply import apply_all
from tavern.engine.begin import first_world
from tavern.engine.remember import fold
from tavern.engine.scope import scope_of
from tavern.engine.turn import begin, turn
from tavern.games import Games
from tavern.model import events as e
from tavern.model.commands import Accusation, Act, Command, Think, Understood
from tavern.model.hint import Hint
from tavern.model.mystery import Mystery
from tavern.model.notebook import Notebook
from tavern.model.world import DAY, Hearing, World
from tavern.narration.hinting import hinted
from tavern.narration.stock_hints import HINTS
from tavern.parser.parse import parse
from tavern.proof.argument.arguing import thinking
from tavern.proof.hint import hint, wanted
from tavern.proof.hinter import Hinter, hinter
from tavern.reasoning.evidence import carrying
from tests.factory import act
from tests.places import CONTENT
from tests.proof.unfair import mystery as unfair

CASE = unfair("base")
WAYS = {  # a plan for each clue, from the kitchen
    "square_cut": ("go up", "examine lamp"),
    "clear_oil": ("ask ada oil",),
    "still_air": ("go out", "examine vane"),
    "keeps_shears": ("ask ada tools",),
    "salvage": ("examine slip",),
    "went_up": ("ask ada nine",),
}
Stand = tuple[World, Notebook]


def started(*lines: str, mystery: Mystery = CASE) -> Stand:
    world = first_world(mystery, 1)
    stand = fold(world, Notebook(), begin(mystery, world))
    for line in lines:
        stand = after(stand, act(line), mystery)
    return stand


def after(stand: Stand, command: Command, mystery: Mystery = CASE) -> Stand:
    return fold(*stand, turn(mystery, stand[0], command))


def by_the_book(mystery: Mystery, world: World, clue: str) -> Sequence[Command] | None:
    """The way from the kitchen, with the way back there before it."""
    del mystery
    back = {"kitchen": [], "lamp_room": ["go down"], "yard": ["go in"]}[world.room]
    return [act(line) for line in (*back, *WAYS[clue])] if clue in WAYS else None


def hint_of(stand: Stand, last: Hint | None = None, mystery: Mystery = CASE) -> Hint:
    return hint(mystery, *stand, by_the_book, last=last)


def told(stand: Stand, given: Hint, mystery: Mystery = CASE) -> str:
    return hinted(mystery, *stand, given)


# ── finding ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_with_nothing_in_hand_a_hint_is_about_finding_and_escalates() -> None:
    stand = started()
    first = hint_of(stand)
    second = hint_of(stand, first)
    third = hint_of(stand, second)
    assert [given.kind for given in (first, second, third)] == ["find"] * 3
    assert [given.grade for given in (first, second, third)] == [1, 2, 3]
    assert hint_of(stand, third).grade == 3
    assert told(stand, first) == "There is more to be had than you have had. You need not go anywhere."
    assert told(stand, second) == "Give your mind to Ada."
    assert told(stand, third) == "Try *ask Ada about the oil*."


def test_what_the_plainest_hint_says_can_be_typed_and_finds_something() -> None:
    stand = started()
    given = hint_of(stand)
    understood = parse(given.line, scope_of(CASE, *stand))
    assert isinstance(understood, Understood)
    assert after(stand, understood.command)[0].clues - stand[0].clues


def test_the_grade_begins_anew_with_another_step() -> None:
    stand = started()
    given = replace(hint_of(stand), grade=3)
    assert hint_of(after(stand, Act("ask", "ada", "oil")), given).grade == 1


def test_a_way_never_walked_is_a_step_and_a_known_room_is_gone_to() -> None:
    def looks_up(_: Mystery, world: World, clue: str) -> Sequence[Command] | None:
        del world
        return [act("go up"), act("examine oil_can")] if clue == "clear_oil" else None

    unseen, seen = started(), started("go up", "go down")
    stranger, back = (hint(CASE, *stand, looks_up) for stand in (unseen, seen))
    assert (stranger.room, stranger.noun, stranger.line) == ("", "the way up", "up")
    assert (back.room, back.noun) == ("lamp_room", "oil_can")
    assert told(seen, back).endswith("Go to the lamp room.")


def test_a_wait_is_told_with_its_hour() -> None:
    mystery = unfair("once")
    stand = started("go out", "go in", mystery=mystery)

    def waits(_: Mystery, world: World, clue: str) -> Sequence[Command] | None:
        del world
        return [act("go out"), act("wait @20:00")] if clue == "keeps_shears" else None

    given = hint(mystery, *stand, waits)
    assert (given.room, given.clock) == ("yard", 20 * 60)
    assert "Go to the yard, and be there towards 20:00." in told(stand, given, mystery)


def test_a_plan_that_does_not_play_is_never_told() -> None:
    stand = started()
    assert hint(CASE, *stand, lambda *_: [act("examine vane")]).kind == "none"
    assert hint(CASE, *stand, lambda *_: [act("wait 5")]).kind == "none"
    assert hint(CASE, *stand, lambda *_: None).kind == "none"
    assert told(stand, Hint("none")) == "There is no step to tell you from here."


def test_what_is_wanted_makes_a_proof_with_what_is_held_and_nothing_to_spare() -> None:
    assert len(wanted(CASE, started()[0])) == 5
    held = started("ask ada oil", "ask ada tools", "examine slip")[0]
    assert {"keeps_shears", "salvage"}.isdisjoint(wanted(CASE, held))
    assert len(wanted(CASE, held)) == 2


# ── thinking ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_held_and_not_drawn_comes_first() -> None:
    stand = started("ask ada oil", "go out", "examine vane")
    first = hint_of(stand)
    assert (first.kind, first.question) == ("think", "how")
    second = hint_of(stand, first)
    third = hint_of(stand, second)
    assert told(stand, first).startswith("You hold more than you have thought through. How was it put out?")
    assert told(stand, second) == "How was it put out? Weigh what Ada said."
    assert told(stand, third) == "How was it put out? Lay *clear oil* (1) beside *a still night* (2), and *think*."


def test_the_two_cards_are_the_ones_that_carry_the_step() -> None:
    stand = started("ask ada oil", "go out", "examine vane")
    given = hint_of(stand)
    drawn = after(stand, Think("how", "wick", given.cards))
    assert drawn[0].drawn == {"by_hand"}
    assert hint_of(drawn, given).kind == "find"


def test_a_hint_never_names_the_answer() -> None:
    stand = started("ask ada oil", "go out", "examine vane")
    for grade in (1, 2, 3):
        assert "wick" not in told(stand, replace(hint_of(stand), grade=grade))


# ── accusing ────────────────────────────────────────────────────────────────────────────────────────────────────

ALL = ("ask ada oil", "ask ada tools", "ask ada nine", "examine slip", "go out", "examine vane", "go in")


def test_with_a_proof_in_hand_it_is_about_saying_so() -> None:
    stand = started(*ALL)
    for _ in range(2):
        given = hint_of(stand)
        assert given.kind == "think"
        answer = {"who": "bram", "how": "wick"}[given.question]
        needs = ("keeps_shears", "salvage", "went_up") if given.question == "who" else given.cards
        stand = after(stand, Think(given.question, answer, needs))
    given = hint_of(stand)
    assert given.kind == "accuse"
    assert given.room == ""
    assert set(given.cards) <= stand[0].drawn | stand[0].clues
    assert "accuse" in told(stand, replace(given, grade=3)).lower()


def test_in_the_middle_of_a_hearing_there_is_no_step() -> None:
    world, notebook = started()
    assert hint_of((replace(world, stage=Hearing(Accusation(), (), ())), notebook)).kind == "none"


# ── words ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", ["think", "find", "accuse"])
def test_every_grade_has_three_wordings_that_say_what_it_may(kind: str) -> None:
    for grade in (1, 2, 3):
        assert len(set(HINTS[(kind, grade)])) == 3
    assert not any("{line}" in words or "{noun}" in words for words in HINTS[(kind, 1)])


def test_wordings_take_turns() -> None:
    stand = started()
    given = hint_of(stand)
    assert len({hinted(CASE, *stand, given, count) for count in range(3)}) == 3


def test_a_hint_changes_nothing() -> None:
    stand = started()
    hint_of(stand)
    assert apply_all(stand[0], [e.Replied("note", told(stand, hint_of(stand)))]) == stand[0]


# ── a game played by hints alone ────────────────────────────────────────────────────────────────────────────────


def followed(mystery: Mystery, stand: Stand, ask: Hinter) -> tuple[list[str], Hint]:
    """The kinds of the hints taken, each asked for until it is plain and then followed to the letter, and the last one."""
    kinds: list[str] = []
    given = ask(*stand, None)
    while given.kind in ("find", "think") and len(kinds) < 80:
        for _ in range(2):
            given = ask(*stand, given)
        assert given.grade == 3
        stand = taken(mystery, stand, given)
        kinds.append(given.kind)
        given = ask(*stand, given)
    return kinds, given


def taken(mystery: Mystery, stand: Stand, given: Hint) -> Stand:
    """Go where the hint says, wait as long as it says, and do what it says."""
    if given.kind == "think":
        drawn = len(stand[0].drawn)
        deduction = mystery.deductions[given.step.removeprefix("think ")]
        held = carrying(mystery, stand[0])
        needs = next(needs for needs in deduction.needs if held >= set(needs))
        thought = thinking(mystery, deduction, needs)
        assert thought
        stand = after(stand, thought, mystery)
        assert len(stand[0].drawn) == drawn + 1
        return stand
    for _ in range(5):  # what happens on the way may stop one
        if given.room and stand[0].room != given.room:
            stand = after(stand, Act("go_to", given.room), mystery)
    assert given.room in ("", stand[0].room)
    for _ in range(20):
        if stand[0].clock < given.clock:
            stand = after(stand, Act("wait", until=given.clock % DAY), mystery)
    understood = parse(given.line, scope_of(mystery, *stand))
    assert isinstance(understood, Understood), given.line
    events = turn(mystery, stand[0], understood.command)
    assert not any(isinstance(event, e.Refused) for event in events), given
    return fold(*stand, events)


@pytest.mark.parametrize("name", ["base", "once", "key_in_chest", "torch", "held", "self_locking", "put_out"])
def test_whoever_does_what_hints_say_ends_with_a_proof(name: str) -> None:
    mystery = unfair(name, fair=name != "once")
    kinds, last = followed(mystery, started(mystery=mystery), hinter(mystery))
    assert last.kind == "accuse"
    assert {"find", "think"} == set(kinds)


@pytest.mark.parametrize("name", ["eaten", "burnt"])
def test_a_way_that_is_lost_is_not_hinted_at(name: str) -> None:
    mystery = unfair(name)
    losing = {"eaten": ("take cheese", "eat cheese"), "burnt": ("take letter", "give letter ada", "wait 15")}
    _, last = followed(mystery, started(*losing[name], mystery=mystery), hinter(mystery))
    assert last.kind == "none"


@pytest.mark.full
def test_the_cellar_secret_can_be_solved_by_hints() -> None:
    mystery = Games([CONTENT], None).mystery("cellar_secret")
    kinds, last = followed(mystery, started(mystery=mystery), hinter(mystery))
    assert last.kind == "accuse"
    assert len(kinds) < 60
