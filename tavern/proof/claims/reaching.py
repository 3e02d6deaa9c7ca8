"""The first claim: every ending, clue, route, deduction, false solution, reply and room can be come to, each shown by a game."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tavern.model import effects as f
from tavern.model.frozen import Frozen
from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.narration.wording import listed
from tavern.proof.claim import Claim, Verdict, Witness, gravest
from tavern.proof.closure.means import is_so
from tavern.proof.closure.reach import Fact, Reach, reach
from tavern.proof.closure.wanting import Wording, plainly, unmet, why_never
from tavern.proof.loss.barring import is_out_of_reach
from tavern.proof.playing.accusing import to_ending
from tavern.proof.playing.plan import Planner
from tavern.proof.playing.play import Play, opening
from tavern.proof.playing.search import searched
from tavern.proof.playing.witness import Replay, remembered, shortened, witnessed
from tavern.proof.transitions.moves import Move, moves_of

KINDS = {"ending": "endings", "clue": "clues", "deduction": "deductions", "false solution": "false solutions"}
ASIDE = {
    "route": "routes",
    "room": "rooms",
    "plain ending": "plain endings",
}  # what may be out of reach for a reason of the author's, and is listed
ONE_GOAL = 1200  # commands carried out for one goal before it is searched for
OTHER_SEEDS = (
    1,
    2,
)  # further seeds, counted from the first, for which a case with people who may be late is played too
CUTS = 60  # plays tried to make a witness shorter
LONG = 12  # lines from which on what is listed aside is worth it too
Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that has to be reachable. fact: what then is so."""

    kind: str
    id: str
    fact: Fact


def targets(mystery: Mystery) -> Iterator[Target]:
    """All of them, what comes first in a game first. Rooms that no way leads to are off the stage and left out."""
    ways = {effect.room for move in moves_of(mystery) for effect in move.effects if isinstance(effect, f.Go)}
    yield from (Target("room", room, ("room", room)) for room in mystery.rooms if room in ways)
    yield from (Target("route", route, ("known", route)) for route in mystery.routes)
    yield from (Target("clue", clue, ("known", clue)) for clue in mystery.clues)
    yield from (Target("deduction", deduction, ("known", deduction)) for deduction in mystery.deductions)
    for ending in mystery.endings.values():
        yield Target("plain ending" if ending.is_plain else "ending", ending.id, ("ending", ending.id))
    for wrong in mystery.false_solutions:
        own = next((e.id for e in mystery.endings.values() if e.after == "insisted" and e.solution == wrong.id), "")
        if own:
            yield Target("false solution", wrong.id, ("ending", own))


@dataclass(slots=True)
class Reaching:
    """The work on the first claim. shown: fact → the shortest play found that comes to it. others: the same for other seeds."""

    mystery: Mystery
    found: Reach
    stop: Stop = lambda: False
    seed: int = 1
    shown: dict[Fact, Play] = field(default_factory=dict)
    searched: int = 0
    others: "tuple[Reaching, ...]" = ()

    def seeds_without(self, fact: Fact) -> list[int]:
        """Those of the other seeds for which no plan comes to the fact; as soon as it is time to stop, those not looked at too."""
        return [other.seed for other in self.others if other.planned(fact) is None]

    def planned(self, fact: Fact) -> Play | None:
        """A play that comes to the fact, from the beginning; None when no plan for it plays."""
        if fact in self.shown:
            return self.shown[fact]
        first = opening(self.mystery, self.seed)
        if is_so(self.mystery, first.world, fact):
            return first
        planner = Planner(self.mystery, self.found, ONE_GOAL, stop=self.stop)
        return self._shown(
            fact, to_ending(planner, first, fact[1]) if fact[0] == "ending" else planner.achieve(first, fact)
        )

    def searched_for(self, fact: Fact) -> Play | None:
        """The same by trying what may help; None when none was found within the budget."""
        play, tried = searched(self.mystery, self.found, opening(self.mystery, self.seed), fact, self.stop)
        self.searched += tried
        return self._shown(fact, play)

    def _shown(self, fact: Fact, play: Play | None) -> Play | None:
        if play is not None:
            self._note(play)
            self.shown[fact] = play
        return play

    def _note(self, play: Play) -> None:
        """Everything else that the play comes to on its way is shown by it too."""
        for step in play.lineage():
            for fact in self._facts(step):
                if fact not in self.shown or self.shown[fact].length > step.length:
                    self.shown[fact] = step

    def _facts(self, step: Play) -> Iterator[Fact]:
        world, before = step.world, step.before.world if step.before else None
        for id in (*(world.clues - before.clues), *(world.routes - before.routes)) if before else ():
            yield ("known", id)
        yield ("room", world.room)


def reaching(
    mystery: Mystery,
    replay: Replay,
    found: Reach | None = None,
    wording: Wording = plainly,
    stop: Stop = lambda: False,
    seed: int = 1,
) -> Iterator[Claim]:
    """A claim for each target, one for what is out of reach and need not be within it, and last the whole.

    stop: when to leave off looking.
    """
    found = found or reach(mystery)
    others = tuple(
        Reaching(mystery, found, stop, seed + more) for more in (OTHER_SEEDS if _is_unpunctual(mystery) else ())
    )
    work = Reaching(mystery, found, stop, seed, others=others)
    once = remembered(replay)
    claims = []
    for target in targets(mystery):
        claims.append(_claim(work, target, once, wording))
        if target.kind in KINDS or claims[-1].verdict is Verdict.PROVED:
            yield claims[-1]
    yield _listed(work, claims, wording)
    yield _summary(claims)


