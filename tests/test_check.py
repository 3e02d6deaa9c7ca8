"""`tavern check` and `tavern explain`, as an author types them."""

import os
import shutil
import signal
import subprocess
import sys
from json import loads
from pathlib import Path

import pytest

from tavern.authoring.changes import changed, next_change
from tavern.cli import main
from tavern.compiler.stamps import stamps
from tavern.diagnostics import CATALOGUE, Edit, Span, edited
from tests.places import CONTENT, ROOT

HOUSE = ROOT / "tests" / "content" / "house.yaml"
INTERRUPTIBLE = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have started the tests without it
from tavern.cli import main
sys.exit(main(sys.argv[1:]))
"""
MISSPELT = "clues: [{id: c, text: d, routes: [{ask: geen}]}]\n"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def a_house(name: str, addition: str = "") -> Path:
    folder = Path(name)
    folder.mkdir()
    shutil.copy(HOUSE, folder / "house.yaml")
    if addition:
        (folder / "more.yaml").write_text(addition, encoding="utf-8")
    return folder


def test_several_paths_are_checked_in_turn(capsys: pytest.CaptureFixture[str]) -> None:
    a_house("one")
    a_house("two", MISSPELT)
    assert main(["check", "one", "two"]) == 1
    printed = capsys.readouterr().out
    assert printed.startswith("one is a mystery. It has no mistakes.\n\nerror[T011]")
    assert printed.endswith("\n1 error in two.\n")


def test_json_carries_a_fix_that_can_be_made(capsys: pytest.CaptureFixture[str]) -> None:
    path = a_house("house", MISSPELT) / "more.yaml"
    assert main(["check", "house", "--format", "json"]) == 1
    [told] = loads(capsys.readouterr().out)
    edits = [Edit(Span(*(edit[name] for name in Span._fields)), edit["text"]) for edit in told["edits"]]
    path.write_text(edited(path.read_text(encoding="utf-8"), edits), encoding="utf-8")
    assert main(["check", "house", "--format", "json"]) == 0
    assert loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("huose", "There is nothing at huose: no file, no folder, and no mystery of that id. house is near.\n"),
        ("notes.txt", "notes.txt is no content: content stands in files that end in .yaml or .yml.\n"),
    ],
)
def test_a_path_without_content_is_a_sentence(path: str, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    a_house("house")
    Path("notes.txt").write_text("Gene goes down.\n", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["check", path])
    assert ended.value.code == 2
    assert capsys.readouterr() == ("", sentence)


def test_an_empty_folder_has_one_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty").mkdir()
    assert main(["check", "empty", "--format", "concise"]) == 1
    assert capsys.readouterr().out.startswith("empty: error[T105]: a folder without content files: ")


def test_nothing_named_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 2
    assert "Missing argument" in capsys.readouterr().err


def test_a_folder_of_mysteries_is_each_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    Path("all").mkdir()
    a_house("all/house")
    a_house("all/inn").joinpath("house.yaml").write_text("topics: [river]\n", encoding="utf-8")
    assert main(["check", "all"]) == 0
    first, _, second = capsys.readouterr().out.splitlines()
    assert (first, second[:24]) == ("all/house is a mystery. It has no mistakes.", "all/inn is a setting, wi")


def test_the_id_of_a_mystery_will_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "cellar_secret", "--content", str(CONTENT)]) == 0
    assert capsys.readouterr().out == f"{CONTENT / 'cellar_secret'} is a mystery. It has no mistakes.\n"


def test_a_file_of_a_mystery_is_checked_with_the_rest_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    a_house("house", MISSPELT)
    (Path("house") / "other.yaml").write_text("topics: []\n", encoding="utf-8")
    assert main(["check", "house/other.yaml"]) == 0
    assert capsys.readouterr().out == "house/other.yaml is a part of house. It has no mistakes.\n"
    assert main(["check", "house/more.yaml"]) == 1
    assert capsys.readouterr().out.endswith("1 error in house/more.yaml.\n")


def test_a_saved_file_is_seen(tmp_path: Path) -> None:
    folder = a_house("house")
    before = stamps([folder])
    assert changed(before, stamps([folder])) == []
    (folder / "house.yaml").write_text("topics: []\n", encoding="utf-8")
    (folder / "new.yaml").write_text("topics: []\n", encoding="utf-8")
    names = [path.name for path in next_change([folder], before, every=0.01)]
    assert names == ["house.yaml", "new.yaml"]
    assert stamps([tmp_path / "nowhere"]) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent as a signal")
def test_watching_checks_again_and_ends_with_the_last_result() -> None:
    folder = a_house("house")
    command = [sys.executable, "-c", INTERRUPTIBLE, "check", "house", "--watch", "--format", "concise"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True
    ) as watching:
        assert watching.stdout
        assert watching.stderr
        try:
            assert watching.stderr.readline() == "Watching house. Ctrl-C ends.\n"
            (folder / "more.yaml").write_text(MISSPELT, encoding="utf-8")
            assert watching.stderr.readline() == "--- more.yaml was saved ---\n"
            assert watching.stdout.readline().startswith("house/more.yaml:1:41: error[T011]")
            assert watching.stderr.readline() == "Watching house. Ctrl-C ends.\n"
            watching.send_signal(signal.SIGINT)
            assert watching.wait(10) == 1
        finally:
            watching.kill()


def test_a_code_is_explained_with_its_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "t012", "T103"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("error[T012]: a topic that does not exist\n  Topics are the ideas under `topics:`")
    assert "\n          - {about: celar, tell: Nothing down there.}\n" in printed
    assert printed.endswith(
        "\nerror[T103]: a file that is too large\n  A content file may have 1 MB, about as much text as a long novel.\n"
    )


def test_without_a_code_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[:4] for line in lines] == list(CATALOGUE)
    assert "T307  warning  a clue that nobody reveals" in lines


def test_codes_are_there_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--json"]) == 0
    assert [entry["code"] for entry in loads(capsys.readouterr().out)] == list(CATALOGUE)
    assert main(["explain", "T012", "--json"]) == 0
    [entry] = loads(capsys.readouterr().out)
    assert entry["example"] == CATALOGUE["T012"].example


def test_of_a_code_that_is_none_near_ones_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "T01", "XYZ"]) == 2
    assert capsys.readouterr().err == (
        "No code is called `T01`. Near are `T001`, `T010` or `T011`.\nNo code is called `XYZ`. `tavern explain` lists them all.\n"
    )
