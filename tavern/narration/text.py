"""The author's prose: which variant is told, and what `{id}` in it prints."""

from collections.abc import Iterable

from tavern.model.mystery import Mystery
from tavern.model.report import Paragraph
from tavern.model.world import World
from tavern.narration.wording import name_of
from tavern.reasoning.holds import holds


def words(mystery: Mystery, key: str, world: World, told: int = 0) -> str:
    """The text under this key as it is told now, "" when there is none. told: how often it was told before.

    The first variant whose condition holds is taken; of its lines the next one, the last one staying.
    """
    for variant in mystery.texts.get(key, ()):
        if variant.lines and holds(mystery, variant.when, world):
            line = variant.lines[min(told, len(variant.lines) - 1)].strip()
            return named(mystery, counted(mystery, world, line))
    return ""


def counted(mystery: Mystery, world: World, text: str) -> str:
    """The text with the `{id}` of every counter replaced by what it stands at."""
    if "{" not in text:
        return text
    for id, counter in mystery.counters.items():
        text = text.replace(f"{{{id}}}", str(world.counters.get(id, counter.start)))
    return text


def named(mystery: Mystery, text: str) -> str:
    """The text with every `{id}` replaced by the name of what has that id. Whatever else stands in braces stays."""
    pieces = text.split("{")
    out = pieces[0]
    for piece in pieces[1:]:
        id, closed, rest = piece.partition("}")
        out += name_of(mystery, id).name + rest if closed and _has_name(mystery, id) else "{" + piece
    return out


def _has_name(mystery: Mystery, id: str) -> bool:
    if id in mystery.clues or id in mystery.deductions:
        return True
    try:
        mystery.named(id)
    except StopIteration:
        return False
    return True


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a text: parted by blank lines, line breaks inside them being spaces."""
    return [" ".join(part.split()) for part in text.replace("\r", "").split("\n\n") if part.strip()]


def told_as(kind: str, *texts: str) -> list[Paragraph]:
    """The texts, each in its paragraphs, as paragraphs of that kind; empty ones leave none."""
    return [Paragraph(kind, part) for text in texts for part in paragraphs_of(text)]


def rows(texts: Iterable[str]) -> list[Paragraph]:
    """The texts as rows of a list."""
    return [Paragraph("list", text) for text in texts if text]
