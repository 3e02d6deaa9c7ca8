"""A closer look where the fixpoint says too much: the values a few resources can have together, room by room and minute by minute.

The fixpoint forgets what actions take away. Here what the goal depends on is remembered: which state a door is in, where a
thing is, what has gone off once. A *cell* is a room with one value for each of these, and the mask of the minutes at which the
player can be in it and type a line. What happens by itself and surely cannot be waited past. All else is left as wide as the
facts have it, so that what no cell allows is impossible; nothing is ever shown to be possible.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.effects import Effect
from tavern.model.mystery import Mystery
from tavern.model.world import DAY, HERE, Playing, World
from tavern.proof.attain import ALWAYS_GRANTED
from tavern.proof.beginning import longest
from tavern.proof.evidence import holding
from tavern.proof.facts import Facts, ors
from tavern.proof.given import given
from tavern.proof.may import may, surely
from tavern.proof.moves import Move, moves_of
from tavern.proof.reach import reach
from tavern.proof.reads import rooms_for
from tavern.proof.resources import FOR_GOOD, Resource, Values, cone, narrowed, touches, values_of, written
from tavern.reasoning.judgement import provable

MOST_CELLS = 1500  # beyond them it is left open
MOST_STEPS = 1200  # comings into a cell; beyond them as well
MOST_CLUES = 9
Enough = Callable[[Values], bool]


@dataclass(frozen=True, slots=True)
class Cell:
    """A room, and what the resources are while the player is in it."""

    room: str
    values: Values


@dataclass(frozen=True, slots=True)
class Entry:
    """Coming into a cell at some minutes. gone: ids of what is bound to a minute of the day and happened at this very one."""

    cell: Cell
    minutes: int
    gone: frozenset[str] = frozenset()

    def spent(self, move: Move) -> int:
        """The minutes at which the move has happened already."""
        return self.minutes if move.id in self.gone else 0


@dataclass(slots=True)
class Valuing:
    """The cells found so far. typed: cell → the minutes at which a line can be typed there.

    entered: cell, and what was gone on coming into it → the minutes of all entries looked at.
    """

    mystery: Mystery
    facts: Facts
    resources: frozenset[Resource]
    moves: tuple[Move, ...]
    typed: dict[Cell, int] = field(default_factory=dict)
    entered: dict[tuple[Cell, frozenset[str]], int] = field(default_factory=dict)
    views: dict[Values, Facts] = field(default_factory=dict)

    def view(self, values: Values) -> Facts:
        """The facts with these values and no others."""
        if values not in self.views:
            self.views[values] = narrowed(self.facts, values)
        return self.views[values]

    def may_begin(self, cell: Cell, move: Move) -> int:
        """The minutes at which the move may happen to a player in the cell."""
        rooms = rooms_for(self.mystery, move.condition)
        if rooms is not None and cell.room not in rooms:
            return 0
        if move.rate == "once" and cell.values.get(("fired", move.rule)) is True:
            return 0
        return may(self.view(cell.values), given(move.condition, ALWAYS_GRANTED), cell.room)

    def must_happen(self, cell: Cell, move: Move) -> int:
        """The minutes at which it surely does: of what goes off by itself, as often as its condition holds or for the first time."""
        first = move.rate == "once" and cell.values.get(("fired", move.rule)) is False
        if move.kind != "automatic" or move.fuse or not (move.rate == "any" or first or _is_struck(move)):
            return 0
        return surely(self.view(cell.values), given(move.condition, ALWAYS_GRANTED), cell.room)


def _is_struck(move: Move) -> bool:
    """Whether it is bound to one minute of the day: then it happens each day at which its condition holds."""
    spans = (part for part in move.condition.conditions if isinstance(part, c.Between))
    return move.rate != "once" and any((part.end - part.start) % DAY == 1 for part in spans)


def cannot_happen(mystery: Mystery, world: World, goals: Iterable[Move]) -> bool:
    """Whether none of the moves can be begun in any world that comes of this one. False where it is left open."""
    goals = tuple(goals)
    facts = reach(mystery, world).facts
    return _is_barred(facts, world, goals, cone(facts, goals))


def cannot_prove(mystery: Mystery, world: World, clues: Iterable[str]) -> bool:
    """Whether there is never a line to be typed with enough of these clues known to prove the case. False where it is left open.

    Every other clue is taken for known, and one that is known for one that carries.
    """
    clues = frozenset(clues) - world.clues
    if len(clues) > MOST_CLUES:
        return False
    learning = [move for move in moves_of(mystery) if not {id for _, id in written(move)}.isdisjoint(clues)]
    facts = reach(mystery, world).facts
    resources = cone(facts, learning) | {("known", id) for id in clues}
    have = mystery.clues.keys() - clues

    def is_enough(values: Values) -> bool:
        known = have | {id for (kind, id), value in values.items() if kind == "known" and value and id in clues}
        return provable(mystery, holding(mystery, (route for id in known for route in mystery.clues[id].routes)))

    return _is_barred(facts, world, (), resources, is_enough)


def _is_barred(
    facts: Facts,
    world: World,
    goals: tuple[Move, ...],
    resources: frozenset[Resource],
    is_enough: Enough = lambda _: False,
) -> bool:
    mystery = facts.mystery
    if not isinstance(world.stage, Playing):
        return False
    relevant = tuple(move for move in moves_of(mystery) if touches(move, resources))
    found = Valuing(mystery, facts, resources, relevant)
    first = Cell(world.room, values_of(mystery, world, resources))
    waiting = [Entry(first, 1 << (world.clock - facts.span.first))]
    steps = 0
    while waiting:
        entry = waiting.pop()
        steps += 1
        cell = entry.cell
        fresh = _stayed(found, entry) & ~found.typed.get(cell, 0)
        looked_at = found.entered.get((cell, entry.gone), 0)
        if not fresh and not entry.minutes & ~looked_at and cell in found.typed:
            continue
        found.entered[cell, entry.gone] = looked_at | entry.minutes
        found.typed[cell] = found.typed.get(cell, 0) | fresh
        begun = any(found.may_begin(cell, goal) & _moments(found, entry, fresh, goal) for goal in goals)
        done = begun or (fresh and is_enough(cell.values))
        if done or steps > MOST_STEPS or len(found.typed) > MOST_CELLS:
            return False
        waiting += _onward(found, entry, fresh)
    return True


def _here(found: Valuing, entry: Entry, typed: int) -> int:
    """The minutes at which something may go off in the cell: on coming in, after a line, and after a minute's wait."""
    return (typed | (typed << 1) | entry.minutes) & found.facts.now


