"""Whoever can no longer prove the case is told, and may go back; nobody is told so who still can."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tavern.advice import ALWAYS, CERTIFICATE, NEVER, advice, safe_until
from tavern.game import Game
from tavern.games import Games
from tavern.logbook import Unkept
from tavern.model.mystery import Mystery
from tavern.narration.warning import ALL_THE_SAME, GO_BACK, LAST_HOUR, OUT_OF_REACH
from tavern.proof.claims.solvable import half_way
from tavern.proof.closure.reach import reach
from tavern.proof.loss.stranding import dead_end
from tavern.proof.playing.play import lines_of
from tests.hinted import a_game, following, told
from tests.places import CONTENT
from tests.proof.unfair import CASES
from tests.proof.unfair import mystery as unfair

STRANDED = [case.name for case in CASES if case.falls == "stranded"]
BASE = unfair("base")


def is_warned(read: str) -> bool:
    return any(words in read for words in OUT_OF_REACH)


# ── told when it is so ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", STRANDED)
def test_every_dead_end_the_prover_finds_is_told_once_to_whoever_plays_into_it(name: str) -> None:
    mystery = unfair(name)
    play = dead_end(reach(mystery), half_way(mystery), lambda: False)
    assert play
    game = a_game(mystery, play.world.seed)
    read = [told(game, line) for line in lines_of(mystery, play.world.seed, play.commands())]
    assert sum(map(is_warned, read)) == 1


def test_it_offers_to_go_back_to_before_it_was_done() -> None:
    game = a_game(unfair("eaten"))
    told(game, "examine slip")
    before = game.state.world
    read = told(game, "eat cheese")
    assert is_warned(read)
    assert read.endswith(GO_BACK)
    told(game, "yes")
    assert game.state.world == before
    assert not is_warned(told(game, "look"))


def test_whoever_goes_on_all_the_same_is_not_told_again_unless_they_ask() -> None:
    game = a_game(unfair("eaten"))
    told(game, "eat cheese")
    assert not any(is_warned(told(game, line)) for line in ("no", "out", "wait until 15:00", "in"))
    assert is_warned(told(game, "hint"))


def test_noticed_late_it_leads_back_to_the_last_good_turn() -> None:
    game = a_game(unfair("eaten"))
    told(game, "examine slip")
    before = game.state.world
    told(game, "warnings off")
    for line in ("eat cheese", "out", "examine shears"):
        assert not is_warned(told(game, line))
    told(game, "warnings on")
    read = told(game, "wait until 12:00")
    assert is_warned(read)
    assert "before you typed *eat cheese*?" in read
    told(game, "yes")
    assert game.state.world == before


def test_it_can_be_switched_off() -> None:
    game = a_game(unfair("eaten"))
    told(game, "warnings off")
    assert not is_warned(told(game, "eat cheese") + told(game, "hint"))


# ── and only then ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", STRANDED)
def test_in_the_fair_twin_nobody_is_told_so_on_the_way_to_the_proof(name: str) -> None:
    game = a_game(unfair(name, fair=True))
    for _ in following(game):
        pass
    assert not any(is_warned(paragraph.text) for entry in game.chronicle.all() for paragraph in entry.paragraphs)


def test_a_case_that_never_could_be_proved_is_not_complained_of() -> None:
    game = a_game(unfair("none_stands"))
    assert not is_warned(told(game, "wait until 18:00") + told(game, "hint"))


# ── early ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_early_means_asked_once_before_the_last_safe_hour_passes() -> None:
    game = a_game(BASE)
    for _ in range(3):
        told(game, "wait 12 hours")
    told(game, "warnings early")
    clock = game.state.world.clock
    read = told(game, "wait until 9:50")
    assert LAST_HOUR in read
    assert ALL_THE_SAME in read
    assert game.state.world.clock == clock
    told(game, "yes")
    assert game.state.world.clock > clock


def test_whoever_holds_a_proof_is_not_asked() -> None:
    game = a_game(BASE)
    for _ in following(game):
        pass
    told(game, "warnings early")
    assert not any(LAST_HOUR in told(game, "wait 8 hours") for _ in range(5))


# ── the certificate ─────────────────────────────────────────────────────────────────────────────────────────────


def certificate(place: Path, verdict: str = "PROVED", rules: str = BASE.rules_fingerprint) -> Path:
    claims = [{"claim": "stranded", "verdict": verdict, "figures": {"last": 2000}}]
    (place / CERTIFICATE).write_text(json.dumps({"rules": rules, "claims": claims}))
    return place / CERTIFICATE


def test_a_certificate_says_until_when_nothing_need_be_looked_at(tmp_path: Path) -> None:
    assert safe_until(BASE, certificate(tmp_path)) == 2000
    endless = replace(BASE, ends=-1)
    assert safe_until(endless, certificate(tmp_path, rules=endless.rules_fingerprint)) == ALWAYS
    assert safe_until(BASE, certificate(tmp_path, "BOUNDED")) == NEVER
    assert safe_until(BASE, certificate(tmp_path, rules="other")) == NEVER


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"rules": 1}', "[" * 100_000, "\udc80"])
def test_a_certificate_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / CERTIFICATE).write_bytes(text.encode(errors="surrogateescape"))
    assert safe_until(BASE, tmp_path / CERTIFICATE) == NEVER
    assert safe_until(BASE, tmp_path / "nothing") == NEVER


def test_up_to_the_hour_of_the_certificate_nobody_looks_ahead(tmp_path: Path) -> None:
    certificate(tmp_path)
    looked: list[int] = []
    ahead = advice(lambda _mystery: (tmp_path,))

    def is_lost(mystery: Mystery, world: object) -> bool:
        del mystery, world
        looked.append(1)
        return False

    game = Game(BASE, Unkept(), 1, "a game", advice=replace(ahead, is_lost=is_lost))
    told(game, "wait 12 hours")
    told(game, "wait until 9:00")
    assert not looked
    told(game, "wait until 20:00")
    assert looked


@pytest.mark.full
def test_in_the_cellar_secret_no_transcript_is_warned() -> None:
    from tavern.authoring.transcript import load

    games = Games([CONTENT], None)
    for path in sorted((CONTENT / "cellar_secret" / "transcripts").glob("*.txt")):
        transcript = load(path)
        game = a_game(games.mystery("cellar_secret"), transcript.seed)
        assert not any(is_warned(told(game, step.line)) for step in transcript.steps), path.name
