"""The ranking with one of its side conditions left out at a time: what each of them is there for."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tavern.engine.timetable import parts
from tavern.model import conditions as c
from tavern.model.commands import Act
from tavern.model.conditions import Condition
from tavern.model.mystery import Mystery
from tavern.proof.claims import stranded
from tavern.proof.ranking import attain, beginning, edges, settled, touring, walking
from tavern.proof.ranking.attain import Attained, Row, Step
from tavern.proof.ranking.edges import Edge
from tavern.proof.ranking.touring import Tours
from tavern.proof.ranking.walking import Access, Walking
from tavern.proof.transitions.facts import Facts
from tavern.proof.transitions.moves import Move
from tavern.proof.transitions.walks import Walk
from tests.proof import agreeing

PROOF = "tavern.proof."
_fetched, _awaited, _course = vars(attain)["_fetched"], vars(attain)["_awaited"], vars(settled)["_course"]
_whereabouts = Tours.whereabouts


@dataclass(frozen=True, slots=True)
class Mutant:
    """leaves_out: the side condition, in words. at: where the function that holds it is called, and by which names.

    instead: what is called instead. case: name of the mystery in tests/proof/kept of which something false is proved then.
    """

    leaves_out: str
    at: tuple[tuple[object, str], ...]
    instead: Callable[..., object]
    case: str


def forget() -> None:
    """Forget what was worked out before, of any mystery."""
    for name, module in list(sys.modules.items()):
        for value in list(vars(module).values()) if name.startswith(PROOF) else ():
            if clear := getattr(value, "cache_clear", None):
                clear()


def _nothing(*_: object) -> int:
    return 0


def _never(*_: object) -> bool:
    return False


def _always(*_: object) -> bool:
    return True


def _none(*_: object) -> frozenset[str]:
    return frozenset()


def _at_once(calm: int, minutes: int) -> int:
    del minutes
    return calm


def _may_be(facts: Facts, actor: str, room: str) -> int:
    return facts.may_be(actor, room)


def _scheduled(facts: Facts, actor: str, room: str) -> int:
    return facts.walks[actor].sure.get(room, 0)


def _led_along(move: Move) -> bool:
    return move.kind == "along"


def _heard(move: Move) -> bool:
    return move.id.endswith(" heard")


def _inside(walks: Walking, rooms: Iterable[str]) -> int:
    del rooms
    return walks.longest


def _home_at_once(tours: Tours, step: Step) -> tuple[frozenset[str], int]:
    rooms, _ = _whereabouts(tours, step)
    return rooms, 0


def _as_far_as_possible(found: Attained) -> int:
    return found.facts.span.last


def _to_the_end(facts: Facts, edge: Edge) -> int:
    del edge
    return facts.span.last


def _on_time(access: Access, edge: Edge, calm: Mapping[str, int]) -> Access:
    minutes = access.minutes + edge.minutes
    starts = access.starts & (edge.when >> access.minutes) & (calm[edge.to] >> minutes)
    return Access(access.door, starts, minutes, (*access.path, edge), access.needs | edge.needs)


def _from_one_place(found: Attained, granted: frozenset[Condition], thing: str) -> tuple[Step, ...] | None:
    places = (place for place in found.facts.may_lie(thing) if place in found.facts.mystery.rooms)
    steps = (_fetched(found, granted, thing, place) for place in places)
    return next(((step,) for step in steps if step), None)


def _the_move_alone(move: Move, step: Step, mystery: Mystery) -> Iterator[Move]:
    del step, mystery
    yield move


def _with_that_seed(facts: Facts) -> Facts:
    return facts


def _struck_at_first(
    facts: Facts, initial: set[str], clockwork: Sequence[tuple[int, str]], settings: Sequence[settled.Setting]
) -> Iterator[frozenset[str]]:
    first = {state for mask, state in clockwork if mask & 1}
    yield from _course(facts, first or initial, clockwork, settings)


def _as_it_was(found: Attained) -> Attained:
    return found


def _as_things_are(facts: Facts, things: Sequence[str]) -> Iterator[tuple[Facts, int]]:
    states = {thing: dict.fromkeys(list(facts.states[thing])[-1:], facts.now) for thing in things}
    yield replace(facts, states={**facts.states, **states}), facts.now


def _nothing_set(facts: Facts, thing: str, move: Move) -> Iterator[settled.Setting]:
    del facts, thing, move
    yield from ()


def _nothing_lost(found: Attained, row: Row) -> frozenset[Condition]:
    del found, row
    return frozenset()


def _staying(
    found: Attained, granted: frozenset[Condition], move: Move, room: str, calm: int
) -> Iterator[tuple[Act | None, int, int]]:
    follows = {part.object for part in parts(move.condition) if isinstance(part, c.IsDoing) and part.kind == "follow"}
    staying = replace(found.facts, walks={**found.facts.walks, **{actor: _at_home(found, actor) for actor in follows}})
    yield from _awaited(replace(found, facts=staying), granted, move, room, calm)


def _at_home(found: Attained, actor: str) -> Walk:
    walk = found.facts.walks[actor]
    return replace(walk, sure={room: mask | mask << 1 for room, mask in walk.sure.items()})


MUTANTS = (
    Mutant("calm rooms", ((walking, "_unrest"),), _nothing, "ended_on_arrival"),
    Mutant("calm until the act is done", ((attain, "while_calm"), (walking, "while_calm")), _at_once, "dusk"),
    Mutant("what the act asks for until it is done", ((attain, "_lasting"),), _at_once, "dusk"),
    Mutant("where people surely are, whatever the seed", ((Facts, "surely_is"),), _may_be, "late_guest"),
    Mutant("people who were sent off", ((Facts, "surely_is"),), _scheduled, "sent_off"),
    Mutant("people who may be asleep", ((Facts, "may_sleep"),), _nothing, "met_too_late"),
    Mutant("words told once, to nobody", ((attain, "_is_unsure"),), _led_along, "told_to_nobody"),
    Mutant("being led along only if somebody walks", ((attain, "_is_unsure"),), _heard, "led_away"),
    Mutant("being led away by whom one follows", ((attain, "_awaited"),), _staying, "led_away"),
    Mutant("meddling by what goes off by itself", ((beginning, "_meddling"),), _nothing, "meddled"),
    Mutant("things taken away", ((attain, "_is_kept"),), _always, "taken_away"),
    Mutant("things that may lie elsewhere", ((attain, "_fetching"),), _from_one_place, "watched_because_carried"),
    Mutant("things given away on the tour", ((touring, "_lost_by"),), _nothing_lost, "given_away"),
    Mutant("other rules for the same act", ((attain, "_spoilt"),), _nothing, "ends_it"),
    Mutant("states that are set otherwise again", ((attain, "is_settled"),), _always, "falls_again"),
    Mutant("endings on the way home", ((walking, "_may_end"),), _never, "ended_on_the_way_home"),
    Mutant("being put elsewhere on the way home", ((walking, "_thrown"),), _none, "thrown_further"),
    Mutant("the way home from anywhere", ((Walking, "from_anywhere"),), _inside, "far_from_home"),
    Mutant("the way home after an act", ((Tours, "whereabouts"),), _home_at_once, "long_way_back"),
    Mutant("until when there is a way home", ((walking, "_last_open"),), _to_the_end, "shut_for_good"),
    Mutant("waiting for the way home to open", ((walking, "longest_wait"),), _nothing, "shut_in"),
    Mutant("ways between the rooms of the heart at any time", ((walking, "_always"),), _always, "shut_at_eight"),
    Mutant("walks that are quicker than said", ((walking, "_further"),), _on_time, "sooner_than_said"),
    Mutant("what has to be gained before", ((attain, "_relied_on"),), _none, "fetched_first"),
    Mutant("what one needs to begin to watch", ((attain, "_begun_by"),), _the_move_alone, "watched_because_carried"),
    Mutant("where an act leads", ((attain, "led_to"), (touring, "led_to")), _none, "ended_on_arrival"),
    Mutant(
        "whom only some seeds have one meet at first", ((attain, "with_any_seed"),), _with_that_seed, "seen_by_some"
    ),
    Mutant("no clock strikes in the first minute", ((settled, "_course"),), _struck_at_first, "the_first_minute"),
    Mutant("acts that set a state between the hours", ((settled, "_settings"),), _nothing_set, "pulled_down"),
    Mutant("ways that are over too soon", ((agreeing, "timely"),), _as_it_was, "met_too_late"),
    Mutant("what breaks off an act", ((attain, "broken_off"), (edges, "broken_off")), _nothing, "interrupted"),
    Mutant("what a walk breaks off without", ((edges, "_interrupted"),), _nothing, "leaves_with_it"),
    Mutant("ways that lead elsewhere as well", ((edges, "_elsewhere"),), _nothing, "leads_elsewhere"),
    Mutant("standing that is lost on the way", ((stranded, "_may_cost_standing"),), _never, "disgraced"),
    Mutant("somebody to hear the accusation", ((stranded, "_last_hearing"),), _as_far_as_possible, "nobody_awake"),
    Mutant("all states that things may be in", ((beginning, "_cases"),), _as_things_are, "either_way"),
)
