"""The card: its numbers on a case that can be counted by hand, and what it finds worth a second look."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tavern.authoring.report import printed
from tavern.authoring.report.card import card_of
from tavern.authoring.report.dead import dead_texts
from tavern.authoring.report.spelling import doubtful_names
from tests.authoring.an_inn import write_inn
from tests.factory import a_mystery, a_person, a_thing
from tests.places import CONTENT, ROOT


@pytest.fixture
def inn(tmp_path: Path) -> Path:
    return write_inn(tmp_path)


def tavern(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "tavern", "report", *map(str, arguments)]
    return subprocess.run(line, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)


def test_the_command_prints_the_card_and_the_same_as_json(inn: Path) -> None:
    told = tavern(inn)
    assert (told.returncode, told.stderr) == (0, "")
    assert "The Inn" in told.stdout
    found = json.loads(tavern(inn, "--json").stdout)
    endings = found["counts"].pop("endings")  # those of the author, and any that every case has
    assert endings == len(found["endings"]) >= 4
    assert found["counts"] == {
        "rooms": 2, "people": 2, "things": 1, "scenery": 1, "topics": 2, "clues": 3, "lies": 1, "red herrings": 1,
        "deductions": 1, "questions": 1,
    }  # fmt: skip
    assert found["routes"] == {"chip": ["thing", "person", "person"], "ben_slept": ["person"], "ghost": ["gossip"]}
    assert found["red_herrings"] == {"ghost": ["chip"]}
    assert found["lies"] == {"ben_slept": {"said_by": "ben", "exposed_by": ["chip"]}}
    assert found["people"]["ada"]["replies"] == 2
    assert found["words"]["all"] == sum(words for kind, words in found["words"].items() if kind != "all")


def test_what_cannot_be_played_has_no_card(tmp_path: Path) -> None:
    told = tavern(tmp_path / "nothing_here")
    assert (told.returncode, told.stdout) == (2, "")
    assert "Traceback" not in told.stderr


def test_the_card_of_the_shipped_case_fits_in_80_columns_and_knows_its_shortest_proof() -> None:
    card = card_of(CONTENT / "cellar_secret", [CONTENT])
    assert max(map(len, printed.text(card).splitlines())) <= 80
    assert card.proof
    assert card.proof.transcript.startswith("proof_")
    assert "men_both_ways" in {herring.clue: herring.refuted_by for herring in card.herrings}["clue_red_03"]
    assert all(lie.exposed_by for lie in card.lies)
    assert card.least_routes >= 1


def test_a_case_without_a_proof_says_so(inn: Path) -> None:
    assert "no transcript proves the case" in printed.text(card_of(inn, []))


def test_a_proof_is_measured_in_lines_story_minutes_and_words(inn: Path) -> None:
    (inn / "transcripts").mkdir()
    lines = ["look", "examine mug", "think who ben because 1", "accuse who ben with 1 2", "2", "1"]
    (inn / "transcripts" / "solved.txt").write_text("".join(f"> {line}\n" for line in lines), encoding="utf-8")
    proof = card_of(inn, []).proof
    assert proof
    assert 3 <= proof.lines <= 6
    assert proof.needed >= 1


def test_a_name_that_is_nearly_one_of_the_case_is_asked_about(inn: Path) -> None:
    doubts = card_of(inn, []).spelling
    assert [(doubt.word, doubt.meant, doubt.text) for doubt in doubts] == [("Finsh", "Finch", "reply:ada:1")]


def test_plurals_sentence_beginnings_and_common_words_are_no_slips() -> None:
    mystery = a_mystery(
        actors=[a_person("ada", name="Ada Finch"), a_person("rose", name="Rose Marten")],
        items=[a_thing("mug", description="All the Finches drink. Finsh it. They rise, the Rise and the Marten.")],
    )
    assert doubtful_names(mystery) == []


def test_talk_about_what_nobody_can_come_across_is_dead() -> None:
    mystery = a_mystery(
        actors=[a_person("ada", replies=[{"about": "rain", "tell": "Wet."}, {"about": "snow", "tell": "White."}])],
        topics=[{"id": "rain", "name": "rain"}, {"id": "snow", "name": "snow"}],
        items=[a_thing("mug", description="It has caught the rain.")],
    )
    assert [key for key, _ in dead_texts(mystery)] == ["reply:ada:2"]


def test_variants_after_one_that_always_holds_are_dead() -> None:
    text = [{"text": "Always."}, {"when": {"at": "hall"}, "text": "Never."}]
    mystery = a_mystery(items=[a_thing("mug", description=text)])
    assert [key for key, _ in dead_texts(mystery)] == ["thing:mug"]
