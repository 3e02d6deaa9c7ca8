"""How far one gets without thinking: readers who trust, readers who count, and what a walkthrough makes each of them believe.

A clue *suggests* the answers it points at and those that come up with it. The trusting reader follows what is suggested most;
the careful one leaves out what something held speaks against or rules out, and infers.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from tavern.model.mystery import Clue, Mystery, Question
from tavern.proof.argument.evidence import holding
from tavern.proof.claims.guessing import pointing
from tavern.proof.claims.herrings import comes_up
from tavern.reasoning.evidence import against, carrying, reliability
from tavern.reasoning.inference import charged, closure, established, ruled_out

TRUSTED = 70  # hundredths of reliability above which the plainest reader believes everything
FEWEST_TURNS = 2  # of the leader, in a walkthrough that makes one think


@dataclass(frozen=True, slots=True)
class Guess:
    """What a reader of one thing alone would answer. right: the chance that it is the truth; chance: that of a blind guess."""

    reader: str
    question: str
    answers: tuple[str, ...]
    right: Fraction
    chance: Fraction

    @property
    def is_better_than_chance(self) -> bool:
        """Whether so little is enough to be right more often than blindly."""
        return self.right > self.chance


@dataclass(frozen=True, slots=True)
class Mind:
    """After a clue of a walkthrough: the answers that lead for a trusting and for a careful reader; () while nothing points."""

    clue: str
    trusting: tuple[str, ...]
    careful: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of mind on one question. flags: what is too plain about it, a sentence each."""

    question: str
    minds: tuple[Mind, ...]
    changes: int
    flags: tuple[str, ...]


def guesses(mystery: Mystery, routes: Iterable[str]) -> list[Guess]:
    """For each question of the charge, of all that can be found: who believes what is above 0.7, and who counts what is visible."""
    routes = frozenset(routes)
    return [guess for question in charged(mystery) for guess in _guesses(mystery, question, routes)]


def _guesses(mystery: Mystery, question: Question, routes: frozenset[str]) -> Iterator[Guess]:
    clues = [clue for clue in mystery.clues.values() if any(route in routes for route in clue.routes)]
    yield _guess(mystery, question, "believes above 0.7", _votes(mystery, question, _trusted(mystery, clues, routes)))
    for name, feature in _features(mystery, routes).items():
        scores = {
            answer.id: sum(feature(clue) for clue in clues if _concerns(mystery, clue, question.id, answer.id))
            for answer in question.answers
        }
        yield _guess(mystery, question, name, scores)


def _trusted(mystery: Mystery, clues: Iterable[Clue], routes: frozenset[str]) -> list[Clue]:
    return [
        clue
        for clue in clues
        if reliability(mystery.routes[route] for route in clue.routes if route in routes) > TRUSTED
    ]


def _features(mystery: Mystery, routes: frozenset[str]) -> Mapping[str, Callable[[Clue], int]]:
    """What can be seen of a clue without understanding it."""

    def length(clue: Clue) -> int:
        return sum(len(line) for variant in mystery.texts.get(clue.text, ()) for line in variant.lines[:1])

    def at_an_hour(clue: Clue) -> int:
        return sum(mystery.routes[route].channel == "hour" for route in clue.routes if route in routes)

    return {
        "counts clues": lambda _: 1,
        "counts routes": lambda clue: sum(route in routes for route in clue.routes),
        "measures length": length,
        "counts hours": at_an_hour,
    }


def _concerns(mystery: Mystery, clue: Clue, question: str, answer: str) -> bool:
    return answer in clue.about or answer in pointing(mystery, clue, question)


def _votes(mystery: Mystery, question: Question, clues: Iterable[Clue]) -> Counter[str]:
    """How many of the clues suggest each answer."""
    return Counter(answer for clue in clues for answer in _suggested(mystery, question, clue))


def _suggested(mystery: Mystery, question: Question, clue: Clue) -> frozenset[str]:
    brought_up = {answer.id for answer in question.answers if comes_up(answer, clue)}
    return pointing(mystery, clue, question.id) | brought_up


def _guess(mystery: Mystery, question: Question, reader: str, scores: Mapping[str, int]) -> Guess:
    """The answers with the highest score; all of them when nothing scores."""
    best = leaders(scores) or tuple(answer.id for answer in question.answers)
    right = Fraction(mystery.solution.answers[question.id] in best, len(best))
    return Guess(reader, question.id, best, right, Fraction(1, len(question.answers)))


def leaders(scores: Mapping[str, int]) -> tuple[str, ...]:
    """The answers with the highest score above nothing, by name."""
    most = max(scores.values(), default=0)
    return tuple(sorted(answer for answer, score in scores.items() if score == most > 0))


def turns_of_mind(mystery: Mystery, routes: Sequence[str]) -> list[Turns]:
    """What the two readers believe after each route of a walkthrough that brings a new clue, for each question of the charge."""
    return [_turns(mystery, question, tuple(_minds(mystery, question, routes))) for question in charged(mystery)]


def _minds(mystery: Mystery, question: Question, routes: Sequence[str]) -> Iterator[Mind]:
    found: list[str] = []
    for number, route in enumerate(routes, 1):
        clue = mystery.routes[route].clue
        if clue not in found:
            found.append(clue)
            trusting = leaders(_votes(mystery, question, [mystery.clues[id] for id in found]))
            yield Mind(clue, trusting, _careful(mystery, question, routes[:number]))


def _careful(mystery: Mystery, question: Question, routes: Sequence[str]) -> tuple[str, ...]:
    """What follows, once something does; before, what is suggested by clues that carry, that nothing held speaks against."""
    world = holding(mystery, routes)
    known = closure(mystery, carrying(mystery, world))
    follows = established(mystery, question.id, known)
    if follows:
        return tuple(sorted(follows))
    sound = [mystery.clues[id] for id in mystery.clues if id in known and not against(mystery, world, id)]
    out = ruled_out(mystery, question.id, known)
    return leaders({answer: count for answer, count in _votes(mystery, question, sound).items() if answer not in out})


def _turns(mystery: Mystery, question: Question, minds: tuple[Mind, ...]) -> Turns:
    led = [mind.trusting for mind in minds if mind.trusting]
    changes = sum(one != other for one, other in pairwise(led))
    flags = []
    if led and all(answers == (mystery.solution.answers[question.id],) for answers in led):
        flags.append("Whoever trusts everything is never wrong.")
    if changes < FEWEST_TURNS:
        flags.append(f"The leader {('never changes', 'changes once')[changes]}.")
    return Turns(question.id, minds, changes, tuple(flags))
