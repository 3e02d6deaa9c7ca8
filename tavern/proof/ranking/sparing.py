"""What can always be attained without something: by the rows that do not use it. Nothing is searched anew."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache

from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.proof.ranking.attain import Attained, Row, Step
from tavern.proof.ranking.edges import ways_of
from tavern.proof.transitions.facts import Without
from tavern.proof.transitions.index import index_of
from tavern.proof.transitions.moves import Move


@dataclass(slots=True)
class Spared:
    """All that can always be attained, looked over once for what each row makes use of.

    A loss matters only to the gains that are had by a row which is lost, and to what rests on these: the rest is not asked again.
    """

    found: Attained
    whole: frozenset[str] = field(init=False)
    _rows: list[tuple[Condition, Row]] = field(default_factory=list)
    _users: dict[str, set[int]] = field(default_factory=dict)  # route, person, thing or room → numbers of the rows
    _ways: dict[Condition, list[int]] = field(default_factory=dict)  # gain → numbers of its rows
    _first: dict[Condition, int] = field(default_factory=dict)  # gain → the number of the row by which it is had
    _resting: dict[Condition, list[Condition]] = field(default_factory=dict)  # gain → the gains whose row needs it

    def __post_init__(self) -> None:
        for gain, rows in self.found.rows.items():
            for row in rows:
                for id in self._used(row):
                    self._users.setdefault(id, set()).add(len(self._rows))
                self._ways.setdefault(gain, []).append(len(self._rows))
                self._rows.append((gain, row))
        self._have(range(len(self._rows)))
        self.whole = self._routes(self._first)

    def _have(self, numbers: Iterable[int]) -> None:
        """Note for every gain the row by which it is had."""
        waiting, before = list(numbers), -1
        while len(self._first) > before:
            before, open_, waiting = len(self._first), waiting, []
            for number in open_:
                gain, row = self._rows[number]
                if gain in self._first:
                    continue
                if not row.needs <= self._first.keys():
                    waiting.append(number)
                    continue
                self._first[gain] = number
                for need in row.needs:
                    self._resting.setdefault(need, []).append(gain)

    def _routes(self, gains: Iterable[Condition]) -> frozenset[str]:
        routes = self.found.facts.mystery.routes
        return frozenset(gain.id for gain in gains if isinstance(gain, c.Knows) and gain.id in routes)

    def _used(self, row: Row) -> Iterator[str]:
        for step in row.steps:
            yield f"in {step.room}"
            yield from self.used_in(step)

    def used_in(self, step: Step) -> Iterator[str]:
        """What the step makes use of: people, things, routes as "by ROUTE"; in a room that may be dark every light there is."""
        mystery = self.found.facts.mystery
        yield from _made_use_of(mystery, step.move, step.act)
        if mystery.rooms[step.room].dark is not None:
            yield from (thing.id for thing in mystery.things.values() if thing.light)

    def routes(self, without: Without) -> frozenset[str]:
        """The routes that can always be taken, were this not there: nobody meets the person, handles the thing, or is there then."""
        return self.whole - without.routes - self._routes(self._missed(self.lost(without)))

    @property
    def numbered(self) -> Sequence[tuple[Condition, Row]]:
        """Each row with what it gains, by its number."""
        return self._rows

    def lost(self, without: Without) -> set[int]:
        """The numbers of the rows that make use of this."""
        lost = {number for id in _gone(without) for number in self._users.get(id, ())}
        return lost | {number for number in self._late(without) if not _is_in_time(self._rows[number][1], without)}

    def _missed(self, lost: AbstractSet[int]) -> set[Condition]:
        """The gains that are not had any more without these rows."""
        missed, open_ = set[Condition](), [self._rows[number][0] for number in lost if self._is_first(number)]
        while open_:
            gain = open_.pop()
            if gain not in missed:
                missed.add(gain)
                open_ += self._resting.get(gain, ())
        while had := {gain for gain in missed if self._is_had(gain, lost, missed)}:
            missed -= had
        return missed

    def _is_first(self, number: int) -> bool:
        return self._first.get(self._rows[number][0]) == number

    def _is_had(self, gain: Condition, lost: AbstractSet[int], missed: AbstractSet[Condition]) -> bool:
        """Whether it is had by a row that is not lost, and that rests on nothing missed."""
        ways = (self._rows[number][1] for number in self._ways[gain] if number not in lost)
        return any(missed.isdisjoint(row.needs) and row.needs <= self._first.keys() for row in ways)

    def _late(self, without: Without) -> Iterator[int]:
        """The rows that have a step in a room that one cannot be in at some hours."""
        for room in without.hours:
            yield from self._users.get(f"in {room}", ())


def is_walked_by(mystery: Mystery, without: Without) -> bool:
    """Whether some way may be opened, or asks for, what is taken away: rows say where one goes, and not by what."""
    return not _openers(mystery).isdisjoint({*without.people, *without.things})


@lru_cache(maxsize=16)
def _openers(mystery: Mystery) -> frozenset[str]:
    """The people and things that a way asks for, and those by which what it asks for comes about."""
    ways = [move for moves in ways_of(mystery).values() for move in moves]
    asked = {id for move in ways for id in (*_asked(move.condition), *_nouns(move))}
    opening = (
        move
        for move in index_of(mystery).moves.values()
        if any(isinstance(effect, f.SetState | f.Move) and effect.thing in asked for effect in move.effects)
    )
    return frozenset(asked.union(*({*_asked(move.condition), *_nouns(move)} for move in opening)))


def _nouns(move: Move) -> tuple[str, ...]:
    return (move.command.noun, move.command.other) if move.command else ()


def _gone(without: Without) -> Iterator[str]:
    yield from (f"by {route}" for route in without.routes)
    yield from (*without.people, *without.things)


def _is_in_time(row: Row, without: Without) -> bool:
    return all(step.when & ~without.hours.get(step.room, 0) for step in row.steps)


@lru_cache(maxsize=65536)
def _made_use_of(mystery: Mystery, id: str, act: Act | None) -> frozenset[str]:
    """The routes that the move is, as "by ROUTE", and the people and things that have to be there for it and its act."""
    move = index_of(mystery).moves[id]
    routes = (f"by {effect.route}" for effect in move.effects if isinstance(effect, f.Reveal))
    nouns = (noun for each in (move.command, act) if each for noun in (each.noun, each.other))
    return frozenset((*routes, *nouns, *_asked(move.condition)))


def _asked(condition: Condition) -> Iterator[str]:
    """The people and things asked for; what has to be away is not among them."""
    match condition:
        case c.All(parts) | c.Any(parts):
            for part in parts:
                yield from _asked(part)
        case c.With(id) | c.Awake(id) | c.InSight(id) | c.Has(id) | c.Knows(id):
            yield id
        case c.Relationship(actor, _, _):
            yield actor
        case c.In(id, _) | c.Is(id, _) | c.IsDoing(_, id):
            yield id
        case _:
            return
