"""The author's prose under its keys, and what it names."""

import re
from collections.abc import Iterable, Mapping

from tavern.compiler import shape as s
from tavern.compiler.ground.conditions import condition
from tavern.compiler.ground.desk import Desk
from tavern.model.conditions import ALWAYS
from tavern.model.mystery import Names, Variant

SHORTEST = 3  # letters of a name that is looked for in prose


def put(desk: Desk, key: str, text: s.Text | None) -> str:
    """File the text under the key and give the key back; "" when there is no text."""
    if text is None or text == []:
        return ""
    desk.texts[key] = tuple(_variants(desk, text))
    return key


def _variants(desk: Desk, text: s.Text) -> list[Variant]:
    if isinstance(text, str):
        return [Variant((text,))]
    told = [part for part in text if isinstance(part, str)]
    if told:
        return [Variant(tuple(told))]
    return [
        Variant(
            (part.text,) if isinstance(part.text, str) else tuple(part.text),
            condition(desk, part.when) if part.when is not None else ALWAYS,
        )
        for part in text
        if isinstance(part, s.VariantShape)
    ]


def mentions(texts: Mapping[str, tuple[Variant, ...]], named: Mapping[str, Names]) -> dict[str, tuple[str, ...]]:
    """For each text the ids of the people, rooms and ideas whose names stand in it: reading of them is meeting them.

    Only printed names count (an `{id}` prints one), not every word by which somebody might be asked for.
    """
    ids: dict[str, list[str]] = {}
    for id, names in named.items():
        for phrase in {names.name, names.full} - {""}:
            if len(phrase) >= SHORTEST:
                ids.setdefault(phrase.casefold(), []).append(id)
    if not ids:
        return {}
    for id in named:
        ids[f"{{{id}}}"] = [id]
    pattern = re.compile(rf"(?<!\w)({_longest_of(ids)})(?!\w)")
    return {key: found for key, variants in texts.items() if (found := _found(pattern, variants, ids))}


def _found(pattern: re.Pattern[str], variants: Iterable[Variant], ids: Mapping[str, list[str]]) -> tuple[str, ...]:
    text = " ".join(line for variant in variants for line in variant.lines).casefold()
    return tuple(dict.fromkeys(id for phrase in pattern.findall(text) for id in ids[phrase]))


def _longest_of(phrases: Iterable[str]) -> str:
    """A pattern for the longest of the phrases, their common beginnings written once: so it is looked at three times as fast."""
    rest: dict[str, list[str]] = {}
    for phrase in phrases:
        rest.setdefault(phrase[:1], []).append(phrase[1:])
    ends = rest.pop("", None) is not None
    parts = [re.escape(first) + _longest_of(more) for first, more in rest.items()]
    return f"(?:{'|'.join(parts)})" + ("?" if ends else "") if parts else ""
