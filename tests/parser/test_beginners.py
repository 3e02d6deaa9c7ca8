"""Lines of people who have read no manual: how many were understood at first hearing, and how many are now."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tavern.games import Games
from tavern.model.report import Report
from tests.parser.notation import came_of, is_meant
from tests.places import CONTENT

LINES = Path(__file__).with_name("beginners.txt")
# What was understood well enough, and told of the world as it stands: it goes otherwise than it went when the lines were typed.
OF_THE_WORLD = ("is not here to", "Nobody here goes by", "You hold no card", "There is nobody here")


@dataclass(frozen=True, slots=True)
class Beginner:
    """A line as typed. at_first: it was understood when the game first heard it; means: by hand, "" where none is given."""

    at_first: bool
    line: str
    means: str


def test_there_are_enough_lines_of_both_kinds() -> None:
    assert len(_played()) >= 150
    assert len(_made_up()) >= 50


def test_what_was_understood_at_first_hearing_is_reported() -> None:
    played, made_up = (sum(line.at_first for line in lines) / len(lines) for lines in (_played(), _made_up()))
    shares = f"{played:.1%} of {len(_played())} played, {made_up:.1%} of {len(_made_up())} made up"
    print("understood at first hearing:", shares)  # noqa: T201 - this is the report
    assert played > 0.8
    assert made_up > 0.4


def test_nearly_every_line_somebody_played_makes_sense_by_now() -> None:
    game = Games([CONTENT], None).new("cellar_secret", seed=1)
    came = [(line.line, game.feed(line.line)) for line in _played()]
    lost = [f"{line}\n    {report.paragraphs[-1].text}" for line, report in came if _is_lost(report)]
    share = f"of {len(came)} lines in play {1 - len(lost) / len(came):.1%} make sense now"
    print(share)  # noqa: T201 - this is the report
    assert len(lost) < 0.05 * len(came), "\n".join((share, *lost))


def test_most_lines_made_up_mean_by_now_what_they_should() -> None:
    games = Games([CONTENT], None)
    wrong: list[str] = []
    for each in _made_up():
        game = games.new("cellar_secret", seed=1)
        came = came_of(game, game.feed(each.line))
        if not is_meant(each.means, came):
            wrong.append(f"{each.line}\n    {came}\n    not {each.means}")
    share = f"of {len(_made_up())} lines made up {1 - len(wrong) / len(_made_up()):.1%} mean what they should"
    print(share)  # noqa: T201 - this is the report
    assert len(wrong) <= 0.1 * len(_made_up()), "\n".join((share, *wrong))


def _is_lost(report: Report) -> bool:
    told = report.paragraphs[-1].text
    return report.outcome == "misunderstood" and not any(words in told for words in OF_THE_WORLD)


def _played() -> list[Beginner]:
    return [line for line in _lines() if not line.means]


def _made_up() -> list[Beginner]:
    return [line for line in _lines() if line.means]


@cache
def _lines() -> list[Beginner]:
    lines = [line for line in LINES.read_text().splitlines() if line and not line.startswith("#")]
    return [_line(line) for line in lines]


def _line(text: str) -> Beginner:
    line, _, means = text[2:].partition(" | ")
    return Beginner(text[0] == "+", line.strip(), means.strip())
