"""What a player may set for a game: hints, warnings, the challenge, the difficulty. Each is said in a line, and kept as one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tavern.model.commands import Command, Meta
from tavern.model.report import Paragraph, Setting
from tavern.narration.text import rows

OFF, ON = "off", "on"
DEAD_ENDS, EARLY = "dead ends", "early"
EASY, MEDIUM, HARD = "easy", "medium", "hard"

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
    ("difficulty", EASY): "Easy: whatever goes into your journal says so at once.",
    ("difficulty", MEDIUM): "Medium: what has gone into your journal is counted up when you go to bed, or at dawn.",
    ("difficulty", HARD): "Hard: your journal keeps everything, and says nothing of it.",
}
OTHERWISE: Mapping[str, str] = {"on": DEAD_ENDS, "at dead ends": DEAD_ENDS, "dead end": DEAD_ENDS, "never": OFF}
NOT_A_SETTING = "There is no such setting."


@dataclass(frozen=True, slots=True)
class Settings:
    """challenge, difficulty: "" while nothing has been said of it; the case says then. Only an easy one has the challenge."""

    hints: str = ON
    warnings: str = DEAD_ENDS
    challenge: str = ""
    difficulty: str = ""

    def loudness(self, of_the_case: str) -> str:
        """The difficulty that holds, in a case whose author gives it that one: how loudly clues announce themselves."""
        return self.difficulty or of_the_case.casefold()

    def challenges(self, of_the_case: str) -> bool:
        """Whether a dawn may bring the page, in a case of that difficulty."""
        return self.challenge == ON or (not self.challenge and self.loudness(of_the_case) == EASY)

    def all(self, of_the_case: str) -> tuple[Setting, ...]:
        """Each setting as it stands, in the order of the page."""
        challenge = ON if self.challenges(of_the_case) else OFF
        difficulty = self.loudness(of_the_case)
        stands = {"hints": self.hints, "warnings": self.warnings, "challenge": challenge, "difficulty": difficulty}
        return tuple(_setting(*each) for each in stands.items())


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
    """What is said to a line about the settings: how it is from now on, or the page of them all. difficulty: the case's."""
    if chosen(meta) in SAYS:
        return (Paragraph("note", _said(_setting(*chosen(meta)))),)
    odd = (Paragraph("note", NOT_A_SETTING),) if meta.words else ()
    return (*odd, *page(settings, difficulty))


def page(settings: Settings, difficulty: str) -> tuple[Paragraph, ...]:
    """The settings, how each stands, and the lines that change it. difficulty: the case's."""
    return (Paragraph("heading", "Settings"), *rows(map(_said, settings.all(difficulty))))


def said(kind: str, value: str) -> str:
    """How a setting stands that has this value, and the lines that change it."""
    return _said(_setting(kind, value))


def _said(setting: Setting) -> str:
    lines = (f"*{setting.name} {other}*" for other in setting.others)
    return f"{setting.says} ({' · '.join(lines)})"


def _setting(kind: str, value: str) -> Setting:
    others = (other for setting, other in SAYS if setting == kind and other != value)
    return Setting(kind, value, SAYS[kind, value], tuple(others))
