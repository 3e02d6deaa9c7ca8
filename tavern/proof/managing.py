"""Games that come to know the case without one thing or another, for the certificate: few of them do for all.

A game is planned for what none of those before does without; then it is asked, of everything that is still left, whether it would
do without that too. Who asks is the checker, so that what is written is what will hold.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tavern.model.commands import Command
from tavern.model.mystery import Mystery
from tavern.proof.argument.arguments import prover
from tavern.proof.argument.evidence import cards
from tavern.proof.argument.smallest import reduced
from tavern.proof.checker.removals import Removal, removal_in
from tavern.proof.checker.removals import removals as all_removals
from tavern.proof.checker.sparing import does_without
from tavern.proof.claim import Witness
from tavern.proof.claims.entail import truth
from tavern.proof.claims.removing import Removal as Taken
from tavern.proof.claims.removing import removals
from tavern.proof.closure.reach import Reach, reach
from tavern.proof.playing.plan import Planner
from tavern.proof.playing.play import Play, lines_of, opening
from tavern.proof.playing.witness import Replay
from tavern.proof.transitions.facts import NOTHING_LESS, Without
from tavern.reasoning.judgement import provable

ONE_GAME = 2000  # commands carried out for one game
SEED = 1


@dataclass(frozen=True, slots=True)
class Managed:
    """A game that comes to know the case, and all that it was found to do without, as a certificate names it."""

    witness: Witness
    without: tuple[str, ...]


def managing(mystery: Mystery, whole: Reach, replay: Replay) -> tuple[tuple[Managed, ...], tuple[str, ...]]:
    """The games, and what no game was found for. whole: the fixpoint of the case with everything there."""
    taken = {f"{kind} {name}": without for kind, name, without in removals(mystery)}
    every = [*all_removals(mystery), *(removal_in(mystery, name) for name in taken)]
    left = {removal.name: removal for removal in every if removal}
    games: list[Managed] = []
    for name in ("", *left):
        for within in _looks(mystery, whole, taken.get(name, NOTHING_LESS)) if not name or name in left else ():
            game = _known(mystery, within, replay)
            spared = tuple(_spared(mystery, game[1], left.values())) if game else ()
            if game and spared:
                games.append(Managed(game[0], spared))
                left = {other: removal for other, removal in left.items() if other not in spared}
            if name not in left:
                break
    return tuple(games), tuple(left)


def manages(mystery: Mystery, whole: Reach, replay: Replay, taken: Taken, games: list[tuple[Command, ...]]) -> bool:
    """Whether a game was found that comes to know the case without it, and that the checker says does without it.

    games: the commands of those found before, which are asked first; one that is found now is added.
    """
    kind, name, without = taken
    removal = removal_in(mystery, f"{kind} {name}")
    if removal is None:
        return False
    if any(does_without(mystery, SEED, game, removal) for game in games):
        return True
    for within in _looks(mystery, whole, without):
        game = _known(mystery, within, replay)
        if game and does_without(mystery, SEED, tuple(game[1]), removal):
            games.append(tuple(game[1]))
            return True
    return False


def _looks(mystery: Mystery, whole: Reach, without: Without) -> Iterator[Reach]:
    """What the planner may go by: quick, the whole case with the thing out of its plans; then the case without it."""
    yield replace(whole, facts=replace(whole.facts, without=without))
    if without != NOTHING_LESS:
        yield reach(mystery, without=without)


def _known(mystery: Mystery, within: Reach, replay: Replay) -> tuple[Witness, Sequence[Command]] | None:
    """A game that comes to know the case, replayed line by line, and its commands; None where no plan plays."""
    play = _planned(mystery, within)
    if play is None or not provable(mystery, play.world):
        return None
    commands = play.commands()
    for careful in (False, True):
        lines = tuple(lines_of(mystery, SEED, commands, careful=careful))
        worlds = replay(lines, SEED)
        if len(worlds) == len(lines) and worlds and worlds[-1] == play.world:
            return Witness(SEED, lines, "the case is known"), commands
    return None


def _planned(mystery: Mystery, within: Reach) -> Play | None:
    """A play that gathers a proof, what is to be had soonest preferred; None when no plan for it plays."""

    def when(clue: str) -> int:
        return within.when(("known", clue)) or 0

    proves = prover(mystery, truth(mystery))
    routes = [route for route in mystery.routes if within.knows(route) and route not in within.facts.without.routes]
    held = cards(mystery, routes)
    if not proves(held):
        return None
    wanted = reduced(proves, sorted(held, key=lambda clue: (-when(clue), clue)))
    planner, play = Planner(mystery, within, ONE_GAME), opening(mystery, SEED)
    for clue in sorted(wanted, key=lambda clue: (when(clue), clue)):
        after = planner.achieve(play, ("carries", clue))
        if after is None:
            return None
        play = after
    return play


def _spared(mystery: Mystery, commands: Sequence[Command], left: Iterable[Removal]) -> Iterator[str]:
    """Those of the removals that the game does without."""
    for removal in left:
        if does_without(mystery, SEED, tuple(commands), removal):
            yield removal.name
