"""What a player may set for a game: hints, warnings, and the challenge. Each is said in a line, and kept with the game as one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tavern.model.commands import Command, Meta
from tavern.model.report import Paragraph
from tavern.narration.text import rows

OFF, ON = "off", "on"
DEAD_ENDS, EARLY = "dead ends", "early"

SAYS: Mapping[tuple[str, str], str] = {
    ("hints", ON): "Hints are on. *Hint* tells a step, and tells it more plainly when you ask again.",
    ("hints", OFF): "Hints are off.",
    ("warnings", OFF): "Nobody warns you. If the case slips out of reach, you will not be told.",
    ("warnings", DEAD_ENDS): "You are told when nothing that is left can prove the case, and may go back.",
    (
        "warnings",
        EARLY,
    ): "You are asked before you let the last safe hour pass, and told when the case is out of reach.",
    ("challenge", ON): "At the first dawn after which the case can be known, a page says so.",
    ("challenge", OFF): "No page tells you that the case can be known. *Am I ready?* answers when you ask.",
}
OTHERWISE: Mapping[str, str] = {"on": DEAD_ENDS, "at dead ends": DEAD_ENDS, "dead end": DEAD_ENDS, "never": OFF}
NOT_A_SETTING = "There is no such setting."


@dataclass(frozen=True, slots=True)
class Settings:
    """challenge: "" while nothing has been said of it; an easy case then has it, and no other."""

    hints: str = ON
    warnings: str = DEAD_ENDS
    challenge: str = ""

    def challenges(self, difficulty: str) -> bool:
        """Whether a dawn may bring the page, in a case of that difficulty."""
        return self.challenge == ON or (not self.challenge and difficulty == "EASY")


def chosen(meta: Meta) -> tuple[str, str]:
    """The setting and the value a line about settings names; ("", "") when it names none that there is."""
    kind, _, value = meta.verb.partition("-")
    words = value or " ".join(meta.words.casefold().split())
    if kind == "warnings":
        words = OTHERWISE.get(words, words)
    return (kind, words) if (kind, words) in SAYS else ("", "")


def changed(settings: Settings, commands: Iterable[Command]) -> Settings:
    """The settings after lines that may be about them."""
    for command in commands:
        kind, value = chosen(command) if isinstance(command, Meta) else ("", "")
        if kind:
            settings = replace(settings, **{kind: value})
    return settings


def answered(settings: Settings, difficulty: str, meta: Meta) -> tuple[Paragraph, ...]:
    """What is said to a line about the settings: how it is from now on, or the page of all three."""
    if chosen(meta) in SAYS:
        return (Paragraph("note", said(*chosen(meta))),)
    odd = (Paragraph("note", NOT_A_SETTING),) if meta.words else ()
    return (*odd, *page(settings, difficulty))


def page(settings: Settings, difficulty: str) -> tuple[Paragraph, ...]:
    """The three settings, how each stands, and the lines that change it."""
    challenge = ON if settings.challenges(difficulty) else OFF
    values = {"hints": settings.hints, "warnings": settings.warnings, "challenge": challenge}
    return (Paragraph("heading", "Settings"), *rows(said(kind, value) for kind, value in values.items()))


def said(kind: str, value: str) -> str:
    """How a setting stands, and the lines that change it."""
    others = [f"*{kind} {other}*" for setting, other in SAYS if setting == kind and other != value]
    return f"{SAYS[kind, value]} ({' · '.join(others)})"
