"""The fairness card, as an author sees it: what the certificate says, what can be counted without one, and what is flagged."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.places import CONTENT, ROOT
from tests.proof.unfair import folder

SEVEN = ["reachable", "stranded", "one_answer", "redundancy", "herrings", "guessing", "early"]


def tavern(*arguments: str | Path) -> str:
    line = [sys.executable, "-m", "tavern", *map(str, arguments)]
    return subprocess.run(line, capture_output=True, text=True, cwd=ROOT, timeout=300, check=False).stdout


def card(*arguments: str | Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(tavern("report", *arguments, "--json"))["fairness"]
    return found


@pytest.fixture(scope="module")
def lamp(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fair base case of the unfair set, with its certificate."""
    place = folder("base", tmp_path_factory.mktemp("proved") / "lamp")
    tavern("prove", place)
    return place


def test_the_seven_verdicts_are_those_of_the_certificate(lamp: Path) -> None:
    fairness = card(lamp)
    assert [claim["claim"] for claim in fairness["claims"]] == SEVEN
    assert {claim["verdict"] for claim in fairness["claims"]} == {"PROVED"}
    assert fairness["cruelty"].startswith("Polite")
    assert fairness["depth"] == 3
    assert fairness["routes_of_needed"] == {
        "square_cut": 2, "clear_oil": 2, "keeps_shears": 3, "salvage": 3, "went_up": 5,
    }  # fmt: skip
    assert [(hours["game"], hours["minutes"]) for hours in fairness["hours"]] == [("the prover's game", 6)]


def test_the_walkthrough_of_a_case_without_transcripts_is_the_prover_s_game(lamp: Path) -> None:
    fairness = card(lamp)
    assert fairness["walkthrough"] == "the prover's game"
    who, how = fairness["turns_of_mind"]
    assert {tuple(mind["trusting"]) for mind in who["minds"]} == {("bram",)}
    assert how["minds"][-1]["careful"] == ["wick"]
    assert {"about": "who", "says": "Whoever trusts everything is never wrong."} in fairness["flags"]
    assert {"about": "how", "says": "The leader never changes."} in fairness["flags"]


def test_readers_who_do_not_think_are_weighed_against_chance(lamp: Path) -> None:
    fairness = card(lamp)
    found = {(guess["reader"], guess["question"]): guess for guess in fairness["readers"]}
    assert found["counts routes", "who"] == {
        "reader": "counts routes", "question": "who", "answers": ["bram"], "right": 1.0, "chance": 0.333,
        "better_than_chance": True,
    }  # fmt: skip
    assert not found["believes above 0.7", "how"]["better_than_chance"]
    assert any("counts routes" in flag["says"] for flag in fairness["flags"] if flag["about"] == "who")


def test_the_printed_card_says_the_same_in_80_columns(lamp: Path) -> None:
    told = tavern("report", lamp)
    assert max(map(len, told.splitlines())) <= 80
    assert "certificate.json, which is of these rules" in told
    assert told.count("PROVED  ") == 7
    assert "Whoever trusts everything is never wrong." in told


def test_without_a_certificate_the_card_says_how_to_get_one_and_counts_the_rest(tmp_path: Path) -> None:
    place = folder("base", tmp_path / "lamp")
    fairness = card(place)
    assert fairness["claims"] == []
    assert fairness["cruelty"] is None
    assert f"`tavern prove {place}` makes one" in fairness["source"]
    assert fairness["depth"] == 3
    assert fairness["readers"]
    assert fairness["walkthrough"] is None
    assert "no game that proves the case is at hand" in tavern("report", place)


def test_a_certificate_of_other_rules_is_not_believed(lamp: Path, tmp_path: Path) -> None:
    place = folder("base", tmp_path / "lamp")
    changed = (place / "mystery.yaml").read_text().replace("standing: 3", "standing: 2")
    (place / "mystery.yaml").write_text(changed)
    (place / "certificate.json").write_bytes((lamp / "certificate.json").read_bytes())
    fairness = card(place)
    assert fairness["claims"] == []
    assert "stale" in fairness["source"]


def test_a_certificate_that_was_tampered_with_is_not_believed(lamp: Path, tmp_path: Path) -> None:
    place = folder("base", tmp_path / "lamp")
    forged = (lamp / "certificate.json").read_text().replace('"PROVED"', '"SURELY"', 1)
    (place / "certificate.json").write_text(forged)
    assert "cannot be read" in card(place)["source"]


def test_what_is_proved_on_the_spot_needs_no_certificate_and_writes_none(tmp_path: Path) -> None:
    place = folder("insult", tmp_path / "lamp")
    fairness = card(place, "--prove")
    assert {claim["claim"]: claim["verdict"] for claim in fairness["claims"]}["stranded"] == "REFUTED"
    assert fairness["cruelty"].startswith("Nasty")
    assert [file.name for file in place.iterdir()] == ["mystery.yaml"]


@pytest.mark.full
def test_the_shipped_case_keeps_the_aims_for_time_and_depth() -> None:
    fairness = card(CONTENT / "cellar_secret")
    assert fairness["depth"] >= 3
    assert fairness["walkthrough"].startswith("proof_")
    assert all(hours["share"] <= 0.4 for hours in fairness["hours"])
    counters = [guess for guess in fairness["readers"] if not guess["reader"].startswith("believes")]
    assert not any(guess["better_than_chance"] for guess in counters)
    assert [turns["question"] for turns in fairness["turns_of_mind"]] == ["who", "how", "what", "why"]
