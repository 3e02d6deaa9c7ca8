"""What no play can do without before it learns something: commands, counted and timed, read off the fixpoint.

A *deed* is a command that reveals a clue, that begins what one has to be at when it shows (watching, hiding, following), that
brings about what a clue asks for, or that brings one to a room. What a fact *needs* are the deeds without which it never comes
about: what all the moves that could bring it about have in common, of their own and of what they ask for. Distinct deeds are
distinct commands; so their number, and their minutes, bound every play from below.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.conditions import Condition
from tavern.model.effects import Effect
from tavern.model.world import HERE, PLAYER, WORN
from tavern.proof.closure.means import achievers, changers
from tavern.proof.closure.reach import Fact, Reach
from tavern.proof.transitions.moves import Move

EVERYTHING = -1  # the mask of all deeds: what a fact needs until it was looked at


@dataclass(frozen=True, slots=True)
class Way:
    """A way to take a route, as masks of deeds. own: what reveals it. needs: all that it takes, coming to rooms too."""

    own: int
    needs: int


@dataclass(slots=True)
class Deeds:
    """The deeds of a case. names: what each is called, by its bit in the masks. ways: route → its ways.

    minutes: the least that each takes. movers: the bit of coming to a room, of raising a number, of being at something → the
    deeds that may do it.
    """

    found: Reach
    names: list[str] = field(default_factory=list)
    ways: dict[str, list[Way]] = field(default_factory=dict)
    minutes: dict[str, int] = field(default_factory=dict)
    movers: dict[int, int] = field(default_factory=dict)
    _bits: dict[str, int] = field(default_factory=dict)
    _needs: dict[Fact, int] = field(default_factory=dict)
    _mentioned: frozenset[str] = frozenset()
    _walk: int = 0
    _free: int = 0  # deeds that others may do for at any time
    _told: dict[int, set[str]] = field(default_factory=dict)  # the deed that alone reveals them, 0 for none → routes
    _told_by_several: dict[int, set[str]] = field(default_factory=dict)
    _haunts: dict[str, list[str]] = field(default_factory=dict)  # actor → where they may ever be

    def __post_init__(self) -> None:
        self._mentioned = frozenset(_mentioned(self.found))
        self._come()
        self._look()
        telling = [move for move in self.found.moves.values() if _tells(move) and self._may(move)]
        told = _all(map(self._own, telling)) | self._comings()
        for move in telling:
            own = self._own(move) or self._asked(move.condition) & told or self._bit(f"notice {move.id}", 0)
            for effect in move.effects:
                if isinstance(effect, f.Reveal):
                    self.ways.setdefault(effect.route, []).append(Way(own, self._of(move)))
                    by = self._told_by_several if own & (own - 1) else self._told
                    by.setdefault(own, set()).add(effect.route)

    def taken(self, names: Iterable[str], among: Iterable[str], *, led: bool) -> frozenset[str]:
        """Those of the routes that may be taken by whoever does nothing but these deeds.

        led: whether they come to every room to which one of them may bring them, though it be one room at a time.
        """
        done = _all(self._bits[name] for name in names)
        led_to = (deed for deed, movers in self.movers.items() if movers & done and (led or deed & self._free))
        done |= _all(tuple(led_to))
        return frozenset(route for route in among if any(not way.needs & ~done for way in self.ways.get(route, ())))

    def leading(self) -> frozenset[str]:
        """The deeds that may bring one to a room, and are not counted as coming there."""
        coming = self._comings()
        return frozenset(self.named(_all(by for room, by in self.movers.items() if room & coming) & ~coming))

    def told(self, names: Iterable[str], among: Iterable[str]) -> frozenset[str]:
        """Those of the routes that these deeds may reveal, whatever else it takes."""
        bits = [self._bits[name] for name in names]
        done = _all(bits)
        found = set[str]().union(*(self._told.get(bit, ()) for bit in (0, *bits)))
        found.update(*(routes for own, routes in self._told_by_several.items() if not own & ~done))
        return frozenset(found.intersection(among))

    def needed(self, among: Iterable[str]) -> list[str]:
        """The deeds that some way to one of the routes needs."""
        return self.named(_all(way.needs for route in among for way in self.ways.get(route, ())))

    def telling(self, among: Iterable[str]) -> list[str]:
        """The deeds that reveal one of the routes."""
        return self.named(_all(way.own for route in among for way in self.ways.get(route, ())))

    # ── names ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _bit(self, name: str, minutes: int) -> int:
        """The mask of the deed with this name, which may take as few minutes."""
        if name not in self._bits:
            self._bits[name] = 1 << len(self.names)
            self.names.append(name)
        self.minutes[name] = min(minutes, self.minutes.get(name, minutes))
        return self._bits[name]

    def named(self, mask: int) -> list[str]:
        """The names of the deeds in the mask."""
        return [name for name in self.names if self._bits[name] & mask]

    def _come(self) -> None:
        """Give coming to a room a deed, unless one may be brought there by what happens by itself."""
        coming: dict[str, list[Move]] = {}
        for move in self.found.moves.values():
            for effect in move.effects:
                if isinstance(effect, f.Go) and self._may(move):
                    coming.setdefault(effect.room, []).append(move)
        walking, least = 0, 60
        for room, moves in coming.items():
            if room != self.found.mystery.start and all(map(self._own, moves)):
                minutes = min(move.minutes for move in moves)
                own = _all(map(self._own, moves))
                self.movers[self._bit(f"come to {room}", minutes)] = own
                walking |= own
                least = min(least, minutes)
        self._walk = self._anyway("walk", least)
        self.movers[self._walk] = walking | self._comings()

    def _own(self, move: Move) -> int:
        """The deed by which the move itself comes about; 0 where it does so by itself."""
        if move.command:
            words = (move.command.verb, move.command.noun, move.command.other)
            return self._bit(" ".join(word for word in words if word), move.minutes)
        for part in move.condition.conditions:
            if isinstance(part, c.IsDoing) and part.kind:
                return self._being_at(part.kind, part.object)
        return 0

    def _being_at(self, kind: str, thing: str) -> int:
        """That one is at it: whatever begins it will do."""
        name = f"{kind} {thing}".strip()
        if not self._bits.get(name, 0) & self._free:
            bit = self._anyway(name, 0)
            for move in self.found.moves.values():
                if move.command and any(_begins(effect, kind, thing) for effect in move.effects):
                    self.movers[bit] |= self._own(move) & ~bit
        return self._bits[name]

    def _anyway(self, name: str, minutes: int) -> int:
        """The mask of a deed that others may do for at any time, wherever they lead."""
        bit = self._bit(name, minutes)
        self._free |= bit
        self.movers.setdefault(bit, 0)
        return bit

    def _may(self, move: Move) -> bool:
        return ("ran", move.id) in self.found.why

    def _comings(self) -> int:
        return _all(self.movers) & ~self._free

    # ── what no play can do without ─────────────────────────────────────────────────────────────────────────────

    def _look(self) -> None:
        """Take away, until nothing changes, what not every way needs."""
        changed = True
        while changed:
            changed = False
            for fact in self.found.why:
                before = self._needs.get(fact, EVERYTHING)
                if before and (now := before & self._found(fact)) != before:
                    self._needs[fact] = now
                    changed = True

    def _found(self, fact: Fact) -> int:
        if not self.found.why[fact].move:
            return self._drawn(fact)
        if fact[0] == "known" and fact[1] in self._mentioned:
            return 0
        moves = [*achievers(self.found.mystery).get(fact, ())]
        if fact[0] == "place":
            moves += achievers(self.found.mystery).get(("place", fact[1], HERE), ())
        moves = [move for move in moves if self._may(move)]
        if fact[0] == "room":  # to come by somewhere is no stop: of the way there, what opens it is needed
            bit = self._bits.get(f"come to {fact[1]}", 0)
            return _common(self._passing(self._asked(move.condition)) & ~self._walk for move in moves) | bit
        return _common(map(self._of, moves))

    def _drawn(self, fact: Fact) -> int:
        """Of what is there from the start nothing; of a conclusion, what each of its sets of cards needs."""
        deduction = self.found.mystery.deductions.get(fact[1]) if fact[0] == "known" else None
        if deduction is None:
            return 0
        return _common(_all(self._fact(("known", need)) for need in needs) for needs in deduction.needs)

    def _of(self, move: Move) -> int:
        """What the move takes: its own deed, and what it asks for. What happens by itself may happen in passing."""
        own, asked = self._own(move), self._asked(move.condition)
        parts = move.condition.conditions
        in_passing = move.command is None and not any(
            isinstance(part, c.IsDoing) and part.kind not in ("", "follow") for part in parts
        )
        return own | (self._passing(asked) if in_passing else asked)

    def _passing(self, asked: int) -> int:
        """The same where it is enough to come through the rooms: then one walk may do for all of them."""
        through = asked & self._comings()
        return asked & ~through | (self._walk if through else 0)

    def _fact(self, fact: Fact) -> int:
        return self._needs.get(fact, EVERYTHING) if fact in self.found.why else 0

    def _asked(self, condition: Condition) -> int:
        """What cannot be done without for the condition to hold; 0 where that is not looked into."""
        match condition:
            case c.All(parts):
                return _all(map(self._asked, parts))
            case c.Any(parts):
                return _common(map(self._asked, parts))
            case c.Knows(id):
                return self._fact(("known", id))
            case c.Visited(room):
                return self._passing(self._fact(("room", room)))
            case c.At(rooms):
                return _common(self._fact(("room", room)) for room in rooms if ("room", room) in self.found.why)
            case c.Is(thing, state):
                return self._fact(("state", thing, state))
            case c.Has(thing):
                return self._held(thing)
            case c.InSight(thing):
                return self._seen(thing)
            case c.Relationship(id, least, _) | c.Counter(id, least, _) if least is not None:
                number = self.found.facts.numbers.get(id)
                return self._raised(id) if number and number.value < least else 0
            case c.With(actor):
                facts = self.found.facts
                if actor not in self._haunts:
                    self._haunts[actor] = [room for room in facts.rooms if facts.may_be(actor, room)]
                return _common(self._fact(("room", room)) for room in self._haunts[actor])
            case _:
                return 0

    def _raised(self, id: str) -> int:
        """That somebody stands better with one, or a number is higher, than at first: any of many deeds may do for it."""
        moves = [move for move in changers(self.found.mystery).get((id, 1), ()) if self._may(move)]
        owns = [self._own(move) for move in moves]
        if not moves or not all(owns):
            return 0
        bit = self._anyway(f"raise {id}", min(move.minutes for move in moves))
        self.movers[bit] = _all(owns)
        return bit

    def _held(self, thing: str) -> int:
        places = self.found.facts.places.get(thing, {})
        if places.keys() - {PLAYER, WORN} - self.found.mystery.rooms.keys():
            return 0  # it may be had in something else that is carried
        return _common(self._fact(("place", thing, place)) for place in (PLAYER, WORN) if place in places)

    def _seen(self, thing: str) -> int:
        if thing in self.found.mystery.actors:
            return self._asked(c.With(thing))
        rooms = self.found.mystery.rooms
        places = self.found.facts.places.get(thing, {})
        return _common(
            self._fact(("place", thing, place)) | (self._fact(("room", place)) if place in rooms else 0)
            for place in places
        )


def _mentioned(found: Reach) -> Iterable[str]:
    """What one may hear of without any move: from a conclusion, or from what somebody says who is accused."""
    mystery = found.mystery
    keys = [deduction.text for deduction in mystery.deductions.values()]
    keys += [key for actor in mystery.actors.values() for key in actor.accused.values()]
    for key in keys:
        yield from mystery.mentions.get(key, ())


def _begins(effect: Effect, kind: str, thing: str) -> bool:
    return isinstance(effect, f.Do) and effect.kind == kind and thing in ("", effect.object)


def _tells(move: Move) -> bool:
    return any(isinstance(effect, f.Reveal) for effect in move.effects)


def _common(masks: Iterable[int]) -> int:
    """What is in all of them; 0 of none."""
    found: int | None = None
    for mask in masks:
        found = mask if found is None else found & mask
    return found or 0


def _all(masks: Iterable[int]) -> int:
    found = 0
    for mask in masks:
        found |= mask
    return found
