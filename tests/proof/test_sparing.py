"""What is left when something is taken away: found by looking at the losses alone, and the same as when all is looked at anew."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tavern.model import conditions as c
from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.proof.claim import Witness
from tavern.proof.claims.removing import removals
from tavern.proof.claims.showing import Games, Shown
from tavern.proof.closure.reach import reach
from tavern.proof.ranking.attain import Attained, Row, attain
from tavern.proof.ranking.sparing import Spared
from tavern.proof.ranking.touring import timely
from tavern.proof.transitions.facts import NOTHING_LESS, Without, opening_world
from tavern.proof.transitions.hours import span_of
from tavern.proof.transitions.index import index_of
from tavern.proof.transitions.travel import walks
from tests.bench.proofs import a_large_case
from tests.proof.unfair import mystery

if TYPE_CHECKING:
    from tavern.model.conditions import Condition


def looked_at_anew(found: Attained, without: Without) -> frozenset[str]:
    """The routes had by the rows that are left, worked out from nothing. Of people and things: those the acts name."""
    open_ = [row for rows in found.rows.values() for row in rows if not _is_lost(found, row, without)]
    known: set[Condition] = set()
    while fresh := {row.gains for row in open_ if row.needs <= known} - known:
        known |= fresh
    routes = found.facts.mystery.routes.keys() - without.routes
    return frozenset(gain.id for gain in known if isinstance(gain, c.Knows) and gain.id in routes)


def _is_lost(found: Attained, row: Row, without: Without) -> bool:
    moves = index_of(found.facts.mystery).moves
    return any(
        moves[step.move].rule in _rules(found, without) or not step.when & ~without.hours.get(step.room, 0)
        for step in row.steps
    )


def _rules(found: Attained, without: Without) -> set[str]:
    return {found.facts.mystery.routes[route].rule for route in without.routes}


def losses(mystery: Mystery) -> Iterator[Without]:
    span = span_of(mystery)
    yield NOTHING_LESS
    yield from (without for kind, _, without in removals(mystery) if kind in ("route", "hour"))
    yield from (Without(hours={room: span.always}) for room in mystery.rooms)
    routes = list(mystery.routes)
    yield from (Without(routes=frozenset(pair)) for pair in pairwise(routes))


@pytest.mark.parametrize("made", [mystery("base", fair=True), mystery("letter", fair=True), a_large_case(20)])
def test_what_is_left_is_the_same_as_when_all_is_looked_at_anew(made: Mystery) -> None:
    found = timely(attain(reach(made).facts))
    spared = Spared(found)
    for without in losses(made):
        assert spared.routes(without) == looked_at_anew(found, without), without


def test_games_that_did_without_a_route_show_what_is_had_without_it() -> None:
    made = mystery("base", fair=True)
    one, two, three = sorted(made.routes)[:3]
    first = opening_world(made, 1)
    games = Games(made, [_game(first, {one, two}), _game(first, {two, three}), _game(first, {three})])
    assert games.spared(NOTHING_LESS) == {one, two, three}
    assert games.spared(Without(routes=frozenset((two,)))) == {three}
    assert games.spared(Without(routes=frozenset((one,)))) == {two, three}
    assert games.spared(Without(people=frozenset((next(iter(made.actors)),)))) == frozenset()


def _game(first: World, routes: set[str]) -> Shown:
    return Shown(Witness(1, (), ""), (first, replace(first, routes=frozenset(routes))))


def test_the_walk_to_one_room_is_the_one_found_among_the_walks_to_all() -> None:
    made = a_large_case(60)
    whole = walks(made, "room_3", lambda _: True, lambda _: False)
    assert whole.keys() == set(made.rooms)
    for room in made.rooms:
        assert walks(made, "room_3", lambda _: True, lambda _: False, {room})[room] == whole[room]
