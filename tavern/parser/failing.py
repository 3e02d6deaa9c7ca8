"""The answer to a line that nothing fits."""

from tavern.model.commands import Consult, Misunderstood, Parsed, Understood
from tavern.parser import trouble
from tavern.parser.forms import first_words, literal_words
from tavern.parser.heard import FOUND, SCENERY, Heard, Reading
from tavern.parser.match import best_match
from tavern.parser.meaning import meaning
from tavern.parser.nouns import scan
from tavern.parser.suggesting import could
from tavern.parser.words import each_of

_DISMISSING = frozenset(each_of("nothing|never mind|nevermind|cancel|forget it|not now"))


def explained(heard: Heard) -> Parsed:
    """What of the line was understood, and the first word that was not."""
    word = heard.words[0]
    match = best_match(heard)
    if heard.words in _DISMISSING:
        return Misunderstood("As you like.")
    if match is not None and match.literals:
        return meaning(heard, match)
    if len(heard.words) == 1 and word.isdecimal():
        return trouble.no_card(heard, word)
    topic = scan(heard, 0, len(heard.words))
    noun = topic.ids[0] if topic.grade >= FOUND - 1 else ""
    odd = next((each for each in heard.words if not _known(heard, each)), "")
    if word in first_words() and odd and odd != word:
        return trouble.unknown(heard, odd)
    if odd:
        return trouble.unknown_verb(heard, odd, noun)
    if word == "choose":
        return Understood(Consult("endings"), rest=heard.sentence.rest)
    if word in heard.scope.words and word not in first_words():
        return trouble.unnamed(heard, Reading(SCENERY, words=heard.text(0, len(heard.words)), text="printed"))
    if word in first_words() and len(heard.words) > 1:
        return trouble.no_fit(heard, heard.text(0, 1), heard.text(1, len(heard.words)))
    return Misunderstood(f"I can make nothing of that.{could(heard)}")


def _known(heard: Heard, word: str) -> bool:
    return word in heard.lexicon.known or word in heard.scope.words or word in literal_words() or not word[0].isalpha()
