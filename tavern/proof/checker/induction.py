"""Whether the argument holds: the invariant, the ways, each row on those before it, the clock, and the accusation at the end."""

from collections.abc import Iterator

from tavern.engine.ground import rules_for
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Accuse
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.world import DAY, PLAYER, WORN
from tavern.proof.checker.acting import acts_of, calm, leading
from tavern.proof.checker.argument import Row, Step, Written
from tavern.proof.checker.gaining import look_into_act
from tavern.proof.checker.holdings import holding, look_into_given
from tavern.proof.checker.invariant import outside
from tavern.proof.checker.minutes import Minutes
from tavern.proof.checker.reading import Reading
from tavern.proof.checker.unfounded import Unfounded
from tavern.proof.checker.ways import Walks, home_of, walks, ways
from tavern.reasoning.judgement import judge

FREE = frozenset[Condition]({c.OnStage("playing"), c.Awake(PLAYER)})  # of every player who begins an act
LONGEST = 40 * 24 * 60  # minutes that a case may be looked at


def refusals(mystery: Mystery, argument: Written) -> Iterator[str]:
    """Why the argument does not hold, a sentence each; none when it does. The first ill row ends it."""
    if says := _out_of_bounds(mystery, argument):
        yield says
        return
    reading = Reading(mystery, Minutes(mystery.begins, argument.until), argument.invariant, FREE)
    for fact, clock in outside(mystery, reading.minutes, argument.invariant):
        yield f"The invariant leaves out that from {clock} on it may be so: {' '.join(fact)}."
        return
    try:
        _hold(reading, argument)
    except Unfounded as problem:
        yield f"{problem}."


def _out_of_bounds(mystery: Mystery, argument: Written) -> str:
    """A sentence when the argument is of other hours or rooms than the mystery has; "" when it is not."""
    if not mystery.begins < argument.until <= mystery.begins + LONGEST or 0 <= mystery.ends != argument.until:
        return f"The argument looks at the case until {argument.until}, which is not its last hour."
    if argument.last < half_way(mystery, argument.until):
        return f"It holds only until {argument.last}, before half of the time is over."
    named = {*argument.heart, *(room for room, _ in argument.home)}
    named |= {room for row in argument.rows for s in row.steps for room in (s.room, s.door, *(to for to, _ in s.path))}
    unknown = named - mystery.rooms.keys()
    return f"There is no room `{min(unknown)}`." if unknown else ""


def half_way(mystery: Mystery, until: int) -> int:
    """The clock time up to which one has to be able to begin; without a last hour to a day before the looked-at ends."""
    return (mystery.begins + until) // 2 if mystery.ends >= 0 else until - DAY


def _hold(reading: Reading, argument: Written) -> None:
    """Go through all of it. Raises Unfounded at what does not follow."""
    for condition in argument.given:
        look_into_given(reading, condition)
    ends = max((step.ends for row in argument.rows for step in row.steps), default=argument.last)
    found = walks(reading, argument.heart, argument.home, ends)
    rooms = [fact[1] for fact in argument.invariant if fact[0] == "room"]
    tour = Tour(found, set(argument.given), argument.last + home_of(found, rooms))
    for number, row in enumerate(argument.rows, 1):
        try:
            tour.gain(row)
        except Unfounded as problem:
            message = f"Row {number} does not hold: {problem}"
            raise Unfounded(message) from problem
    _look_into_accusation(tour, argument)


