"""What cards prove, by the engine's own judgement, and whether they may be premises at all."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from tavern.engine.begin import first_world
from tavern.model.mystery import Mystery
from tavern.proof.checker.case import Case
from tavern.proof.checker.unfounded import Unfounded
from tavern.reasoning.evidence import carrying
from tavern.reasoning.inference import charged, closure, established


def proves(mystery: Mystery, question: str, cards: Iterable[str]) -> bool:
    """Whether the cards, and what follows from them, establish the right answer to the question and no other."""
    return established(mystery, question, closure(mystery, cards)) == {mystery.solution.answers[question]}


def proves_all(mystery: Mystery, cards: Collection[str]) -> bool:
    """Whether they establish all that an accusation of the truth charges."""
    return all(proves(mystery, question, cards) for question in charge(mystery))


def charge(mystery: Mystery) -> dict[str, str]:
    """What an accusation of the truth charges: question → answer."""
    return {asked.id: answer for asked in charged(mystery) if (answer := mystery.solution.answers.get(asked.id, ""))}


def learnt(mystery: Mystery, routes: Iterable[str]) -> frozenset[str]:
    """The clues that carry for whoever has taken these routes."""
    taken = frozenset(routes)
    clues = frozenset(mystery.routes[route].clue for route in taken)
    return carrying(mystery, replace(first_world(mystery, 0), clues=clues, routes=taken))


def look_into_cards(case: Case, cards: Iterable[str]) -> None:
    """That each of the cards was found, or follows from what was, and that none is a lie or a red herring. Raises Unfounded."""
    for card in cards:
        clue = case.mystery.clues.get(card)
        if card not in case.found:
            message = f"no game of the certificate finds what {card} takes"
            raise Unfounded(message)
        if clue and (clue.red_herring or clue.lie):
            message = f"{card} is a lie or a red herring, and proves nothing"
            raise Unfounded(message)
