"""The fifth claim looked into again: each red herring is refuted and each lie exposed, by what the games found.

A red herring is refuted by a card that contradicts it, or where it leads anywhere by cards that rule out every answer it leads
to. A lie is exposed when the liar, confronted in a game with what exposes it, gives way: its rule speaks, on the engine. Two lies
expose neither, and of two herrings neither refutes the other.
"""

from collections.abc import Collection, Iterator

from tavern.engine.turn import turn
from tavern.model import conditions as c
from tavern.model.commands import Act
from tavern.model.conditions import Condition
from tavern.model.events import Told
from tavern.model.mystery import Clue, Mystery
from tavern.proof.checker.case import PROVED, REFUTED, Case
from tavern.proof.checker.document import Held
from tavern.proof.checker.unfounded import Unfounded
from tavern.reasoning.inference import closure, ruled_out

ID = "herrings"


def checked(case: Case) -> str:
    """What was re-checked of the claim where it is proved, in a sentence."""
    del case
    return (
        "What refutes each red herring was found and contradicts it, or rules out all it leads to; each liar, confronted in a game "
        "with what exposes the lie, gives way."
    )


def look(case: Case, claim: Held) -> str:
    """What of the claim, or of a part of it, has to be taken as written; "" for nothing. Raises Unfounded."""
    if claim.id == ID:
        return _whole(case, claim)
    clue = case.mystery.clues.get(claim.id.removeprefix(f"{ID}:"))
    if clue is None or not is_false(clue):
        message = "the case has no such red herring or lie"
        raise Unfounded(message)
    if claim.verdict == PROVED:
        return _look_into_lie(case, claim, clue) if clue.lie else _look_into_herring(case, claim, clue)
    if claim.verdict != REFUTED:
        return ""
    against = exposing(case.mystery, clue) if clue.lie else refuting(case.mystery, clue, case.every)
    return f"that what speaks against {clue.id} cannot be found, or comes to nothing" if against else ""


def is_false(clue: Clue) -> bool:
    """Whether what the clue says or suggests is not so."""
    return clue.red_herring or clue.lie is not None


def _whole(case: Case, claim: Held) -> str:
    """That there is a part for every herring and lie that a game found, and no other figures."""
    told = [part.id.removeprefix(f"{ID}:") for part in case.parts(ID)]
    found = {case.mystery.routes[route].clue for route in case.routes}
    if missing := [id for id in sorted(found) if is_false(case.mystery.clues[id]) and id not in told]:
        message = f"it says nothing of {missing[0]}"
        raise Unfounded(message)
    clues = [case.mystery.clues[id] for id in told if id in case.mystery.clues]
    figures = {"herrings": sum(clue.red_herring for clue in clues), "lies": sum(clue.lie is not None for clue in clues)}
    if figures != dict(claim.figures):
        message = "it has another number of red herrings and lies than it says"
        raise Unfounded(message)
    return ""


# ── red herrings ────────────────────────────────────────────────────────────────────────────────────────────────


def _look_into_herring(case: Case, claim: Held, clue: Clue) -> str:
    if unfound := [card for card in claim.by if card not in case.found or is_false(case.mystery.clues[card])]:
        message = f"{unfound[0]} was not found, does not carry, or is false itself"
        raise Unfounded(message)
    if not refuting(case.mystery, clue, closure(case.mystery, claim.by)):
        message = "the cards that it names do not refute it"
        raise Unfounded(message)
    return ""


def refuting(mystery: Mystery, clue: Clue, cards: frozenset[str]) -> bool:
    """Whether one of the cards contradicts it, or all of them together rule out everything that it leads to."""
    others = [mystery.clues[card] for card in cards if card in mystery.clues and not is_false(mystery.clues[card])]
    if any(clue.id in other.contradicts or other.id in clue.contradicts for other in others):
        return True
    led = list(leads_to(mystery, clue))
    return bool(led) and all(answer in ruled_out(mystery, question, cards) for question, answer in led)


def leads_to(mystery: Mystery, clue: Clue) -> Iterator[tuple[str, str]]:
    """The wrong answers that it may put into one's head: a false solution asks for it, it is about them, or it brings them up."""
    required = {
        pair for wrong in mystery.false_solutions if clue.id in wrong.requires for pair in wrong.answers.items()
    }
    for question in mystery.questions:
        truth = mystery.solution.answers.get(question.id, "")
        for answer in question.answers if truth else ():
            about = clue.red_herring and answer.id in clue.about
            if answer.id != truth and (
                about or (question.id, answer.id) in required or clue.id in _known(answer.listed)
            ):
                yield question.id, answer.id


def _known(condition: Condition) -> list[str]:
    """What the condition asks to be known."""
    match condition:
        case c.Knows(id):
            return [id]
        case c.Any(parts) | c.All(parts):
            return [id for part in parts for id in _known(part)]
        case _:
            return []


# ── lies ────────────────────────────────────────────────────────────────────────────────────────────────────────


def exposing(mystery: Mystery, clue: Clue) -> list[str]:
    """What exposes the lie, as the author has it, but for other lies."""
    named = clue.lie.exposed_by if clue.lie else ()
    return [card for card in named if card not in mystery.clues or mystery.clues[card].lie is None]


def _look_into_lie(case: Case, claim: Held, clue: Clue) -> str:
    held = {case.mystery.routes[route].clue for route in case.routes} | case.found
    if not claim.by or not set(claim.by) <= held & set(exposing(case.mystery, clue)):
        message = "what it names was not found, or does not expose it"
        raise Unfounded(message)
    if clue.said_by and claim.game is None:
        return f"that {clue.said_by}, confronted with what exposes {clue.id}, gives way"
    if clue.said_by and not gives_way(case, claim.id, clue):
        message = f"no game shows {clue.said_by} confronted with it and giving way"
        raise Unfounded(message)
    return ""


def gives_way(case: Case, id: str, clue: Clue) -> bool:
    """Whether in the claim's game the liar is confronted with what exposes the lie, and gives way."""
    exposures = {f"lie:{clue.id}:{card}" for card in exposing(case.mystery, clue)}
    return speaks(case, id, clue.said_by, exposures)


def speaks(case: Case, id: str, actor: str, rules: Collection[str]) -> bool:
    """Whether the last command of the claim's game holds a card out to the actor, and one of the rules (ids) speaks."""
    again = case.games.get(id)
    if again is None or len(again.worlds) < 2:
        return False
    command = case.replay.commands(again.game.lines, again.game.seed)[-1]
    if not (
        isinstance(command, Act) and command.verb in ("confront", "show") and actor in (command.noun, command.other)
    ):
        return False
    own = case.mystery.rules.get((command.verb, command.noun, command.other), ())
    words = {rule.tell for rule in own if rule.id in rules}
    return any(
        isinstance(event, Told) and event.text in words for event in turn(case.mystery, again.worlds[-2], command)
    )
