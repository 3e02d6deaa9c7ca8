"""What can always be attained without something: by the rows that do not use it. Nothing is searched anew."""

from collections.abc import Iterator

from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.conditions import Condition
from tavern.proof.attain import Attained, Row, Step
from tavern.proof.facts import Without
from tavern.proof.index import index_of
from tavern.proof.moves import Move


def routes_without(found: Attained, without: Without) -> frozenset[str]:
    """The routes that can always be taken, were this not there: nobody meets the person, handles the thing, or is there then."""
    left = {gain: [row for row in rows if _spares(found, row, without)] for gain, rows in found.rows.items()}
    known: set[Condition] = set()
    while fresh := {
        gain for gain, rows in left.items() if gain not in known and any(row.needs <= known for row in rows)
    }:
        known |= fresh
    routes = found.facts.mystery.routes.keys() - without.routes
    return frozenset(gain.id for gain in known if isinstance(gain, c.Knows) and gain.id in routes)


def _spares(found: Attained, row: Row, without: Without) -> bool:
    return all(_spared(found, step, without) for step in row.steps)


def _spared(found: Attained, step: Step, without: Without) -> bool:
    if step.when & ~without.hours.get(step.room, 0) == 0:
        return False
    move = index_of(found.facts.mystery).moves[step.move]
    if any(isinstance(effect, f.Reveal) and effect.route in without.routes for effect in move.effects):
        return False
    gone = without.people | without.things
    return not gone or gone.isdisjoint(_used(move, step))


def _used(move: Move, step: Step) -> Iterator[str]:
    """The people and things that have to be there for it; what has to be away is not among them."""
    for act in (move.command, step.act):
        if act:
            yield from (act.noun, act.other)
    yield from _asked(move.condition)


def _asked(condition: Condition) -> Iterator[str]:
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
