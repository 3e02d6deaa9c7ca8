"""Ways, doors, and walks of several rooms."""

import pytest

from tavern.model.events import Described, Refused, StateSet, Told, Walked
from tavern.model.mystery import Mystery
from tests.factory import a_mystery, a_person, a_room, a_thing, acted, kinds, refused, walked

EVENING = 18 * 60


def a_house(**keys: object) -> Mystery:
    door = {"id": "oak_door", "name": "oak door", "kind": "door", "rooms": ["hall", "cellar"], "key": "iron_key"}
    return a_mystery(
        rooms=[
            a_room(
                "hall",
                exits={
                    "north": "yard",
                    "down": {"to": "cellar", "door": "oak_door", "minutes": 3},
                    "up": {"to": "loft", "when": {"has": "ladder"}, "blocked": "Too high."},
                    "east": {"to": "priest_hole", "hidden": True, "when": {"is": {"panel": "open"}}},
                    "west": {"blocked": "Bricked up."},
                },
            ),
            a_room("yard", exits={"south": "hall", "out": "lane"}),
            a_room("lane", exits={"in": "yard"}),
            a_room("cellar", exits={"up": "hall"}),
            a_room("loft", exits={"down": "hall"}),
            a_room("priest_hole", exits={"west": "hall"}),
        ],
        items=[
            {**door, "state": "locked"},
            a_thing("iron_key"),
            a_thing("ladder"),
            a_thing("panel", kind="fixed", openable=True),
        ],
        **keys,
    )


HOUSE = a_house()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("go south", "no_way"),
        ("go up", "blocked:hall:up"),
        ("go west", "blocked:hall:west"),
        ("go east", "no_way"),
        ("go down", "door_locked:oak_door"),
        ("go_to hall", "already_there"),
        ("go_to priest_hole", "no_known_way"),
        ("go_to lane", "no_known_way"),
    ],
)
def test_a_way_that_is_barred_says_how(line: str, words: str) -> None:
    assert refused(acted(HOUSE, line)[1]) == words


def test_a_way_takes_its_minutes_and_ends_with_a_look_round() -> None:
    world, events = acted(HOUSE, "go north")
    assert (world.room, world.clock) == ("yard", EVENING + 2)
    assert kinds(events, Walked, Described) == [Walked("yard", "north", "hall"), Described("yard", "look")]
    assert {"yard", "lane"} <= world.met
    assert world.visited == {"hall", "yard"}


def test_a_locked_door_opens_to_whoever_has_the_key() -> None:
    world, events = acted(HOUSE, "take iron_key", "go down")
    assert kinds(events, StateSet, Walked) == [StateSet("oak_door", "open"), Walked("cellar", "down", "hall")]
    assert world.clock == EVENING + 4


def test_a_way_opens_when_its_condition_holds() -> None:
    assert acted(HOUSE, "take ladder", "go up")[0].room == "loft"
    assert acted(HOUSE, "open panel", "go east")[0].room == "priest_hole"


def test_a_door_can_be_entered_and_so_can_a_room_next_door() -> None:
    assert acted(HOUSE, "take iron_key", "enter oak_door")[0].room == "cellar"
    assert acted(HOUSE, "enter yard")[0].room == "yard"


def test_a_walk_goes_through_rooms_known_and_takes_the_sum_of_their_minutes() -> None:
    world, _ = acted(HOUSE, "go north", "go out", "go_to hall")
    assert (world.room, world.clock) == ("hall", EVENING + 8)
    world, events = acted(HOUSE, "go_to lane", world=world)
    assert walked(events) == ["yard", "lane"]


def test_a_walk_stops_at_a_locked_door() -> None:
    world, events = acted(HOUSE, "go north", "go out", "go_to cellar")
    assert world.room == "hall"
    assert kinds(events, Refused) == [Refused("go", "door_locked:oak_door", "down")]


def test_a_walk_stops_where_something_happens_on_the_way() -> None:
    mystery = a_house(
        fuses=[{"id": "shout", "when": {"at": "yard", "visited": "lane"}, "heard": {"at": "yard"}, "tell": "Hey!"}]
    )
    world, events = acted(mystery, "go north", "go out", "go_to hall")
    assert world.room == "yard"
    assert kinds(events, Told) == [Told("fuse:shout")]


def test_being_moved_before_arriving_ends_the_way() -> None:
    mystery = a_house(fuses=[{"id": "grabbed", "at": "18:01", "tell": "A hand.", "then": {"go": "loft"}}])
    world, events = acted(mystery, "go north")
    assert (world.room, world.clock) == ("loft", EVENING + 1)
    assert walked(events) == ["loft"]


def test_whoever_is_met_on_the_way_in_is_listed_with_the_room() -> None:
    mystery = a_house(actors=[a_person("gene", "yard")])
    _, events = acted(mystery, "go north")
    assert kinds(events, Described) == [Described("yard", "look", ("gene",))]
