"""Exploring: counts that hang on the seed alone, crashes as short transcripts, words that name nothing."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tavern.authoring.explore import printed
from tavern.authoring.explore.crash import Crash, replayed, shortest, transcript
from tavern.authoring.explore.exploring import Found, Plan, explored
from tavern.authoring.explore.nouns import nouns
from tavern.authoring.explore.play import Errand, journey
from tavern.authoring.explore.prose import prose_of
from tavern.authoring.explore.tally import there_is
from tavern.authoring.transcript import read
from tavern.cli.explore import written
from tavern.model.commands import Act
from tavern.model.effects import End
from tavern.model.mystery import Mystery
from tavern.model.rules import Rule
from tests.authoring.an_inn import WORLD, write_inn
from tests.factory import a_clue, a_mystery, a_person, a_thing
from tests.places import ROOT


@pytest.fixture
def inn(tmp_path: Path) -> Path:
    return write_inn(tmp_path)


def tavern(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tavern", "explore", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, timeout=120, check=False)


def found_in(mystery: Mystery, runs: int = 2, seed: int = 1) -> Found:
    """Everything that plays of a mystery find, in this process."""
    return explored(mystery, [], Plan(runs, seed), partial(map, partial(journey, mystery)), lambda: None)


def test_a_small_case_is_reached_whole(inn: Path) -> None:
    played = tavern(inn, "--runs", "2", "--jobs", "1")
    assert (played.returncode, played.stderr) == (0, "")
    for line in ("Rooms: 2 of 2 reached.", "Clues: 3 of 3 reached.", "Replies: 2 of 2 reached.", "Nothing broke."):
        assert line in played.stdout
    assert max(map(len, played.stdout.splitlines())) <= 80
    assert not list(inn.glob("transcripts"))


@pytest.mark.full
def test_the_same_seed_finds_the_same_with_any_number_of_jobs(inn: Path) -> None:
    one, two = (tavern(inn, "--runs", "9", "--jobs", jobs, "--json").stdout for jobs in ("1", "2"))
    assert one == two
    seeds = [tavern(inn, "--runs", "1", "--jobs", "1", "--seed", seed, "--json").stdout for seed in ("1", "2")]
    assert seeds[0] != seeds[1]


def test_plays_are_counted_beside_the_transcripts(inn: Path) -> None:
    (inn / "transcripts").mkdir()
    (inn / "transcripts" / "look.txt").write_text("> look\n", encoding="utf-8")
    told = tavern(inn, "--runs", "1", "--jobs", "1").stdout
    assert " lines in 1 play and your 1 transcript, seed 1," in " ".join(told.split())
    found = json.loads(tavern(inn, "--runs", "2", "--jobs", "1", "--json").stdout)
    assert (found["plays"], found["transcripts"]) == (2, 1)


def test_json_has_every_count_and_nothing_else(inn: Path) -> None:
    found = json.loads(tavern(inn, "--runs", "1", "--jobs", "1", "--json").stdout)
    assert set(found["reached"]) == {"room", "clue", "route", "reply", "deduction", "ending"}
    assert found["reached"]["clue"]["chip"] > 0
    assert found["lines"] > 250
    assert found["crashes"] == []


def test_what_can_not_be_played_is_told_as_check_tells_it(inn: Path) -> None:
    (inn / "world.yaml").write_text(WORLD.replace("to: kitchen", "to: kitchn"), encoding="utf-8")
    played = tavern(inn)
    assert (played.returncode, played.stdout) == (1, "")
    assert "kitchn" in played.stderr
    assert "errors have to be mended first" in played.stderr


def test_transcripts_are_played_too_and_those_that_cannot_be_read_are_passed_over(inn: Path) -> None:
    (inn / "transcripts").mkdir()
    (inn / "transcripts" / "good.txt").write_text("> go north\n> wait 3 minutes\n", encoding="utf-8")
    (inn / "transcripts" / "bad.txt").write_text("@seed none\n> go north\n", encoding="utf-8")
    found = json.loads(tavern(inn, "--runs", "1", "--jobs", "1", "--json").stdout)
    assert (found["plays"], found["transcripts"]) == (1, 1)


def broken(opening: str = "") -> Mystery:
    """A mystery in which touching the mug ends the story as nobody wrote it: no content that compiles can have that."""
    whole = a_mystery(items=[a_thing("mug"), a_thing("jug")])
    act = Act("touch", "mug")
    ends = Rule("ends", act, effects=(End("no_such_ending"),), rank=2)
    return replace(whole, rules={("touch", "mug", ""): (ends,)}, start=opening or whole.start)


def test_a_crash_is_counted_made_short_and_plays_again(tmp_path: Path) -> None:
    mystery = broken()
    found = found_in(mystery)
    assert found.crashes
    for crash in found.crashes.values():
        assert crash.what.startswith("KeyError")
        assert crash.lines == ("touch mug",)
        steps = read(transcript(crash, mystery.title)).steps
        again = replayed(mystery, [step.line for step in steps], crash.seed)
        assert again
        assert again.kind == crash.kind
    assert "broke the game" in printed.text(found, 1.0, [str(tmp_path / "crash_1.txt")])


def test_crashes_are_written_where_the_author_says(tmp_path: Path) -> None:
    found = found_in(broken(), runs=1)
    (file,) = written(found, tmp_path / "out")
    text = Path(file).read_text(encoding="utf-8")
    assert text.endswith("@seed " + str(next(iter(found.crashes.values())).seed) + "\n\n> touch mug\n")


def test_a_game_that_does_not_even_open_is_a_crash_without_lines() -> None:
    found = found_in(broken(opening="no_such_room"), runs=1)
    assert [crash.lines for crash in found.crashes.values()] == [()]


def test_lines_that_a_crash_does_not_need_are_dropped() -> None:
    def play(lines: Sequence[str]) -> Crash | None:
        breaks = "a" in lines and "b" in lines
        return Crash("KeyError: x", "here", tuple(lines), 1) if breaks else None

    long = Crash("KeyError: y", "here", tuple("xxaxxxxxbxx"), 1)
    assert shortest(long, play).lines == ("a", "b")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The old oak door stands open.", ("door",)),
        ("A fire burns low in the grate.", ("fire", "grate")),
        ("Rain ticks on the bullseye glass.", ("glass",)),
        ("Gene's apron hangs from a whitewashed ceiling.", ("apron", "ceiling")),
        ("He holds the mug up, and the same mug again.", ("mug",)),
        ("The way is long; the other is not.", ()),
        ("", ()),
    ],
)
def test_a_noun_is_told_by_its_place(text: str, wanted: tuple[str, ...]) -> None:
    assert nouns(text) == wanted


def test_a_noun_that_names_nothing_is_a_gap_and_one_that_does_is_none(inn: Path) -> None:
    found = json.loads(tavern(inn, "--runs", "1", "--jobs", "1", "--json").stdout)
    gaps = {gap["word"]: gap for gap in found["gaps"]}
    assert set(gaps) == {"sideboard", "rim", "hat"}
    assert gaps["rim"]["meant"] == "mug"
    assert gaps["sideboard"]["room"] == "hall"
    assert gaps["sideboard"]["read"] > 0


def test_a_line_is_found_in_what_was_printed_around_it() -> None:
    mystery = a_mystery(
        rooms=[{"id": "hall", "name": "Hall", "description": ["First words of it.", "Second words of it."]}],
        items=[a_thing("mug", description="A mug with a {hall} on it.")],
    )
    prose = prose_of(mystery)
    assert prose.told_in("You look. First words of it! And on.") == ("room:hall (1.1)",)
    assert prose.told_in("A mug with a hall on it.") == ("thing:mug",)
    assert prose.told_in("Nothing of the kind.") == ()


def test_replies_are_what_people_say_and_clues_are_not() -> None:
    mystery = a_mystery(
        actors=[a_person("ada", replies=[{"about": "rain", "tell": "Wet."}])],
        topics=[{"id": "rain", "name": "rain", "known": True}],
        clues=[a_clue("wet", routes=[{"ask": "ada", "about": "rain"}])],
    )
    assert there_is(mystery)["reply"] == ("reply:ada:1",)
    assert there_is(mystery)["route"] == ("wet.1",)


def test_a_play_takes_back_what_it_only_tried() -> None:
    mystery = a_mystery(items=[a_thing("mug"), a_thing("jug")])
    done = journey(mystery, Errand(seed=1, game_seed=1, lines=3))
    assert "undo" in done.typed
    assert done.tried
    assert not done.crashes
