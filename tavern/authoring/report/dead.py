"""Words that nobody can ever read, as far as that can be seen without playing."""

from collections.abc import Iterable, Iterator

from tavern.model.conditions import ALWAYS
from tavern.model.effects import Effect, Teach
from tavern.model.mystery import Mystery


def dead_texts(mystery: Mystery) -> list[tuple[str, str]]:
    """Key of a text → why it is never told: what it is about is never met, or another variant always goes before it."""
    return sorted({**dict(_unasked(mystery)), **dict(_shadowed(mystery))}.items())


def _unasked(mystery: Mystery) -> Iterator[tuple[str, str]]:
    """Talk about topics that no text names, nothing teaches and the player does not know from the start."""
    met = {id for ids in mystery.mentions.values() for id in ids} | _taught(mystery)
    unmet = {topic.id for topic in mystery.topics.values() if not topic.known} - met
    for (verb, _, other), rules in mystery.rules.items():
        if verb in ("ask", "tell") and other in unmet:
            for rule in rules:
                if rule.tell and not _is_about_more(mystery, rule.id, unmet):
                    yield rule.tell, f"the topic `{other}` is never named or taught"


def _is_about_more(mystery: Mystery, rule: str, unmet: set[str]) -> bool:
    """Whether the rule answers about something else too that can be met."""
    return any(
        each.id == rule for (_, _, other), rules in mystery.rules.items() if other not in unmet for each in rules
    )


def _taught(mystery: Mystery) -> set[str]:
    rules = (rule for rules in mystery.rules.values() for rule in rules)
    endings = (ending.effects for ending in mystery.endings.values())
    groups: Iterable[Iterable[Effect]] = (
        *(rule.effects for rule in rules),
        *(rule.effects for rule in mystery.automatics),
        *endings,
    )
    return {effect.id for effects in groups for effect in effects if isinstance(effect, Teach)}


def _shadowed(mystery: Mystery) -> Iterator[tuple[str, str]]:
    for key, variants in mystery.texts.items():
        always = next((at for at, variant in enumerate(variants) if variant.when == ALWAYS), len(variants) - 1)
        if always < len(variants) - 1:
            yield key, f"variant {always + 1} has no `when`, so that those after it are never told"
