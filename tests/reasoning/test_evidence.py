"""How much what is held carries, and what speaks against it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tavern.model.mystery import Mystery, Route
from tavern.model.world import World
from tavern.reasoning.evidence import against, cards_held, carries, carrying, manner, reliability
from tests.factory import a_clue, a_mystery, a_person, a_thing, acted


def a_route(reliability: int, origin: str, channel: str = "person", speaker: str = "") -> Route:
    return Route("r", "c", "r", channel, reliability, origin, origin, speaker)


@pytest.mark.parametrize(
    ("routes", "expected"),
    [
        ([], 0),
        ([(50, "gene")], 50),
        ([(50, "gene"), (50, "sarah")], 75),
        ([(50, "gene"), (40, "gene")], 50),
        ([(40, "gene"), (50, "gene"), (20, "paper")], 60),
        ([(100, "paper"), (10, "gene")], 100),
    ],
)
def test_independent_origins_strengthen_each_other_and_one_origin_counts_once(
    routes: list[tuple[int, str]], expected: int
) -> None:
    assert reliability(a_route(value, origin) for value, origin in routes) == expected


@given(
    st.lists(st.tuples(st.integers(0, 100), st.sampled_from("abc")), max_size=6),
    st.tuples(st.integers(0, 100), st.sampled_from("abcd")),
)
def test_a_further_route_never_weakens(routes: list[tuple[int, str]], more: tuple[int, str]) -> None:
    one = reliability(a_route(value, origin) for value, origin in routes)
    two = reliability(a_route(value, origin) for value, origin in [*routes, more])
    assert one <= two <= 100


def hearsay_from(*origins: str) -> Mystery:
    """A clue at 0.40 from three mouths, which have it from these origins."""
    people = ("gene", "sarah", "hame")
    routes = [
        {"ask": who, "about": "night", "from": origin, "reliability": 0.4}
        for who, origin in zip(people, origins, strict=True)
    ]
    return a_mystery(
        actors=[a_person(who) for who in people],
        topics=[{"id": "night", "name": "night", "known": True}],
        clues=[a_clue("boats", routes=routes)],
    )


def asked(mystery: Mystery, *people: str) -> World:
    return acted(mystery, *(f"ask {who} night" for who in people))[0]


def test_a_clue_carries_from_three_fifths_on() -> None:
    mystery = hearsay_from("gene", "sarah", "hame")
    assert not carries(mystery, asked(mystery, "gene"), "boats")
    assert carries(mystery, asked(mystery, "gene", "sarah"), "boats")
    exactly = a_mystery(
        items=[a_thing("slate")],
        clues=[a_clue("sums", reliability=0.6, routes=[{"read": "slate"}, {"touch": "slate"}])],
    )
    world, _ = acted(exactly, "touch slate")
    assert carries(exactly, world, "sums")


def test_a_rumour_that_goes_back_to_one_mouth_never_carries() -> None:
    mystery = hearsay_from("gene", "gene", "gene")
    world = asked(mystery, "gene", "sarah", "hame")
    assert len(world.routes) == 3
    assert not carries(mystery, world, "boats")
    assert carrying(mystery, world) == frozenset()
    assert cards_held(mystery, world) == ["boats"]


def test_what_is_not_held_carries_nothing() -> None:
    mystery = hearsay_from("gene", "sarah", "hame")
    assert not carries(mystery, acted(mystery, "look")[0], "boats")
    assert not carries(mystery, acted(mystery, "look")[0], "gene")


def test_what_speaks_against_a_card_is_named_once_both_are_held() -> None:
    mystery = a_mystery(
        items=[a_thing(id) for id in ("one", "two", "three")],
        clues=[
            a_clue("dry", routes=[{"touch": "one"}], contradicts=["wet"]),
            a_clue("wet", routes=[{"touch": "two"}]),
            a_clue(
                "slept",
                said_by="gene",
                routes=[{"touch": "three"}],
                lie={"really": "wet", "because": "x", "exposed_by": ["dry"]},
            ),
        ],
        actors=[a_person("gene")],
    )
    world, _ = acted(mystery, "touch one")
    assert against(mystery, world, "dry") == ()
    world, _ = acted(mystery, "touch two", "touch three", world=world)
    assert against(mystery, world, "dry") == ("wet",)
    assert against(mystery, world, "wet") == ("dry",)
    assert against(mystery, world, "slept") == ("dry",)
    assert against(mystery, world, "by_water") == ()


@pytest.mark.parametrize(
    ("route", "words"),
    [
        (a_route(1, "gene", speaker="gene"), "first hand"),
        (a_route(1, "hame", speaker="gene"), "hearsay"),
        (a_route(1, "hall", "gossip"), "hearsay"),
        (a_route(1, "slate", "thing"), "handled"),
        (a_route(1, "hall@22:00", "hour"), "seen"),
    ],
)
def test_the_manner_of_learning_is_told_in_words(route: Route, words: str) -> None:
    assert manner(route) == words
