"""The sentence shapes of published games, said in The Cellar Secret: how many of them mean what they should."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tavern.game import Game
from tavern.games import Games
from tavern.model import events as e
from tavern.model.events import Event
from tavern.model.mystery import Mystery
from tavern.model.report import Report
from tavern.narration.stock import NO_USE, NO_USE_BARE, NOTHING_COMES, PLAIN, PLAIN_BARE
from tavern.narration.wording import FROM_HERE, name_of
from tests.parser.notation import came_of, is_meant
from tests.places import CONTENT

TABLE = Path(__file__).with_name("patterns.txt")
OF_ALL = 10_000  # shares are hundredths of a percent
ANY_VERB = [
    re.compile(re.sub(r"\\\{.*?\\\}", ".+", re.escape(template)))
    for template in (NOTHING_COMES, NO_USE[""], NO_USE_BARE[""], PLAIN[""], PLAIN_BARE[""])
]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. share: hundredths of a percent of the pattern; line: "" where the pattern is left out."""

    share: int
    pattern: str
    before: tuple[str, ...]
    line: str
    means: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a row came to. is_stock: the answer speaks of no thing that was named, or would fit any verb."""

    row: Row
    came: str
    told: str
    is_stock: bool

    @property
    def is_right(self) -> bool:
        """The command is the one written down by hand."""
        return is_meant(self.row.means, self.came)

    @property
    def is_understood(self) -> bool:
        """The right command came out, and what it came to was told in words of its own."""
        return self.is_right and not self.is_stock


def test_every_pattern_stands_in_the_table_or_is_left_out_for_a_reason() -> None:
    frequent = {row.pattern for row in _rows() if row.share > 2}
    left_out = [row for row in _rows() if not row.line]
    assert len(frequent) == 100
    assert all(row.means for row in left_out)
    assert len(left_out) < 12


def test_nearly_every_pattern_that_makes_sense_in_an_inn_is_understood() -> None:
    understood: dict[str, list[bool]] = defaultdict(list)
    for answer in _answers():
        understood[answer.row.pattern].append(answer.is_understood)
    weighted = _weighted([answer for answer in _answers() if answer.is_understood]) / _weighted(_answers())
    unweighted = sum(sum(all_of) / len(all_of) for all_of in understood.values()) / len(understood)
    shares = f"understood: {weighted:.1%} weighted, {unweighted:.1%} of the patterns"
    print(shares)  # noqa: T201 - this is the report
    assert weighted >= 0.99, shares + _listed(answer for answer in _answers() if not answer.is_understood)
    assert unweighted >= 0.96, shares + _listed(answer for answer in _answers() if not answer.is_understood)


def test_few_answers_would_fit_any_verb_or_any_thing() -> None:
    stock = [answer for answer in _answers() if answer.is_stock]
    share = f"stock answers: {len(stock) / len(_answers()):.1%}"
    print(share)  # noqa: T201 - this is the report
    assert len(stock) < 0.1 * len(_answers()), share + _listed(stock)


@cache
def _rows() -> list[Row]:
    lines = [line for line in TABLE.read_text().splitlines() if line and not line.startswith("#")]
    return [_row(*(column.strip() for column in line.split("|"))) for line in lines]


def _row(share: str, pattern: str, before: str, line: str, means: str) -> Row:
    played = tuple(each for each in before.split(" / ") if each)
    return Row(int(share), pattern, played, "" if line == "—" else line, means)


@cache
def _answers() -> list[Answer]:
    games = Games([CONTENT], None)
    return [_answer(games.new("cellar_secret", seed=1), row) for row in _rows() if row.line]


def _answer(game: Game, row: Row) -> Answer:
    for line in row.before:
        game.feed(line)
        while line.startswith("wait") and game.state.notebook.question:
            game.feed("yes")
    report = game.feed(row.line)
    events = game.chronicle.entry(game.chronicle.head).events
    told = " / ".join(paragraph.text for paragraph in report.paragraphs)
    return Answer(row, came_of(game, report), told, _is_stock(game.mystery, report, events))


def _is_stock(mystery: Mystery, report: Report, events: Iterable[Event]) -> bool:
    texts = [paragraph.text for paragraph in report.paragraphs]
    if any(pattern.fullmatch(text) for pattern in ANY_VERB for text in texts):
        return True
    return any(isinstance(event, e.Refused) and not _speaks_of_it(mystery, event, texts) for event in events)


def _speaks_of_it(mystery: Mystery, event: e.Refused, texts: list[str]) -> bool:
    """The refusal is the author's own for this case, or has the name of what it is about; of nothing, any will do."""
    nouns = [noun for noun in (event.noun, event.other) if noun]
    if event.words in mystery.texts or not nouns:
        return True
    words = {word for noun in nouns for word in _names(mystery, noun)}
    return any(word in text.casefold() for word in words for text in texts)


def _names(mystery: Mystery, noun: str) -> list[str]:
    if noun in FROM_HERE:
        return [FROM_HERE[noun]]
    names = name_of(mystery, noun)
    return [name.casefold() for name in (names.name, names.full, *names.also) if name]


def _weighted(answers: Iterable[Answer]) -> float:
    """The answers' share of all commands; rows of one pattern divide its share among them."""
    rows_of = Counter(row.pattern for row in _rows())
    return sum(answer.row.share / rows_of[answer.row.pattern] for answer in answers) / OF_ALL


def _listed(answers: Iterable[Answer]) -> str:
    return "".join(
        f"\n  {answer.row.pattern}: {' / '.join((*answer.row.before, answer.row.line))}"
        f"\n    {answer.came if answer.is_right else f'{answer.came}, not {answer.row.means}'}\n    {answer.told[:200]}"
        for answer in answers
    )
