"""The author's prose under its keys."""

from tavern.compiler import shape as s
from tavern.compiler.ground.conditions import condition
from tavern.compiler.ground.desk import Desk
from tavern.model.conditions import ALWAYS
from tavern.model.mystery import Variant


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
