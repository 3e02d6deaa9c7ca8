"""What an author's command is about: a path, or an id, whichever is typed."""

from pathlib import Path

import pytest

from tests.authoring.a_folder import a_folder, tavern

PLAY = "> look\n"
COMMANDS = [
    ("check",),
    ("test",),
    ("graph",),
    ("report",),
    ("explore", "--runs", "1", "--jobs", "1"),
    ("why", "--clue", "crumb"),
    ("play", "--plain", "--no-save"),
    ("record", "--out", "new.txt", "--overwrite"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_mystery_is_named_by_its_folder_or_by_its_id(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_folder(tmp_path / "content", look=PLAY)
    name, *options = command
    monkeypatch.chdir(tmp_path)
    for meant in (str(folder), f"content/{folder.name}", folder.name):
        assert tavern(name, meant, *options, "--content", tmp_path / "content", typed="look\n") == 0
    (tmp_path / folder.name).mkdir()  # only a folder of that name, with nothing in it to play
    assert tavern(name, folder.name, *options, "--content", tmp_path / "content", typed="look\n") == 0


@pytest.mark.parametrize("command", ["check", "test", "report", "explore"])
def test_what_is_neither_is_told_with_what_is_near(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    a_folder(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert tavern(command, "taa") == 2
    assert "no file, no folder, and no mystery of that id. tea is near." in capsys.readouterr().err
