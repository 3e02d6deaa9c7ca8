"""The seven claims of a mystery, in order: each by its own module, from one fixpoint, one ranking, and games that are replayed.

Nothing here knows the clock on the wall: whoever calls hands in when to stop. A claim that was stopped is BOUNDED.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tavern.model import conditions as c
from tavern.model.mystery import Mystery
from tavern.proof.case import Argument, Case, Progress, Stop
from tavern.proof.claim import Claim, Verdict
from tavern.proof.claims.early import Replay as Game
from tavern.proof.claims.early import early, has_met, knows_at, quickest
from tavern.proof.claims.guessing import guessing
from tavern.proof.claims.herrings import herrings
from tavern.proof.claims.one_answer import one_answer
from tavern.proof.claims.reaching import reaching, targets
from tavern.proof.claims.redundancy import redundancy
from tavern.proof.claims.removing import Removal
from tavern.proof.claims.showing import worlds_of
from tavern.proof.claims.solvable import ASSUMPTIONS, solvable
from tavern.proof.closure.reach import Reach
from tavern.proof.closure.wanting import Wording, plainly
from tavern.proof.managing import manages
from tavern.proof.playing.plan import Planner
from tavern.proof.playing.play import Play, opening
from tavern.proof.playing.witness import Replay, witnessed

if TYPE_CHECKING:
    from tavern.model.commands import Command

TITLES = {
    "reachable": "Every ending, clue and room can be reached",
    "stranded": "Nobody is ever stranded",
    "one_answer": "The evidence has exactly one answer",
    "redundancy": "No single thing is indispensable",
    "herrings": "Red herrings can be refuted and lies exposed",
    "guessing": "Guessing does not pay",
    "early": "It is fair from early on",
}
PLAYED = ("Each game is played with the seed it names; what is out of reach is so with any seed.",)
WEIGHTS = {"reachable": 0.55, "stranded": 0.1, "redundancy": 0.15}  # of the work; of the others together, the rest
Shares = Callable[[int], Stop]
"""A stop for the next claim, when so many are still to be looked at."""


@dataclass(frozen=True, slots=True)
class Proved:
    """What was found.

    claims: each of the seven, followed by its parts. argument: why nobody is stranded, where that is proved. left_off: whether
    something was not looked at, or not to the end, because it was time to stop. found: the fixpoint it all begins with, None when it
    was time to stop.
    """

    claims: tuple[Claim, ...]
    argument: Argument | None = None
    left_off: bool = False
    found: Reach | None = None

    @property
    def whole(self) -> tuple[Claim, ...]:
        """The seven claims without their parts."""
        return tuple(claim for claim in self.claims if claim.id in TITLES)

    def parts(self, id: str) -> tuple[Claim, ...]:
        """The parts of one of the seven."""
        return tuple(claim for claim in self.claims if claim.id.startswith(f"{id}:"))


def unhurried(left: int) -> Stop:
    """Time enough for every claim."""
    del left
    return lambda: False


def untold(done: float, title: str) -> None:
    """Tells nobody how far it is."""
    del done, title


def prove(
    mystery: Mystery,
    replay: Replay,
    *,
    wording: Wording = plainly,
    shares: Shares = unhurried,
    progress: Progress = untold,
) -> Proved:
    """The seven claims and their parts. replay: plays lines through parser and engine. wording: of conditions, for people."""
    case = Case(mystery, replay, wording, progress)
    claims: list[Claim] = []
    left_off = False
    for number, (id, title) in enumerate(TITLES.items()):
        case.progress(case.done, title)
        stop = shares(len(TITLES) - number)
        case.stop = stop
        claims += [_unlooked(id)] if stop() else _headed(id, CLAIMS[id](case))
        left_off = left_off or stop()
        case.done += WEIGHTS.get(id, (1 - sum(WEIGHTS.values())) / (len(TITLES) - len(WEIGHTS)))
    case.progress(1.0, "")
    return Proved(tuple(claims), case.argument, left_off, None if left_off else case.found)


def _unlooked(id: str) -> Claim:
    return Claim(id, TITLES[id], Verdict.BOUNDED, "The time was up before it was looked at.")


def _headed(id: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, the first of them with its heading and what it rests on."""
    first, *parts = claims
    yield replace(first, title=TITLES[id], assumptions=(*first.assumptions, *ASSUMED.get(id, ())))
    yield from parts


