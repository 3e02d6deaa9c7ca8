"""What can always be attained: from every world that play can reach, with any seed, whatever was done before.

A row says how one thing is gained from anywhere: be in a room at a minute of a mask, begin an act there, and some minutes later
it is so. It rests on rows before it alone, so that the whole is an induction. What the conditions ask for beyond what was
gained has to hold in *every* world the facts allow (`tavern.proof.transitions.may.surely`), and nothing gained is ever lost: knowledge
by its nature, a state because no move sets another, a thing because nothing takes it from whoever carries it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from tavern.engine.stretch import MINUTES, STRETCHES
from tavern.engine.timetable import parts
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.world import PLAYER
from tavern.proof.argument.smallest import Stop, never
from tavern.proof.ranking.beginning import (
    Beginnings,
    automatic,
    broken_off,
    by_command,
    longest,
    needed_by,
    surely_begins,
    while_calm,
)
from tavern.proof.ranking.given import given
from tavern.proof.ranking.settled import settle
from tavern.proof.ranking.walking import Access, Walking, further, walking
from tavern.proof.transitions.facts import Facts
from tavern.proof.transitions.may import may, surely
from tavern.proof.transitions.moves import Move, moves_of
from tavern.proof.transitions.reads import rooms_for

ALWAYS_GRANTED: frozenset[Condition] = frozenset(
    {c.OnStage("playing"), c.Awake(PLAYER)}
)  # of the worlds the claim is about, when an act begins
MOST_ROWS = 8  # for one thing; more ways make it no surer
HIDDEN = 4 * 60  # minutes that a player is thought to lie in wait


@dataclass(frozen=True, slots=True)
class Step:
    """Go to `room` by `access`, begin `act` there at a minute of `when`: at most `minutes` later it is done.

    move: the id of what then happens. act: None where it happens by itself; where it does so to a player who is at something,
    the act by which they begin.
    """

    move: str
    act: Act | None
    room: str
    when: int
    minutes: int
    access: Access


@dataclass(frozen=True, slots=True)
class Row:
    """How a thing is gained. steps: one for each state the case may be in, of which the slowest counts. needs: gained before.

    A row without steps costs no time: a conclusion drawn from what is held.
    """

    gains: Condition
    steps: tuple[Step, ...]
    needs: frozenset[Condition] = frozenset()


@dataclass(slots=True)
class Attained:
    """All that can always be attained. rows: what is gained → ways, in the order found. walks: where one can go by then."""

    facts: Facts
    walks: Walking
    rows: dict[Condition, list[Row]] = field(default_factory=dict)
    beginnings: Beginnings = field(init=False)
    _tried: dict[str, tuple[Mapping[str, tuple[Access, ...]], frozenset[Condition]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.beginnings = Beginnings(self.facts)

    @property
    def granted(self) -> frozenset[Condition]:
        """What conditions may rely on."""
        return (
            ALWAYS_GRANTED | self.rows.keys() | {c.InSight(gain.thing) for gain in self.rows if isinstance(gain, c.Has)}
        )

    def is_new(self, move: Move, granted: frozenset[Condition]) -> bool:
        """Whether more is granted of what the move asks than when this was last asked, or other ways are open."""
        asked = self.beginnings.asked(move).union(*(self.beginnings.asked(other) for other in _begun_with(self, move)))
        key = (self.walks.accesses, asked & granted)
        before = self._tried.get(move.id)
        if before and before[0] is key[0] and before[1] == key[1]:
            return False
        self._tried[move.id] = key
        return True

    def has(self, gain: Condition) -> bool:
        """Whether it can always be attained."""
        return gain in self.rows

    def routes(self) -> frozenset[str]:
        """The routes that can always be taken."""
        return frozenset(
            gain.id for gain in self.rows if isinstance(gain, c.Knows) and gain.id in self.facts.mystery.routes
        )


def attain(facts: Facts, stop: Stop = never) -> Attained:
    """Everything that can always be attained, given what may be so at all (`facts`, the fixpoint from the first line).

    Stopped, it is what was found by then: each row rests on those before it all the same.
    """
    facts = settle(with_any_seed(facts))
    found = Attained(facts, walking(facts, ALWAYS_GRANTED))
    for gain in known_at_first(facts):
        found.rows[gain] = [Row(gain, ())]
    while facts.mystery.start in found.walks.home and not stop():
        fresh = list(_round(found, stop))
        before = set(found.rows)
        for row in fresh:
            ways = found.rows.setdefault(row.gains, [])
            if row not in ways and len(ways) < MOST_ROWS:
                ways.append(row)
        if found.rows.keys() == before:
            break
        found.walks = further(found.walks, facts, ALWAYS_GRANTED, frozenset(found.rows))
    return found


def known_at_first(facts: Facts) -> Iterator[Condition]:
    """What is known from the first line on: knowledge is never lost."""
    mystery = facts.mystery
    for id in sorted(facts.held):
        yield c.Knows(id)
        if id in mystery.rooms and id == mystery.start:
            yield c.Visited(id)


def with_any_seed(facts: Facts) -> Facts:
    """The facts with what is known from the first line on with every seed: whom one meets at once may be the seed's affair."""
    return replace(facts, held=facts.held - frozenset(_met_by_chance(facts)))


