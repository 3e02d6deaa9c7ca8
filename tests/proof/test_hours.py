"""Masks of minutes: what the clock, people's hours and conditions come to over a whole case, for every seed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tavern.engine.apply import apply_all
from tavern.engine.turn import turn
from tavern.model import conditions as c
from tavern.model.commands import Act, Command
from tavern.model.mystery import Mystery
from tavern.model.world import DAY, World
from tavern.proof.transitions.facts import facts_of, opening_world
from tavern.proof.transitions.hours import Span, span_of
from tavern.proof.transitions.may import may, may_fail, surely
from tavern.proof.transitions.moves import can_be_named
from tavern.proof.transitions.people import stays
from tavern.proof.transitions.walks import walks_of
from tavern.reasoning.holds import holds, within
from tavern.reasoning.whereabouts import room_of
from tests.engine.a_whole_case import CASE, COMMANDS
from tests.factory import a_mystery, a_person, a_room

SPAN = Span(18 * 60, 3 * DAY + 7 * 60)
MINUTES = st.integers(0, DAY - 1)


@given(MINUTES, MINUTES, st.integers(SPAN.first, SPAN.last - 1))
def test_a_window_of_the_day_is_open_in_the_minutes_that_hold_it(start: int, end: int, clock: int) -> None:
    is_open = SPAN.between(start, end) >> (clock - SPAN.first) & 1
    assert bool(is_open) == within(clock % DAY, start, end)


@given(st.lists(st.tuples(st.integers(SPAN.first, SPAN.last), st.integers(0, 300)), max_size=5))
def test_a_mask_is_made_up_of_its_windows(stretches: list[tuple[int, int]]) -> None:
    mask = 0
    for start, long in stretches:
        mask |= SPAN.stretch(start, start + long)
    windows = list(SPAN.windows(mask))
    again = 0
    for start, end in windows:
        assert start < end
        again |= SPAN.stretch(start, end)
    assert again == mask
    assert not mask or (windows[0][0], windows[-1][1] - 1) == (SPAN.earliest(mask), SPAN.latest(mask))


def test_a_case_without_a_last_hour_goes_on_past_everything_dated() -> None:
    mystery = a_mystery(actors=[a_person("gene")], fuses=[{"id": "late", "day": 12, "at": "09:00", "tell": "x"}])
    assert span_of(mystery).last > 12 * DAY
    assert span_of(CASE) == Span(18 * 60, 2 * DAY + 12 * 60)


def an_unpunctual_house() -> Mystery:
    """Gene leaves the hall at seven or up to twenty minutes later."""
    gene = [{"at": "00:00", "room": "hall"}, {"at": "19:00", "room": "yard", "jitter": 20}]
    return a_mystery(
        ends={"day": 2, "at": "12:00"},
        rooms=[a_room("hall", exits={"out": "yard"}), a_room("yard", exits={"in": "hall"})],
        actors=[a_person("gene", schedule=gene)],
    )


def test_what_is_sure_of_somebody_late_is_what_all_seeds_share() -> None:
    mystery = an_unpunctual_house()
    walk = walks_of(mystery)["gene"]
    seven = 19 * 60 - span_of(mystery).first
    assert [walk.may["hall"] >> minute & 1 for minute in (seven - 1, seven, seven + 19, seven + 20)] == [1, 1, 1, 0]
    assert [walk.sure["hall"] >> minute & 1 for minute in (seven - 1, seven, seven + 19)] == [1, 0, 0]
    assert [walk.sure["yard"] >> minute & 1 for minute in (seven, seven + 19, seven + 20)] == [0, 0, 1]


@pytest.mark.parametrize("seed", range(12))
def test_every_seed_lies_between_what_is_sure_and_what_may_be(seed: int) -> None:
    mystery = an_unpunctual_house()
    walk, span = walks_of(mystery)["gene"], span_of(mystery)
    world = opening_world(mystery, seed)
    while world.clock < span.last - 30:
        room, minute = room_of(mystery, world, "gene"), world.clock - span.first
        assert walk.may[room] >> minute & 1
        assert not any(mask >> minute & 1 for other, mask in walk.sure.items() if other != room)
        world = apply_all(world, turn(mystery, world, Act("wait", "", "", 7)))


CONDITIONS = st.sampled_from(
    [
        part
        for condition in (
            *(rule.when for rule in CASE.automatics),
            *(guard.condition for rules in CASE.rules.values() for rule in rules for guard in rule.guards),
        )
        for part in (condition, c.Not(condition))
    ]
    + [
        c.Alone(),
        c.Not(c.Alone()),
        c.Lit(),
        c.InSight("letter"),
        c.Not(c.InSight("lamp")),
        c.Awake("gene"),
        c.Has("coat"),
    ]
    + [c.With("gene"), c.Not(c.With("sarah")), c.In("iron_key", "hall"), c.Is("hatch", "locked"), c.IsDoing("hide")]
)


@given(st.lists(COMMANDS, max_size=15), CONDITIONS, st.integers(0, 9))
def test_a_condition_holds_where_it_may_and_surely_where_it_must(
    commands: list[Command], condition: c.Condition, seed: int
) -> None:
    world = _played(opening_world(CASE, seed), commands)
    if world.clock >= span_of(CASE).last:
        return
    facts = facts_of(CASE, world)
    stays(facts, world)
    now = facts.now & -facts.now
    if holds(CASE, condition, world):
        assert may(facts, condition, world.room) & now
    else:
        assert may_fail(facts, condition, world.room) & now
        assert not surely(facts, condition, world.room) & now


def _played(world: World, commands: list[Command]) -> World:
    for command in commands:
        if can_be_named(CASE, world, command):
            world = apply_all(world, turn(CASE, world, command))
    return world
