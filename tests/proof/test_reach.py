"""What can come about at all: nothing the engine ever does lies outside the fixpoint, and what is outside is out for a reason."""

import random
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tavern.engine.apply import apply_all
from tavern.engine.ground import all_acts
from tavern.engine.turn import turn
from tavern.games import Games
from tavern.model.commands import Act, Command
from tavern.model.mystery import Mystery
from tavern.model.world import Playing, World
from tavern.proof.closure.reach import Reach, reach
from tavern.proof.transitions.facts import Without, opening_world
from tavern.proof.transitions.moves import can_be_named, moves_of
from tests.engine.a_whole_case import CASE, COMMANDS
from tests.factory import a_clue, a_mystery, a_person, a_room, a_thing
from tests.places import CONTENT
from tests.proof.allowing import not_allowed

ALL = reach(CASE)
WALKS = st.sampled_from([Act("go", way) for way in ("up", "down")])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(COMMANDS, WALKS), max_size=25), st.integers(0, 50))
def test_whatever_is_played_the_fixpoint_allows(commands: list[Command], seed: int) -> None:
    world = opening_world(CASE, seed)
    for command in commands:
        if not can_be_named(CASE, world, command):
            continue
        world = apply_all(world, turn(CASE, world, command))
        assert not_allowed(ALL, world) == [], command


@settings(max_examples=25, deadline=None)
@given(st.lists(COMMANDS, max_size=12), st.lists(COMMANDS, max_size=12))
def test_the_fixpoint_of_a_later_world_allows_what_comes_of_it(before: list[Command], after: list[Command]) -> None:
    world = _played(CASE, opening_world(CASE, 3), before)
    if not isinstance(world.stage, Playing):
        return
    found = reach(CASE, world)
    for command in after:
        if can_be_named(CASE, world, command):
            world = apply_all(world, turn(CASE, world, command))
            assert not_allowed(found, world) == [], command


def _played(mystery: Mystery, world: World, commands: list[Command]) -> World:
    for command in commands:
        if can_be_named(mystery, world, command):
            world = apply_all(world, turn(mystery, world, command))
    return world


def an_errand() -> Mystery:
    """Somebody who is sent, called by a goal, late by the seed and held by talk, through three rooms."""
    return a_mystery(
        ends={"day": 2, "at": "12:00"},
        rooms=[
            a_room("hall", exits={"out": "yard"}, on={"pray": {"tell": "x", "then": {"set": {"bell": "rung"}}}}),
            a_room("yard", exits={"in": "hall", "east": "mill"}),
            a_room("mill", exits={"west": "yard"}),
        ],
        actors=[
            a_person(
                "gene",
                schedule=[{"at": "00:00", "room": "hall"}, {"at": "19:00", "room": "yard", "jitter": 20}],
                goals=[{"when": {"is": {"bell": "rung"}}, "go": "mill", "for": 30, "priority": 7}],
                replies=[
                    {"about": "night", "tell": "Hm.", "then": {"send": {"actor": "gene", "to": "mill", "for": 9}}}
                ],
                holds=5,
            ),
        ],
        flags=[{"id": "bell"}],
        topics=[{"id": "night", "name": "night", "known": True}],
        clues=[a_clue("talk", routes=[{"at": "mill", "when": {"with": "gene"}}])],
    )


ERRAND = an_errand()
ERRANDS = [*dict.fromkeys(all_acts(ERRAND)), *(Act("wait", "", "", minutes) for minutes in (3, 30, 200))]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(ERRANDS), max_size=25), st.integers(0, 50))
def test_people_sent_called_late_and_held_are_where_the_fixpoint_allows(acts: list[Command], seed: int) -> None:
    found = reach(ERRAND)
    world = opening_world(ERRAND, seed)
    for act in acts:
        if can_be_named(ERRAND, world, act):
            world = apply_all(world, turn(ERRAND, world, act))
            assert not_allowed(found, world) == [], act


@cache
def cellar() -> Mystery:
    return Games([CONTENT], None).mystery("cellar_secret")


@pytest.mark.full
@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_played_of_the_cellar_secret_the_fixpoint_allows(seed: int) -> None:
    cellar_secret = cellar()
    found = reach(cellar_secret)
    acts = list(dict.fromkeys(all_acts(cellar_secret)))
    chance = random.Random(seed)
    for game in range(12):
        world = opening_world(cellar_secret, game)
        for _ in range(60):
            act = _some_act(cellar_secret, world, acts, chance)
            if can_be_named(cellar_secret, world, act):
                world = apply_all(world, turn(cellar_secret, world, act))
                assert not_allowed(found, world) == [], act


def _some_act(mystery: Mystery, world: World, acts: list[Act], chance: random.Random) -> Act:
    ways = [Act("go", way.direction) for way in mystery.rooms[world.room].exits]
    waits = [Act("wait", "", "", minutes) for minutes in (5, 40, 300)]
    moves = [move.command for move in moves_of(mystery) if move.command and chance.random() < 0.01]
    return chance.choice([*ways, *waits, *(moves or acts)])


# ── what is out of reach ────────────────────────────────────────────────────────────────────────────────────────────


def knows(found: Reach, *ids: str) -> list[bool]:
    """Whether each may come to be known."""
    return [found.knows(id) for id in ids]