def _reachable(case: Case) -> Sequence[Claim]:
    count = sum(1 for _ in targets(case.mystery)) + 2
    for claim in reaching(case.mystery, case.replay, case.found, case.wording, case.stop):
        case.games.append(claim)
        share = WEIGHTS["reachable"] * min(1.0, len(case.games) / count)
        case.progress(case.done + share, TITLES["reachable"])
    *parts, whole = case.games
    return whole, *parts


def _stranded(case: Case) -> Sequence[Claim]:
    result = solvable(case.found, case.attained, case.replay, case.stop)
    if result.proof:
        case.argument = Argument(case.attained, result.proof)
    return (result.claim,)


def _one_answer(case: Case) -> Sequence[Claim]:
    return one_answer(
        case.mystery,
        case.findable,
        fair=case.mystery.fair,
        parts=case.mystery.solution.parts,
        show=case.show,
        stop=case.stop,
    )


def _redundancy(case: Case) -> Sequence[Claim]:
    games: list[tuple[Command, ...]] = []

    def managed(removal: Removal) -> bool:
        return not case.stop() and manages(case.mystery, case.found, case.replay, removal, games)

    return redundancy(case.mystery, case.surely, case.at_most, managed=managed, show=case.show, stop=case.stop)


def _herrings(case: Case) -> Sequence[Claim]:
    return herrings(case.mystery, case.findable, case.rules, show=case.show)


def _guessing(case: Case) -> Sequence[Claim]:
    return guessing(
        case.mystery,
        case.findable,
        case.rules,
        found=case.found,
        show=case.show,
        stop=case.stop,
    )


def _early(case: Case) -> Sequence[Claim]:
    latest = case.argument.proof.last if case.argument else case.mystery.ends
    games = [game for game in (_proving_game(case), *_quick_games(case)) if game]
    ordered = sorted(games, key=lambda game: (not _meets(case, game), knows_at(case.mystery, game)))
    return early(case.mystery, case.findable, case.soonest, next(iter(ordered), None), latest, case.stop)


def _quick_games(case: Case) -> Iterator[Game]:
    """Games that learn what proves the case by as few acts as may be, and if need be meet whoever did it before or after."""
    for routes in quickest(case.mystery, case.findable, case.soonest, case.stop):
        for look_for in ((), _culprits(case)):
            game = _meeting(case, routes, look_for)
            if game:
                yield game
            if game and _meets(case, game):
                return


def _meeting(case: Case, routes: Sequence[str], people: Sequence[str]) -> Game | None:
    """A game that takes the routes and comes to be where each of these people is."""
    planner = Planner(case.mystery, case.found, stop=case.stop)
    play: Play | None = opening(case.mystery, 1)
    for route in sorted(routes, key=lambda route: case.soonest(route) or 0):
        play = play and planner.achieve(play, ("known", route))
    for actor in people:
        is_met = play and any(has_met(case.mystery, step.world, actor) for step in play.lineage())
        play = play if is_met else play and planner.be_where(play, c.All((c.With(actor),)))
    last = play and play.world
    witness = play and witnessed(case.mystery, play, lambda world: world == last, case.replay, "the case can be known")
    return Game(witness, worlds_of(case.mystery, witness, case.replay)) if witness else None


def _culprits(case: Case) -> list[str]:
    return [answer for answer in case.mystery.solution.answers.values() if answer in case.mystery.actors]


def _meets(case: Case, game: Game) -> bool:
    return all(any(has_met(case.mystery, world, id) for world in game.worlds) for id in _culprits(case))


def _proving_game(case: Case) -> Game | None:
    """The shortest of the games that come to a proved ending."""
    proved = {ending.id for ending in case.mystery.endings.values() if ending.after == "proved"}
    shown = [
        claim.witness
        for claim in case.games
        if claim.witness and claim.verdict is Verdict.PROVED and claim.id.removeprefix("reachable:ending:") in proved
    ]
    if not shown:
        return None
    witness = min(shown, key=lambda witness: len(witness.lines))
    return Game(witness, worlds_of(case.mystery, witness, case.replay))


CLAIMS: dict[str, Callable[[Case], Sequence[Claim]]] = {
    "reachable": _reachable,
    "stranded": _stranded,
    "one_answer": _one_answer,
    "redundancy": _redundancy,
    "herrings": _herrings,
    "guessing": _guessing,
    "early": _early,
}
ASSUMED = {
    "reachable": PLAYED,
    "redundancy": ASSUMPTIONS,
    "herrings": PLAYED,
    "guessing": ("What is read in an answer is the words alone, not how long one waits for them.",),
    "early": PLAYED,
}
