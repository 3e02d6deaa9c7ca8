"""Everything that can happen, as moves compiled from the rules by which the engine decides: the transition system of a case.

A move happens only where the engine could do the same; which of several fitting moves happen together is left open. Accusing
and thinking are not among them (see `reach`): what they come to is a matter of the cards.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tavern.engine.decide import asked_again
from tavern.engine.ground import WALKING, all_acts, rules_for
from tavern.engine.stretch import STRETCHES
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act, Command
from tavern.model.conditions import ALWAYS, Condition
from tavern.model.effects import Effect
from tavern.model.mystery import Exit, Mystery, Room
from tavern.model.rules import ANY, Automatic, Guard, Rule
from tavern.model.world import DAY, World
from tavern.proof.transitions.meeting import meetings, taught
from tavern.proof.transitions.walks import is_sent, walks_of
from tavern.reasoning.holds import holds, within

AUTHORED = 2  # rank of rules the author wrote
DAY_BY_DAY = "daily"
BARE = ("sleep", "unhide")  # verbs that take no noun


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that can happen: when `condition` holds, `effects` follow after `minutes`.

    id: unique among the moves. command: what the player does, None for what happens by itself. kind: "act", "automatic"
    (fuses and daemons), "seen" (what is come across) or "along" (being led by somebody followed) or
    "ending" (what accusing or the last hour comes to). rate: how often it can
    happen: "any", "daily" (once from six to six) or "once". fuse: the fuse that must have been started, for the
    delay of it, "" for none. walk: for "along", who walks from which room to which at that minute.
    rule: id of the rule or automatic rule it comes from. tells: key of its words, for a rule of the author's. whatever: it
    answers to other acts than `command` too. again: what has to be so once more after the minutes, else nothing comes of it.
    at_once: it comes about as the act begins, however long that takes.
    """

    id: str
    condition: c.All
    effects: tuple[Effect, ...]
    minutes: int = 0
    command: Act | None = None
    kind: str = "act"
    rate: str = "any"
    fuse: str = ""
    walk: tuple[str, str, str] | None = None
    rule: str = ""
    tells: str = ""
    whatever: bool = False
    again: tuple[Condition, ...] = ()
    at_once: bool = False


@lru_cache(maxsize=16)
def moves_of(mystery: Mystery) -> tuple[Move, ...]:
    """Every move of the case that changes anything, or that tells the author's words."""
    typed = (act for act in dict.fromkeys(all_acts(mystery)) if not (act.noun and act.verb in BARE))
    acts = _least_asking(move for act in typed for move in _of_act(mystery, act))
    automatics = (move for rule in mystery.automatics for move in _of_automatic(mystery, rule))
    seen = (
        Move(f"see {id} {number}", flat((condition,)), (f.Teach(id),), kind="seen")
        for number, (condition, id) in enumerate(meetings(mystery))
    )
    return (*acts, *automatics, *seen, *_alongs(mystery), *_endings(mystery))


def _least_asking(moves: Iterable[Move]) -> Iterator[Move]:
    """The moves, with one for each rule that answers to whatever is done: that of the act which asks least."""
    whatever: dict[str, Move] = {}
    for move in moves:
        if not move.whatever:
            yield move
        elif move.rule not in whatever or len(move.condition.conditions) < len(
            whatever[move.rule].condition.conditions
        ):
            whatever[move.rule] = move
    yield from whatever.values()


def _is_for_any(rule: Rule) -> bool:
    return isinstance(rule.command, Act) and rule.command.verb == ANY


