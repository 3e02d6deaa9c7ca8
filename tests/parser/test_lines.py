"""What lines mean, by family: `lines/*.txt`, each row a line, an arrow, and what it comes to.

After the arrow stands the command as the parser prints it, in brackets what it assumed, after a bar what is still to do;
or a question mark and what it asks; or an exclamation mark and what it says instead.
"""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from tavern.model.commands import Misunderstood, Parsed, Question, Understood
from tavern.parser import parse, say
from tests.parser.a_scope import SCOPE

FAMILIES = sorted((Path(__file__).parent / "lines").glob("*.txt"))


def rows(family: Path) -> list[tuple[str, str]]:
    lines = [line for line in family.read_text().splitlines() if line and not line.startswith("#")]
    return [(line.rsplit(" -> ", 1)[0].strip(), line.rsplit(" -> ", 1)[1]) for line in lines]


LINES = [line for family in FAMILIES for line, _ in rows(family)]


def shown(parsed: Parsed) -> str:
    match parsed:
        case Understood(command, took, rest=rest):
            assumed, still = f" ({took})" if took else "", f" | {rest}" if rest else ""
            return f"{say(command, SCOPE)}{assumed}{still}"
        case Question(_, ask):
            return f"? {ask}"
        case Misunderstood(reply):
            return f"! {reply}"


@pytest.mark.parametrize("family", FAMILIES, ids=lambda path: path.stem)
def test_every_line_of_a_family_means_what_is_written(family: Path) -> None:
    wrong = [f"{line} -> {shown(parse(line, SCOPE))}, not {meant}" for line, meant in rows(family)
             if shown(parse(line, SCOPE)) != meant]  # fmt: skip
    assert not wrong, "\n".join(wrong)


def test_no_line_stands_twice() -> None:
    assert len(LINES) == len(set(LINES))
    assert len(LINES) >= 600


def test_no_two_lines_differ_by_one_exchanged_word_alone() -> None:
    alike = defaultdict(set)
    for line in LINES:
        words = line.lower().split()
        for at in range(len(words)) if len(words) > 1 else ():
            alike[tuple(words[:at]), tuple(words[at + 1 :])].add(line)
    assert not [lines for lines in alike.values() if len(lines) > 1]


def test_what_is_suggested_instead_would_be_understood() -> None:
    replies = [reply.reply for line in LINES for reply in [parse(line, SCOPE)] if isinstance(reply, Misunderstood)]
    suggested = [line for reply in replies for line in re.findall(r"You could \*([^*]+)\*", reply)]
    assert len(set(suggested)) >= 10
    assert not [line for line in suggested if not isinstance(parse(line, SCOPE), Understood)]
