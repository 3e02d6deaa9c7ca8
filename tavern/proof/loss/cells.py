"""Cells of the closer look: a room with the values of a few resources, and how a player comes from one into another.

What surely happens by itself cannot be waited past; what may happen is left as wide as the facts have it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.effects import Effect
from tavern.model.mystery import Mystery
from tavern.model.world import DAY, HERE
from tavern.proof.loss.resources import FOR_GOOD, Resource, Values, narrowed
from tavern.proof.ranking.attain import ALWAYS_GRANTED
from tavern.proof.ranking.beginning import longest
from tavern.proof.ranking.given import given
from tavern.proof.transitions.facts import Facts, ors
from tavern.proof.transitions.may import may, surely
from tavern.proof.transitions.moves import Move
from tavern.proof.transitions.reads import rooms_for


@dataclass(frozen=True, slots=True)
class Cell:
    """A room, and what the resources are while the player is in it."""

    room: str
    values: Values


@dataclass(frozen=True, slots=True)
class Entry:
    """Coming into a cell at some minutes. gone: ids of what does not happen any more at this very one, as it did, or had its time.

    perhaps: of what may have happened at this very minute, or not.
    """

    cell: Cell
    minutes: int
    gone: frozenset[str] = frozenset()
    perhaps: frozenset[str] = frozenset()


@dataclass(slots=True)
class Valuing:
    """The cells found so far. typed: cell → the minutes at which a line can be typed there.

    entered: entry without its minutes → the minutes of all of them looked at. timed: ids of what is tried at its minute of the
    day alone. struck: of what happens at one minute of the day. after_turns: of what happens after lines that took time.
    """

    mystery: Mystery
    facts: Facts
    resources: frozenset[Resource]
    moves: tuple[Move, ...]
    typed: dict[Cell, int] = field(default_factory=dict)
    entered: dict[Entry, int] = field(default_factory=dict)
    views: dict[Values, Facts] = field(default_factory=dict)
    musts: dict[tuple[Cell, str], int] = field(default_factory=dict)
    timed: frozenset[str] = field(init=False)
    struck: frozenset[str] = field(init=False)
    after_turns: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        rules = self.mystery.automatics
        at_minutes = {rule.id for rule in rules if rule.at >= 0 and rule.delay < 0}
        each_turn = {rule.id for rule in rules if rule.each_turn}
        automatic = [move for move in self.moves if move.kind == "automatic"]
        self.timed = frozenset(move.id for move in automatic if move.rule in at_minutes)
        self.struck = self.timed | {move.id for move in automatic if _is_struck(move)}
        self.after_turns = frozenset(move.id for move in automatic if move.rule in each_turn)

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
        if (cell, move.id) not in self.musts:
            self.musts[cell, move.id] = surely(self.view(cell.values), given(move.condition, ALWAYS_GRANTED), cell.room)
        return self.musts[cell, move.id]


def _is_struck(move: Move) -> bool:
    """Whether it is bound to one minute of the day: then it happens each day at which its condition holds."""
    spans = (part for part in move.condition.conditions if isinstance(part, c.Between))
    return move.rate != "once" and any((part.end - part.start) % DAY == 1 for part in spans)


def _here(found: Valuing, entry: Entry, typed: int) -> int:
    """The minutes at which something may go off in the cell: on coming in, after a line, and after a minute's wait."""
    return (typed | (typed << 1) | entry.minutes) & found.facts.now


def moments(found: Valuing, entry: Entry, typed: int, move: Move) -> int:
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


def stayed(found: Valuing, entry: Entry) -> int:
    """The minutes at which a line can be typed in the cell by one who comes in so: there is no waiting past what must happen."""
    barred = fresh = 0
    for move in found.moves:
        if _after(found, entry.cell, move.effects, move.rule) != entry.cell:
            must = found.must_happen(entry.cell, move)
            barred |= must
            fresh |= 0 if move.id in entry.gone | entry.perhaps else must
    free = found.facts.now & ~barred
    at_once = entry.minutes & ~fresh
    return at_once | _filled((at_once << 1) & free, free)


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


