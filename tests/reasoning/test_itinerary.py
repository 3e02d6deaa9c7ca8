"""Hours with jitter: late by the seed and the day, never early, never in another order, and never where no delay could have them."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tavern.compiler.check.errands import errands
from tavern.compiler.nodes import Mapping
from tavern.compiler.shape import Folder
from tavern.compiler.validate import Places
from tavern.engine.begin import first_world
from tavern.model.mystery import Mystery
from tavern.model.world import DAY
from tavern.reasoning.chance import chance
from tavern.reasoning.itinerary import (
    delay,
    is_surely_in,
    itineraries,
    moves,
    rooms_possible,
    spans,
    steps_possible,
)
from tavern.reasoning.whereabouts import room_of
from tests.factory import Shape, a_mystery, a_person, a_room

ROOMS = (
    a_room("hall", exits={"out": "yard"}),
    a_room("yard", exits={"in": "hall", "out": "lane"}),
    a_room("lane", exits={"in": "yard"}),
)
NIGHT = Places(Mapping((), ("", 1, 1, 1)))  # type: ignore[arg-type]  # nobody looks at where it stands
LATE: Shape = {"at": "20:00", "room": "lane", "doing": "fishing", "jitter": 10}


def walking(*rows: Shape) -> Mystery:
    return a_mystery(rooms=ROOMS, actors=[a_person("gene", schedule=rows)], ends={"day": 3, "at": "06:00"})


def arrivals(mystery: Mystery, seed: int) -> list[int]:
    """Minutes after eight at which Gene comes to the lane, one for each evening."""
    return [
        step.at - (step.at // DAY) * DAY - 20 * 60
        for step in itineraries(mystery, seed)["gene"]
        if step.doing == "fishing" and step.at > 0
    ]


def test_who_has_jitter_is_late_by_the_seed_and_the_day() -> None:
    mystery = walking({"at": "08:00", "room": "hall"}, LATE)
    late = [arrivals(mystery, seed) for seed in range(40)]
    assert {minutes for evening in late for minutes in evening} == set(range(1, 12))
    assert len({evening[0] - evening[1] for evening in late}) > 5


def test_the_same_seed_is_late_by_the_same() -> None:
    rows = ({"at": "08:00", "room": "hall"}, LATE)
    assert itineraries(walking(*rows), 7) == itineraries(walking(*rows), 7)
    assert [chance(7, "jitter", "gene", 1200, most=10) for _ in range(3)] == [7, 7, 7]


def test_a_walk_is_late_as_a_whole() -> None:
    mystery = walking({"at": "08:00", "room": "hall"}, LATE)
    for seed in range(20):
        to_yard, to_lane = (step for step in itineraries(mystery, seed)["gene"] if step.sets_out == 20 * 60)
        assert (to_yard.room, to_lane.room, to_lane.at - to_yard.at) == ("yard", "lane", 1)


def test_the_clock_stops_at_the_minutes_of_the_seed() -> None:
    mystery = walking({"at": "08:00", "room": "hall"}, LATE)
    assert moves(mystery, 3) == tuple(step.at for step in itineraries(mystery, 3)["gene"])


def test_where_somebody_surely_is_holds_for_the_latest_and_the_earliest() -> None:
    mystery = walking({"at": "08:00", "room": "hall"}, LATE)
    evening = 20 * 60
    assert is_surely_in(mystery, "gene", "hall", 8 * 60 + 1, evening)
    assert not is_surely_in(mystery, "gene", "hall", 8 * 60 + 1, evening + 1)
    assert is_surely_in(mystery, "gene", "lane", evening + 11, evening + DAY // 2)
    assert not is_surely_in(mystery, "gene", "lane", evening + 10, evening + DAY // 2)
    assert rooms_possible(mystery, "gene", evening + 5) == {"hall", "yard", "lane"}


HOURS = st.integers(0, DAY // 10 - 1).map(lambda tenth: f"{tenth // 6:02}:{tenth % 6}0")
ROWS = st.lists(
    st.builds(
        lambda at, room, jitter, days: {"at": at, "room": room, "jitter": jitter, "days": days},
        HOURS,
        st.sampled_from(["hall", "yard", "lane"]),
        st.sampled_from([0, 3, 30, 200]),
        st.sampled_from([[], [], [2], ["Friday", "Saturday"]]),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda row: row["at"],
)


def compiles(rows: list[Shape]) -> bool:
    folder = Folder.model_validate(
        {
            "mystery": {
                "id": "tiny",
                "title": "T",
                "description": "D",
                "begins": {"weekday": "Thursday", "at": "18:00", "room": "hall"},
            },
            "rooms": ROOMS,
            "actors": [a_person("gene", schedule=rows)],
        }
    )
    return not list(errands(folder, NIGHT))


@settings(max_examples=50, deadline=None)
@given(ROWS, st.lists(st.integers(0, 2**40), min_size=3, max_size=3))
def test_at_every_minute_somebody_is_where_some_delay_would_have_them(rows: list[Shape], seeds: list[int]) -> None:
    assume(compiles(rows))
    mystery = walking(*rows)
    plain = mystery.actors["gene"].itinerary
    for seed in seeds:
        steps = itineraries(mystery, seed)["gene"]
        assert [(step.room, step.sets_out) for step in steps] == [(step.room, step.sets_out) for step in plain]
        assert all(0 <= late.at - step.at <= step.jitter for step, late in zip(plain, steps, strict=True))
        assert all(one.at < other.at for one, other in pairwise(steps))
        world = first_world(mystery, seed)
        for clock in range(0, 3 * DAY, 3):
            possible = rooms_possible(mystery, "gene", clock)
            assert room_of(mystery, replace(world, clock=clock), "gene") in possible


@settings(max_examples=40, deadline=None)
@given(ROWS)
def test_nothing_is_thought_possible_that_no_delay_brings_about(rows: list[Shape]) -> None:
    assume(compiles(rows))
    mystery = walking(*rows)
    steps = mystery.actors["gene"].itinerary
    for number, span in enumerate(spans(mystery, "gene")[1:-1], 1):
        after = steps[number + 1]
        same = after.sets_out == span.step.sets_out
        held = {
            clock
            for own in range(span.step.jitter + 1)
            for late in ({own} if same else {0, after.jitter})
            for clock in (span.step.at + own, after.at + late - 1)
        }
        assert (span.start, span.end) == (min(held), max(held) + 1)
        assert all(span.step in steps_possible(mystery, "gene", clock) for clock in (span.start, span.end - 1))
        assert delay(1, "gene", span.step) <= span.step.jitter
