"""Lines without what people put around a command: please, I want to, carefully."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from tavern.parser.forms import forms_of
from tavern.parser.grammar import BY_ID
from tavern.parser.words import Word, each_of, split, these

_OPENINGS = each_of(
    "please|i want to|i would like to|i need to|i will|i am going to|i shall|i should|i try to|i have to|i must|i "
    "wish to|can i|could i|may i|can we|could we|should i|let me|let us|can you|could you|would you|will you|you "
    "should|you can|try to|try and|try|attempt to|now|ok|okay|well|so|um|uh|just|go and|go|we "
    "should|we|i|then|and then|and|also|next|but|oh|maybe|perhaps|first|finally|player|you|do|i am|want to|would "
    "like to|need to|start|begin|continue to|go ahead and|i decide to|i want you to|have a go at|i go and|proceed "
    "to|help me"
)
_MANNER = these(
    "please carefully closely quickly slowly quietly softly gently silently thoroughly casually politely calmly "
    "nicely immediately discreetly secretly firmly properly somehow suddenly kindly pls plz really very though "
    "anyway hereby formally wide thoughtfully sneakily loudly"
)
_TRAILING = these("please now too then instead quickly first also pls myself ,")
MOST_OPENINGS = 4


def plain(words: tuple[Word, ...], known: AbstractSet[str], verbs: Mapping[str, str]) -> Iterator[tuple[Word, ...]]:
    """The words as they are, then with less and less around them. known: words of names, which always stay."""
    words = _own_verbs(words, verbs)
    yield words
    told = tuple(word for word in words if word.text not in _MANNER or word.text in known or word.quoted)
    told = _without_tail(told)
    if told and told != words:
        yield told
    for _ in range(MOST_OPENINGS):
        opening = _opening(told)
        if not opening or len(opening) >= len(told):
            return
        told = _without_comma(told[len(opening) :])
        if told:
            yield told


def _without_tail(words: tuple[Word, ...]) -> tuple[Word, ...]:
    while len(words) > 1 and words[-1].text in _TRAILING:
        words = words[:-1]
    return _without_comma(words)


def _without_comma(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return words[1:] if words and words[0].text == "," else words


def _opening(words: tuple[Word, ...]) -> tuple[str, ...]:
    said = tuple(word.text for word in words[:5])
    fitting = (opening for opening in _OPENINGS if said[: len(opening)] == opening)
    return max(fitting, key=len, default=())


def _own_verbs(words: tuple[Word, ...], verbs: Mapping[str, str]) -> tuple[Word, ...]:
    """The words with a verb of the content's own replaced by the one it stands for."""
    for phrase, verb in verbs.items():
        said = split(phrase)
        if said and tuple(word.text for word in words[: len(said)]) == said:
            start, end = words[0].start, words[len(said) - 1].end
            return tuple(Word(part, start, end) for part in canonical(verb).split()) + words[len(said) :]
    return words


@lru_cache(maxsize=256)
def canonical(verb: str) -> str:
    """How a verb of the table is usually said; the words themselves when it is none."""
    if verb not in BY_ID or not forms_of(verb):
        return verb
    return BY_ID[verb].spellings.split(",")[0].strip()
