"""The fixpoint at work: moves are tried when what they wait for has come about, and facts taken up, soonest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from tavern.engine.builtin.guards import PLAYING
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.effects import Effect
from tavern.model.mystery import Mystery
from tavern.model.world import HERE, Ended, World
from tavern.proof.closure.cards import Cards
from tavern.proof.transitions.facts import Facts, Number, Without, facts_of, ors
from tavern.proof.transitions.index import Ready, index_of
from tavern.proof.transitions.may import carried, may, may_be_lit
from tavern.proof.transitions.moves import Move
from tavern.proof.transitions.people import send, stays
from tavern.proof.transitions.reads import Key, keys_of_light

Fact = tuple[str, ...]
"""One thing that may come about:
("known", id) a clue, route, topic, drawn deduction or what is met · ("room", room) the player is there · ("place", thing, place)
· ("state", thing or flag, state) · ("doing", kind, object, room) · ("sent", actor, room) · ("started", fuse) · ("ran", move id)
· ("number", actor or counter, move id) the move changes it · ("stage", stage) · ("heard", actor) · ("ending", ending)
"""


@dataclass(frozen=True, slots=True)
class Support:
    """How a fact comes about soonest.

    move: its id, "" for the way the world was, and for what thinking and accusing come to. room: where the player is then, ""
    where it does not matter.
    """

    clock: int
    move: str = ""
    room: str = ""


def by_itself(facts: Facts, move: Move) -> int:
    """The minutes at which what is no condition of the move's would let it happen: a fuse burnt down, somebody walking."""
    mask = facts.now
    if move.fuse:
        mask &= facts.started.get(move.fuse, 0)
    if move.walk:
        mask &= facts.may_walk(*move.walk)
    return mask


