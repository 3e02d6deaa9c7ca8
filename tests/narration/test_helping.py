"""The page of help."""

import pytest

from tavern.games import Games
from tests.places import CONTENT, ROOT

HERE = ROOT / "tests" / "content"


@pytest.mark.parametrize("mystery", ["cellar_secret", "first", "cloak", "night_train"])
def test_the_examples_of_the_help_are_understood_as_they_stand(mystery: str) -> None:
    game = Games([CONTENT, HERE], None).new(mystery, seed=1)
    [first, *_] = (paragraph.text for paragraph in game.feed("help").paragraphs if "plain words" in paragraph.text)
    examples = first.split("*")[1::2]
    assert len(examples) >= 4
    for line in examples:
        assert game.feed(line).outcome in ("done", "refused")
        game.feed("restart")


def test_the_help_names_nobody_who_was_not_met() -> None:
    game = Games([HERE], None).new("cloak", seed=1)
    assert "gene" not in " ".join(paragraph.text for paragraph in game.feed("help").paragraphs).casefold()