def _of_act(mystery: Mystery, act: Act) -> Iterator[Move]:
    rules = rules_for(mystery, act)
    if all(rule.check or _is_idle(mystery, rule) for rule in rules):  # as of most of what can be held against somebody
        return
    overruling = tuple(c.Not(_all_of(rule.guards)) for rule in rules if rule.replaces and _is_for_any(rule))
    allowed = (*overruling, *(may_pass(rule.guards) for rule in rules if rule.check))
    replacing = tuple(_all_of(rule.guards) for rule in rules if rule.replaces and not _is_for_any(rule))
    for rule in rules:
        if rule.check or _never(rule.guards):
            continue
        effects = _effects(mystery, rule.effects, _told(mystery, rule))
        tells = rule.tell if rule.rank >= AUTHORED else ""
        if not (tells or any(_matters(effect) for effect in effects)):
            continue
        unreplaced = tuple(c.Not(other) for other in replacing) if rule.rank == 0 else ()
        stands = () if rule.replaces and _is_for_any(rule) else allowed
        guards = flat((*(guard.condition for guard in rule.guards), *stands, *unreplaced, *_named(mystery, act)))
        id = f"{act.verb} {act.noun} {act.other}: {rule.id}"
        if rule.at_once:
            yield Move(f"{id}, setting out", guards, rule.at_once, command=act, rule=rule.id, at_once=True)
        yield Move(
            id,
            guards,
            effects,
            minutes=0 if act.verb in STRETCHES else rule.minutes,
            command=act,
            rate=_rate(rule),
            rule=rule.id,
            tells=tells,
            whatever=_is_for_any(rule),
            again=tuple(guard.condition for guard in asked_again(rule)),
        )


def _is_idle(mystery: Mystery, rule: Rule) -> bool:
    return not (rule.effects or rule.at_once or rule.tell or rule.id in mystery.routes)


def _told(mystery: Mystery, rule: Rule) -> tuple[str, ...]:
    route = mystery.routes.get(rule.id)
    return (rule.tell, route.again) if route else (rule.tell,)


def _never(guards: Iterable[Guard]) -> bool:
    return any(isinstance(guard.condition, c.Fails) for guard in guards)


def _matters(effect: Effect) -> bool:
    return not isinstance(effect, f.Describe | f.Say)


def _rate(rule: Rule) -> str:
    """Daily, when the rule asks that something was not done today, and does it."""
    fresh = {guard.condition.key for guard in rule.guards if isinstance(guard.condition, c.NotToday)}
    done = {effect.key for effect in rule.effects if isinstance(effect, f.DoneToday)}
    return DAY_BY_DAY if fresh & done else "any"


def may_pass(guards: tuple[Guard, ...]) -> Condition:
    """When a check does not forbid: the first of its guards that fails, if any does, has no words."""
    passed: Condition = ALWAYS
    for guard in reversed(guards):
        passed = flat((guard.condition, passed)) if guard.words else c.Any((c.Not(guard.condition), passed))
    return passed


def _all_of(guards: tuple[Guard, ...]) -> Condition:
    return flat(guard.condition for guard in guards)


def _named(mystery: Mystery, act: Act) -> Iterator[Condition]:
    """Who and what a line names has to have been met.

    A room is named when it is talked of or walked to; other acts upon a room are upon the one the player is in.
    """
    if act.verb == "say_aloud":  # the answers to the questions of the case can always be typed
        return
    if act.noun in mystery.rooms and act.verb not in WALKING:
        yield c.At((act.noun,))
    for id in (act.noun, act.other):
        is_topic = id == act.other and act.verb in ("ask", "tell")
        if id in mystery.things or id in mystery.actors or id in mystery.topics or (is_topic and id in mystery.rooms):
            yield c.Knows(id)


def can_be_named(mystery: Mystery, world: World, command: Command) -> bool:
    """Whether a line can name what the command is about."""
    if not isinstance(command, Act):
        return True
    if command.verb == "say_aloud":
        return any(command.noun == answer.id for question in mystery.questions for answer in question.answers)
    return all(holds(mystery, part, world) for part in _named(mystery, command))


def _effects(mystery: Mystery, effects: Iterable[Effect], texts: Iterable[str] = ()) -> tuple[Effect, ...]:
    """The effects with those of an ending spelt out, and with what is met by reading what is told."""
    spelt = tuple(part for effect in effects for part in _spelt(mystery, effect))
    return (*spelt, *(f.Teach(id) for id in dict.fromkeys(taught(mystery, spelt, texts))))


def _spelt(mystery: Mystery, effect: Effect) -> Iterator[Effect]:
    if isinstance(effect, f.End):
        yield from (own for own in mystery.endings[effect.ending].effects if not isinstance(own, f.End))
    yield effect


