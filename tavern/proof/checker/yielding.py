"""Who gives way when a card is held out to them: neither the culprit alone, nor everybody else.

Who may is read off the rules; who surely does is shown by games. Where the two leave it open the part is taken as written.
"""

from collections.abc import Iterator

from tavern.model.effects import Relate, Reveal
from tavern.model.mystery import Mystery
from tavern.model.rules import Rule
from tavern.proof.checker.astray import ID as HERRINGS
from tavern.proof.checker.astray import exposing, gives_way, speaks
from tavern.proof.checker.case import PROVED, REFUTED, Case
from tavern.proof.checker.document import Held
from tavern.proof.checker.unfounded import Unfounded
from tavern.reasoning.inference import charged

PART = "guessing:gives_away"


def culprits(mystery: Mystery) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each question that somebody is the right answer to, that somebody, and everybody among its answers if it is charged."""
    for question, answer in mystery.solution.answers.items():
        if answer in mystery.actors:
            answers = [other.id for asked in charged(mystery) if asked.id == question for other in asked.answers]
            yield question, answer, tuple(other for other in answers if other in mystery.actors)


def look_into_giving_way(case: Case, claim: Held) -> str:
    """That it is neither all but the culprit who ever give way, nor the culprit alone. Raises Unfounded."""
    for _, culprit, suspects in culprits(case.mystery):
        if culprit in suspects and len(suspects) > 2:
            may = {actor for actor in suspects if _may_give_way(case.mystery, actor)}
            sure = {actor for actor in suspects if _gives_way(case, actor)}
            others = set(suspects) - {culprit}
            told_apart = [wanted for wanted in (others, {culprit}) if sure <= wanted <= may]
            if claim.verdict == REFUTED and not told_apart:
                message = "who gives way, and who never does, tells nobody apart"
                raise Unfounded(message)
            if (claim.verdict == REFUTED and sure != may) or (claim.verdict == PROVED and told_apart):
                return "who can be made to give way"
    return ""


def _may_give_way(mystery: Mystery, actor: str) -> bool:
    """Whether the case has a rule by which a lie of theirs is exposed, or a card held out to them moves them."""
    lies = any(clue.said_by == actor and exposing(mystery, clue) for clue in mystery.clues.values())
    return lies or any(moves(rule) for rule in confronting(mystery, actor))


def _gives_way(case: Case, actor: str) -> bool:
    """Whether they do so in a game: a lie is exposed in it, or a card held out to them moves them."""
    lies = [clue for clue in case.mystery.clues.values() if clue.lie and clue.said_by == actor]
    if any(gives_way(case, f"{HERRINGS}:{clue.id}", clue) for clue in lies):
        return True
    moving = [rule for rule in confronting(case.mystery, actor) if moves(rule)]
    if speaks(case, PART, actor, {rule.id for rule in moving}):
        return True
    effects = (effect for rule in moving for effect in rule.effects)
    return any(isinstance(effect, Reveal) and effect.route in case.routes for effect in effects)


def confronting(mystery: Mystery, actor: str) -> Iterator[Rule]:
    """The rules for a card held against the actor, or shown to them."""
    for (verb, noun, other), rules in mystery.rules.items():
        asked, card = (noun, other) if verb == "confront" else (other, noun)
        if verb in ("confront", "show") and asked == actor and (card in mystery.clues or card in mystery.deductions):
            yield from rules


def moves(rule: Rule) -> bool:
    """Whether it makes somebody tell, or stand otherwise to the player."""
    return any(isinstance(effect, Relate | Reveal) for effect in rule.effects)
