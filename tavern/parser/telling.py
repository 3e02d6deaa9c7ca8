"""How things are called when the parser speaks of them, and how they are named so that it understands them again."""

from collections.abc import Iterable

from tavern.model.scope import Scope
from tavern.parser.lexicon import owner

_OWN_ARTICLE = ("the ", "your ", "my ", "a ", "an ", "number ")


def told(id: str, scope: Scope) -> str:
    """The name with its article, if it takes one: "the oak door", "Gene", "Sarah's bed"; without marks of emphasis."""
    names = scope.names.get(id)
    if names is None:
        return id
    name = names.name.replace("*", "")
    goes_bare = names.proper or name[:1].isupper() or name.lower().startswith(_OWN_ARTICLE) or owner(name.split(" ")[0])
    return name if goes_bare or scope.kinds.get(id) in {"clue", "deduction", "answer"} else f"the {name}"


def labels(ids: Iterable[str], scope: Scope) -> dict[str, str]:
    """Each id with a name unlike that of the others; ids that cannot be told apart from an earlier one are left out."""
    chosen: dict[str, str] = {}
    for id in ids:
        names = scope.names.get(id)
        ways = (told(id, scope), *((names.full, *names.also) if names else ()))
        label = next((way for way in ways if way and way.lower() not in map(str.lower, chosen.values())), "")
        if label:
            chosen[id] = label
    return chosen


def listed(parts: list[str], word: str = "or") -> str:
    """The parts as a list in words: "a, b or c"."""
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}" if len(parts) > 1 else "".join(parts)


def sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
