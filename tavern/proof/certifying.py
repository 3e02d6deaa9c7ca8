"""The argument of the second claim written down, so that the independent checker can go through it without searching."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from tavern.engine.timetable import parts
from tavern.model import conditions as c
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.world import PLAYER, WORN
from tavern.proof.checker.argument import Row as WrittenRow
from tavern.proof.checker.argument import Step, Written
from tavern.proof.checker.induction import refusals
from tavern.proof.checker.invariant import outside
from tavern.proof.checker.minutes import Minutes
from tavern.proof.checker.reading import Fact
from tavern.proof.claims.stranded import Proof
from tavern.proof.ranking.attain import Attained, Row
from tavern.proof.ranking.attain import Step as Taken
from tavern.proof.ranking.touring import Stop
from tavern.proof.ranking.walking import FAR
from tavern.proof.transitions.facts import Facts
from tavern.proof.transitions.index import index_of


def written(attained: Attained, proof: Proof) -> Written:
    """The argument that from every position the proof can be had, begun by its last hour."""
    mystery, span = attained.facts.mystery, attained.facts.span
    rows = [_row(attained, list(stops)) for _, stops in groupby(proof.stops, key=lambda stop: stop.gains)]
    walks = attained.walks
    ordered = _with_thoughts(attained, rows)
    wanted = {need for row in ordered for need in row.needs} | {c.Knows(route) for route in proof.routes}
    ordered = [replace(row, gains=tuple(gain for gain in row.gains if gain in wanted)) for row in ordered]
    gained = {gain for row in ordered for gain in row.gains}
    home = sorted(((room, minutes) for room, minutes in walks.home.items() if minutes < FAR), key=lambda pair: pair[1])
    return Written(
        until=span.last,
        last=proof.last,
        invariant=invariant_of(mystery, Minutes(span.first, span.last)),
        heart=tuple(sorted(walks.heart)),
        home=tuple(pair for pair in home if pair[0] not in walks.heart),
        given=tuple(sorted(wanted - gained, key=repr)),
        rows=tuple(ordered),
        routes=proof.routes,
        accusation=proof.accusation.accusation,
    )


def unconfirmed(mystery: Mystery, argument: Written) -> str:
    """Why the checker, which reads more coarsely than the prover, does not go along with the argument; "" when it does."""
    return next(refusals(mystery, argument), "")


def invariant_of(mystery: Mystery, minutes: Minutes) -> dict[Fact, int]:
    """The least invariant: what the checker says is left out is let in, until nothing is."""
    since: dict[Fact, int] = {}
    while fresh := list(outside(mystery, minutes, since)):
        for fact, clock in fresh:
            since[fact] = min(clock, since.get(fact, minutes.last))
    return since


def _row(attained: Attained, stops: Sequence[Stop]) -> WrittenRow:
    """The row that was taken in these stops: one, or one for each place that a thing may be fetched from."""
    gain, steps = stops[0].gains, tuple(stop.step for stop in stops)
    row = next(row for row in attained.rows[gain] if row.steps == steps)
    needs = row.needs & frozenset(_relied_on(attained, row))
    places = _places(attained.facts, gain) if isinstance(gain, c.Has) else []
    taken = [_step(attained, stop, place) for stop, place in zip(stops, places or [""] * len(stops), strict=True)]
    gains = (gain, *(other for other in _besides(attained, row) if other != gain))
    return WrittenRow(gains, tuple(sorted(needs, key=repr)), tuple(taken))


def _places(facts: Facts, gain: c.Has) -> list[str]:
    """Where a thing may be fetched from, in the order of the row's steps."""
    return [place for place in facts.may_lie(gain.thing) if place not in (PLAYER, WORN)]


def _relied_on(attained: Attained, row: Row) -> Iterator[Condition]:
    for step in row.steps:
        yield from parts(index_of(attained.facts.mystery).moves[step.move].condition)
        yield from step.access.needs
        for act in (step.act, *(act for edge in step.access.path for act in edge.acts)):
            yield from (c.Knows(id) for id in ((act.noun, act.other) if act else ()))


def _besides(attained: Attained, row: Row) -> Iterator[Condition]:
    """What else the row's one move gains, that other rows may rest on."""
    if len(row.steps) == 1:
        for gain, rows in attained.rows.items():
            if isinstance(gain, c.Knows) and any(
                other.steps and other.steps[0].move == row.steps[0].move and other.needs <= row.needs for other in rows
            ):
                yield gain


def _step(attained: Attained, stop: Stop, place: str) -> Step:
    taken: Taken = stop.step
    access = taken.access
    clock, path = stop.begins - access.minutes, []
    for edge in access.path:
        path.append((edge.to, clock))
        clock += edge.minutes
    rule = index_of(attained.facts.mystery).moves[taken.move].rule
    return Step(rule, taken.act, taken.room, access.door, tuple(path), stop.begins, stop.ends, place)


def _with_thoughts(attained: Attained, rows: Sequence[WrittenRow]) -> list[WrittenRow]:
    """The rows with the conclusions among their needs before them."""
    found: list[WrittenRow] = []
    drawn: set[Condition] = set()
    deductions = attained.facts.mystery.deductions
    for row in rows:
        for need in row.needs:
            if isinstance(need, c.Knows) and need.id in deductions and need not in drawn:
                drawn.add(need)
                found.append(WrittenRow((need,), (), ()))
        found.append(row)
    return found