def _moments(found: Valuing, entry: Entry, typed: int, move: Move) -> int:
    """The minutes at which the move may be begun in the cell: what the player does, when a line can be typed."""
    return typed if move.kind == "act" else _here(found, entry, typed)


def _after(found: Valuing, cell: Cell, effects: Iterable[Effect], fired: str = "") -> Cell | None:
    """The cell the player is in after the effects; None when the story is over."""
    room, values = cell.room, cell.values
    for effect in effects:
        match effect:
            case f.End():
                return None
            case f.Go(to, _):
                room = to
            case f.SetState(thing, state) if ("state", thing) in values:
                values = values.set(("state", thing), state)
            case f.Move(thing, place) if ("place", thing) in values:
                values = values.set(("place", thing), room if place == HERE else place)
            case f.Count(id, by) | f.Relate(id, by) if ("number", id) in values:
                least, most = found.facts.numbers[id].bounds
                values = values.set(("number", id), max(least, min(most, int(values["number", id]) + by)))
            case f.Send(actor, to, minutes) if ("sent", actor) in values and to != HERE:
                for_good = not (minutes or effect.until >= 0 or effect.rule)
                values = values.set(("sent", actor), to + FOR_GOOD if for_good else to)
            case f.Reveal(clue, route):
                values = _learnt(values, (clue, route))
            case f.Teach(id):
                values = _learnt(values, (id,))
            case _:
                pass
    if ("fired", fired) in values:
        values = values.set(("fired", fired), value=True)
    return Cell(room, values)


