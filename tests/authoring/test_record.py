"""Transcripts made by playing."""

from pathlib import Path

import pytest

from tests.authoring.a_folder import a_folder, tavern


def test_what_was_played_is_written_with_its_claims_and_plays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_folder(tmp_path)
    assert tavern("record", folder, typed="examine cup\nask gene about tea\nquit\n") == 0
    file = folder / "transcripts" / "recorded.txt"
    assert capsys.readouterr().out.endswith(f"Written to {file}: 2 lines.\n")
    text = file.read_text(encoding="utf-8")
    assert text.startswith("> examine cup\nThere is a crumb in the cup.\n")
    assert "\n@found crumb\n\n> ask gene about tea\n" in text
    assert tavern("test", folder) == 0


def test_lines_that_were_taken_back_are_not_in_it(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    typed = "undo\ndown\nundo\nexamine cup\nundo\nredo\nwait\nundo\n"
    assert tavern("record", folder, "--out", tmp_path / "cup.txt", "--seed", "7", typed=typed) == 0
    lines = (tmp_path / "cup.txt").read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["@mystery tea", "@seed 7"]
    assert [line for line in lines if line.startswith(">")] == ["> examine cup"]


def test_a_file_that_is_there_is_written_over_only_when_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = a_folder(tmp_path), tmp_path / "cup.txt"
    out.write_text("mine", encoding="utf-8")
    assert tavern("record", folder, "--out", out, typed="look\n") == 2
    assert "is there already" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "mine"
    assert tavern("record", folder, "--out", out, "--overwrite", typed="look\n") == 0
    assert tavern("record", folder, typed="look\n") == tavern("record", folder, typed="look\n") == 0
    assert sorted(file.name for file in (folder / "transcripts").iterdir()) == ["recorded.txt", "recorded_2.txt"]


def test_where_nothing_was_played_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = a_folder(tmp_path)
    assert tavern("record", folder, typed="quit\n") == 0
    assert capsys.readouterr().out.endswith("Nothing was played, so nothing is written.\n")
    assert list((folder / "transcripts").iterdir()) == []


def test_what_cannot_be_written_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert tavern("record", a_folder(tmp_path), "--out", tmp_path / "file" / "x.txt", typed="examine cup\n") == 1
    shown = capsys.readouterr()
    assert "\n@found crumb\n" in shown.out
    assert "cannot be written" in shown.err


def test_lines_of_the_authors_desk_are_kept_where_they_did_something(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    assert tavern("record", folder, "--author", typed="#state\n#goto cellar\n#why crumb\n#time 00:30\n") == 0
    text = (folder / "transcripts" / "recorded.txt").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith(">")] == ["> #goto cellar", "> #time 00:30"]
    assert "@found below" in text
    assert tavern("test", folder) == 0


def test_what_was_not_understood_is_left_out_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = a_folder(tmp_path)
    assert tavern("record", folder, typed="flurb the cup\nexamine cup\nxyzzy\n") == 0
    file = folder / "transcripts" / "recorded.txt"
    told = "1 line. Left out, as not understood: “flurb the cup”, “xyzzy”."
    assert capsys.readouterr().out.endswith(f"Written to {file}: {told}\n")
    assert [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith(">")] == ["> examine cup"]


def test_a_line_that_was_mended_afterwards_is_kept_with_what_mends_it(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    assert tavern("record", folder, typed="examine qqq\noops cup\n") == 0
    text = (folder / "transcripts" / "recorded.txt").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith(">")] == ["> examine qqq", "> oops cup"]
    assert "@found crumb" in text
