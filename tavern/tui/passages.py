"""The story in the pieces in which it is shown: a passage a row of the save."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tavern.model.report import Paragraph

if TYPE_CHECKING:
    from tavern.game import Told


@dataclass(frozen=True, slots=True)
class Passage:
    """What a row of the save shows. row: its number, 0 for what is not in the save."""

    row: int
    paragraphs: tuple[Paragraph, ...]


def told(line: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """What is shown of a turn: the line that was typed, once, and what it brought."""
    if not line or any(paragraph.kind == "echo" for paragraph in paragraphs):
        return tuple(paragraphs)
    return (Paragraph("echo", line), *paragraphs)


def passages_of(story: "Iterable[Told]") -> list[Passage]:
    """Rows as they were read, but for those of which nothing came in the story, such as `quit`."""
    return [Passage(row.row, told(row.line, row.paragraphs)) for row in story if row.paragraphs]
