"""Hints in a game that is played: always a step from where one stands, told more plainly when asked again, and counted."""

import io
import subprocess
import sys
from pathlib import Path
from time import process_time

import pytest

from tavern.game import Game
from tavern.games import Games
from tavern.model.mystery import Mystery
from tavern.narration.stock_asides import HINT_LOOK
from tavern.narration.stock_hints import AT_STAGE
from tavern.plain import Console, play_json
from tavern.reasoning.evidence import carrying
from tavern.reasoning.inference import charged, established
from tests.bench.proofs import a_large_case
from tests.factory import a_mystery
from tests.hinted import TYPED, a_game, following, is_ready, plainest, told
from tests.places import CONTENT, ROOT
from tests.proof.unfair import mystery as unfair

GAMES = Games([CONTENT], None)
SMALL = Games([ROOT / "tests" / "content"], None)
BASE = unfair("base")


def mystery_named(name: str) -> Mystery:
    return BASE if name == "base" else (SMALL if name == "first" else GAMES).mystery(name)


@pytest.fixture
def game() -> Game:
    return a_game(BASE)


@pytest.fixture
def ended(game: Game) -> Game:
    """Followed to the accusation, which is made, and to an ending."""
    for _ in following(game):
        pass
    cards = {card.name: card.number for card in game.view().cards}
    told(game, f"accuse who bram with {cards['it was Bram']}, how wick with {cards['it was cut']}")
    return game


# ── what is told ────────────────────────────────────────────────────────────────────────────────────────────────


def test_asked_again_it_is_told_more_plainly_and_never_past_the_step(game: Game) -> None:
    first, second, third, fourth = (told(game, "hint") for _ in range(4))
    assert not TYPED.search(first)
    assert "Ada" in second
    assert TYPED.findall(third) == TYPED.findall(fourth) == ["ask Ada about the oil"]
    assert game.state.world == a_game(BASE).state.world


def test_no_step_is_told_that_the_rest_of_the_plan_does_without() -> None:
    game = a_game(GAMES.mystery("cellar_secret"))
    told(game, "ask marcus about boats")  # Jory has it from Marcus: his word for it makes nothing carry
    steps = [told(game, "hint") for _ in range(3)]
    assert TYPED.findall(steps[2])
    assert "Jory" not in " ".join(steps)


def test_another_step_begins_with_the_first_grade_again(game: Game) -> None:
    line = TYPED.findall(plainest(game))[-1]
    told(game, line)
    assert not TYPED.search(told(game, "hint"))


def test_of_what_can_be_drawn_it_says_the_question_then_whose_words_then_which_two_cards(game: Game) -> None:
    for line in ("ask ada about the oil", "out", "examine vane"):
        told(game, line)
    first, second, third = (told(game, "hint") for _ in range(3))
    assert all("How was it put out?" in hint for hint in (first, second, third))
    assert "what Ada said" in second
    assert "*clear oil* (1)" in third
    assert "*a still night* (2)" in third
    assert "wick" not in first + second + third


def test_with_everything_found_and_drawn_it_is_about_the_accusation(game: Game) -> None:
    *_, last = following(game)
    assert is_ready(game)
    assert "accuse" in last.casefold()


def test_in_a_hearing_and_after_the_end_it_says_what_is_waited_for_and_counts_nothing(ended: Game) -> None:
    taken = told_count(ended)
    assert ended.view().stage == "hearing"
    assert told(ended, "hint") == AT_STAGE["hearing"]
    while ended.view().stage == "hearing":
        told(ended, "nothing")
    assert told(ended, "hint") == AT_STAGE["proved"]
    assert f"took {taken} hints" in told(ended, "choose 1")
    assert told(ended, "hint") == AT_STAGE["ended"]


def told_count(game: Game) -> int:
    return sum(entry.line == "hint" for entry in game.chronicle.all())


def test_where_there_is_nothing_to_prove_one_is_told_to_look() -> None:
    assert told(a_game(a_mystery()), "hint") == HINT_LOOK


# ── the law: a hint can be followed, and leads there ────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["first", "base", pytest.param("cellar_secret", marks=pytest.mark.full)])
def test_whoever_follows_nothing_but_hints_is_ready_and_draws_what_there_is_to_draw(name: str) -> None:
    game = a_game(mystery_named(name))
    for _ in following(game):
        pass
    assert is_ready(game)
    held = carrying(game.mystery, game.state.world)
    for question in charged(game.mystery):
        assert established(game.mystery, question.id, held) == {game.mystery.solution.answers[question.id]}


def test_in_the_cellar_secret_a_hint_leads_from_the_first_line_on() -> None:
    game = a_game(GAMES.mystery("cellar_secret"))
    hints = following(game)
    found = [next(hints) for _ in range(4)]
    assert len(set(found)) == 4
    assert game.state.world.clues


# ── counted, kept, switched off ─────────────────────────────────────────────────────────────────────────────────


def test_undo_gives_no_hint_back(game: Game) -> None:
    told(game, "go out")
    plainest(game)
    told(game, "undo")
    assert TYPED.search(told(game, "hint"))  # it stands in the kitchen again, where the third was told
    assert game.hints == 4


def test_hints_can_be_switched_off_and_on_again(game: Game) -> None:
    told(game, "hints off")
    assert "Hints are off" in told(game, "hint")
    told(game, "undo")
    assert "Hints are off" in told(game, "hint")
    assert game.hints == 0
    told(game, "hints on")
    assert "Hints are off" not in told(game, "hint")
    assert game.hints == 1


def test_a_game_that_is_taken_up_again_knows_how_many_and_how_plain(tmp_path: Path) -> None:
    games = Games([ROOT / "tests" / "content"], tmp_path)
    game = games.new("first", name="kept", seed=1)
    before = [told(game, "hint"), told(game, "hint")]
    game.close()
    again = games.open("kept")
    assert again.hints == 2
    assert TYPED.search(told(again, "hint"))
    assert not any(TYPED.search(hint) for hint in before)
    again.close()
    games.close()


# ── where, and at what price ────────────────────────────────────────────────────────────────────────────────────


def test_a_program_gets_the_same_words() -> None:
    games = Games([ROOT / "tests" / "content"], None)
    out = io.StringIO()
    play_json(games, games.new("first", seed=1), Console(io.StringIO("hint\n"), out, io.StringIO()))
    assert told(games.new("first", seed=1), "hint") in out.getvalue()


def test_nothing_of_the_prover_is_loaded_before_the_first_hint() -> None:
    code = f"""
import sys
from pathlib import Path
from tavern.games import Games
game = Games([Path({str(ROOT / "tests" / "content")!r})], None).new("first", seed=1)
for line in ("look", "examine lamp", "inventory", "settings", "hints off", "hint", "hints on"):
    game.feed(line)
assert not [name for name in sys.modules if name.startswith("tavern.proof")]
game.feed("hint")
assert [name for name in sys.modules if name.startswith("tavern.proof")]
"""
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


@pytest.mark.full
def test_in_a_case_of_200_clues_the_first_hint_is_there_at_once_and_the_others_sooner() -> None:
    game = a_game(a_large_case(200))
    game.feed("look")
    spent = []
    for _ in range(6):
        before = process_time()
        told(game, "hint")
        spent.append(process_time() - before)
    assert spent[0] < 1.0  # 0.3 on an idle machine, the prover loaded
    assert max(spent[1:]) < 0.1