def _met_by_chance(facts: Facts) -> Iterator[str]:
    """People who need not be there at first, and what they wear and sell."""
    mystery = facts.mystery
    absent = {id for id in mystery.actors if not facts.surely_is(id, mystery.start) & 1}
    yield from absent
    for thing in mystery.things.values():
        if thing.sold_by in absent or not absent.isdisjoint(thing.where):
            yield thing.id


def _round(found: Attained, stop: Stop) -> Iterator[Row]:
    """What can be gained now, by one step more."""
    granted = found.granted
    mystery = found.facts.mystery
    unmet = frozenset(gain for gain in granted if not _is_noun(mystery, gain))
    for move in gainful(mystery):
        if stop():
            return
        gains = [gain for gain in gains_of(mystery, move) if len(found.rows.get(gain, ())) < MOST_ROWS]
        if gains and _is_open(mystery, move, granted) and found.is_new(move, granted):
            for relied_on in (unmet, granted):  # what is seen there need not have been met before
                steps = list(_steps(found, relied_on, move))
                for step in steps:
                    needs = step.access.needs.union(
                        *(_relied_on(found, relied_on, own) for own in _begun_by(move, step, mystery))
                    )
                    yield from (Row(gain, (step,), needs) for gain in gains)
                if steps:
                    break
    yield from _things(found, granted)
    yield from _thoughts(found)


def _begun_by(move: Move, step: Step, mystery: Mystery) -> Iterator[Move]:
    """The move, and where it comes of something the player is at, what they begin by it."""
    yield move
    if step.act and step.act != move.command:
        yield from (other for other in by_command(mystery).get(step.act, ()) if _begins(other))


def _begins(move: Move) -> bool:
    return any(isinstance(effect, f.Do) for effect in move.effects)


def _relied_on(found: Attained, granted: frozenset[Condition], move: Move) -> frozenset[Condition]:
    """What was gained of all the move asks for. What is in sight because one carries it has to be carried."""
    asked = {part for part in parts(move.condition) if part in granted}
    carried = {c.Has(part.id) for part in asked if isinstance(part, c.InSight) and c.Has(part.id) in found.rows}
    return frozenset((asked | carried) & found.rows.keys())


def _is_noun(mystery: Mystery, gain: Condition) -> bool:
    return isinstance(gain, c.Knows) and (gain.id in mystery.things or gain.id in mystery.actors)


@lru_cache(maxsize=16)
def gainful(mystery: Mystery) -> tuple[Move, ...]:
    """The moves that bring anything about that is never lost, and that do so whenever their condition holds."""
    return tuple(
        move for move in moves_of(mystery) if not move.fuse and not _is_unsure(move) and any(gains_of(mystery, move))
    )


def _is_unsure(move: Move) -> bool:
    """Whether it may have happened before in vain: what is told once is told to nobody when nobody is there."""
    return move.kind == "along" or (move.kind == "automatic" and move.id.endswith(" heard"))


@lru_cache(maxsize=65536)
def gains_of(mystery: Mystery, move: Move) -> tuple[Condition, ...]:
    """What the move gains for good."""
    return tuple(gain for effect in move.effects for gain in _gains(mystery, effect))


def _gains(mystery: Mystery, effect: f.Effect) -> Iterator[Condition]:
    match effect:
        case f.Reveal(clue, route):
            yield from (c.Knows(clue), c.Knows(route))
        case f.Teach(id):
            yield c.Knows(id)
        case f.Go(room, _):
            yield from (c.Visited(room), c.Knows(room))
        case f.SetState(thing, state) if is_settled(mystery, thing, state):
            yield c.Is(thing, state)
        case _:
            return


