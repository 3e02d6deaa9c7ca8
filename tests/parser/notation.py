"""Commands as the tables of lines write them: verb, noun, other."""

from tavern.game import Game
from tavern.model.commands import Act, Command, Consult
from tavern.model.report import Report


def written(command: Command) -> str:
    """A command as the tables write it: `put_on first_mug bar`, `wait 60 minutes`, `consult clues`."""
    match command:
        case Act(verb, noun, other, minutes):
            long = f"{minutes} minutes" if minutes else ""
            return " ".join(part for part in (verb, noun, other, long) if part)
        case Consult(page, noun):
            return f"consult {page} {noun}".strip()
        case _:
            return repr(command)


def came_of(game: Game, report: Report) -> str:
    """What the line just played came to: its commands; or ? and the question, or ! and the answer to a line not understood."""
    entry = game.chronicle.entry(game.chronicle.head)
    told = " / ".join(paragraph.text for paragraph in report.paragraphs)
    sign = "?" if report.outcome == "question" else "!"
    return "; ".join(written(command) for command in entry.commands) or f"{sign} {told}"


def is_meant(meanings: str, came: str) -> bool:
    """One of the meanings, with `or` between, came. `? whom`: any question with that word; a star at the end: anything."""
    return any(_fits(meaning, came) for meaning in meanings.split(" or "))


def _fits(meaning: str, came: str) -> bool:
    if meaning.endswith("*"):
        return came.startswith(meaning[:-1])
    return meaning == came or (meaning.startswith("? ") and came.startswith("? ") and meaning[2:] in came)
