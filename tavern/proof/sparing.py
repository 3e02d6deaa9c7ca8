"""What can always be attained without something: by the rows that do not use it. Nothing is searched anew."""

from collections.abc import Iterator
from functools import lru_cache

from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.proof.attain import Attained, Row, Step
from tavern.proof.facts import Without
from tavern.proof.index import index_of


def routes_without(found: Attained, without: Without) -> frozenset[str]:
    """The routes that can always be taken, were this not there: nobody meets the person, handles the thing, or is there then."""
    waiting = [(gain, [row.needs for row in rows if _spares(found, row, without)]) for gain, rows in found.rows.items()]
    known: set[Condition] = set()
    before = -1
    while len(known) > before:
        before, open_ = len(known), waiting
        waiting = []
        for gain, ways in open_:
            if any(needs <= known for needs in ways):
                known.add(gain)
            else:
                waiting.append((gain, ways))
    routes = found.facts.mystery.routes.keys() - without.routes
    return frozenset(gain.id for gain in known if isinstance(gain, c.Knows) and gain.id in routes)


def _spares(found: Attained, row: Row, without: Without) -> bool:
    return all(_is_spared(found.facts.mystery, step, without) for step in row.steps)


def _is_spared(mystery: Mystery, step: Step, without: Without) -> bool:
    if without.hours and step.when & ~without.hours.get(step.room, 0) == 0:
        return False
    routes, used = _made_use_of(mystery, step.move, step.act)
    return routes.isdisjoint(without.routes) and used.isdisjoint(without.people) and used.isdisjoint(without.things)


@lru_cache(maxsize=65536)
def _made_use_of(mystery: Mystery, id: str, act: Act | None) -> tuple[frozenset[str], frozenset[str]]:
    """The routes that the move is, and the people and things that have to be there for it and for the act it is begun by."""
    move = index_of(mystery).moves[id]
    routes = frozenset(effect.route for effect in move.effects if isinstance(effect, f.Reveal))
    nouns = (noun for each in (move.command, act) if each for noun in (each.noun, each.other))
    return routes, frozenset((*nouns, *_asked(move.condition)))


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
