"""The card for reading, in 80 columns, and for programs."""

from collections import Counter
from collections.abc import Callable, Iterator
from textwrap import wrap

from tavern.authoring.report import printed_fairness
from tavern.authoring.report.card import Card
from tavern.authoring.report.layout import WIDTH, ids_of, row, span
from tavern.authoring.report.playing import A_LINE, WANDERING
from tavern.authoring.report.prose import READ
from tavern.narration.wording import name_of


def text(card: Card) -> str:
    """The card in 80 columns."""
    head = [card.mystery.title, "=" * min(WIDTH, len(card.mystery.title)), *wrap(card.mystery.description, WIDTH)]
    parts = ["\n".join(head)]
    for heading, section in SECTIONS.items():
        rows = list(section(card))
        if rows:
            parts.append("\n".join([heading, "-" * len(heading), *rows]))
    return "\n\n".join(parts)


def as_json(card: Card) -> dict[str, object]:
    """The card as one value."""
    mystery = card.mystery
    proof = card.proof
    return {
        "mystery": mystery.id,
        "title": mystery.title,
        "words": {"all": card.all_words, **card.words},
        "reading_minutes": round(card.all_words / READ),
        "shortest_proof": proof
        and {
            "transcript": proof.transcript,
            "lines": proof.lines,
            "story_minutes": proof.minutes,
            "words": proof.words,
            "playing_minutes": proof.needed,
        },
        "counts": dict(_counts(card)),
        "routes": {clue: list(channels) for clue, channels in card.routes.items()},
        "red_herrings": {herring.clue: list(herring.refuted_by) for herring in card.herrings},
        "lies": {lie.clue: {"said_by": lie.said_by, "exposed_by": list(lie.exposed_by)} for lie in card.lies},
        "people": {actor: {"replies": replies, "words": words} for actor, (replies, words) in card.people.items()},
        "endings": {ending.id: ending.after for ending in mystery.endings.values()},
        "fairness": printed_fairness.as_json(card.fairness),
        "dead_text": dict(card.dead),
        "spelling": [
            {"word": doubt.word, "meant": doubt.meant, "text": doubt.text, "times": doubt.times}
            for doubt in card.spelling
        ],
    }


def _length(card: Card) -> Iterator[str]:
    parts = ", ".join(f"{kind} {words:,}" for kind, words in card.words.items())
    yield from row("words", f"{card.all_words:,}: {parts}")
    yield from row("reading", f"{span(round(card.all_words / READ))} for all of it, at {READ} words a minute")
    if card.proof is None:
        yield from row("playing", "no transcript proves the case, so there is nothing to judge by")
        return
    proof = card.proof
    longer = span(WANDERING * proof.needed)
    fact = (
        f"{span(proof.needed)} to {longer}: the shortest proof ({proof.transcript}) takes {proof.lines} lines at "
        f"{A_LINE} seconds each and {proof.words:,} words, {span(proof.minutes)} of the story; who has to find it, "
        f"{WANDERING} times that"
    )
    yield from row("playing", fact)


def _made_of(card: Card) -> Iterator[str]:
    for name, count in _counts(card):
        yield from row(name, str(count))


def _counts(card: Card) -> Iterator[tuple[str, int]]:
    mystery = card.mystery
    yield "rooms", len(mystery.rooms)
    yield "people", len(mystery.actors)
    yield "things", sum(thing.kind != "scenery" for thing in mystery.things.values())
    yield "scenery", sum(thing.kind == "scenery" for thing in mystery.things.values())
    yield "topics", len(mystery.topics)
    yield "clues", len(mystery.clues)
    yield "lies", len(card.lies)
    yield "red herrings", len(card.herrings)
    yield "deductions", len(mystery.deductions)
    yield "questions", len(mystery.questions)
    yield "endings", len(mystery.endings)


def _routes(card: Card) -> Iterator[str]:
    if not card.routes:
        return
    most = max(map(len, card.routes.values()))
    spread = f"{card.least_routes} at least, {card.median_routes:g} in the middle, {most} at most"
    yield from row("routes a clue", spread)
    yield from row("by channel", ", ".join(f"{channel} {number}" for channel, number in card.channels.items()))
    for number, words in ((0, "no route"), (1, "one route only")):
        yield from ids_of(words, [clue for clue, channels in card.routes.items() if len(channels) == number])
    narrow = [clue for clue, channels in card.routes.items() if len(channels) > 1 and len(set(channels)) == 1]
    yield from ids_of("one channel only", narrow)


def _doubts(card: Card) -> Iterator[str]:
    for herring in card.herrings:
        yield from row(herring.clue, f"refuted by {', '.join(herring.refuted_by) or 'nothing'}")
    for lie in card.lies:
        who = name_of(card.mystery, lie.said_by).name if lie.said_by else "nobody"
        yield from row(lie.clue, f"told by {who}, exposed by {', '.join(lie.exposed_by) or 'nothing'}")


def _people(card: Card) -> Iterator[str]:
    for actor, (replies, words) in card.people.items():
        yield from row(card.mystery.actors[actor].names.name, f"{replies:>4} replies {words:>7,} words")


def _endings(card: Card) -> Iterator[str]:
    kinds = Counter(ending.after for ending in card.mystery.endings.values())
    for after, number in kinds.items():
        ids = [ending.id for ending in card.mystery.endings.values() if ending.after == after]
        yield from row(f"after {after}", f"{number}: {', '.join(ids)}")


def _second_look(card: Card) -> Iterator[str]:
    for key, why in card.dead:
        yield from row("never told", f"{key}: {why}")
    for doubt in card.spelling:
        often = "once" if doubt.times == 1 else f"{doubt.times} times"
        yield from row("spelling", f"“{doubt.word}”, {often} ({doubt.text}): is “{doubt.meant}” meant?")
    for about, why in card.fairness.flags:
        yield from row(about, why)
    if not card.dead and not card.spelling:
        yield "Every text can be told, and every name is spelt as it was declared."


# The card from top to bottom.
SECTIONS: dict[str, Callable[[Card], Iterator[str]]] = {
    "Length": _length,
    "Made of": _made_of,
    "Routes": _routes,
    "Red herrings and lies": _doubts,
    "People": _people,
    "Endings": _endings,
    "Fairness": lambda card: printed_fairness.proved(card.fairness),
    "Guessed without thinking": lambda card: printed_fairness.readers(card.fairness),
    "Turns of mind": lambda card: printed_fairness.minds(card.fairness),
    "Worth a second look": _second_look,
}
