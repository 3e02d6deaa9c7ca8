"""What is still missing for a clue."""

import json
from pathlib import Path

import pytest

from tavern.authoring.why import told, why
from tavern.engine.begin import first_world
from tests.authoring.a_folder import PLAY, a_folder, tavern
from tests.factory import a_clue, a_mystery, a_person, a_room, a_thing


def test_every_way_to_a_clue_is_told_with_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tavern("why", a_folder(tmp_path), "--clue", "below") == 0
    assert capsys.readouterr().out.splitlines() == [
        "below (noises below): not held yet.",
        "below.1: comes by itself: missing",
        "- the player is in cellar (now the player is in hall)",
        "- it is between 00:00 and 02:00 (now it is 18:00)",
    ]


def test_it_can_be_asked_of_where_a_transcript_has_come_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = a_folder(tmp_path, cup=PLAY)
    at = f"{folder}/transcripts/cup.txt:1"
    assert tavern("why", "tea", "--content", tmp_path, "--clue", "crumb", "--at", at, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["id"], found["had"], found["ways"][0]["taken"]) == ("crumb", True, True)
    assert found["ways"][1]["missing"] == [{"wants": "relationship with gene is at least 0.4", "now": "it is 0.0"}]


def test_an_id_that_is_not_there_is_told_with_those_near(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tavern("why", a_folder(tmp_path), "--clue", "crum") == 1
    assert capsys.readouterr().err == "No clue or deduction has the id “crum”. There is crumb.\n"
    assert tavern("why", "nowhere_at_all", "--clue", "crumb") == 1
    assert tavern("why", tmp_path / "tea", "--clue", "crumb", "--at", "x", "--save", "y") == 2


def test_what_the_verb_asks_for_is_missing_too() -> None:
    mystery = a_mystery(
        rooms=[{"id": "hall", "name": "Hall", "description": "A hall."}, a_room("yard")],
        items=[a_thing("slate", "yard", minded_by=["sarah"])],
        actors=[a_person("sarah")],
        topics=[{"id": "river", "name": "river", "known": True}],
        clues=[
            a_clue("far", routes=[{"examine": "slate"}]),
            a_clue("said", routes=[{"ask": "sarah", "about": "river"}]),
        ],
    )
    world = first_world(mystery, 1)
    (far,) = why(mystery, world, "far").ways
    assert [str(missing) for missing in far.missing] == ["slate is in sight (now it is in yard)"]
    assert told(why(mystery, world, "said"), mystery)[1:] == ["said.1: ask sarah about river: open now"]


def test_a_deduction_is_told_by_the_cards_it_lacks() -> None:
    mystery = a_mystery(
        clues=[a_clue("one", name="one"), a_clue("two", name="two")],
        deductions=[{"id": "both", "name": "both", "text": "Both.", "from": ["one", "two"]}],
    )
    (way,) = why(mystery, first_world(mystery, 1), "both").ways
    assert (way.act, [str(missing) for missing in way.missing]) == (
        "think, because of one, two",
        ["one is held", "two is held"],
    )
