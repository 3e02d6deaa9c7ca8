"""Nouns of a text, told by where they stand: after an article or an owner, and before what cannot belong to them.

No dictionary: a guess that is right often enough to show an author where the words run out.
"""

import re
from collections import Counter
from functools import lru_cache

from tavern.model.mystery import Mystery
from tavern.parser.words import these

MOST = 4  # words of a noun phrase after its article
TOKEN = re.compile(r"[\w’']+|[^\w\s]")
BEFORE = these("a an the his her its their your our my")
# What a noun phrase cannot go on with: little words, and the verbs of scenes.
AFTER = these(
    "a an the and or but nor so yet if as than that which who whom whose what where when while until though because "
    "of to in on at by for with from into onto upon over under behind beside between beneath below above against "
    "across along among around about after before beyond down inside near off out outside past round through "
    "toward towards up within without like i you he she it we they me him them us himself herself itself yourself "
    "is are was were be been being am has have had do does did will would can could may might must shall should not "
    "never always still again too only just even now then there here almost already away back once twice "
    "stands stand hangs hang lies lie sits sit leans lean burns burn runs run goes go comes come smells smell looks "
    "look ticks knocks keeps keep holds hold takes take makes make gives give turns turn opens shuts closes stays "
    "says said went came stood lay sat hung ran took made gave left kept held knew thought seems seem shows show "
    "leads lead rises falls drips drops moves fills covers smokes steams waits sleeps works serves wants knows"
)
# Words in a noun's place that name nothing one could look at.
NOTHING = these(
    "same other others one ones first second third last next rest way ways time times hour hours minute minutes moment "
    "day days night nights morning evening afternoon year years week weeks end middle side sides top bottom left right "
    "front kind sort bit lot half quarter part parts whole thing things something nothing anything all own few several "
    "more most less least much many such very place places inch foot feet yard yards mile pace paces length width height "
    "size shape colour smell sound noise word words name names voice question answer reason use turn look sight hand "
    "hands eye eyes face head arm arms finger fingers thumb mouth ear ears shoulder shoulders knee knees back man woman "
    "men women person people body life death love fear care work matter fact case point order number amount middle "
    "dozen hundred score pair distance depth dark darkness light silence air weather north south east west"
)
NOUNS_IN_EST = these("chest guest forest nest vest crest rest test priest harvest")
MOSTLY = 0.5  # share of a word's places that have to be a noun's
NOUNS_IN_ING = these(
    "ceiling railing landing building ring string wing king spring evening morning lodging painting clothing lining "
    "awning opening sling shilling pudding bedding wedding herring"
)


@lru_cache(maxsize=4)
def nouns_of(mystery: Mystery) -> frozenset[str]:
    """The words that mostly stand where a noun does, in all the prose of a mystery."""
    texts = [line for variants in mystery.texts.values() for variant in variants for line in variant.lines]
    read = Counter(word for text in texts for word in _tokens(text))
    as_noun = Counter(noun for text in texts for noun in nouns(text))
    return frozenset(noun for noun, times in as_noun.items() if times >= MOSTLY * read[noun])


@lru_cache(maxsize=8192)
def nouns(text: str) -> tuple[str, ...]:
    """The words of a text that stand where a noun does, in their order, each once, in lower case."""
    tokens = _tokens(text)
    found = (_head(tokens, at + 1) for at, token in enumerate(tokens) if token in BEFORE or token.endswith("'s"))
    return tuple(dict.fromkeys(noun for noun in found if noun))


def _tokens(text: str) -> list[str]:
    return [token.replace("’", "'") for token in TOKEN.findall(text.casefold())]


def _head(tokens: list[str], start: int) -> str:
    """The last word of the phrase that begins there; "" where no end of it is in sight."""
    end = start
    while end < len(tokens) and tokens[end].isalpha() and tokens[end] not in AFTER and end - start <= MOST:
        end += 1
    phrase = tokens[start:end]
    while phrase and _is_no_noun(phrase[-1]):
        phrase.pop()
    if not phrase or len(phrase) > MOST or phrase[-1] in NOTHING:
        return ""
    return phrase[-1]


def _is_no_noun(word: str) -> bool:
    if len(word) < 3 or word.endswith("ly") or (word.endswith("est") and word not in NOUNS_IN_EST):
        return True
    return (word.endswith("ed") and len(word) > 4) or (word.endswith("ing") and word not in NOUNS_IN_ING)
