"""`tavern new`: what it writes plays at once, and what it cannot do it says in a sentence."""

import json
from pathlib import Path

import pytest

from tavern.authoring.check import check
from tavern.authoring.scaffold import IN_A_SETTING, TEMPLATES, make, title_of
from tavern.cli import main
from tavern.compiler.compile import compile_folder
from tavern.compiler.schema import FILE, schema
from tavern.games import Games
from tavern.model.mystery import Mystery
from tavern.problem import Problem
from tests.places import CONTENT

KINDS = ["", *IN_A_SETTING]


def compiled(folder: Path) -> Mystery:
    mystery = compile_folder(folder, [CONTENT]).mystery
    assert mystery is not None
    return mystery


@pytest.mark.parametrize("setting", KINDS, ids=["alone", *IN_A_SETTING])
def test_a_new_mystery_has_no_mistakes(setting: str, tmp_path: Path) -> None:
    made = make("wet_coat", tmp_path, setting)
    printed = check([made.folder], "concise", [CONTENT]).text
    assert printed == ""


@pytest.mark.parametrize("setting", KINDS, ids=["alone", *IN_A_SETTING])
def test_a_new_mystery_has_the_name_it_was_given_and_keeps_nothing_of_the_old_one(setting: str, tmp_path: Path) -> None:
    made = make("wet_coat", tmp_path, setting)
    mystery = compiled(made.folder)
    assert (mystery.id, mystery.title) == ("wet_coat", "Wet Coat")
    written = "".join(path.read_text(encoding="utf-8") for path in made.folder.rglob("*.*"))
    assert not any(path.name in written for path in TEMPLATES.iterdir())


@pytest.mark.parametrize("setting", KINDS, ids=["alone", *IN_A_SETTING])
def test_the_transcript_of_a_new_mystery_plays(
    setting: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = make("wet_coat", tmp_path, setting)
    assert main(["test", str(made.folder)]) == 0
    assert "1 transcript, 0 differences" in capsys.readouterr().out


@pytest.mark.parametrize("setting", KINDS, ids=["alone", *IN_A_SETTING])
def test_every_needed_clue_of_a_new_mystery_has_three_routes_of_different_origin(setting: str, tmp_path: Path) -> None:
    mystery = compiled(make("wet_coat", tmp_path, setting).folder)
    for clue in mystery.solution.requires[0]:
        origins = {route.origin for route in mystery.routes.values() if route.clue == clue}
        assert len(origins) >= 3, clue


@pytest.mark.parametrize(
    "setting",
    ["", *(pytest.param(setting, marks=pytest.mark.full) for setting in IN_A_SETTING)],
    ids=["alone", *IN_A_SETTING],
)
def test_a_new_mystery_is_proved_fair(setting: str, tmp_path: Path) -> None:
    made = make("wet_coat", tmp_path, setting)
    assert main(["prove", str(made.folder), "--no-write"]) == 0


def test_an_editor_finds_the_schema_from_a_new_mystery(tmp_path: Path) -> None:
    made = make("wet_coat", tmp_path)
    first, _, _ = (made.folder / "mystery.yaml").read_text(encoding="utf-8").partition("\n")
    assert (made.folder / first.partition("$schema=")[2]).resolve() == made.schema
    assert json.loads((tmp_path / FILE).read_text(encoding="utf-8")) == json.loads(schema())


def test_an_older_schema_is_written_anew_and_a_file_of_another_kind_is_left(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(schema().replace("The places.", "Places."), encoding="utf-8")
    assert make("one", tmp_path).schema == tmp_path / FILE
    assert (tmp_path / FILE).read_text(encoding="utf-8") == schema()
    (tmp_path / FILE).write_text("{}", encoding="utf-8")
    assert make("two", tmp_path).schema is None
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "{}"


def test_a_new_mystery_is_listed_beside_the_others(tmp_path: Path) -> None:
    make("wet_coat", tmp_path / "mysteries")
    make("cold_tea", tmp_path / "mysteries")
    assert [card.title for card in Games([tmp_path / "mysteries"], None).mysteries()] == ["Cold Tea", "Wet Coat"]


def test_a_folder_that_is_there_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "wet_coat").mkdir()
    with pytest.raises(Problem, match="is there already: choose another name"):
        make("wet_coat", tmp_path)
    assert list((tmp_path / "wet_coat").iterdir()) == []


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("The Wet Coat", "the_wet_coat"),
        ("wet-coat", "wet_coat"),
        ("sub/wet_coat", "wet_coat"),
        ("../wet_coat", "wet_coat"),
        ("42", "mystery"),
        ("", "mystery"),
        ("…", "mystery"),
        ("true", "my_true"),
        ("x" * 61, "x" * 50),
        ("wet\x1b[31m", "wet_31m"),
    ],
)
def test_a_name_that_cannot_be_one_is_answered_with_one_that_can(name: str, better: str, tmp_path: Path) -> None:
    with pytest.raises(Problem, match=rf"write `{better}`") as problem:
        make(name, tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert problem.value.exit_code == 2
    assert "\x1b" not in str(problem.value)


def test_a_mystery_cannot_borrow_itself(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="write `my_rusted_tankard`"):
        make("rusted_tankard", tmp_path, "rusted_tankard")


def test_a_file_in_place_of_the_folder_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("", encoding="utf-8")
    with pytest.raises(Problem, match="is a file, and no folder to put a mystery in"):
        make("wet_coat", tmp_path / "content")


def test_titles_are_made_of_the_words_of_the_name() -> None:
    assert title_of("the_wet_coat_2") == "The Wet Coat 2"


def test_the_command_says_what_to_do_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "wet_coat"]) == 0
    said = capsys.readouterr().out
    for command in (
        "tavern play wet_coat --content .",
        "tavern watch wet_coat",
        "tavern check wet_coat",
        "tavern test wet_coat",
    ):
        assert command in said
