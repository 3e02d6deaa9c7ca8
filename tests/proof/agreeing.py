"""Whether what is proved of a small mystery is what play comes to; each disagreement in a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tavern.engine.timetable import parts
from tavern.model import conditions as c
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.model.world import Ended, Playing, World
from tavern.proof.claim import Verdict
from tavern.proof.claims.solvable import half_way
from tavern.proof.claims.stranded import Proof, always_proved
from tavern.proof.closure.reach import Reach, reach
from tavern.proof.loss.stranding import dead_end
from tavern.proof.playing.play import Play
from tavern.proof.ranking.attain import Attained, attain
from tavern.proof.ranking.touring import timely
from tavern.proof.transitions.facts import Facts
from tavern.proof.transitions.may import may, surely
from tavern.proof.transitions.moves import moves_of
from tavern.proof.transitions.reads import rooms_for
from tavern.reasoning.holds import holds
from tavern.reasoning.whereabouts import is_asleep, places_of, room_of, state_of
from tests.proof.explicit import Explored, proves
from tests.proof.mattering import essence, is_evidence
from tests.proof.performing import Away, BrokenWord, TooLate, performed, toured

SAMPLE = 30  # worlds from which it is done
TRIED = 8  # ways to something that is gained, from each


@dataclass(frozen=True, slots=True)
class Said:
    """What the prover says of a mystery: what can be at all, what always can, a proof that always can be had, a dead end."""

    reached: Reach
    attained: Attained
    proof: Proof | None
    stuck: Play | None

    @property
    def verdict(self) -> Verdict:
        """Of the claim that nobody is stranded."""
        if self.proof and self.proof.last >= half_way(self.reached.mystery):
            return Verdict.PROVED
        return Verdict.REFUTED if self.stuck else Verdict.BOUNDED


def said_of(mystery: Mystery) -> Said:
    """What the prover says of the mystery. A dead end is looked for, too, where it has a proof that begins late enough."""
    reached = reach(mystery)
    attained = timely(attain(reached.facts))
    return Said(reached, attained, always_proved(attained), dead_end(reached, half_way(mystery), lambda: False))


def disagreements(found: Explored, sample: int = SAMPLE, seed: int = 1, said: Said | None = None) -> Iterator[str]:
    """What is proved of the mystery and is not so in the worlds found, or in what the engine makes of a sample of them."""
    mystery = found.mystery
    said = said or said_of(mystery)
    reached, attained, proof = said.reached, said.attained, said.proof
    chosen = [world for world in found.worlds if isinstance(world.stage, Playing)]
    random = Random(seed)
    picked = random.sample(chosen, min(sample, len(chosen)))
    for world in found.worlds:
        yield from _beyond(reached, world)
        yield from outside(mystery, attained.facts, world)
    yield from (
        f"nothing comes to the ending {id}, says reach"
        for id in sorted(found.endings)
        if reached.when(("ending", id)) is None
    )
    for world in picked:
        yield from misread(mystery, attained.facts, world)
        yield from _broken(attained, world, random)
        if proof and world.clock <= proof.last:
            yield from _stranded(attained, proof, world)
    if found.settled:
        yield from _lost(found, said)


def _beyond(reached: Reach, world: World) -> Iterator[str]:
    """What is known in a world and may not be by then."""
    if not isinstance(world.stage, Ended):
        yield from (f"world {world.clock}: {part}" for part in outside(reached.mystery, reached.facts, world))


def outside(mystery: Mystery, facts: Facts, world: World) -> Iterator[str]:
    """What is so in the world and not in the facts."""
    if world.clock >= facts.span.last or isinstance(world.stage, Ended):
        return
    bit = 1 << (world.clock - facts.span.first)
    for id in (*world.met, *world.clues, *world.routes, *world.drawn):
        if not facts.known.get(id, 0) & bit:
            yield f"{id} may not be known at {world.clock}"
    if not facts.rooms.get(world.room, 0) & bit:
        yield f"the player may not be in {world.room} at {world.clock}"
    for thing in mystery.things:
        for place in places_of(mystery, world, thing):
            if not facts.may_lie(thing).get(place, 0) & bit:
                yield f"{thing} may not be in {place} at {world.clock}"
    for id in (*mystery.things, *mystery.flags):
        if not facts.states[id].get(state_of(mystery, world, id), 0) & bit:
            yield f"{id} may not be {state_of(mystery, world, id)!r} at {world.clock}"
    for id, value in (*world.relationships.items(), *world.counters.items()):
        if id in facts.numbers and not facts.numbers[id].reaches(facts.span, value, value) & bit:
            yield f"{id} may not be {value} at {world.clock}"
    for fuse, at in world.pending.items():
        if at < facts.span.last and not facts.started.get(fuse, 0) & 1 << (at - facts.span.first):
            yield f"{fuse} may not be due at {at}"
    yield from _elsewhere(mystery, facts, world, bit)


def _elsewhere(mystery: Mystery, facts: Facts, world: World, bit: int) -> Iterator[str]:
    for actor in mystery.actors:
        room = room_of(mystery, world, actor)
        if not facts.may_be(actor, room) & bit:
            yield f"{actor} may not be in {room} at {world.clock}"
        for other in mystery.rooms:
            if other != room and facts.surely_is(actor, other) & bit:
                yield f"{actor} is surely in {other} at {world.clock}, and was in {room}"
        asleep = is_asleep(mystery, world, actor)
        if not (facts.may_sleep(actor) if asleep else facts.may_wake(actor)) & bit:
            yield f"{actor} may not be {'asleep' if asleep else 'awake'} at {world.clock}"


def misread(mystery: Mystery, facts: Facts, world: World) -> Iterator[str]:
    """Conditions that hold and may not, or surely hold and do not."""
    bit = 1 << (world.clock - facts.span.first)
    asked: dict[Condition, None] = {}
    for move in moves_of(mystery):
        rooms = rooms_for(mystery, move.condition)
        if rooms is not None and world.room not in rooms and holds(mystery, move.condition, world):
            yield f"{move.id} can happen in {world.room}, where rooms_for does not have it"
        for condition in move.condition.conditions:
            asked.update(dict.fromkeys(parts(condition)))
    for condition in asked:
        so = holds(mystery, condition, world)
        if so and not may(facts, condition, world.room) & bit and not _is_stage(condition):
            yield f"{condition} may not hold at {world.clock} in {world.room}"
        if not so and surely(facts, condition, world.room) & bit:
            yield f"{condition} surely holds at {world.clock} in {world.room}, and did not"


def _is_stage(condition: Condition) -> bool:
    return any(isinstance(part, c.OnStage | c.HeardBy) for part in parts(condition))


def _broken(attained: Attained, world: World, random: Random) -> Iterator[str]:
    """What cannot be gained from the world the way the ranking says."""
    open_ = [(goal, rows) for goal, rows in attained.rows.items() if not holds(attained.facts.mystery, goal, world)]
    ways = [(goal, way) for goal, rows in open_ for way, row in enumerate(rows) if row.steps]
    for goal, way in random.sample(ways, min(TRIED, len(ways))):
        try:
            performed(attained, world, goal, way)
        except (TooLate, Away):
            pass
        except BrokenWord as broken:
            yield f"from {world.clock} in {world.room}: {broken}"


def _stranded(attained: Attained, proof: Proof, world: World) -> Iterator[str]:
    """That the tour of the proof, begun in time, does not come to it."""
    if not _listens(world):
        return
    try:
        after = toured(attained, world, proof.stops)
    except TooLate:
        yield f"the tour begun at {world.clock} is too late before {proof.last}"
    except BrokenWord as broken:
        yield f"the tour begun at {world.clock}: {broken}"
    else:
        if not proves(attained.facts.mystery, after):
            yield f"nothing is proved by the tour begun at {world.clock}"


def _listens(world: World) -> bool:
    return world.counters.get("standing", 1) > 0 and "accuse" not in world.last_day


def _lost(found: Explored, said: Said) -> Iterator[str]:
    """Dead ends before the last hour of the proof; and what was said to be a dead end and is none."""
    routes, proof = said.attained.routes(), said.proof
    yield from (f"no play takes the route {route}" for route in sorted(routes - found.routes) if _tells(found, route))
    yield from (f"reach has the route {route} out of reach" for route in found.routes if not said.reached.knows(route))
    good = found.good()
    for number, world in enumerate(found.worlds):
        if proof and _is_playing(world) and world.clock <= proof.last and number not in good:
            lines = list(found.line_to(number))
            yield f"a dead end at {world.clock}, before {proof.last}: {lines}"
    if said.stuck and found.numbers.get(essence(found.mystery, said.stuck.world)) in good:
        yield f"no dead end after {said.stuck.commands()}"


def _tells(found: Explored, route: str) -> bool:
    """Whether the search minds the route: only what matters to a proof is done in every way."""
    return is_evidence(found.mystery, found.mystery.routes[route].clue)


def _is_playing(world: World) -> bool:
    return isinstance(world.stage, Playing) and _listens(world)
