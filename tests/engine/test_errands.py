"""People who leave off what their schedule says: sent, called by a goal, held by talk; how they walk there, and walk back."""

import pytest

from tavern.engine.apply import apply, apply_all
from tavern.engine.begin import first_world
from tavern.engine.clock import advance
from tavern.model import codec
from tavern.model.events import ActorSent, Arrived, CounterSet, Departed, Told, Walked
from tavern.model.mystery import Mystery
from tavern.model.world import Stay, World
from tavern.reasoning.whereabouts import doing_of, is_asleep, room_of
from tests.factory import Shape, a_mystery, a_person, a_room, acted, kinds, told

ROOMS = (
    a_room("hall", exits={"out": "yard"}),
    a_room("yard", exits={"in": "hall", "east": "lane"}),
    a_room("lane", exits={"west": "yard", "east": "mill"}),
    a_room("mill", exits={"west": "lane"}),
    a_room("attic", exits={"down": {"blocked": "No."}}),
)
EVENING = 18 * 60


def a_house(gene: Shape | None = None, **keys: object) -> Mystery:
    """The hall, and behind it yard, lane and mill in a row; Gene is in the hall unless his keys say otherwise."""
    person = a_person("gene", "hall", **(gene or {}))
    return a_mystery(rooms=ROOMS, actors=[person], counters=[{"id": "drops"}], **keys)


def by_the_minute(mystery: Mystery, minutes: int, world: World | None = None) -> str:
    """Where Gene is from now on, a letter a minute: h, y, l, m."""
    world = world or first_world(mystery, 1)
    rooms = ""
    for _ in range(minutes):
        rooms += room_of(mystery, world, "gene")[0]
        world = advance(mystery, world, world.clock + 1).world
    return rooms


def at(minutes: int, **effect: object) -> Shape:
    """A fuse that goes off so many minutes after six in the evening."""
    return {"id": f"fuse_{minutes}_{len(effect)}", "at": f"18:{minutes:02}", "day": 1, "then": {"send": effect}}


def sends(minutes: int, to: str, **effect: object) -> Shape:
    return at(minutes, actor="gene", to=to, **effect)


# ── walking ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("fuses", "expected"),
    [
        ([sends(2, "mill")], "hhylmmmmmmmm"),
        ([sends(2, "mill", **{"for": 3})], "hhylmmmlyhhh"),
        ([sends(2, "yard", **{"for": 1})], "hhyhhhhhhhhh"),
        ([sends(2, "hall", **{"for": 3})], "hhhhhhhhhhhh"),
        ([sends(2, "attic", **{"for": 3})], "hhaaahhhhhhh"),
        ([sends(2, "mill", **{"for": 5}), sends(3, "hall")], "hhylyhhhhhhh"),
        ([sends(2, "mill", **{"for": 9}), sends(6, "yard", **{"for": 2})], "hhylmmlyyhhh"),
        ([sends(2, "mill"), sends(6, "yard", **{"for": 2})], "hhylmmlyylmm"),
    ],
    ids=["for good", "and back", "next door", "here", "no way", "turns round", "sent anew", "back to for good"],
)
def test_somebody_sent_walks_a_room_a_minute_and_walks_back(fuses: list[Shape], expected: str) -> None:
    assert by_the_minute(a_house(fuses=fuses), 12) == expected


def test_somebody_sent_is_seen_to_come_and_go_on_the_way() -> None:
    mystery = a_house(fuses=[sends(2, "mill", **{"for": 3})])
    world, _ = acted(mystery, "go out")
    events = advance(mystery, world, EVENING + 12).events
    assert kinds(events, Arrived, Departed) == [
        Departed("gene", "east"),
        Arrived("gene", "east"),
        Departed("gene", "in"),
    ]


def test_somebody_on_the_way_is_at_nothing_and_there_at_what_they_were_sent_for() -> None:
    mystery = a_house(fuses=[sends(2, "mill", doing="looking for a boat")])
    world = first_world(mystery, 1)
    doing = []
    for clock in range(EVENING + 1, EVENING + 6):
        world = advance(mystery, world, clock).world
        doing.append(doing_of(mystery, world, "gene"))
    assert doing == ["", "", "", "looking for a boat", "looking for a boat"]