class Tour:
    """The rows gained one after the other, each at its worst. clock, room: when and where one is; "" for any room of the heart."""

    def __init__(self, found: Walks, gained: set[Condition], clock: int) -> None:
        """Begins anywhere in the heart at that clock time, with this gained."""
        self.found, self.gained, self.clock, self.room = found, gained, clock, ""
        self.done: list[Row] = []

    def gain(self, row: Row) -> None:
        """Gain the row. Raises Unfounded."""
        if missing := [need for need in row.needs if need not in self.gained]:
            message = f"it rests on what is not gained before it: {missing[0]}"
            raise Unfounded(message)
        if row.steps:
            self._take(row)
        else:
            self._look_into_thoughts(row)
        self.gained.update(row.gains)

    def _take(self, row: Row) -> None:
        seen = (c.InSight(need.thing) for need in row.needs if isinstance(need, c.Has))
        reading, after = self.found.reading.granting((*row.needs, *seen)), set[tuple[int, str]]()
        fetched = _fetched(reading, row)
        for step in row.steps:
            self._look_into_losses(step)
            self._look_into_walk(reading, step)
            case = reading.with_only(("place", fetched, step.place)) if fetched else reading
            for gain in row.gains:
                look_into_act(case, step, gain)
            after.add((step.ends, step.room))
        self.clock = max(ends + self._away(room) for ends, room in after)
        rooms = {room for _, room in after}
        self.room = rooms.pop() if len(after) == 1 and rooms <= self.found.heart else ""

    def _away(self, room: str) -> int:
        return home_of(self.found, (room,))

    def _look_into_losses(self, step: Step) -> None:
        """That the act takes away nothing that was gained and carried, and no standing. Raises Unfounded."""
        things = {gain.thing for gain in self.gained if isinstance(gain, c.Has)}
        acts = acts_of(self.found.reading.mystery)
        for rule in rules_for(self.found.reading.mystery, step.act) if step.act in acts else ():
            for effect in rule.effects:
                _look_into_standing(effect)
                if isinstance(effect, f.Move) and effect.thing in things and effect.place not in (PLAYER, WORN):
                    message = f"it may take `{effect.thing}` away"
                    raise Unfounded(message)

    def _look_into_thoughts(self, row: Row) -> None:
        """That the conclusions can be drawn from cards that were gained and carry an argument. Raises Unfounded."""
        mystery = self.found.reading.mystery
        routes = (gain.id for gain in self.gained if isinstance(gain, c.Knows) and gain.id in mystery.routes)
        drawn = holding(mystery, routes).drawn
        for gain in row.gains:
            if not (isinstance(gain, c.Knows) and gain.id in drawn):
                message = f"it follows from nothing that is held: {gain}"
                raise Unfounded(message)

    def _look_into_walk(self, reading: Reading, step: Step) -> None:
        """That one can be at the door in time, and walk from there. Raises Unfounded."""
        if step.door not in self.found.heart:
            message = f"{step.door} is no room of the heart"
            raise Unfounded(message)
        leaves = step.path[0][1] if step.path else step.begins
        walked = self.found.between[self.room, step.door] if self.room else self.found.longest
        if self.clock + walked > leaves:
            message = f"one cannot be in {step.door} at {leaves}, but only at {self.clock + walked}"
            raise Unfounded(message)
        here = step.door
        arrivals = [*(clock for _, clock in step.path[1:]), step.begins][: len(step.path)]
        for (to, clock), arrives in zip(step.path, arrivals, strict=True):
            opens = (doing for doing in ways(reading, here, to) if reading.minutes.holds(doing.when, clock, clock))
            if not any(clock + doing.minutes <= arrives for doing in opens):
                message = f"the way from {here} to {to} is not surely open at {clock}"
                raise Unfounded(message)
            if not reading.minutes.holds(calm(reading, to), clock, arrives):  # one may well be there sooner
                message = f"in {to} one may be moved before {arrives}"
                raise Unfounded(message)
            here = to
        if here != step.room:
            message = f"the walk ends in {here}, not in {step.room}"
            raise Unfounded(message)


def _look_into_standing(effect: f.Effect) -> None:
    """That it costs no standing, without which nobody hears an accusation. Raises Unfounded."""
    if isinstance(effect, f.Count) and effect.counter == "standing" and effect.by < 0:
        message = "it may cost the standing with which to accuse"
        raise Unfounded(message)


def _fetched(reading: Reading, row: Row) -> str:
    """The thing that the row fetches from wherever it may be, "" when it does not. Raises Unfounded where a place is left out."""
    if not any(step.place for step in row.steps):
        if len(row.steps) == 1:
            return ""
        message = "it has several steps, and nothing says which is for what"
        raise Unfounded(message)
    things = [gain.thing for gain in row.gains if isinstance(gain, c.Has)]
    if len(things) != 1 or len(row.gains) != 1:
        message = "only one thing is fetched at a time"
        raise Unfounded(message)
    places = reading.places(things[0]).keys() - {PLAYER, WORN}
    if unsaid := places - {step.place for step in row.steps}:
        message = f"`{things[0]}` may be in {min(unsaid)}, and no step takes it from there"
        raise Unfounded(message)
    return things[0]


def _look_into_accusation(tour: Tour, argument: Written) -> None:
    """That it is carried by what was gained, and that somebody awake will hear it. Raises Unfounded."""
    reading, accuse = tour.found.reading, Accuse(argument.accusation)
    walked = {act for act, _ in leading(reading.mystery)}
    on_the_way = (rule.effects for act in walked for rule in rules_for(reading.mystery, act))
    for effects in (*on_the_way, *(rule.effects for rule in reading.mystery.automatics)):
        for effect in effects:
            _look_into_standing(effect)
    for route in argument.routes:
        if c.Knows(route) not in tour.gained:
            message = f"the route `{route}` is never taken"
            raise Unfounded(message)
    questions = {question.id for question in reading.mystery.questions}
    if unknown := {charge.question for charge in argument.accusation.charges} - questions:
        message = f"there is no question `{min(unknown)}`"
        raise Unfounded(message)
    if judge(reading.mystery, holding(reading.mystery, argument.routes), argument.accusation).verdict != "carried":
        message = "the accusation at the end is not carried by what was gained"
        raise Unfounded(message)
    cards = [c.Knows(card) for charge in argument.accusation.charges for card in charge.cards]
    granted = reading.granting((c.Counter("standing", least=1), c.NotToday("accuse"), *cards))
    later = reading.minutes.since(tour.clock + tour.found.longest)
    condition = c.All(tuple(guard.condition for rule in rules_for(reading.mystery, accuse) for guard in rule.guards))
    if not any(granted.surely(condition, room) & later for room in tour.found.heart):
        message = f"from {tour.clock} on nobody is sure to be there and awake to hear the accusation"
        raise Unfounded(message)