def _is_unpunctual(mystery: Mystery) -> bool:
    """Whether the seed decides anything that a game can come to: who is late, and by how much."""
    return any(step.jitter for actor in mystery.actors.values() for step in actor.itinerary)


def _claim(work: Reaching, target: Target, replay: Replay, wording: Wording) -> Claim:
    id = f"reachable:{target.kind.replace(' ', '_')}:{target.id}"
    title = f"{target.kind.capitalize()} `{target.id}` can be come to"
    if target.fact not in work.found.why:
        why = why_never(work.found, target.fact, wording)
        return Claim(id, title, Verdict.REFUTED, f"The {target.kind} `{target.id}` is out of reach: {why}")
    if work.stop() and target.fact not in work.shown:
        return Claim(
            id, title, Verdict.BOUNDED, f"The {target.kind} `{target.id}` was not looked for: the time was up."
        )
    play = work.planned(target.fact)
    if play is None and not work.stop() and is_out_of_reach(work.mystery, target.fact, work.stop):
        says = f"The {target.kind} `{target.id}` is out of reach: what it needs is never so together, at any minute."
        return Claim(id, title, Verdict.REFUTED, says)
    if play is None and not work.stop():
        play = work.searched_for(target.fact)
    witness = _witness(work, target, play, replay) if play else None
    if witness is None:
        says = f"Nothing rules the {target.kind} `{target.id}` out, and no game was found that comes to it."
        if work.stop():
            says = f"The {target.kind} `{target.id}` was not looked for to the end: the time was up."
        return Claim(id, title, Verdict.BOUNDED, says, figures=Frozen({"worlds searched": work.searched}))
    if lacking := work.seeds_without(target.fact):
        but = "not all others were tried: the time was up" if work.stop() else f"no game was found with {lacking[0]}"
        says = f"The {target.kind} `{target.id}` is come to with seed {work.seed}, and {but}."
        return Claim(id, title, Verdict.BOUNDED, says, witness)
    says = f"The {target.kind} `{target.id}` is come to in {len(witness.lines)} lines."
    return Claim(id, title, Verdict.PROVED, says, witness, assumptions=_assumed(work))


def _assumed(work: Reaching) -> tuple[str, ...]:
    """What the verdict rests on where the seed matters."""
    seeds = listed(str(other.seed) for other in (work, *work.others))
    return (f"It is shown for the seeds {seeds}; people are late by others in other games.",) if work.others else ()


def _witness(work: Reaching, target: Target, play: Play, replay: Replay) -> Witness | None:
    def goal(world: World) -> bool:
        return is_so(work.mystery, world, target.fact)

    ends = f"{target.kind} {target.id}"
    cuts = CUTS if target.kind in KINDS or play.length > LONG else 0
    short = shortened(work.mystery, play, goal, cuts, work.stop)
    return witnessed(work.mystery, short, goal, replay, ends) or witnessed(work.mystery, play, goal, replay, ends)


def _listed(work: Reaching, claims: list[Claim], wording: Wording) -> Claim:
    """What nobody can ever come to, and what no game was found for, of routes, rooms and words."""
    telling: dict[str, list[Move]] = {}
    for move in moves_of(work.mystery):
        if move.tells:
            telling.setdefault(move.rule, []).append(move)
    dead = [rule for rule, moves in telling.items() if not any(("ran", move.id) in work.found.why for move in moves)]
    aside = [claim for claim in claims if _kind(claim) in ASIDE and claim.verdict is not Verdict.PROVED]
    notes = tuple(claim.says for claim in aside)
    notes += tuple(f"`{rule}`: {_never_runs(work.found, telling[rule][0], wording)}" for rule in dead)
    counts = {f"{name} out of reach": _count(aside, kind, Verdict.REFUTED) for kind, name in ASIDE.items()}
    counts |= {f"{name} not come to": _count(aside, kind, Verdict.BOUNDED) for kind, name in ASIDE.items()}
    figures = Frozen({**counts, "words": len(telling), "words out of reach": len(dead)})
    says = f"{len(aside)} routes and rooms, and {len(dead)} of {len(telling)} replies and other words, are not within reach."
    if not notes:
        says = f"Every route and room is come to, and each of {len(telling)} replies and other words may be heard."
    return Claim(
        "reachable:aside", "What is out of reach is listed", Verdict.PROVED, says, notes=notes, figures=figures
    )


def _kind(claim: Claim) -> str:
    return claim.id.split(":")[1].replace("_", " ")


def _count(claims: list[Claim], kind: str, verdict: Verdict) -> int:
    return sum(_kind(claim) == kind and claim.verdict is verdict for claim in claims)


def _never_runs(found: Reach, move: Move, wording: Wording) -> str:
    parts = unmet(found, move)
    if not parts:
        return "what it asks for never comes together in one room at one time."
    return f"it asks that {wording(found.mystery, parts[0])}, which never is so."


def _summary(claims: list[Claim]) -> Claim:
    asked = [claim for claim in claims if _kind(claim) in KINDS]
    lost = [claim for claim in asked if claim.verdict is not Verdict.PROVED]
    figures = Frozen({name: sum(_kind(claim) == kind for claim in asked) for kind, name in KINDS.items()})
    says = f"All {len(asked)} endings, clues, deductions and false solutions are within reach, each shown by a game."
    if lost:
        says = f"{len(lost)} of {len(asked)} endings, clues, deductions and false solutions are not shown to be within reach."
    notes = tuple(claim.says for claim in lost)
    verdict = gravest([claim.verdict for claim in asked])
    return Claim("reachable", "Everything needed can be come to", verdict, says, notes=notes, figures=figures)
