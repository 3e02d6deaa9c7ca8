"""What can always be attained without something: by the rows that do not use it. Nothing is searched anew."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.proof.attain import Attained, Row
from tavern.proof.facts import Without
from tavern.proof.index import index_of


@dataclass(slots=True)
class Spared:
    """All that can always be attained, looked over once for what each row makes use of."""

    found: Attained
    _rows: list[tuple[Condition, Row]] = field(default_factory=list)
    _users: dict[str, set[int]] = field(default_factory=dict)  # route, person, thing or room → numbers of the rows

    def __post_init__(self) -> None:
        for gain, rows in self.found.rows.items():
            for row in rows:
                for id in self._used(row):
                    self._users.setdefault(id, set()).add(len(self._rows))
                self._rows.append((gain, row))

    def _used(self, row: Row) -> Iterator[str]:
        for step in row.steps:
            yield f"in {step.room}"
            yield from _made_use_of(self.found.facts.mystery, step.move, step.act)

    def routes(self, without: Without) -> frozenset[str]:
        """The routes that can always be taken, were this not there: nobody meets the person, handles the thing, or is there then."""
        lost = {number for id in _gone(without) for number in self._users.get(id, ())}
        lost |= {number for number in self._late(without) if not _is_in_time(self._rows[number][1], without)}
        waiting = [row for number, row in enumerate(self._rows) if number not in lost]
        known: set[Condition] = set()
        before = -1
        while len(known) > before:
            before, open_ = len(known), waiting
            waiting = []
            for gain, row in open_:
                if row.needs <= known:
                    known.add(gain)
                elif gain not in known:
                    waiting.append((gain, row))
        routes = self.found.facts.mystery.routes.keys() - without.routes
        return frozenset(gain.id for gain in known if isinstance(gain, c.Knows) and gain.id in routes)

    def _late(self, without: Without) -> Iterator[int]:
        """The rows that have a step in a room that one cannot be in at some hours."""
        for room in without.hours:
            yield from self._users.get(f"in {room}", ())


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