class Search:
    """The fixpoint while it is being computed."""

    def __init__(self, mystery: Mystery, world: World, without: Without) -> None:
        self.mystery = mystery
        self.world = world
        self.facts = facts_of(mystery, world, without)
        numbers = self.facts.numbers
        self.facts.numbers = {id: Number(number.bounds, number.value) for id, number in numbers.items()}
        stays(self.facts, world)
        self.why: dict[Fact, Support] = {}
        self.cards = Cards(mystery, world)
        self._index = index_of(mystery)
        self._heap: list[tuple[int, int, Fact, Support]] = []
        self._pushed = 0
        self._clock = world.clock
        self._best: dict[tuple[str, str], int] = {}
        self._parked: dict[str, Key] = {}  # moves for which one fact is wanting, by the key of it
        self._lit: dict[str, int] = {}
        self._audience = 0  # the minutes at which somebody may be there to hear an accusation
        self._silent: dict[str, int] = {}  # those of whoever has none to hear, because none carries yet

    def run(self) -> None:
        """Find everything."""
        if not self.facts.now or isinstance(self.world.stage, Ended):
            return
        now = self.facts.span.earliest(self.facts.now)
        for fact in self._given():
            self.why[fact] = Support(now)
        for ready in (*self._index.anywhere, *self._index.local.get(self.world.room, ())):
            self._try(ready)
        self._think(now)
        self._hear(self.facts.rooms, self.mystery.actors)
        while self._heap:
            clock, _, fact, support = heappop(self._heap)
            self._clock = clock
            if fact not in self.why:
                self.why[fact] = support
                self._take(fact, clock)

    def _given(self) -> Iterator[Fact]:
        facts = self.facts
        yield from (("known", id) for id in facts.known)
        yield from (("room", room) for room in facts.rooms)
        yield from (("place", thing, place) for thing, places in facts.places.items() for place in places)
        yield from (("state", thing, state) for thing, states in facts.states.items() for state in states)
        yield from (("doing", *doing) for doing in facts.doing)
        yield from (("stage", stage) for stage in facts.stages)
        yield from (("started", fuse) for fuse in facts.started)

    def _push(self, fact: Fact, clock: int, move: str = "", room: str = "") -> None:
        if fact not in self.why and clock < self.facts.span.last:
            self._pushed += 1  # what was found first comes first
            heappush(self._heap, (clock, self._pushed, fact, Support(clock, move, room)))

    # ── facts taken up ──────────────────────────────────────────────────────────────────────────────────────────

    def _take(self, fact: Fact, clock: int) -> None:
        """Let the fact be so from that clock time on, and wake those who waited for it."""
        facts, since = self.facts, self.facts.span.since(clock)
        match fact:
            case ("known", id):
                facts.known[id] = since
                self._wake(("known", id))
                if self.cards.add(id):
                    self._think(clock)
                    self._judge(clock)
            case ("room", room):
                facts.rooms[room] = since
                facts.seen.setdefault(room, since)
                self._wake(("seen", room))
                for ready in self._index.local.get(room, ()):
                    if ready.move.id not in self._parked:
                        self._try(ready, (room,))
                self._hear((room,), self.mystery.actors)
            case ("place", thing, place):
                held = carried(facts, thing)
                facts.places[thing] = {**facts.places.get(thing, {}), place: since}
                self._wake(("lies", thing))
                if not held or facts.span.earliest(held) > clock:  # what is carried may be seen anywhere
                    self._wake_things(thing)
            case ("state", thing, state):
                facts.states[thing] = {**facts.states.get(thing, {}), state: since}
                self._wake(("state", thing))
                self._wake_inside(thing)
            case ("doing", kind, object, room):
                facts.doing[kind, object, room] = since
                for key in (("doing", kind), ("doing", f"{kind} {object}")):
                    self._wake(key, (room,))
            case ("sent", actor, room):
                send(facts, actor, room, clock)
                self._wake(("actor", actor))
                self._hear(facts.rooms, (actor,))
            case ("started", fuse):
                facts.started[fuse] = facts.span.since(clock + self._delay(fuse))
                self._wake(("started", fuse))
            case ("number", id, _):
                self._wake(("number", id))
                if id == "standing":
                    self._hear(facts.rooms, self.mystery.actors)
            case ("stage", stage):
                facts.stages[stage] = since
                self._wake(("stage", stage))
            case ("heard", actor):
                facts.heard[actor] = since
                self._wake(("heard", actor))

    def _wake(self, key: Key, among: Iterable[str] | None = None) -> None:
        for ready in self._index.waiting.get(key, ()):
            parked = self._parked.get(ready.move.id)
            if parked is None or parked == key:
                self._try(ready, among)
        if key in keys_of_light(self.mystery):
            self._wake_dark()

    def _wake_dark(self) -> None:
        """Try what asks for light, in dark rooms that may be lit at more minutes than they were."""
        for room, ready in self._index.dark.items():
            lit = may_be_lit(self.facts, room) if room in self.facts.rooms else 0
            if lit != self._lit.get(room, 0):
                self._lit[room] = lit
                for waiting in ready:
                    self._try(waiting, (room,))

    def _wake_things(self, thing: str) -> None:
        self._wake(("thing", thing))
        self._wake_inside(thing)

    def _wake_inside(self, holder: str) -> None:
        """What is in something goes where that goes, and shows when it is opened."""
        inside = {holder}
        open_ = [holder]
        while open_:
            outer = open_.pop()
            fresh = [thing for thing, places in self.facts.places.items() if outer in places and thing not in inside]
            inside.update(fresh)
            open_ += fresh
            for thing in fresh:
                self._wake(("thing", thing))

    def _delay(self, fuse: str) -> int:
        return max(0, next((rule.delay for rule in self.mystery.automatics if rule.id == fuse), 0))

    # ── moves tried ─────────────────────────────────────────────────────────────────────────────────────────────

    def _try(self, ready: Ready, among: Iterable[str] | None = None) -> None:
        """Find when the move may happen soonest in one of these rooms (None: any), and what comes of it then."""
        move = ready.move
        if self._best.get((move.id, ""), self.facts.span.last) <= self._clock:
            return
        if move.rate == "once" and move.rule in self.world.fired:
            return
        wide = self._wide(ready)
        if not wide:
            return
        if ready.rooms is None:
            self._happens(ready, self.world.room, wide & may(self.facts, ready.near, self.world.room))
            return
        for room in self.facts.rooms if among is None else among:
            if room not in ready.rooms or self._best.get((move.id, room), self.facts.span.last) <= self._clock:
                continue
            if mask := wide & self.facts.presence(room):
                self._happens(ready, room, mask & may(self.facts, ready.near, room))

    def _wide(self, ready: Ready) -> int:
        """The minutes the move may have wherever the player is; where one fact alone can make it more, wait for that."""
        mask = by_itself(self.facts, ready.move)
        self._parked.pop(ready.move.id, None)
        for part, key in ready.wide:
            found = may(self.facts, part, self.world.room)
            if not found and key:
                self._parked[ready.move.id] = key
            mask &= found
            if not mask:
                break
        return mask

    def _happens(self, ready: Ready, room: str, mask: int) -> None:
        if not mask:
            return
        move, mark = ready.move, room if ready.is_local else ""
        clock = self.facts.span.earliest(mask)
        if self._best.get((move.id, mark), self.facts.span.last) <= clock:
            return
        self._best[move.id, mark] = clock
        then = clock + move.minutes
        self._push(("ran", move.id), clock, move.id, room)
        for effect in move.effects:
            for fact in self._facts_of(effect, move, room, then):
                self._push(fact, then, move.id, room)

    def _facts_of(self, effect: Effect, move: Move, room: str, clock: int) -> Iterator[Fact]:
        without = self.facts.without
        match effect:
            case f.Reveal(clue, route):
                if route not in without.routes:
                    yield ("known", route)
                    yield ("known", clue)
            case f.Teach(id):
                yield ("known", id)
            case f.Move(thing, place):
                if thing not in without.things:
                    yield ("place", thing, room if place == HERE else place)
            case f.SetState(thing, state):
                yield ("state", thing, state)
            case f.Relate(id) | f.Count(id):
                if self._change(id, move, clock):
                    yield ("number", id, move.id)
            case f.Go(to):
                yield ("room", to)
                yield ("known", to)  # in the dark too
                if move.kind == "along" and move.walk:
                    yield ("doing", "follow", move.walk[0], to)
            case f.Send(actor, to):
                yield ("sent", actor, to)
            case f.Do(kind, object) if (kind, object) in self._index.done or (kind, "") in self._index.done:
                yield ("doing", kind, object, room)
            case f.Start(fuse):
                yield ("started", fuse)
            case f.End(ending):
                yield ("ending", ending)
                yield ("stage", "ended")
            case _:
                return

    def _change(self, id: str, move: Move, clock: int) -> bool:
        """Note by how much the move changes the number, and from when on. False when it may have come as far by then anyway."""
        number = self.facts.numbers.get(id)
        if number is None:
            return False
        by = sum(effect.by for effect in move.effects if isinstance(effect, f.Relate | f.Count) and _of(effect) == id)
        sign = 1 if by > 0 else -1
        if not by or number.extreme(clock, sign) == number.bounds[by > 0]:
            return False
        number.changes[move.id] = (by, move.rate, clock)
        limit = _limit(move, id, sign)
        if limit is not None:
            number.limits[move.id] = limit
        return True

    # ── thinking and accusing ───────────────────────────────────────────────────────────────────────────────────

    def _think(self, clock: int) -> None:
        for deduction in self.cards.drawn():
            self._push(("known", deduction), clock)
            for id in self.mystery.mentions.get(self.mystery.deductions[deduction].text, ()):
                self._push(("known", id), clock)

    def _hear(self, rooms: Iterable[str], actors: Iterable[str]) -> None:
        """Let these people, in these rooms, be among those who may hear an accusation."""
        facts = self.facts
        allowed = may(facts, c.All((PLAYING.condition, c.Counter("standing", least=1))), self.world.room)
        for actor in actors:
            present = ors(facts.presence(room) & facts.may_be(actor, room) for room in rooms)
            if mask := present & facts.may_wake(actor) & allowed:
                self._audience |= mask
                self._answer(actor, mask)
        self._judge(self._clock)

    def _judge(self, clock: int) -> None:
        """What accusing may come to from that clock time on; it stands still from the charge to what is made of the verdict."""
        span, numbers = self.facts.span, self.facts.numbers
        heard = self._audience & span.since(clock)
        carried, failing = tuple(self.cards.stages()), not self.facts.without.failing
        if not heard or not (carried or failing):
            return
        soonest = span.earliest(heard)
        for stage in ("hearing", "judged", *carried) if failing else carried:
            self._push(("stage", stage), soonest)
        if "standing" in numbers and "accuse" not in numbers["standing"].changes and failing:
            numbers["standing"].changes["accuse"] = (-1, "daily", soonest)
            self._push(("number", "standing", "accuse"), soonest)
        for actor, mask in self._silent.items():
            self._answer(actor, mask)

    def _answer(self, actor: str, mask: int) -> None:
        """Let them be told of an accusation, as soon as one may be made, and say what they then say."""
        if self.facts.without.failing and not any(self.cards.stages()):
            self._silent[actor] = mask
            return
        soonest = max(self.facts.span.earliest(mask), self._clock if self._silent else 0)
        self._push(("heard", actor), soonest)
        for key in self.mystery.actors[actor].accused.values():
            for id in self.mystery.mentions.get(key, ()):
                self._push(("known", id), soonest)


def _of(effect: f.Relate | f.Count) -> str:
    return effect.actor if isinstance(effect, f.Relate) else effect.counter


def _limit(move: Move, number: str, sign: int) -> int | None:
    """The least (of a loss) or most (of a gain) value of the number that the move's own condition asks for; None for none."""
    for part in move.condition.conditions:
        asked = part.actor if isinstance(part, c.Relationship) else part.counter if isinstance(part, c.Counter) else ""
        if asked == number and isinstance(part, c.Relationship | c.Counter):
            limit = part.most if sign > 0 else part.least
            if limit not in (None, 100, -100):
                return limit
    return None