def onward(found: Valuing, entry: Entry, typed: int) -> Iterator[Entry]:
    """Where the player may be next, and when: by what happens there, at once or after a minute, and by what they do.

    At the minute in which an act is done all that is tried then has been tried before its effects.
    """
    cell = entry.cell
    here, waited = _here(found, entry, typed), (typed << 1) & found.facts.now
    yield from (Entry(after, here, entry.gone, found.struck) for after in _returning(cell))
    for move in found.moves:
        begins = found.may_begin(cell, move)
        if move.kind == "act":
            begins &= typed
            minutes = 0 if move.at_once else longest(found.mystery, move)
            gone = found.timed if minutes else found.timed | found.after_turns
            for during, when in _meanwhile(found, cell, begins, minutes):
                after = _after(found, during, move.effects)
                arrived = (when << minutes) & found.facts.now & _stands(found, during, move)
                if after and after != cell and arrived:
                    yield Entry(after, arrived, gone, found.struck)
        elif begins & here:
            after = _after(found, cell, move.effects, move.rule)
            if after and after != cell:
                this = found.struck & {move.id}
                silent = frozenset(
                    other.id for other in found.moves if other.id in found.struck and _is_idle(found, cell, other)
                )
                if move.id not in entry.gone:
                    yield Entry(after, begins & entry.minutes, entry.gone | this, entry.perhaps | silent)
                yield Entry(
                    after, begins & (waited if move.id in entry.gone else here & ~entry.minutes | waited), this, silent
                )


def _stands(found: Valuing, cell: Cell, move: Move) -> int:
    """The minutes at which what the move asks for once more, when it is done, may be so in the cell."""
    return may(found.view(cell.values), c.All(move.again), cell.room) if move.again else found.facts.now


def _returning(cell: Cell) -> Iterator[Cell]:
    """The cell with somebody back at their hours who was sent off for a while."""
    for (kind, id), value in cell.values.items():
        if kind == "sent" and value and not str(value).endswith(FOR_GOOD):
            yield Cell(cell.room, cell.values.set((kind, id), ""))


def _is_idle(found: Valuing, cell: Cell, move: Move) -> bool:
    """Whether it changes nothing of the cell."""
    return _after(found, cell, move.effects, move.rule) == cell


def _meanwhile(found: Valuing, cell: Cell, begins: int, minutes: int) -> Iterator[tuple[Cell, int]]:
    """What the cell may be when an act of so many minutes is done, and begun when: something may go off while it lasts.

    Each thing once, and as long as it leaves the player in the room.
    """
    open_: list[tuple[int, frozenset[str], tuple[Cell, ...]]] = [(begins, frozenset(), (cell,))]
    while open_:
        when, over, cells = open_.pop()
        if lasting := when & ~_unmissable(found, cells, over, minutes):
            yield cells[-1], lasting
        for move in found.moves if when and minutes else ():
            other = move.kind != "act" and move.id not in over
            after = _after(found, cells[-1], move.effects, move.rule) if other else None
            if after and after.room == cell.room and after != cells[-1]:
                goes_off = found.may_begin(cells[-1], move)
                meanwhile = when & ors(goes_off >> ahead for ahead in range(1, minutes + 1))
                open_.append((meanwhile, over | {move.id}, (*cells, after)))


def _unmissable(found: Valuing, cells: Sequence[Cell], over: Collection[str], minutes: int) -> int:
    """The minutes from which an act cannot take so many more: what strikes meanwhile, in each of the cells, has not gone off."""
    barred = 0
    for move in found.moves:
        if move.id in over or move.id not in found.struck:
            continue
        if all(_after(found, cell, move.effects, move.rule) != cell for cell in cells):
            struck = found.facts.now
            for cell in cells:
                struck &= found.must_happen(cell, move)
            barred |= ors(struck >> ahead for ahead in range(1, minutes + 1))
    return barred
