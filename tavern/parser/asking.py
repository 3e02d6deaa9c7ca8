"""Questions of the parser: which of several is meant, or what is missing."""

from collections.abc import Iterable

from tavern.model.commands import Question
from tavern.parser.forms import Literal, Slot
from tavern.parser.heard import FOUND, Heard, Reading
from tavern.parser.match import Match
from tavern.parser.telling import labels, listed, sentence, told

MOST_CHOICES = 6
MOST_TOPICS = 4
_ASKED = {
    "PERSON": "whom",
    "TAKER": "whom",
    "DIR": "which way",
    "PLACE": "where",
    "MINUTES": "how long",
    "TIME": "when",
}


def which(heard: Heard, reading: Reading) -> Question:
    """Which of the candidates is meant; the answer takes the place of the words that were not clear."""
    named = labels(reading.ids, heard.scope)
    start, end = reading.span
    line = heard.sentence.line
    people = all(heard.scope.kinds.get(id) == "actor" for id in named)
    ask = f"{'Whom' if people else 'Which'} do you mean: {listed(list(named.values()))}?"
    prefix, suffix = line[: heard.spans[start].start], line[heard.spans[end - 1].end :]
    return Question("which", ask, tuple(named), tuple(named.values()), prefix, suffix)


def missing(heard: Heard, match: Match) -> Question:
    """What the part is that the form still lacks."""
    slot = match.missing
    kind = slot.kind if slot else "THING"
    said = " ".join(part for part in (_said(heard, match), match.lead) if part)
    return wanting(heard, f"{said} {_ASKED.get(kind, 'what')}", kind, f"{said} ", match.slots)


def wanting(heard: Heard, ask: str, kind: str, prefix: str, bound: dict[str, Reading] | None = None) -> Question:
    """A question for a noun phrase of this kind. ask: without its mark; prefix: what the answer is put after."""
    taken = {id for reading in (bound or {}).values() for id in reading.ids}
    people = [id for id in taken if heard.scope.kinds.get(id) == "actor"]
    offered = talk_of(heard, people[0]) if people and kind == "TOPIC" else likely(heard, kind)
    named = labels((id for id in offered if id not in taken), heard.scope)
    few = list(named.items())[:MOST_CHOICES]
    rest = heard.sentence.rest
    return Question(
        "what",
        f"{sentence(ask)}?",
        tuple(id for id, _ in few),
        tuple(label for _, label in few),
        prefix,
        f". {rest}" if rest else "",
    )


def about_what(heard: Heard, verb: str, person: str) -> Question:
    """About what somebody is to be asked, or told."""
    said = f"{verb} {told(person, heard.scope)} about "
    return wanting(heard, f"{said}what", "TOPIC", said, {"noun": Reading(FOUND, (person,))})


def _said(heard: Heard, match: Match) -> str:
    parts: list[str] = []
    for element in match.form.elements[: match.reached]:
        match element:
            case Literal():
                if not element.optional:
                    parts.append(next((word for word in element.words if word in heard.words), ""))
            case Slot():
                reading = match.slots.get(element.role)
                parts.append(told(reading.ids[0], heard.scope) if reading and reading.ids else "")
    return " ".join(part for part in parts if part)


def likely(heard: Heard, kind: str) -> Iterable[str]:
    """Ids that would make sense in a slot, the likeliest first."""
    scope = heard.scope
    here = [id for id in scope.present if scope.kinds.get(id) == "thing" and id not in scope.held]
    match kind:
        case "PERSON" | "TAKER":
            return [id for id in scope.present if scope.kinds.get(id) == "actor"]
        case "HIDEOUT":
            return scope.hideouts or here
        case "LOOSE":
            return scope.loose or here
        case "HELD" | "WORN" | "KEY":
            return scope.held
        case "ITEM":
            return (*scope.held, *reversed(scope.cards[-3:]))
        case "CARD":
            return tuple(reversed(scope.cards))
        case "TOPIC" | "SUBJECT":
            return talk_of(heard, "")
        case "PLACE" | "DOORWAY":
            return [id for id in scope.exits.values() if id]
        case "DIR":
            return scope.exits
        case "TEXT" | "LINE" | "MINUTES" | "TIME" | "ANSWER" | "VERB":
            return ()
        case _:
            return here


def talk_of(heard: Heard, person: str) -> tuple[str, ...]:
    """What could be spoken of with somebody, the best first: what waits to be asked, else any ideas. "": with whoever is near."""
    scope = heard.scope
    who = person or heard.addressee or scope.speaker
    ideas = tuple(id for id, noun in scope.kinds.items() if noun == "topic")
    return (scope.talk.get(who) or ideas)[:MOST_TOPICS]