def test_somebody_sent_can_be_followed() -> None:
    mystery = a_house(fuses=[sends(2, "mill", **{"for": 3})])
    world, events = acted(mystery, "follow gene")
    assert [event.room for event in kinds(events, Walked) if isinstance(event, Walked)] == [
        *("yard", "lane", "mill"),
        *("lane", "yard", "hall"),
    ]
    assert world.room == "hall"


def test_whoever_was_away_when_their_schedule_moved_catches_up_with_it() -> None:
    rows = [{"at": "00:00", "room": "hall"}, {"at": "18:05", "room": "yard", "asleep": True}]
    mystery = a_house({"schedule": rows}, fuses=[sends(1, "mill", **{"for": 2})])
    assert by_the_minute(mystery, 12) == "hylmm" + "lyyyyyy"
    asleep = advance(mystery, first_world(mystery, 1), EVENING + 6).world
    assert is_asleep(mystery, asleep, "gene")


def test_whoever_walks_back_meets_their_own_hours_on_the_way() -> None:
    rows = [{"at": "00:00", "room": "hall"}, {"at": "18:07", "room": "mill", "doing": "milling"}]
    mystery = a_house({"schedule": rows}, fuses=[sends(1, "mill", **{"for": 3})])
    assert by_the_minute(mystery, 12) == "hylmmm" + "lylmmm"


# ── goals ───────────────────────────────────────────────────────────────────────────────────────────────────────

BELL: Shape = {"id": "bell", "start": "still"}
RINGS: Shape = {"id": "rings", "at": "18:02", "day": 1, "then": {"set": {"bell": "rung"}}}
STOPS: Shape = {"id": "stops", "at": "18:07", "day": 1, "then": {"set": {"bell": "still"}}}
AGAIN: Shape = {"id": "again", "at": "18:11", "day": 1, "then": {"set": {"bell": "rung"}}}


def goal(to: str = "lane", /, **keys: object) -> Shape:
    return {"when": {"is": {"bell": "rung"}}, "go": to, **keys}


@pytest.mark.parametrize(
    ("goals", "expected"),
    [
        ([goal()], "hhylllly" + "hhhylll"),
        ([{**goal(), "for": 2}], "hhyllyhh" + "hhhylly"),
        ([goal(until="18:10")], "hhylllll" + "llyylll"),
        ([goal(), {**goal("mill"), "for": 1}], "hhylmlly" + "hhhylml"),
        ([goal(priority=7), {**goal("mill"), "for": 1}], "hhylllly" + "hhhylll"),
        ([goal(priority=3), {**goal("mill", priority=4), "for": 1}], "hhylmlly" + "hhhylml"),
    ],
    ids=["while it holds", "for", "until", "the later of equals", "the higher stays", "the higher goes, and resumes"],
)
def test_a_goal_has_somebody_as_long_as_it_says(goals: list[Shape], expected: str) -> None:
    mystery = a_house({"goals": goals}, flags=[BELL], fuses=[RINGS, STOPS, AGAIN])
    assert by_the_minute(mystery, 15) == expected


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([sends(4, "hall", **{"for": 2})], "hhylyhhylllllll"),
        ([sends(4, "hall", **{"for": 2, "priority": 4})], "hhyllllllllllll"),
        ([sends(4, "hall", **{"for": 2, "priority": 6})], "hhylyhhylllllll"),
        ([sends(1, "mill", **{"for": 20, "priority": 6})], "hylmmmmmmmmmmmm"),
    ],
    ids=["sent later", "sent for less", "sent for more", "not before what has them is over"],
)
def test_sending_and_goals_displace_each_other_by_priority(others: list[Shape], expected: str) -> None:
    mystery = a_house({"goals": [goal()]}, flags=[BELL], fuses=[RINGS, *others])
    assert by_the_minute(mystery, 15) == expected


def test_what_was_displaced_is_resumed_even_over_several() -> None:
    bells = [{"id": id, "start": "still"} for id in ("one", "two")]
    goals: list[Shape] = [
        {"when": {"is": {"one": "rung"}}, "go": "yard", "priority": 2},
        {"when": {"is": {"two": "rung"}}, "go": "lane", "priority": 3},
    ]
    fuses = [
        {"id": "a", "at": "18:01", "day": 1, "then": {"set": {"one": "rung", "two": "rung"}}},
        {"id": "b", "at": "18:04", "day": 1, "then": {"set": {"two": "still"}}},
        {"id": "c", "at": "18:06", "day": 1, "then": {"set": {"one": "still"}}},
    ]
    mystery = a_house({"goals": goals}, flags=bells, fuses=fuses)
    assert by_the_minute(mystery, 8) == "hyllyyhh"