def test_a_key_locked_in_its_own_chest_is_out_of_reach() -> None:
    chest = a_thing("chest", kind="fixed", container="in", openable=True, key="small_key", state="locked")
    mystery = a_mystery(items=[chest, a_thing("small_key", "chest"), a_thing("letter", "chest", text="Dear sir.")])
    assert ("state", "chest", "open") not in reach(mystery).why
    assert ("place", "small_key", "player") not in reach(mystery).why


def test_a_clue_that_needs_itself_is_never_known() -> None:
    mystery = a_mystery(
        actors=[a_person("gene")],
        topics=[{"id": "night", "name": "night", "known": True}],
        clues=[a_clue("loop", routes=[{"ask": "gene", "about": "night", "when": {"knows": "loop"}}])],
    )
    assert knows(reach(mystery), "loop") == [False]


def test_two_people_in_disjoint_hours_are_never_together() -> None:
    mystery = a_mystery(
        ends={"day": 3, "at": "12:00"},
        actors=[
            a_person("gene", schedule=[{"at": "00:00", "room": "hall"}, {"at": "12:00", "room": "yard"}]),
            a_person("sarah", schedule=[{"at": "00:00", "room": "yard"}, {"at": "12:30", "room": "hall"}]),
        ],
        rooms=[a_room("hall", exits={"out": "yard"}), a_room("yard", exits={"in": "hall"})],
        clues=[
            a_clue("both", routes=[{"at": "hall", "when": {"with": ["gene", "sarah"]}}]),
            a_clue("one", routes=[{"at": "hall", "when": {"with": "gene"}}]),
        ],
    )
    assert knows(reach(mystery), "both", "one") == [False, True]


@pytest.mark.parametrize(
    ("between", "ends", "expected"),
    [
        (["20:00", "21:00"], {"day": 1, "at": "23:00"}, True),
        (["16:00", "17:00"], {"day": 1, "at": "23:00"}, False),  # over before the story begins
        (["16:00", "17:00"], {"day": 2, "at": "23:00"}, True),  # and comes again
        (["23:00", "23:30"], {"day": 1, "at": "23:00"}, False),  # only from the last hour on
    ],
)
def test_a_window_has_to_lie_within_the_case(between: list[str], ends: object, expected: bool) -> None:
    mystery = a_mystery(ends=ends, clues=[a_clue("seen", routes=[{"at": "hall", "between": between}])])
    assert knows(reach(mystery), "seen") == [expected]


def test_a_window_that_closes_before_one_can_walk_there_is_out_of_reach() -> None:
    def a_walk(minutes: int) -> Mystery:
        return a_mystery(
            ends={"day": 1, "at": "23:00"},
            rooms=[
                a_room("hall", exits={"out": {"to": "yard", "minutes": minutes}}),
                a_room("yard", exits={"in": "hall"}),
            ],
            clues=[a_clue("seen", routes=[{"at": "yard", "between": ["18:00", "18:10"]}])],
        )

    assert knows(reach(a_walk(5)), "seen") == [True]
    assert knows(reach(a_walk(30)), "seen") == [False]


def test_small_talk_makes_friends_only_so_far_before_the_last_hour() -> None:
    def friendly(least: float) -> Mystery:
        return a_mystery(
            ends={"day": 3, "at": "12:00"},
            actors=[a_person("gene", replies=[{"about": "night", "tell": "x"}])],
            topics=[{"id": "night", "name": "night", "known": True}],
            clues=[a_clue("told", routes=[{"ask": "gene", "about": "night", "relationship": least}])],
        )

    assert knows(reach(friendly(0.06)), "told") == [True]  # two hundredths on each of three days
    assert knows(reach(friendly(0.2)), "told") == [False]


def test_what_is_taken_out_of_the_case_is_missed() -> None:
    mystery = a_mystery(
        rooms=[a_room("hall", exits={"out": "yard"}), a_room("yard", exits={"in": "hall"})],
        actors=[a_person("gene")],
        items=[a_thing("note", "yard", text="Here.")],
        topics=[{"id": "night", "name": "night", "known": True}],
        clues=[
            a_clue("c", routes=[{"ask": "gene", "about": "night"}, {"read": "note"}]),
            a_clue("d", routes=[{"ask": "gene", "about": "night"}]),
        ],
    )
    first, second, third = (*mystery.clues["c"].routes, *mystery.clues["d"].routes)
    yard = reach(mystery).facts.span.always
    assert knows(reach(mystery, without=Without(people=frozenset({"gene"}))), "c", "d") == [True, False]
    assert knows(reach(mystery, without=Without(routes=frozenset({third}))), "c", "d") == [True, False]
    assert knows(reach(mystery, without=Without(routes=frozenset({first, second}))), "c", "d") == [False, True]
    both = Without(people=frozenset({"gene"}), things=frozenset({"note"}))
    assert knows(reach(mystery, without=both), "c") == [False]
    assert knows(reach(mystery, without=Without(people=frozenset({"gene"}), hours={"yard": yard})), "c") == [False]


def test_whoever_is_followed_leads_through_a_locked_door() -> None:
    mystery = a_mystery(
        rooms=[
            a_room("hall", exits={"down": {"to": "cellar", "door": "hatch"}}),
            a_room("cellar", exits={"up": "hall"}),
        ],
        items=[{"id": "hatch", "name": "hatch", "kind": "door", "rooms": ["hall", "cellar"], "key": "k", "state": "locked"},
               a_thing("k", "cellar")],
        actors=[a_person("gene", schedule=[{"at": "00:00", "room": "hall"}, {"at": "20:00", "room": "cellar"}])],
    )  # fmt: skip
    assert reach(mystery).when(("room", "cellar")) == 20 * 60
