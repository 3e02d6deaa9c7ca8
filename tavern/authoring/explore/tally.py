"""What there is to reach in a mystery, and how often a play reached it."""

from collections import Counter
from collections.abc import Iterator, Mapping

from tavern.model import events as e
from tavern.model.mystery import Mystery

KINDS = ("room", "clue", "route", "reply", "deduction", "ending")

Reached = tuple[str, ...]  # a kind and an id; of a gap the fields of `gaps.Gap`
Tally = Counter[Reached]


def there_is(mystery: Mystery) -> Mapping[str, tuple[str, ...]]:
    """Kind → every id of it, in the order of the content. A reply is named by the key of its words."""
    replies = (
        rule.tell
        for rules in mystery.rules.values()
        for rule in rules
        if rule.speaker and rule.tell and rule.id not in mystery.routes
    )
    ids = (mystery.rooms, mystery.clues, mystery.routes, dict.fromkeys(replies), mystery.deductions, mystery.endings)
    return {kind: tuple(table) for kind, table in zip(KINDS, ids, strict=True)}


def reached(event: e.Event) -> Iterator[Reached]:
    """What an event shows to have been reached. Every text told counts as a reply; those that are none are left out later."""
    match event:
        case e.Walked(room):
            yield "room", room
        case e.ClueFound(clue, route):
            yield from (("clue", clue), ("route", route))
        case e.ClueCorroborated(_, route):
            yield "route", route
        case e.Told(text, speaker) if speaker:
            yield "reply", text
        case e.Drawn(deduction):
            yield "deduction", deduction
        case e.StoryEnded(ending):
            yield "ending", ending
        case _:
            pass
