"""What a guess is answered with: the weakest part of the player's own argument, and nothing that depends on the truth."""

from dataclasses import replace

import pytest

from tavern.game import Game
from tavern.games import Games
from tavern.logbook import Unkept
from tavern.model.frozen import Frozen
from tavern.model.mystery import Mystery
from tests.hinted import told
from tests.places import CONTENT
from tests.proof.unfair import mystery as unfair

CELLAR = Games([CONTENT], None).mystery("cellar_secret")
BASE = unfair("base")
FOUND = {
    "base": ("ask ada about oil", "examine slip", "ask ada about tools", "examine boots"),
    "cellar": ("read paper", "ask marcus about the boat's cargo", "ask pennock about small table", "examine slate"),
}
GUESSES = {
    "base": ("accuse who ada", "accuse who bram with 2, how gale with 1", "accuse who cole with 3, how wick with 1"),
    "cellar": (
        "accuse who sarah",
        "accuse who gene with 1, how river door with 2",
        "accuse how river door with 1, what brandy with 2, who marcus",
    ),
}


def turned(mystery: Mystery) -> Mystery:
    """The case with another truth: to each question the answer after the real one."""
    truth = {}
    for question in mystery.questions:
        ids = [answer.id for answer in question.answers]
        if question.id in mystery.solution.answers:
            truth[question.id] = ids[(ids.index(mystery.solution.answers[question.id]) + 1) % len(ids)]
    return replace(mystery, solution=replace(mystery.solution, answers=Frozen(truth), requires=()))


def accused(mystery: Mystery, lines: tuple[str, ...], guess: str) -> list[str]:
    """All that is read from the charge to its being let rest."""
    game = Game(mystery, Unkept(), 1, "a game")
    for line in lines:
        told(game, line)
    read = [told(game, guess)]
    while game.view().stage == "hearing":
        read.append(told(game, "1"))
    return [*read, told(game, "withdraw"), told(game, "theory"), told(game, "statements")]


@pytest.mark.parametrize(("name", "guess"), [(name, guess) for name, guesses in GUESSES.items() for guess in guesses])
def test_no_word_of_the_answer_to_a_guess_depends_on_the_truth(name: str, guess: str) -> None:
    mystery = BASE if name == "base" else CELLAR
    assert accused(mystery, FOUND[name], guess) == accused(turned(mystery), FOUND[name], guess)


def test_it_names_the_weakest_link_and_no_other() -> None:
    game = Game(BASE, Unkept(), 1, "a game")
    for line in FOUND["base"]:
        told(game, line)
    read = [told(game, "accuse who bram with 2 and 3, how wick")]
    while game.view().stage == "hearing":
        read.append(told(game, "nothing"))
    verdict = "\n".join(read).split("On nothing but your word.", 1)[1]  # what comes after the charge itself
    assert "How was it put out?" in verdict
    assert "Who put it out?" not in verdict
    names = [card.name for card in game.view().cards]
    assert not any(f"*{name}*" in verdict for name in names)
