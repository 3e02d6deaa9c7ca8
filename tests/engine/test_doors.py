"""Doors that something else opens, shuts or locks while somebody is on the way through, or has a hand on them."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tavern.authoring.replay import play
from tavern.authoring.transcript import load
from tavern.engine.apply import apply_all
from tavern.engine.begin import first_world
from tavern.engine.turn import turn
from tavern.games import Games
from tavern.model.commands import Act
from tavern.model.events import Beat, StateSet, Walked
from tavern.model.mystery import Mystery
from tavern.reasoning.whereabouts import state_of
from tests.factory import a_mystery, a_room, a_thing, act, acted, kinds, walked
from tests.proof.unfair import folder

LOCKED = {"lock": "oak_door"}
HOUR = {"then": LOCKED, "once": False}
CHEST: Mapping[str, object] = {
    "kind": "fixed",
    "container": "in",
    "openable": True,
    "key": "small_key",
    "state": "closed",
}


def a_house(minutes: int = 3, state: str = "closed", **keys: object) -> Mystery:
    """A hall and a cellar with a door between them that is so many minutes' walk."""
    way = {"door": "oak_door", "minutes": minutes}
    rooms = ["hall", "cellar"]
    return a_mystery(
        rooms=[
            a_room("hall", exits={"down": {"to": "cellar", **way}}),
            a_room("cellar", exits={"up": {"to": "hall", **way}}),
            a_room("loft"),
        ],
        items=[
            {"id": "oak_door", "name": "oak door", "kind": "door", "rooms": rooms, "key": "iron_key", "state": state},
            a_thing("iron_key"),
            a_thing("chest", **CHEST),
            a_thing("small_key", "nowhere"),
            a_thing("mug"),
        ],
        **keys,
    )  # fmt: skip


def state(mystery: Mystery, *lines: str, thing: str = "oak_door") -> str:
    return state_of(mystery, acted(mystery, *lines)[0], thing)


@pytest.mark.parametrize("begun", ["closed", "open"])
def test_a_door_locked_behind_somebody_stays_locked_and_they_arrive(begun: str) -> None:
    mystery = a_house(state=begun, fuses=[{"id": "locks", "at": "18:02", **HOUR}])
    world, events = acted(mystery, "go down")
    assert (walked(events), world.room) == (["cellar"], "cellar")
    assert state_of(mystery, world, "oak_door") == "locked"


def test_a_door_is_open_from_when_one_sets_out() -> None:
    mystery = a_house(fuses=[{"id": "bell", "when": {"is": {"oak_door": "open"}}, "then": {"go": "loft"}, "tell": "!"}])
    world, events = acted(mystery, "go down")
    assert kinds(events, StateSet, Walked) == [StateSet("oak_door", "open"), Walked("loft", "", "hall")]
    assert (world.room, world.clock) == ("loft", 18 * 60 + 1)
    assert state(mystery, "go down") == "open"


def test_a_door_that_was_unlocked_to_go_through_may_be_locked_again_before_one_is() -> None:
    mystery = a_house(state="locked", fuses=[{"id": "locks", "at": "18:02", **HOUR}])
    assert acted(mystery, "take iron_key", "go down")[0].room == "cellar"
    assert state(mystery, "take iron_key", "go down") == "locked"


@pytest.mark.parametrize(
    ("fuse", "line", "left"),
    [
        ({"lock": "chest"}, "open chest", "locked"),
        ({"open": "chest"}, "open chest", "open"),
        ({"lock": "oak_door"}, "open oak_door", "locked"),
    ],
)
def test_what_is_not_as_it_was_when_an_act_is_done_stays_as_it_is(
    fuse: Mapping[str, str], line: str, left: str
) -> None:
    mystery = a_house(fuses=[{"id": "changes", "at": "18:01", "then": fuse}])
    verb, thing = line.split()
    events = acted(mystery, line)[1]
    assert kinds(events, Beat) == [Beat(verb, thing, stopped="otherwise")]
    assert state(mystery, line, thing=thing) == left


def test_nothing_is_put_in_what_was_locked_meanwhile() -> None:
    mystery = a_house(fuses=[{"id": "changes", "at": "18:03", "then": {"lock": "chest"}}])
    world = acted(mystery, "take mug", "open chest", "put_in mug chest")[0]
    assert world.places["mug"] == "player"


TRANSCRIPT = """
@mystery lamp
> out
> wait until 19:43
> close cabin door
You shut the cabin door.

> east
The cabin door is shut. You open it.

Cabin
…
> open cabin door
The cabin door is locked.

> west
The cabin door is locked.

> wait 10
…
"Out," says Bram.
…
@room yard
> east
The cabin door is locked.

@room yard
"""


def test_whoever_is_through_as_the_hour_strikes_is_locked_in_and_once_out_does_not_come_back(tmp_path: Path) -> None:
    path = tmp_path / "locked_in.txt"
    path.write_text(TRANSCRIPT, encoding="utf-8")
    folder("self_locking", tmp_path / "lamp")
    assert [str(difference) for difference in play(Games([tmp_path], None).new("lamp", seed=1), load(path))] == []


LINES = (
    "go down", "go up", "go_to cellar", "go_to hall", "open oak_door", "close oak_door", "lock oak_door", "wait 1", "wait 2",
)  # fmt: skip


@given(
    st.integers(0, 4),
    st.integers(0, 12),
    st.sampled_from(["open", "closed"]),
    st.lists(st.sampled_from(LINES), max_size=9),
)
def test_what_was_locked_does_not_open_to_whoever_has_no_key(
    minutes: int, at: int, begun: str, lines: list[str]
) -> None:
    mystery = a_house(minutes, begun, fuses=[{"id": "locks", "at": f"18:{at + 1:02d}", **HOUR}])
    world, was_locked = first_world(mystery, 1), False
    for line in lines:
        for event in turn(mystery, world, act(line)):
            world = apply_all(world, [event])
            now = state_of(mystery, world, "oak_door")
            assert not was_locked or now == "locked"
            was_locked = now == "locked"


@given(st.integers(0, 4), st.integers(0, 6), st.sampled_from(["open", "closed", "locked"]))
def test_a_walk_sets_no_door_after_it_has_begun(minutes: int, at: int, begun: str) -> None:
    mystery = a_house(minutes, begun, fuses=[{"id": "locks", "at": f"18:{at + 1:02d}", **HOUR}])
    world = acted(mystery, "take iron_key")[0]
    events = turn(mystery, world, Act("go", "down"))
    assert all(event == StateSet("oak_door", "locked") for event in kinds(events[1:], StateSet))