def _learnt(values: Values, ids: Iterable[str]) -> Values:
    for id in ids:
        if ("known", id) in values:
            values = values.set(("known", id), value=True)
    return values


def _stayed(found: Valuing, entry: Entry) -> int:
    """The minutes at which a line can be typed in the cell by one who comes in so: there is no waiting past what must happen."""
    barred = 0
    for move in found.moves:
        if _after(found, entry.cell, move.effects, move.rule) != entry.cell:
            barred |= found.must_happen(entry.cell, move) & ~entry.spent(move)
    free = found.facts.now & ~barred
    return _filled(entry.minutes & free, free)


def _filled(seeds: int, free: int) -> int:
    """Every run of free minutes, from the first seed in it on."""
    filled = 0
    while seeds:
        low = seeds & -seeds
        run = _run(free, low)
        filled |= run
        seeds &= ~run
    return filled


def _run(free: int, low: int) -> int:
    """The free minutes from this one to the next that is not free."""
    above = free & -low  # the free minutes from this one on
    return above & ~(above + low) | low


def _onward(found: Valuing, entry: Entry, typed: int) -> Iterator[Entry]:
    """Where the player may be next, and when: by what happens there, at once or after a minute, and by what they do."""
    cell = entry.cell
    here = _here(found, entry, typed)
    yield from (Entry(after, here) for after in _returning(cell))
    for move in found.moves:
        begins = found.may_begin(cell, move)
        if move.kind == "act":
            begins &= typed
            minutes = longest(found.mystery, move)
            for during in _meanwhile(found, cell, begins, minutes):
                after = _after(found, during.cell, move.effects)
                arrived = (during.minutes << minutes) & found.facts.now
                if after and after != cell and arrived:
                    yield Entry(after, arrived, during.gone)
        elif begins & here & ~entry.spent(move):
            after = _after(found, cell, move.effects, move.rule)
            if after and after != cell:
                struck = frozenset((move.id,)) if _is_struck(move) else frozenset[str]()
                again = begins & here & ~entry.spent(move)
                yield Entry(after, again & entry.minutes, entry.gone | struck)
                yield Entry(after, again & ~entry.minutes, struck)


def _returning(cell: Cell) -> Iterator[Cell]:
    """The cell with somebody back at their hours who was sent off for a while."""
    for (kind, id), value in cell.values.items():
        if kind == "sent" and value and not str(value).endswith(FOR_GOOD):
            yield Cell(cell.room, cell.values.set((kind, id), ""))


def _meanwhile(found: Valuing, cell: Cell, begins: int, minutes: int) -> Iterator[Entry]:
    """What the cell may be when an act of so many minutes is done, and begun when: something may go off while it lasts.

    Each thing once, and as long as it leaves the player in the room. gone: what went off at the minute in which the act ends.
    """
    open_ = [(Entry(cell, begins), frozenset[str]())]
    while open_:
        entry, over = open_.pop()
        if entry.minutes:
            yield entry
        for move in found.moves if entry.minutes and minutes else ():
            after = (
                _after(found, entry.cell, move.effects, move.rule)
                if move.kind != "act" and move.id not in over
                else None
            )
            if after and after.room == cell.room and after != entry.cell:
                goes_off = found.may_begin(entry.cell, move)
                before = entry.minutes & ors(goes_off >> ahead for ahead in range(1, minutes))
                last = entry.minutes & (goes_off >> minutes)
                open_ += [
                    (Entry(after, before, entry.gone), over | {move.id}),
                    (Entry(after, last, entry.gone | {move.id}), over | {move.id}),
                ]