def is_settled(mystery: Mystery, thing: str, state: str) -> bool:
    """Whether the thing or flag, once in that state, stays in it: no move sets another."""
    return _set_states(mystery).get(thing, frozenset()) <= {state}


@lru_cache(maxsize=16)
def _set_states(mystery: Mystery) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for move in moves_of(mystery):
        for effect in move.effects:
            if isinstance(effect, f.SetState):
                found.setdefault(effect.thing, set()).add(effect.state)
    return {thing: frozenset(states) for thing, states in found.items()}


def _is_open(mystery: Mystery, move: Move, granted: frozenset[Condition]) -> bool:
    """Whether what it needs to be known is, but for what may be in sight: a quick look before the long one."""
    asked = (part for part in move.condition.conditions if isinstance(part, c.Knows | c.Visited))
    return all(part in granted or _is_noun(mystery, part) for part in asked)


def _steps(found: Attained, granted: frozenset[Condition], move: Move) -> Iterator[Step]:
    """In each room where the move surely happens, and for each way there: when to begin what."""
    rooms = rooms_for(found.facts.mystery, move.condition)
    for room in found.walks.accesses if rooms is None else sorted(rooms & found.walks.accesses.keys()):
        for act, when, minutes in _chances(found, granted, move, room):
            for access in found.walks.accesses[room]:
                if access.starts & (when >> access.minutes) & _later_half(found.facts):
                    yield Step(move.id, act, room, when, minutes, access)


