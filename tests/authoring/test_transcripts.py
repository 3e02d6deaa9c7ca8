"""Transcripts as they are read, played, compared and written anew."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tavern.authoring.difference import COLUMNS, compared, fits, renewed
from tavern.authoring.transcript import load, read, transcripts, up_to
from tavern.authoring.update import updated
from tavern.problem import Problem
from tests.authoring.a_folder import CASE, PLAY, a_folder, tavern

WORDS = st.lists(st.sampled_from(["the", "a", "boot", "shoe.", "He", "goes", "cat,", "…", "end!"]), max_size=14)


def test_what_stands_above_the_first_line_is_wanted_of_the_opening() -> None:
    transcript = read("# why\n@seed 7\n@mystery tea\nA hall. …\n@room hall\n\n> look\nHall\n>wait\n@refused\n")
    assert (transcript.seed, transcript.mystery) == (7, "tea")
    assert (transcript.opening.wanted, [claim.text for claim in transcript.opening.claims]) == (
        "A hall. …",
        ["room hall"],
    )
    assert [(step.turn, step.number, step.line) for step in transcript.steps] == [(1, 7, "look"), (2, 9, "wait")]


def test_turns_are_counted_from_1_and_a_file_may_have_a_colon_in_its_name(tmp_path: Path) -> None:
    plain, odd = tmp_path / "a.txt", tmp_path / "b:1"
    for file in (plain, odd):
        file.write_text("> look\n> wait\n> sleep\n", encoding="utf-8")
    assert [step.line for step in up_to(f"{plain}:2")[1]] == ["look", "wait"]
    assert len(up_to(str(plain))[1]) == len(up_to(str(odd))[1]) == 3


@pytest.mark.parametrize(
    ("wanted", "told"),
    [("a.txt:4", "has no turn 4: 1 line is typed"), ("a.txt:0", "has no turn 0"), ("a.txt:x", "“x” is no turn")],
)
def test_a_turn_that_is_not_there_is_told_in_a_sentence(tmp_path: Path, wanted: str, told: str) -> None:
    (tmp_path / "a.txt").write_text("> look\n", encoding="utf-8")
    with pytest.raises(Problem, match=told):
        up_to(str(tmp_path / wanted))


def test_a_transcript_that_is_too_large_is_told_and_not_cut(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"> look\n" * 200_000)
    with pytest.raises(Problem, match="larger than"):
        load(tmp_path / "a.txt")


def test_a_mystery_in_one_file_has_the_transcripts_that_name_it(tmp_path: Path) -> None:
    (tmp_path / "tea.yaml").write_text(CASE, encoding="utf-8")
    (tmp_path / "transcripts").mkdir()
    for name, head in (("mine", "@mystery tea"), ("other", "@mystery ale")):
        (tmp_path / "transcripts" / f"{name}.txt").write_text(f"{head}\n> look\n", encoding="utf-8")
    assert [file.stem for file in transcripts(tmp_path / "tea.yaml")] == ["mine"]
    assert tavern("test", tmp_path / "tea.yaml") == 0


def test_an_elision_that_still_fits_stays() -> None:
    assert (
        renewed("He takes the boot. … He goes.", "He takes the shoe. A pause. He goes.")
        == "He takes the shoe. … He goes."
    )
    assert renewed("… He goes.", "Rain. He stays.") == "… He stays."
    assert renewed("He says… nothing.", "He says… something.") == "He says… something."


def test_a_paragraph_in_which_nothing_is_new_keeps_its_lines() -> None:
    wanted = "A hall with\na clock.\nIt ticks."
    assert renewed(wanted, "A hall with a clock.\nIt stands.") == "A hall with\na clock.\nIt stands."


@given(WORDS, WORDS)
def test_new_words_fit_what_came_and_lines_fit_the_file(wanted: list[str], came: list[str]) -> None:
    text = " ".join(word for word in came if word != "…")
    new = renewed(" ".join(wanted), text)
    assert fits(new, text)
    assert all(len(line) <= COLUMNS for line in new.splitlines())


def test_a_difference_is_shown_sentence_by_sentence() -> None:
    wanted = "One. Two. Three. Four is here. Five. Six."
    assert compared(wanted, wanted.replace("Four is", "Four was")) == [
        (" ", "⋮"), (" ", "Three."), ("-", "Four is here."), ("+", "Four was here."), (" ", "Five."), (" ", "⋮"),
    ]  # fmt: skip


def test_what_is_played_as_it_is_written_is_fine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tavern("test", a_folder(tmp_path, cup=PLAY)) == 0
    assert capsys.readouterr().out == "1 transcript, 0 differences.\n"


def test_a_difference_is_told_with_its_place_and_turn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = a_folder(tmp_path, cup=PLAY.replace("And gone.", "And drunk."))
    assert tavern("test", folder) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{folder}/transcripts/cup.txt:6: turn 2",
        "  > ask gene about tea",
        '    "Cold," says Gene.',
        '  - "And drunk."',
        '  + "And gone."',
        "",
        "1 transcript, 1 difference.",
    ]


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("@found below", "+ nothing of the kind"),
        ("@found crum", "+ nothing has the id “crum”: write crumb"),
        ("@foudn crumb", "+ “@foudn” is no claim: write @found"),
        ("@room cellar", "+ @room hall"),
        ("@refused", "+ @done"),
    ],
)
def test_a_claim_that_does_not_hold_is_told_with_what_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], claim: str, told: str
) -> None:
    assert tavern("test", a_folder(tmp_path, clock=f"> look\n{claim}\n")) == 1
    shown = capsys.readouterr().out
    assert f"- {claim}" in shown
    assert told in shown


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("> wait until 06:00\n> sleep\n> sleep\n> look\n> north\n", "The story had ended at turn"),
        ("> look\n>\n", "the file breaks off"),
        ("# only a comment\n", "No line is typed"),
        ("A kitchen. …\n\n> look\n", "the opening"),
        ("> frobnicate the clock\n", "a line that is understood"),
    ],
)
def test_what_is_not_reached_is_a_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    assert tavern("test", a_folder(tmp_path, end=text)) == 1
    assert told in capsys.readouterr().out


def test_only_those_asked_for_are_played(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = a_folder(tmp_path, cup=PLAY, broken="> frobnicate\n")
    assert tavern("test", folder, "-k", "CUP") == 0
    assert tavern("test", folder, "-k", "ghost") == 2
    assert "No transcript has “ghost” in its name: there is broken, cup." in capsys.readouterr().err


def test_a_mystery_without_transcripts_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tavern("test", a_folder(tmp_path)) == 1
    assert "There is no transcript in" in capsys.readouterr().err


def test_new_words_are_shown_and_then_written_and_all_else_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = PLAY.replace("There is a crumb in the cup.", "There is a fly in the cup.").replace('"Cold,"', '"Hot,"')
    folder = a_folder(tmp_path, cup=old)
    assert tavern("test", folder, "--update") == 0
    shown = capsys.readouterr().out
    assert "- There is a fly in the cup." in shown
    assert shown.endswith("cup.txt is written anew.\n1 transcript, 0 differences.\n")
    assert (folder / "transcripts" / "cup.txt").read_text(encoding="utf-8") == PLAY
    assert [file.name for file in (folder / "transcripts").iterdir()] == ["cup.txt"]


def test_no_new_words_mend_a_claim(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, cup="> look\nA kitchen.\n@found crumb\n")
    assert tavern("test", folder, "--update") == 1
    text = (folder / "transcripts" / "cup.txt").read_text(encoding="utf-8")
    assert text.endswith("@found crumb\n")
    assert "A kitchen" not in text


def test_comments_between_words_are_kept() -> None:
    from tavern.authoring.replay import Difference

    text = "> look\nA kitchen.\n# and\n\nIt ticks.\n\n> wait\n"
    step = read(text).steps[0]
    found = Difference(Path("a.txt"), step, "words", step.wanted, "Hall\nA hall. It ticks.")
    assert updated(text, [found]) == "> look\nHall\nA hall. It ticks.\n# and\n\n> wait\n"


def test_programs_get_it_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import json

    folder = a_folder(tmp_path, cup=PLAY, look="> look\nA kitchen.\n")
    assert tavern("test", folder, "--json", "--cover") == 1
    found = json.loads(capsys.readouterr().out)
    assert [len(one["differences"]) for one in found["transcripts"]] == [0, 1]
    assert found["transcripts"][1]["differences"][0]["wanted"] == "A kitchen."
    assert found["cover"]["tea"]["rooms"] == {"all": 2, "never_reached": ["cellar"]}


def test_what_no_transcript_reached_is_counted_and_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tavern("test", a_folder(tmp_path, cup=PLAY), "--cover") == 0
    shown = capsys.readouterr().out
    assert shown.splitlines()[0] == "tea, by 1 transcript:"
    assert shown.splitlines()[1].split() == ["clues", "1", "of", "2", "50", "%"]
    for line in (
        "clues never reached (1):\n  below: noises below",
        "routes never reached (2):\n  crumb.2\n  below.1",
        'replies never reached (1):\n  reply:gene:2: "Wet," says Gene.',
        "rooms never reached (1):\n  cellar",
        "  room:cellar: A cellar.",
    ):
        assert line in shown


def test_what_the_author_put_there_is_not_counted_as_reached(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_folder(tmp_path, cup="> #goto cellar\n> #reveal below\n@found below\n")
    assert tavern("test", folder, "--cover") == 0
    shown = capsys.readouterr().out
    assert "  below: noises below" in shown
    assert "rooms never reached (1):\n  cellar" in shown


def test_many_transcripts_are_played_in_several_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tavern.authoring import testing

    monkeypatch.setattr(testing, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    folder = a_folder(tmp_path, a=PLAY, b="> look\nA kitchen.\n", c=PLAY)
    tested = testing.test(testing.plays([folder], []), cover=True)
    assert [one.play.transcript.path.stem for one in tested] == ["a", "b", "c"]
    assert [len(one.differences) for one in tested] == [0, 1, 0]


def test_a_mystery_with_mistakes_is_told_with_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = a_folder(tmp_path, cup=PLAY)
    (folder / "case.yaml").write_text(CASE.replace("examine: cup", "examine: cap"), encoding="utf-8")
    assert tavern("test", folder) == 1
    assert "case.yaml" in capsys.readouterr().err


def test_a_transcript_away_from_home_has_to_say_what_it_plays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a_folder(tmp_path)
    stray = tmp_path / "stray.txt"
    stray.write_text("> look\n", encoding="utf-8")
    assert tavern("test", stray, "--content", tmp_path) == 1
    assert "put `@mystery ID` at its top" in capsys.readouterr().err
    stray.write_text("@mystery tea\n> look\n", encoding="utf-8")
    assert tavern("test", stray, "--content", tmp_path) == 0
