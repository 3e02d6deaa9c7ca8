"""The moves agree with the engine, act by act: what fits a command is what the moves of that command say, no more and no less."""

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from tavern.engine.apply import apply_all
from tavern.engine.decide import Decision, decide
from tavern.engine.ground import all_acts
from tavern.engine.turn import turn
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act, Command
from tavern.model.mystery import Mystery
from tavern.model.rules import Guard
from tavern.model.world import World
from tavern.proof.transitions.facts import opening_world
from tavern.proof.transitions.moves import can_be_named, flat, may_pass, moves_of
from tavern.reasoning.holds import holds
from tests.engine.a_whole_case import CASE, COMMANDS
from tests.factory import a_clue, a_mystery, a_person, a_room, a_thing

ACTS = tuple(dict.fromkeys(act for act in all_acts(CASE) if act.verb not in ("sleep", "unhide") or not act.noun))


def fitting(mystery: Mystery, world: World, act: Act) -> set[str]:
    """Ids of the rules that fit the act in the world and change anything, by the engine."""
    decision = decide(mystery, world, act)
    if not isinstance(decision, Decision):
        return set()
    return {rule.id for rule in decision.rules if any(_changes(effect) for effect in rule.effects)}


def moving(mystery: Mystery, world: World, act: Act) -> set[str]:
    """The same by the moves."""
    moves = [move for move in moves_of(mystery) if move.command == act and any(map(_changes, move.effects))]
    return {move.rule for move in moves if holds(mystery, move.condition, world)}


def _changes(effect: f.Effect) -> bool:
    return not isinstance(effect, f.Describe | f.Say | f.Teach)


@settings(max_examples=150, deadline=None)
@given(st.lists(COMMANDS, max_size=12), st.lists(st.sampled_from(ACTS), min_size=1, max_size=30), st.integers(0, 9))
def test_what_fits_an_act_is_what_its_moves_say(before: list[Command], acts: list[Act], seed: int) -> None:
    world = _played(CASE, opening_world(CASE, seed), before)
    for act in acts:
        if can_be_named(CASE, world, act):
            assert moving(CASE, world, act) == fitting(CASE, world, act)


def _played(mystery: Mystery, world: World, commands: Iterable[Command]) -> World:
    for command in commands:
        if can_be_named(mystery, world, command):
            world = apply_all(world, turn(mystery, world, command))
    return world


def a_house_of_exceptions() -> Mystery:
    """A thing with a check, one whose own rule replaces the usual, and a room where whatever is done comes to the same."""
    return a_mystery(
        rooms=[
            a_room("hall", exits={"out": "crypt"}),
            a_room("crypt", exits={"in": "hall"}, on={"any": {"when": {"has": "mug"}, "instead": True, "then": {"count": {"n": 1}}}}),
        ],
        items=[
            a_thing("mug", on={"take": {"when": {"is": {"bell": "rung"}}, "else": "Not yet."}}),
            a_thing("pie", edible=True, on={"eat": {"instead": True, "tell": "No.", "when": {"has": "mug"}}}),
            a_thing("bell", kind="fixed", on={"touch": {"tell": "Ding.", "then": {"set": {"bell": "rung"}}}}),
        ],
        counters=[{"id": "n", "most": 9}],
        actors=[a_person("gene")],
        clues=[a_clue("c", routes=[{"examine": "bell"}])],
    )  # fmt: skip


HOUSE = a_house_of_exceptions()
HOUSE_ACTS = st.sampled_from(
    tuple(dict.fromkeys(act for act in all_acts(HOUSE) if act.verb not in ("sleep", "unhide")))
)


@settings(max_examples=150, deadline=None)
@given(st.lists(HOUSE_ACTS, max_size=20))
def test_checks_and_replacements_are_part_of_the_moves(acts: list[Act]) -> None:
    world = opening_world(HOUSE, 1)
    for act in acts:
        if not can_be_named(HOUSE, world, act):
            continue
        engine = fitting(HOUSE, world, act)
        ours = moving(HOUSE, world, act)
        assert ours - _whatever() == engine - _whatever()
        world = apply_all(world, turn(HOUSE, world, act))


def _whatever() -> set[str]:
    return {move.rule for move in moves_of(HOUSE) if move.whatever}


def test_what_answers_to_any_act_is_one_move() -> None:
    assert len([move for move in moves_of(HOUSE) if move.whatever]) == 1


A, B, C = c.Is("a", "1"), c.Is("b", "1"), c.Is("c", "1")


def test_a_check_forbids_only_by_the_first_guard_that_fails_and_has_words() -> None:
    assert may_pass((Guard(A, "no"), Guard(B, "no"))) == flat((A, B))
    assert may_pass((Guard(A), Guard(B, "no"))) == c.Any((c.Not(A), flat((B,))))


def test_conjunctions_are_opened_and_repeats_left_out() -> None:
    assert flat((c.All((A, c.All((B,)))), A, C)) == c.All((A, B, C))


def test_every_move_has_an_id_of_its_own() -> None:
    ids = [move.id for move in moves_of(CASE)]
    assert len(ids) == len(set(ids))


def test_an_ending_is_spelt_out_with_what_it_brings_about() -> None:
    mystery = a_mystery(
        flags=[{"id": "verdict"}],
        rooms=[a_room("hall", on={"pray": {"tell": "x", "then": {"end": "over"}}})],
        endings=[{"id": "over", "after": "event", "text": "x", "then": {"set": {"verdict": "lost"}}}],
    )
    move = next(move for move in moves_of(mystery) if move.command and move.command.verb == "pray")
    assert move.effects == (f.SetState("verdict", "lost"), f.End("over"))
