"""How many words there are, and of what."""

from collections import Counter
from collections.abc import Iterator, Mapping

from tavern.authoring.explore.prose import Line, prose_of, words_of
from tavern.model.mystery import Mystery

KINDS = {  # what a text is about → how its keys begin
    "talk": ("reply", "greeting", "default", "farewell", "how_know", "who_told", "where_stood", "say_again"),
    "rooms": ("room", "first", "beats", "blocked"),
    "things and people": ("thing", "listed", "read", "odd", "actor", "listen", "smell"),
    "acts": ("on",),
    "clues": ("route", "again", "lie", "clue", "deduction", "because"),
    "events": ("fuse", "daemon"),
    "the accusation": ("accused", "objection"),
    "opening and endings": ("opening", "ending", "epilogue"),
}
KIND_OF = {prefix: kind for kind, prefixes in KINDS.items() for prefix in prefixes}
READ = 200  # words a minute


def words_by_kind(mystery: Mystery) -> Mapping[str, int]:
    """Kind → its words, the largest first. Words that stand under several keys count once."""
    counts: Counter[str] = Counter()
    for line in prose_of(mystery).lines.values():
        counts[KIND_OF.get(line.key.split(":")[0], "other")] += len(words_of(line.text))
    return dict(counts.most_common())


def words_of_people(mystery: Mystery) -> Mapping[str, tuple[int, int]]:
    """Actor → how many replies they have, and how many words are told when they speak."""
    by_key: dict[str, int] = {}
    for line in prose_of(mystery).lines.values():
        by_key[line.key] = by_key.get(line.key, 0) + len(words_of(line.text))
    keys = {actor: dict.fromkeys(_standing(mystery, actor)) for actor in mystery.actors}
    replies: Counter[str] = Counter()
    for rules in mystery.rules.values():
        for rule in rules:
            if rule.speaker in keys and rule.tell and rule.tell not in keys[rule.speaker]:
                keys[rule.speaker][rule.tell] = None
                replies[rule.speaker] += 1
    return {actor: (replies[actor], sum(by_key.get(key, 0) for key in keys[actor])) for actor in keys}


def lines_of(mystery: Mystery) -> Iterator[Line]:
    """Every line of the author's, once."""
    yield from prose_of(mystery).lines.values()


def _standing(mystery: Mystery, actor: str) -> Iterator[str]:
    """What they say whatever they are asked."""
    who = mystery.actors[actor]
    yield from (key for key in (who.greeting, who.default, who.farewell, *who.accused.values()) if key)
