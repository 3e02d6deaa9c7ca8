"""Whether a hearing tells the right answer from all the others: looked for in the words themselves, once more.

An answer is told apart where something is the same of every other answer and not of it: that it is brought up against others, how
whoever is accused of it answers, and what they say to an answer to another question. Names and pronouns are no difference.
"""

import re
from collections.abc import Iterator, Mapping

from tavern.model.mystery import Actor, Mystery, Question
from tavern.proof.checker.case import PROVED, REFUTED
from tavern.proof.checker.document import Held
from tavern.proof.checker.unfounded import Unfounded
from tavern.reasoning.inference import charged

FEWEST = 3  # answers among which one can be the odd one
PRONOUNS = frozenset(["he", "she", "they", "it", "him", "her", "them", "his", "hers", "their", "its"])
WORD = re.compile(r"[\w']+|[^\w'\s]")


def look_into_hearing(mystery: Mystery, claim: Held) -> str:
    """What of the part has to be taken as written; "" for nothing. Raises Unfounded."""
    odd = next(told_apart(mystery), "")
    if claim.verdict == PROVED and odd:
        raise Unfounded(odd)
    if claim.verdict == REFUTED and not odd:
        message = "nothing in a hearing is so of the right answer alone"
        raise Unfounded(message)
    return ""


def told_apart(mystery: Mystery) -> Iterator[str]:
    """Everything that is so of the right answer to a question alone, or of all but that, as the end of a sentence."""
    for question in charged(mystery):
        right = mystery.solution.answers[question.id]
        for what, of in _traits(mystery, question):
            others = [trait for answer, trait in of.items() if answer != right]
            if right in of and len(of) >= FEWEST and of[right] != others[0] and others.count(others[0]) == len(others):
                yield f"{what} tells {question.id}: {right} from every other answer"


def _traits(mystery: Mystery, question: Question) -> Iterator[tuple[str, Mapping[str, object]]]:
    """What there is to notice, and how it is with each answer."""
    answers = [answer.id for answer in question.answers]
    yield "what is brought up", {answer.id: bool(answer.objection) for answer in question.answers}
    suspects = [mystery.actors[id] for id in answers if id in mystery.actors]
    yield "how they answer", {actor.id: _words(mystery, actor, actor.id) for actor in suspects}
    for asked in charged(mystery) if len(answers) >= FEWEST else ():
        for accused in asked.answers if asked is not question else ():
            if accused.id in mystery.actors and accused.id not in answers:
                actor = mystery.actors[accused.id]
                yield f"what {actor.id} answers", {id: _words(mystery, actor, id) for id in answers}


def _words(mystery: Mystery, actor: Actor, answer: str) -> object:
    """How the actor answers when accused of it, without their own name and without pronouns."""
    key = actor.accused.get(answer, "") or actor.accused.get(actor.id, actor.accused.get("", ""))
    names = " ".join((actor.names.name, actor.names.full, *actor.names.also))
    left_out = PRONOUNS | {word.lower() for word in WORD.findall(names)}
    return tuple(
        (
            tuple(
                "-" if word.lower() in left_out else word for line in variant.lines for word in WORD.findall(str(line))
            ),
            variant.when,
        )
        for variant in mystery.texts.get(key, ())
    )
