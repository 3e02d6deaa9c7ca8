"""A mystery written from the tutorial and the guides alone: it has no mistakes, plays as its transcripts say, and is fair."""

from pathlib import Path

import pytest

from tavern.authoring.replay import play
from tavern.authoring.transcript import load
from tavern.cli import main
from tavern.compiler.compile import compile_folder
from tavern.diagnostics.render import full
from tavern.games import Games
from tests.places import ROOT

WRITTEN = ROOT / "tests" / "content" / "written"
TRANSCRIPTS = sorted((WRITTEN / "transcripts").glob("*.txt"))


def test_it_has_no_mistakes_and_raises_no_doubts() -> None:
    compiled = compile_folder(WRITTEN, [WRITTEN.parent])
    assert not compiled.diagnostics, full(compiled.diagnostics, compiled.sources)


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_it_plays_as_its_transcripts_say(path: Path) -> None:
    game = Games([WRITTEN.parent], None).new("written")
    assert [str(difference) for difference in play(game, load(path))] == []


def test_it_is_proved_fair() -> None:
    assert main(["prove", str(WRITTEN), "--no-write"]) == 0
