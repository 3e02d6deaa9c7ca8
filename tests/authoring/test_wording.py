"""Conditions in the author's words, each kind of them, and how it stands now."""

from typing import get_args

import pytest

from tavern.authoring.now import as_it_is, failing
from tavern.authoring.wording import hundredths, noun, worded
from tavern.engine.begin import first_world
from tavern.model import conditions as c
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tests.factory import HALL, a_clue, a_mystery, a_person, a_room, a_thing

DAY = 24 * 60


@pytest.fixture(scope="module")
def mystery() -> Mystery:
    return a_mystery(
        rooms=[HALL, a_room("yard", name="back yard")],
        items=[a_thing("slate"), a_thing("chest", kind="fixed", container="in"), a_thing("lamp", "yard")],
        actors=[a_person("sarah", "yard"), {**a_person("pennock"), "name": "Mrs Pennock", "called": "Mrs Pennock"}],
        topics=[{"id": "river", "name": "the river"}],
        clues=[a_clue("clue_03", name="by the willows", routes=[{"examine": "slate"}])],
        deductions=[{"id": "by_boat", "name": "it came by boat", "text": "By boat.", "from": ["clue_03"]}],
        counters=[{"id": "coin", "most": 10}],
    )


WORDED = [
    (c.Knows("clue_03"), "clue_03 (by the willows) is held"),
    (c.Knows("by_boat"), "by_boat (it came by boat) is drawn"),
    (c.Knows("clue_03.1"), "clue_03.1 is taken"),
    (c.Knows("river"), "river (the river) is met"),
    (c.Visited("yard"), "yard (back yard) has been visited"),
    (c.Has("slate"), "slate is carried"),
    (c.At(("hall", "yard")), "the player is in hall or yard (back yard)"),
    (c.In("slate", "chest"), "slate is in chest"),
    (c.In("slate", "player"), "slate is carried in the hand"),
    (c.In("slate", "nowhere"), "slate is out of the game"),
    (c.In("slate", "sarah"), "slate is with sarah"),
    (c.With("sarah"), "sarah is in the player's room"),
    (c.Alone(), "nobody else is in the player's room"),
    (c.Awake("pennock"), "pennock (Mrs Pennock) is awake"),
    (c.Awake("player"), "the player is awake"),
    (c.Between(0, 120), "it is between 00:00 and 02:00"),
    (c.Between(60, 60), "it is any hour"),
    (c.OnDays((2, 3)), "it is day 2 or 3"),
    (c.OnDays(tuple(range(2, 61, 7))), "it is a Friday"),
    (c.Since(DAY + 360), "it is day 2, 06:00 or later"),
    (c.Relationship("sarah", least=20), "relationship with sarah is at least 0.2"),
    (c.Relationship("sarah", most=-45), "relationship with sarah is at most -0.45"),
    (c.Relationship("sarah", -20, 20), "relationship with sarah is between -0.2 and 0.2"),
    (c.Relationship("sarah"), "relationship with sarah is any number"),
    (c.Is("chest", "open"), "chest is open"),
    (c.Counter("coin", least=3), "coin is at least 3"),
    (c.Counter("coin", 3, 3), "coin is 3"),
    (c.IsDoing("watch", "slate"), "the player is watching slate"),
    (c.IsDoing("hide"), "the player is hiding"),
    (c.OnStage("hearing"), "a hearing is under way"),
    (c.HeardBy("sarah"), "sarah is there to hear the accusation"),
    (c.NotToday("accuse"), "`accuse` is still to do today"),
    (c.Lit(), "there is light where the player is"),
    (c.InSight("slate"), "slate is in sight"),
    (c.WayTo("yard"), "a way to yard (back yard) is known"),
    (c.Reached("sarah", "fetch_ale"), "sarah is where the goal fetch_ale sends them"),
    (c.Fails(), "it is never so"),
    (c.All(()), "always"),
    (c.Any(()), "never"),
    (c.All((c.Has("slate"), c.Alone())), "slate is carried and nobody else is in the player's room"),
    (
        c.All((c.Has("slate"), c.Any((c.Alone(), c.Lit())))),
        "slate is carried and (nobody else is in the player's room or there is light where the player is)",
    ),
    (c.Not(c.Has("slate")), "slate is not carried"),
    (c.Not(c.Not(c.Has("slate"))), "slate is carried"),
    (c.Not(c.Visited("hall")), "hall has not been visited"),
    (c.Not(c.Since(DAY)), "it is before day 2, 00:00"),
    (c.Not(c.Lit()), "it is dark where the player is"),
    (c.Not(c.Alone()), "somebody else is in the player's room"),
    (c.Not(c.Awake("sarah")), "sarah is asleep"),
    (c.Not(c.Fails()), "always"),
    (
        c.Not(c.All((c.With("sarah"), c.Awake("sarah")))),
        "sarah is not in the player's room or sarah is asleep",
    ),
    (c.Not(c.Any((c.Has("slate"), c.Has("chest")))), "slate is not carried and chest is not carried"),
]


@pytest.mark.parametrize(("condition", "words"), WORDED, ids=lambda part: part if isinstance(part, str) else "")
def test_a_condition_is_worded_with_names_and_ids(mystery: Mystery, condition: Condition, words: str) -> None:
    assert worded(mystery, condition) == words


def test_every_kind_of_condition_is_in_the_table() -> None:
    assert {type(condition) for condition, _ in WORDED} == set(get_args(Condition))


@pytest.mark.parametrize("condition", [condition for condition, _ in WORDED])
def test_how_it_stands_now_can_be_asked_of_every_kind_and_of_its_contrary(
    mystery: Mystery, condition: Condition
) -> None:
    world = first_world(mystery, 1)
    for asked in (condition, c.Not(condition)):
        assert "None" not in as_it_is(mystery, asked, world)
    assert bool(failing(mystery, condition, world)) is not bool(failing(mystery, c.Not(condition), world))


def test_what_is_so_now_is_told_beside_what_is_wanted(mystery: Mystery) -> None:
    world = first_world(mystery, 1)
    assert as_it_is(mystery, c.Between(0, 120), world) == "it is 18:00"
    assert as_it_is(mystery, c.Relationship("sarah", least=20), world) == "it is 0.0"
    assert as_it_is(mystery, c.With("sarah"), world) == "sarah is in yard (back yard)"
    assert as_it_is(mystery, c.InSight("lamp"), world) == "it is in yard (back yard)"
    assert as_it_is(mystery, c.Counter("coin", least=3), world) == "it is 0"
    assert as_it_is(mystery, c.Not(c.All((c.With("pennock"), c.Lit()))), world) == (
        "pennock (Mrs Pennock) is in hall and the player is in hall"
    )


def test_what_fails_is_told_part_by_part(mystery: Mystery) -> None:
    world = first_world(mystery, 1)
    asked = c.All((c.At(("hall",)), c.Has("slate"), c.Any((c.With("sarah"), c.Has("lamp")))))
    assert failing(mystery, asked, world) == [c.Has("slate"), c.Any((c.With("sarah"), c.Has("lamp")))]


def test_an_id_is_not_said_twice(mystery: Mystery) -> None:
    assert noun(mystery, "sarah") == "sarah"
    assert noun(mystery, "pennock") == "pennock (Mrs Pennock)"
    assert hundredths(-100) == "-1.0"