def _of_automatic(mystery: Mystery, rule: Automatic) -> Iterator[Move]:
    at = (c.Between(rule.at, rule.at + 1),) if rule.at >= 0 and rule.delay < 0 else ()
    day = (c.OnDays((rule.day,)),) if rule.day else ()
    rate = "any" if rule.each_turn or rule.each_time else "once" if rule.once else DAY_BY_DAY
    fuse = rule.id if rule.delay >= 0 else ""
    goes_off = flat((*at, *day, rule.when))
    silent = tuple(effect for effect in rule.effects if _matters(effect))
    effects = _effects(mystery, silent)
    yield Move(rule.id, goes_off, effects, kind="automatic", rate=rate, fuse=fuse, rule=rule.id)
    heard = _effects(mystery, (effect for effect in rule.effects if not _matters(effect)), (rule.tell,))
    if heard := tuple(effect for effect in heard if _matters(effect)):
        condition = flat((goes_off, rule.heard))
        yield Move(f"{rule.id} heard", condition, heard, kind="automatic", fuse=fuse, rule=rule.id)


def _alongs(mystery: Mystery) -> Iterator[Move]:
    """Being led by somebody one follows: through locked doors too, since it is they who open them."""
    for actor, walk in walks_of(mystery).items():
        wanders = is_sent(mystery, actor)
        for room in mystery.rooms.values():
            for way in room.exits:
                if way.to and (wanders or (room.id, way.to) in walk.ways):
                    yield _along(mystery, actor, room, way)


def _along(mystery: Mystery, actor: str, room: Room, way: Exit) -> Move:
    condition = flat((c.At((room.id,)), c.IsDoing("follow", actor), way.when))
    effects = _effects(mystery, (f.Go(way.to, way.direction),))
    id = f"along with {actor} {way.direction} from {room.id}"
    return Move(id, condition, effects, kind="along", walk=(actor, room.id, way.to))


STAGES = {"proved": "whole", "partly": "partly", "insisted": "judged", "lucky": "judged", "discredited": "judged"}


def _endings(mystery: Mystery) -> Iterator[Move]:
    """The endings that accusing comes to, and those of the last hour. "whole": a proof that leaves no question blank."""
    for ending in mystery.endings.values():
        effects = _effects(mystery, (f.End(ending.id),))
        stage: tuple[Condition, ...] = (c.OnStage(STAGES[ending.after]),) if ending.after in STAGES else ()
        spent = (c.Counter("standing", most=0),) if ending.after == "discredited" else ()
        when = _at(mystery, ending.when) if ending.after == "time" else ending.when
        if stage or (ending.after == "time" and mystery.ends >= 0):
            yield Move(f"ending {ending.id}", flat((*stage, *spent, when)), effects, kind="ending", rule=ending.id)


def _at(mystery: Mystery, condition: Condition) -> Condition:
    """The condition with what it asks of the clock answered for the last hour."""
    match condition:
        case c.All(conditions):
            return c.All(tuple(_at(mystery, part) for part in conditions))
        case c.Any(conditions):
            return c.Any(tuple(_at(mystery, part) for part in conditions))
        case c.Not(part):
            return c.Not(_at(mystery, part))
        case c.Between(start, end):
            return ALWAYS if within(mystery.ends % DAY, start, end) else c.Fails()
        case c.OnDays(days):
            return ALWAYS if mystery.ends // DAY + 1 in days else c.Fails()
        case c.Since(clock):
            return ALWAYS if mystery.ends >= clock else c.Fails()
        case _:
            return condition


DEAR = (c.Any, c.Not, c.Alone, c.Lit, c.InSight)  # what takes longest to find out, and is asked last


def flat(conditions: Iterable[Condition]) -> c.All:
    """All of them, with conjunctions inside conjunctions opened and repeats left out."""
    found: dict[Condition, None] = {}
    for condition in conditions:
        parts = flat(condition.conditions).conditions if isinstance(condition, c.All) else (condition,)
        found.update(dict.fromkeys(parts))
    return c.All(tuple(sorted(found, key=lambda part: DEAR.index(type(part)) if isinstance(part, DEAR) else -1)))