def _later_half(facts: Facts) -> int:
    """The minutes from halfway on: what can be begun in none of them is no lasting way to anything."""
    return facts.span.since((facts.span.first + facts.span.last) // 2)


def _chances(
    found: Attained, granted: frozenset[Condition], move: Move, room: str
) -> Iterator[tuple[Act | None, int, int]]:
    """What to begin in the room, at which minutes, and how long it takes at most, for the move to happen surely."""
    facts, calm = found.facts, found.walks.calm[room]
    if move.command is None:
        yield from _awaited(found, granted, move, room, calm)
        return
    minutes = longest(facts.mystery, move)
    when = _lasting(found.beginnings.surely(granted, move, room) & while_calm(calm, minutes), minutes)
    when &= ~_spoilt(facts, move, room, minutes) if when else 0
    for to in led_to(move):
        when &= while_calm(found.walks.calm[to], minutes) if to in found.walks.home else 0
    if when:
        yield move.command, when, minutes


def led_to(move: Move) -> frozenset[str]:
    """The rooms the player comes to by the move."""
    return frozenset(effect.room for effect in move.effects if isinstance(effect, f.Go))


def _lasting(when: int, minutes: int) -> int:
    """The minutes from which it holds until the act is done: the engine asks again at the end."""
    return while_calm(when, minutes)


def _spoilt(facts: Facts, move: Move, room: str, minutes: int) -> int:
    """The minutes at which the act may come to something else.

    Another rule for it ends the story, leads the player away, or no longer fits before it is done; or something that goes off
    by itself breaks it off.
    """
    found = broken_off(facts, room, minutes)
    for other in by_command(facts.mystery).get(move.command, ()):
        if other.id != move.id:
            violent = any(isinstance(effect, f.End | f.Go) for effect in other.effects)
            needed = needed_by(other)
            kept = 0 if violent else while_calm(surely(facts, needed, room), minutes) if minutes else facts.now
            found |= may(facts, other.condition, room) & ~kept
    return found


def _awaited(
    found: Attained, granted: frozenset[Condition], move: Move, room: str, calm: int
) -> Iterator[tuple[Act | None, int, int]]:
    """What happens by itself: to a player who is there, or who is at what it asks for."""
    doing = next((part for part in parts(move.condition) if isinstance(part, c.IsDoing) and part.kind), None)
    if doing is None:
        when = found.beginnings.surely(granted, move, room) & calm
        if when:
            yield None, when >> 1 & calm, 1
        return
    busy = granted | {doing, c.IsDoing(doing.kind)}
    seen = found.beginnings.surely(busy, move, room) & calm
    if doing.kind == "follow":  # whoever is followed must not have led the player away by then
        seen &= surely(found.facts, c.With(doing.object), room)
    for starter in _starters(found.facts.mystery, doing, room):
        begins = found.beginnings.surely(granted, starter, room) & calm
        when, minutes = _beginning(doing.kind, seen, calm)
        if begins & when:
            yield starter.command, begins & when, minutes


def _begun_with(found: Attained, move: Move) -> Iterator[Move]:
    """All the moves by which a player may come to be at what the move asks for, wherever they are."""
    mystery = found.facts.mystery
    for doing in parts(move.condition) if move.command is None else ():
        if isinstance(doing, c.IsDoing) and doing.kind:
            yield from (starter for _, starter in _begun(mystery).get(doing.kind, ()))


def _starters(mystery: Mystery, doing: c.IsDoing, room: str) -> Iterator[Move]:
    """The moves by which the player begins to be at that, in that room: no other room can be watched or listened to."""
    for object, move in _begun(mystery).get(doing.kind, ()):  # noqa: A001 - as in the model
        if move.command and doing.object in ("", object) and _is_for(mystery, move.command, room):
            yield move


def _is_for(mystery: Mystery, act: Act, room: str) -> bool:
    return act.noun == room or act.noun not in mystery.rooms


@lru_cache(maxsize=16)
def _begun(mystery: Mystery) -> Mapping[str, tuple[tuple[str, Move], ...]]:
    """Kind of being busy → of what, and by which move it begins."""
    found: dict[str, list[tuple[str, Move]]] = {}
    for move in moves_of(mystery):
        for effect in move.effects if move.command else ():
            if isinstance(effect, f.Do):
                found.setdefault(effect.kind, []).append((effect.object, move))
    return {kind: tuple(moves) for kind, moves in found.items()}


def _beginning(kind: str, seen: int, calm: int) -> tuple[int, int]:
    """When to begin, for something to be seen after, and how long it may take. Who hides can wait for it."""
    if kind in STRETCHES:
        return seen >> 1, MINUTES.get(kind, 1)
    waiting = seen >> 2
    for _ in range(HIDDEN):
        waiting |= (waiting & calm) >> 1
    return waiting & calm, HIDDEN + 2


# ── things ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _things(found: Attained, granted: frozenset[Condition]) -> Iterator[Row]:
    """Things that can be fetched from wherever anybody may have put them, and that nothing takes away again."""
    for thing in found.facts.mystery.things.values():
        gain = c.Has(thing.id)
        if thing.kind == "portable" and gain not in found.rows and _is_kept(found.facts, thing.id):
            steps = _fetching(found, granted, thing.id)
            if steps is not None:
                yield Row(gain, steps, frozenset(found.rows))


def _is_kept(facts: Facts, thing: str) -> bool:
    """Whether nothing that goes off by itself moves it."""
    return not any(
        isinstance(effect, f.Move) and effect.thing == thing
        for move in automatic(facts.mystery)
        for effect in move.effects
    )


def _fetching(found: Attained, granted: frozenset[Condition], thing: str) -> tuple[Step, ...] | None:
    """A step for each place it may be in but on the player; None when from one of them there is none."""
    steps = []
    for place in found.facts.may_lie(thing):
        if place in (PLAYER, "worn"):
            continue
        step = _fetched(found, granted, thing, place)
        if step is None:
            return None
        steps.append(step)
    return tuple(steps)


def _fetched(found: Attained, granted: frozenset[Condition], thing: str, place: str) -> Step | None:
    facts = found.facts
    there = replace(facts, places={**facts.places, thing: {place: facts.now}})
    for move in by_command(facts.mystery).get(Act("take", thing), ()):
        if f.Move(thing, PLAYER) in move.effects:
            minutes = longest(facts.mystery, move)
            for room in found.walks.accesses:
                when = surely_begins(there, granted, move, room) & while_calm(found.walks.calm[room], minutes)
                when = _lasting(when, minutes)
                when &= ~_spoilt(there, move, room, minutes) if when else 0
                access = next((way for way in found.walks.accesses[room] if way.starts & (when >> way.minutes)), None)
                if access:
                    return Step(move.id, move.command, room, when, minutes, access)
    return None


# ── thoughts ────────────────────────────────────────────────────────────────────────────────────────────────────


def _thoughts(found: Attained) -> Iterator[Row]:
    """Conclusions, from what can be attained."""
    for deduction in found.facts.mystery.deductions.values():
        gain = c.Knows(deduction.id)
        for needs in deduction.needs if gain not in found.rows else ():
            asked = frozenset[Condition](c.Knows(need) for need in needs)
            if asked <= found.rows.keys():
                yield Row(gain, (), asked)
                break


def unmet(facts: Facts, granted: Iterable[Condition], move: Move, room: str) -> list[Condition]:
    """The parts of the move's condition that do not surely hold in the room at any minute: why a row fails."""
    known = frozenset(granted) | {c.At((room,))}
    return [part for part in move.condition.conditions if not surely(facts, given(part, known), room)]
