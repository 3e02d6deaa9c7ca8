"""What the words in a slot of a form come to, whatever the slot is for."""

from collections.abc import Sequence

from tavern.parser.answers import find_answers
from tavern.parser.directions import direction
from tavern.parser.forms import verb_said
from tavern.parser.heard import FOUND, UNKNOWN, Heard, Reading
from tavern.parser.nouns import phrase, scan
from tavern.parser.numbers import minutes, time_of_day


def read(heard: Heard, kind: str, start: int, end: int) -> Reading:
    """What the words from `start` to `end` mean in a slot of this kind."""
    key = (kind, start, end)
    found = heard.memo.get(key)
    if found is None:
        found = heard.memo[key] = _read(heard, kind, start, end)
    return found


def _read(heard: Heard, kind: str, start: int, end: int) -> Reading:
    words = heard.words[start:end]
    span = (start, end)
    match kind:
        case "TEXT":
            return Reading(FOUND, text=heard.text(start, end))
        case "LINE":
            return Reading(FOUND, text=heard.sentence.line[heard.spans[start].start :].strip('" '))
        case "DIR":
            return _id(direction(words, heard.scope.exits), words, span)
        case "VERB":
            return _id(verb_said(words), words, span)
        case "ANSWER":
            found = find_answers(heard, start, end)
            return _id(found[0].answer if found else "", words, span)
        case "MINUTES":
            return _value(minutes(words), words, span)
        case "TIME":
            return _value(time_of_day(words, heard.scope.clock), words, span)
        case "SUBJECT":
            return scan(heard, start, end)
        case _:
            return phrase(heard, kind, start, end)


def _id(id: str, words: Sequence[str], span: tuple[int, int]) -> Reading:
    return Reading(FOUND, (id,)) if id else Reading(UNKNOWN, words=words[0], span=span)


def _value(value: int | None, words: Sequence[str], span: tuple[int, int]) -> Reading:
    return Reading(UNKNOWN, words=words[0], span=span) if value is None else Reading(FOUND, value=value)
