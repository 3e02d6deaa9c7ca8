"""What one might ask somebody."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import islice

from tavern.model.mystery import Mystery
from tavern.model.rules import Rule
from tavern.model.world import World
from tavern.reasoning.holds import holds_all

MOST_TOPICS = 4


def would_speak_of(mystery: Mystery, world: World, asked: AbstractSet[str], actor: str) -> Iterator[str]:
    """Ids of what the player has met, has not asked this person about, and would get an answer to; four at most.

    What few others have an answer to comes first, and other people last: one thinks of them unprompted. asked: pairs already
    asked about, as "actor/topic".
    """
    new = (
        topic
        for topic, pair, rules in _answers(mystery).get(actor, ())
        if topic in world.met and pair not in asked and _fits(mystery, world, rules)
    )
    return islice(new, MOST_TOPICS)


def _fits(mystery: Mystery, world: World, rules: tuple[Rule, ...]) -> bool:
    for rule in rules:  # noqa: SIM110 - asked of everybody in the room each turn: a loop takes half as long
        if not rule.guards or holds_all(mystery, rule.guards, world):
            return True
    return False


@lru_cache(maxsize=256)
def has_words_for(mystery: Mystery, actor: str) -> frozenset[str]:
    """Ids of all that the actor has an answer to at some time."""
    return frozenset(topic for topic, _, _ in _answers(mystery).get(actor, ()))


@lru_cache(maxsize=16)
def _answers(mystery: Mystery) -> dict[str, list[tuple[str, str, tuple[Rule, ...]]]]:
    """Actor → what they have an answer to, in the order in which one might think of it.

    Each with the pair as in `asked`, and with the rules that have words.
    """
    asking = [(actor, topic, rules) for (verb, actor, topic), rules in mystery.rules.items() if verb == "ask"]
    shared = Counter(topic for _, topic, _ in asking)
    answers: dict[str, list[tuple[str, str, tuple[Rule, ...]]]] = {}
    for actor, topic, rules in sorted(asking, key=lambda found: (found[1] in mystery.actors, shared[found[1]])):
        if topic not in ("", actor):
            answers.setdefault(actor, []).append(
                (topic, f"{actor}/{topic}", tuple(rule for rule in rules if rule.tell))
            )
    return answers
