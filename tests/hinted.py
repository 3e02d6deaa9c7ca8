"""Somebody who plays by hints alone: asks until they are as plain as they get, does what they say, and thinks for themselves."""

import re
from collections.abc import Iterator
from itertools import product

from tavern.advice import advice
from tavern.compiler.ground.desk import minute
from tavern.game import Game
from tavern.logbook import Unkept
from tavern.model.mystery import Mystery
from tavern.model.world import DAY
from tavern.narration.stock_asides import CHALLENGE

PLAINEST = 3
MOST_HINTS = 60
MOST_WAITS = 12
TYPED = re.compile(r"\*([^*]+)\*")
NUMBERS = re.compile(r"\((\d+)\)")
ROOM = re.compile(r"Go to ([^,.]+)")
HOUR = re.compile(r"towards (\d\d:\d\d)")


def a_game(mystery: Mystery, seed: int = 1) -> Game:
    """A game nobody keeps, of a mystery that has no certificate."""
    return Game(mystery, Unkept(), seed, "a game", advice=advice(lambda _mystery: ()))


def told(game: Game, line: str) -> str:
    """What is read after the line."""
    return "\n".join(paragraph.text for paragraph in game.feed(line).paragraphs)


def plainest(game: Game) -> str:
    """The hint as plain as it gets."""
    return [told(game, "hint") for _ in range(PLAINEST)][-1]


def is_ready(game: Game) -> bool:
    return CHALLENGE in told(game, "am i ready?")


def following(game: Game) -> Iterator[str]:
    """Each hint, once it has been followed; the last is to accuse. AssertionError where one cannot be followed."""
    for _ in range(MOST_HINTS):
        hint = plainest(game)
        if "accuse" in hint.casefold():
            yield hint
            return
        if any(question.ask in hint for question in game.mystery.questions):
            think(game, hint)
        else:
            do(game, hint)
        yield hint
    raise AssertionError(f"after {MOST_HINTS} hints there is more to do: {hint}")


def do(game: Game, hint: str) -> None:
    """Go where it says, be there at the hour, and type the words."""
    if room := ROOM.search(hint):
        told(game, f"go to {room[1]}")
        for _ in range(3):
            told(game, "yes")
    if hour := HOUR.search(hint):
        for _ in range(MOST_WAITS):  # what is seen meanwhile stops a wait
            if game.state.world.clock % DAY != minute(hour[1]):
                told(game, f"wait until {hour[1]}")
    line = TYPED.findall(hint)[-1]
    report = game.feed(line)
    assert report.outcome in ("done", "question"), (hint, line, report.paragraphs)


def think(game: Game, hint: str) -> None:
    """Try every answer to the question, on the strength of the cards named and perhaps of one more."""
    question = next(question for question in game.mystery.questions if question.ask in hint)
    cards, drawn = NUMBERS.findall(hint), game.state.world.drawn
    others = ["", *(f" and {card.number}" for card in game.view().cards)]
    for more, answer, no in product(others, question.answers, ("", "not ")):
        told(game, f"think {question.id} {no}{answer.id} because {' and '.join(cards)}{more}")
        if game.state.world.drawn != drawn:
            return
    raise AssertionError(f"nothing follows from what is said: {hint}")
