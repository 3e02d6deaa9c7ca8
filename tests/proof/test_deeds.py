"""Deeds: what no play does without before it learns something, and so how many commands and minutes it takes at least."""

from random import Random

import pytest

from tavern.engine.ground import all_acts
from tavern.model.commands import Act
from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.proof.argument.deeds import Deeds
from tavern.proof.closure.reach import reach
from tavern.proof.playing.play import opening, played
from tests.factory import a_clue, a_mystery, a_person, a_room, a_thing
from tests.proof.small import made, small

ACTS = 40


def deeds_of(mystery: Mystery) -> Deeds:
    return Deeds(reach(mystery))


def needs(mystery: Mystery, route: str) -> list[set[str]]:
    """What each way to the route takes."""
    deeds = deeds_of(mystery)
    return [set(deeds.named(way.needs)) for way in deeds.ways[route]]


def names_of(deeds: Deeds, command: Act, after: World) -> set[str]:
    """What the command is called among the deeds, and where and at what it left the player."""
    words = " ".join(word for word in (command.verb, command.noun, command.other) if word)
    doing = f"{after.doing.kind} {after.doing.object}".strip()
    return {words, doing, f"come to {after.room}"} & set(deeds.names)


@pytest.mark.parametrize("seed", range(30))
def test_whatever_is_learnt_in_random_play_took_its_deeds(seed: int) -> None:
    mystery, random = made(small(seed).pieces), Random(seed)
    deeds, play = deeds_of(mystery), opening(mystery, 1)
    acts, done = [*all_acts(mystery)], set[str]()
    for _ in range(ACTS):
        command = random.choice(acts)
        play = played(mystery, play, command) or play  # as it was, where the command is refused or cannot be said
        done |= names_of(deeds, command, play.world)
        for led in (True, False):
            assert play.world.routes <= deeds.taken(done, mystery.routes, led=led)


def test_what_is_asked_for_is_needed_wherever_it_is_had() -> None:
    mystery = a_mystery(
        rooms=[a_room("hall", exits={"north": "loft"}), a_room("loft", exits={"south": "hall"})],
        items=[a_thing("stone", "loft"), a_thing("token", "hall")],
        actors=[a_person("gene", "loft")],
        clues=[
            a_clue("mark", routes=[{"touch": "stone"}]),
            a_clue("debt", routes=[{"ask": "gene", "about": "stone", "when": {"knows": "mark", "has": "token"}}]),
        ],
    )
    assert needs(mystery, "mark.1") == [{"walk", "come to loft", "touch stone"}]
    assert needs(mystery, "debt.1") == [{"walk", "come to loft", "touch stone", "ask gene stone", "take token"}]
    assert deeds_of(mystery).taken(["come to loft", "touch stone"], mystery.routes, led=True) == {"mark.1"}


def test_what_any_of_several_deeds_may_do_is_none_of_them() -> None:
    ways = [{"touch": "stone"}, {"smell": "stone"}]
    clues = [
        a_clue("mark", routes=ways),
        a_clue("debt", routes=[{"ask": "gene", "about": "mark", "when": {"knows": "mark"}}]),
    ]
    mystery = a_mystery(items=[a_thing("stone")], actors=[a_person("gene")], clues=clues)
    assert needs(mystery, "debt.1") == [{"ask gene mark"}]


def test_what_is_seen_in_passing_takes_a_walk_and_no_stop() -> None:
    rooms = [a_room("hall", exits={"north": "loft"}), a_room("loft", exits={"south": "hall"})]
    mystery = a_mystery(
        rooms=rooms, clues=[a_clue("mark", routes=[{"at": "loft"}]), a_clue("here", routes=[{"at": "hall"}])]
    )
    assert needs(mystery, "mark.1") == [{"walk"}]
    assert needs(mystery, "here.1") == [set()]


def test_somebodys_good_will_takes_some_deed_that_raises_it() -> None:
    replies = [{"about": "weather", "tell": "x", "then": {"relationship": {"gene": 0.2}}}]
    clue = a_clue("debt", routes=[{"ask": "gene", "about": "gene", "relationship": 0.1}])
    mystery = a_mystery(
        actors=[a_person("gene", replies=replies)], topics=[{"id": "weather", "known": True}], clues=[clue]
    )
    assert needs(mystery, "debt.1") == [{"ask gene gene", "raise gene"}]
    deeds = deeds_of(mystery)
    assert deeds.taken(["ask gene gene", "ask gene weather"], ["debt.1"], led=True) == {"debt.1"}
    assert deeds.taken(["ask gene gene"], ["debt.1"], led=True) == set()


def test_being_at_something_is_begun_by_any_command_that_begins_it() -> None:
    mystery = a_mystery(
        rooms=[a_room("hall")], clues=[a_clue("step", routes=[{"at": "hall", "when": {"listening": True}}])]
    )
    assert needs(mystery, "step.1") == [{"listen"}]
    assert deeds_of(mystery).taken(["listen hall"], ["step.1"], led=True) == {"step.1"}


def test_one_act_may_tell_several_clues() -> None:
    folder = a_thing("folder", on={"touch": {"tell": "x", "then": {"reveal": ["mark", "debt"]}}})
    mystery = a_mystery(items=[folder], clues=[a_clue("mark", routes=[]), a_clue("debt", routes=[])])
    deeds = deeds_of(mystery)
    assert deeds.told(["touch folder"], mystery.routes) == mystery.routes.keys()
    assert deeds.telling(mystery.routes) == ["touch folder"]
