"""Misspelt words: taken for a near one when only one is near and little hangs on it, offered otherwise."""

from collections.abc import Callable, Container
from dataclasses import replace
from functools import lru_cache

from tavern.model.commands import Act, Consult, Misunderstood, Parsed, Question, Understood
from tavern.model.scope import Scope
from tavern.parser.forms import first_words, literal_words
from tavern.parser.lexicon import lexicon
from tavern.parser.words import Sentence, these
from tavern.text.nearest import edits, nearest

# What costs, reveals or cannot be taken lightly is never done on a guess.
COSTLY = these(
    "give buy promise confront say_aloud burn break cut hit kiss throw eat drink sleep wait persuade order shout "
    "empty pour"
)  # fmt: skip
SETTING_OUT = these("go walk run head return")
MOVING = these("go go_to enter follow wait sleep")
_SHORTEST = 3
_SLIPS = {"teh": "the", "hte": "the", "adn": "and", "nad": "and", "wiht": "with", "waht": "what", "taht": "that", "thsi": "this",
          "fo": "of", "ot": "to", "form": "from", "abuot": "about", "abotu": "about"}  # fmt: skip
_FAR = 9
_MOST = 3  # words that are offered
_LONG = 6  # letters of a word in which two slips are taken for one word


def repaired(
    sentence: Sentence, scope: Scope, failed: Misunderstood, parse: Callable[[Sentence, Scope], Parsed]
) -> Parsed:
    """The sentence with its first unknown word mended, or the failure with what may have been meant."""
    word = failed.unknown
    place = next((at for at, said in enumerate(sentence.words) if said.text == word and not said.quoted), -1)
    if place < 0 or len(word) < _SHORTEST or not word.isalpha():
        return failed
    near = [_SLIPS[word]] if word in _SLIPS else _near(word, place, scope)
    if not near:
        return failed
    mended = _with(sentence, place, near[0])
    if len(near) == 1 and (word in _SLIPS or _is_slip(word, near[0])):
        parsed = parse(mended, scope)
        if isinstance(parsed, Misunderstood) and parsed.unknown not in {"", word}:
            parsed = repaired(mended, scope, parsed, parse)
        if _may_be_taken(parsed, scope) and not _leads_astray(sentence, parsed):
            return _taking(parsed, near[0])
    return _offering(failed, [other for other in near if _leads_somewhere(parse(_with(sentence, place, other), scope))])


def _is_slip(word: str, near: str) -> bool:
    """Whether fingers slipped: few letters are wrong, and the word begins as it should (or its first two were swapped)."""
    begins_alike = word[0] == near[0] or sorted(word[:2]) == sorted(near[:2])
    return begins_alike and edits(word, near, 2) <= (1 if len(word) < _LONG else 2)


def _leads_astray(sentence: Sentence, parsed: Parsed) -> bool:
    """Whether somebody who set out for a place would find themselves doing something else."""
    sets_out = sentence.words[0].text in SETTING_OUT
    return sets_out and isinstance(parsed, Understood) and getattr(parsed.command, "verb", "") not in MOVING


def _near(word: str, place: int, scope: Scope) -> list[str]:
    """The words at the least distance, at most three: names before words of the table, but verbs first at the beginning."""
    words = lexicon(scope)
    names = _nearest(word, words.index.words, words.known)
    groups = [_nearest(word, first_words()), names] if place == 0 else [names, _nearest(word, literal_words())]
    least = min((distance for distance, _ in groups), default=0)
    return next(near for distance, near in groups if distance == least)


def _nearest(word: str, words: frozenset[str], known: Container[str] | None = None) -> tuple[int, list[str]]:
    """The least distance, and who is at it. known: what the words must be among."""
    near = nearest(word, _usable(words), most=len(words))
    found = [other for other in near if known is None or other in known][:_MOST]
    if not found:
        return _FAR, []
    least = edits(word, found[0], 2)
    return least, [other for other in found if edits(word, other, 2) == least]


@lru_cache(maxsize=16)
def _usable(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(other for other in words if len(other) >= _SHORTEST and other.isalpha()))


def _with(sentence: Sentence, place: int, word: str) -> Sentence:
    words = sentence.words
    return replace(sentence, words=(*words[:place], replace(words[place], text=word), *words[place + 1 :]))


def _may_be_taken(parsed: Parsed, scope: Scope) -> bool:
    if isinstance(parsed, Question):
        return True
    if not isinstance(parsed, Understood) or scope.stage != "playing":
        return False
    match parsed.command:
        case Act(verb):
            return verb not in COSTLY
        case Consult():
            return True
        case _:
            return False


def _leads_somewhere(parsed: Parsed) -> bool:
    return not isinstance(parsed, Misunderstood)


def _taking(parsed: Parsed, word: str) -> Parsed:
    if isinstance(parsed, Understood):
        return replace(parsed, took=f"{word}, {parsed.took}" if parsed.took else word)
    return parsed


def _offering(failed: Misunderstood, near: list[str]) -> Misunderstood:
    if not near or "Did you mean" in failed.reply:
        return failed
    first = failed.reply.split(".*")[0]
    meant = " or ".join(f"*{word}*" for word in near)
    said = failed.reply if first == failed.reply else first
    head = said.split("* ")[0] if said.startswith("I don't know the word") else said
    return replace(failed, reply=f"I don't know the word *{failed.unknown}*. Did you mean {meant}?" if head else said)