def test_what_a_goal_says_is_told_and_done_on_arrival() -> None:
    arrives = goal(tell="He sits down.", then={"count": {"drops": 1}})
    mystery = a_house({"goals": [arrives]}, flags=[BELL], fuses=[RINGS])
    world, _ = acted(mystery, "go out", "go east")
    assert world.clock == EVENING + 4
    apart = advance(mystery, first_world(mystery, 1), EVENING + 5).events
    assert kinds(apart, CounterSet) == [CounterSet("drops", 1, 0)]
    assert told(apart) == []
    there, _ = acted(mystery, "go out")
    there = apply(there, Walked("lane"))
    events = advance(mystery, there, EVENING + 5).events
    assert kinds(events, Arrived, Told) == [Arrived("gene", "west"), Told("goal:gene:1:there")]


def test_talk_does_not_hold_without_being_asked_to() -> None:
    leaves = [{"at": "00:00", "room": "hall"}, {"at": "18:03", "room": "mill"}]
    mystery = a_house({"schedule": leaves, "greeting": "Evening."})
    world, _ = acted(mystery, "talk gene")
    assert by_the_minute(mystery, 5, world) == "hhylm"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"replies": [{"about": "gene", "tell": "Well.", "holds": 5}]}, "hhhhhylm"),
        ({"holds": 5, "replies": [{"about": "gene", "tell": "Well."}]}, "hhhhhylm"),
        ({"holds": 5, "replies": [{"about": "gene", "tell": "Well.", "holds": 7}]}, "hhhhhhhy"),
        ({"holds": 5, "default": "Hm."}, "hhhhhylm"),
    ],
    ids=["an answer", "the person", "an answer that holds longer", "no answer"],
)
def test_talk_that_holds_somebody_has_them_set_out_late(keys: Shape, expected: str) -> None:
    leaves = [{"at": "00:00", "room": "hall", "doing": "knitting"}, {"at": "18:03", "room": "mill"}]
    mystery = a_house({"schedule": leaves, **keys})
    world, _ = acted(mystery, "ask gene gene")
    assert world.clock == EVENING + 1
    assert doing_of(mystery, world, "gene") == "knitting"
    assert by_the_minute(mystery, 8, world) == expected


def test_a_greeting_and_a_clue_hold_too() -> None:
    leaves = [{"at": "00:00", "room": "hall"}, {"at": "18:03", "room": "mill"}]
    route = {"ask": "gene", "about": "gene", "tell": "Well.", "holds": 8}
    mystery = a_house(
        {"schedule": leaves, "greeting": "Evening.", "holds": 4},
        clues=[{"id": "well", "text": "Well.", "about": ["gene"], "routes": [route]}],
    )
    world, _ = acted(mystery, "talk gene")
    assert by_the_minute(mystery, 7, world) == "hhhhylm"
    world, _ = acted(mystery, "ask gene gene")
    assert by_the_minute(mystery, 10, world) == "hhhhhhhhyl"


# ── saves ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_an_older_save_says_of_somebody_sent_is_understood() -> None:
    text = (
        '[{"kind_":"ActorSent","actor":"gene","room":"lane","until":1083},{"kind_":"WentOff","rule":"x","once":true}]'
    )
    mystery = a_house()
    world = apply_all(first_world(mystery, 1), codec.read_events(text))
    assert world.stays == {"gene": (Stay("lane", 1083, since=EVENING),)}
    assert by_the_minute(mystery, 6, world) == "lllyhh"


def test_a_walk_survives_the_format_of_a_save() -> None:
    sent = ActorSent("gene", "mill", -1, "", 7, "goal:gene:1", ("yard", "lane"))
    assert codec.read_events(codec.write([sent])) == (sent,)


def test_nothing_is_left_of_what_is_over() -> None:
    mystery = a_house({"goals": [goal()]}, flags=[BELL], fuses=[RINGS, sends(4, "mill", **{"for": 2}), STOPS])
    world = advance(mystery, first_world(mystery, 1), EVENING + 30).world
    assert world.stays == {}
    assert world.begun == frozenset()
