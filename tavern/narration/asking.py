"""A question the game has open, and its choices."""

from tavern.model.events import Asking
from tavern.model.report import Choice, Paragraph
from tavern.narration.text import rows
from tavern.narration.wording import capital


def asked(event: Asking) -> list[Paragraph]:
    """The question and its numbered choices; nothing when a question is closed."""
    if not event.kind or not event.ask:
        return []
    labels = event.labels or event.choices
    return [
        Paragraph("question", event.ask),
        *rows(f"{number}. {capital(label)}" for number, label in enumerate(labels, 1)),
    ]


def choices(kind: str, labels: tuple[str, ...]) -> tuple[Choice, ...]:
    """The lines that answer it, with their words."""
    if kind == "confirm":
        return (Choice("yes", "Yes"), Choice("no", "No"))
    return tuple(Choice(str(number), capital(label)) for number, label in enumerate(labels, 1))
