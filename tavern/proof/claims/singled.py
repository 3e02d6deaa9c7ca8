"""Whether a hearing singles the truth out: words for one answer alone, where all the others share theirs.

Every answer may have words of its own, and what they mean nobody but a reader can say. But where all other answers are treated
alike, and the right one is not, it is known by that, whatever is held. Of two answers either may be the odd one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tavern.model.commands import Accusation, Charge
from tavern.model.mystery import Actor, Mystery, Question
from tavern.proof.sentences import ids
from tavern.reasoning.inference import charged

FEWEST = 3  # answers among which one can be the odd one
PRONOUNS = "he|she|they|it|him|her|them|his|hers|their|its"


@dataclass(frozen=True, slots=True)
class Singled:
    """What singles the right answer out, a sentence, and the accusation by which one notices."""

    says: str
    accusation: Accusation


def singled(mystery: Mystery) -> Iterator[Singled]:
    """Everything in a hearing by which the right answer to a question is told from all others."""
    for question in charged(mystery):
        right = mystery.solution.answers[question.id]
        if len(question.answers) >= FEWEST:
            yield from _brought_up(question, right)
            yield from _denials(mystery, question, right)
            yield from _reactions(mystery, question, right)


def _brought_up(question: Question, right: str) -> Iterator[Singled]:
    """An answer is brought up against others when it has an `objection:`."""
    has = {answer.id: bool(answer.objection) for answer in question.answers}
    if _is_odd(has, right):
        which, done = ("No answer", "brought up") if has[right] else ("Every answer", "never brought up")
        says = (
            f"{which} to `{question.id}` but `{right}` has an `objection:`: what is {done} in a hearing is the truth."
        )
        others = (answer.id for answer in question.answers if answer.id != right)
        yield Singled(says, Accusation((Charge(question.id, next(others)),)))


def _denials(mystery: Mystery, question: Question, right: str) -> Iterator[Singled]:
    """What the people among the answers say when they are accused themselves."""
    suspects = [mystery.actors[answer.id] for answer in question.answers if answer.id in mystery.actors]
    words = {actor.id: _words(mystery, actor, actor.id) for actor in suspects}
    if right in words and len(words) >= FEWEST and _is_odd(words, right):
        says = (
            f"Accused, `{right}` answers otherwise than {ids(id for id in words if id != right)}, who all answer alike."
        )
        yield Singled(says, Accusation((Charge(question.id, right),)))


def _reactions(mystery: Mystery, question: Question, right: str) -> Iterator[Singled]:
    """What somebody who is accused says to an answer to another question."""
    answers = [answer.id for answer in question.answers]
    for asked in charged(mystery):
        accused = [answer.id for answer in asked.answers if answer.id in mystery.actors and asked is not question]
        for actor in (mystery.actors[id] for id in accused if id not in answers):
            if _is_odd({answer: _words(mystery, actor, answer) for answer in answers}, right):
                says = f"Accused, `{actor.id}` has words for `{question.id}`: `{right}`, and the same for every other answer."
                yield Singled(says, Accusation((Charge(asked.id, actor.id), Charge(question.id, right))))


def _is_odd(of: Mapping[str, object], right: str) -> bool:
    """Whether it is the same of every answer but of the right one."""
    others = [value for answer, value in of.items() if answer != right]
    return all(value == others[0] for value in others) and of[right] != others[0]


def _words(mystery: Mystery, actor: Actor, answer: str) -> object:
    """How the accused answers, with their own name and pronouns blotted out."""
    replies = actor.accused
    key = replies.get(answer, "") or replies.get(actor.id, replies.get("", ""))
    names = actor.names
    own = {part for name in (names.name, names.full, *names.also) for part in (name, *name.split()) if part}
    blot = re.compile(
        rf"\b(?:{'|'.join([*map(re.escape, sorted(own, key=len, reverse=True)), PRONOUNS])})\b", re.IGNORECASE
    )
    variants = mystery.texts.get(key, ())
    return tuple((tuple(blot.sub("-", str(line)) for line in variant.lines), variant.when) for variant in variants)
