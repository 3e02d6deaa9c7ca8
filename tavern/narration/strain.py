"""What of the player's own evidence speaks against an answer. Conclusions that were not drawn stay out of it."""

from collections.abc import Iterator

from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.reasoning.evidence import cards_held, carries, carrying
from tavern.reasoning.inference import breaks, closure


def speaking_against(mystery: Mystery, world: World, question: str, answer: str) -> tuple[str, ...]:
    """Held cards that carry, and rule the answer out or establish another; in the order of the content."""
    against = (card for card in cards_held(mystery, world) if breaks(mystery, card, question, answer))
    return tuple(card for card in against if carries(mystery, world, card))


def breaking(mystery: Mystery, world: World, question: str, answer: str) -> tuple[str, ...]:
    """The held cards that do not let the answer stand: one that speaks against it, else those that do so together.

    () where only all that is held together rules the answer out.
    """
    single = speaking_against(mystery, world, question, answer)
    following = closure(mystery, carrying(mystery, world))
    undrawn = (card for card in mystery.deductions if card in following and breaks(mystery, card, question, answer))
    return single[:1] or next((behind(mystery, world, card) for card in undrawn), ())


def behind(mystery: Mystery, world: World, card: str) -> tuple[str, ...]:
    """The card itself when it is held or drawn; for a conclusion not yet drawn, the held cards it follows from."""
    if card in world.clues or card in world.drawn or card not in mystery.deductions:
        return (card,)
    return tuple(dict.fromkeys(_grounds(mystery, world, card, frozenset({card}))))


def _grounds(mystery: Mystery, world: World, card: str, asked: frozenset[str]) -> Iterator[str]:
    for needs in mystery.deductions[card].needs:
        parts = [_part(mystery, world, need, asked) for need in needs]
        if all(parts):
            yield from (card for part in parts for card in part)
            return


def _part(mystery: Mystery, world: World, need: str, asked: frozenset[str]) -> tuple[str, ...]:
    """The held cards under one need; () when there are none."""
    if carries(mystery, world, need):
        return (need,)
    if need not in mystery.deductions or need in asked:
        return ()
    return tuple(_grounds(mystery, world, need, asked | {need}))
