"""Single values: texts, numbers, words of a closed list; and values of another kind altogether."""

import re
from typing import assert_never

from pydantic import TypeAdapter, ValidationError

from tavern.compiler.explain.nouns import called
from tavern.compiler.forms import Either, Form, Leaf, Many, Number, OneOf, Record, Table, Truth, Words, keys_of
from tavern.compiler.nodes import TRUTHS, Mapping, Node, Scalar, Sequence, is_null
from tavern.compiler.syntax.trouble import quoted
from tavern.diagnostics import Diagnostic, Edit, any_of, insert, instead, quote
from tavern.text import nearest

WHOLE, FRACTION = TypeAdapter(int), TypeAdapter(float)
PERCENT = 100
COMMA = re.compile(r"[-+]?\d+,\d+")
CLOCK = re.compile(r"(\d{1,2})(?:[.:h ]?(\d{2}))?\s*([ap]m)?")
SHORT = {  # what a player may type for a way
    "n": "north", "s": "south", "e": "east", "w": "west", "ne": "northeast", "nw": "northwest", "se": "southeast",
    "sw": "southwest", "u": "up", "d": "down",
}  # fmt: skip
MOST_WRAPPED = 30  # characters of a text that brackets are offered for
MOST_LISTED = 14  # words of a closed list that are all shown


def leaf_fault(form: Leaf, node: Scalar, key: str) -> list[Diagnostic]:
    """What is wrong with a single value, if anything is."""
    if is_null(node):
        cause = f"nothing stands after {quote(key)}" if key else "nothing stands here"
        return [Diagnostic("T209", node.span, cause, f"write {wanted(form)}, or delete it")]
    truth = TRUTHS.get(node.text) if node.plain else None
    match form:
        case Words():
            fault = _true_as_text(node) if truth is not None else _words_fault(form, node, key)
        case Number():
            fault = _number_fault(form, node, key)
        case Truth():
            fault = _truth_fault(node, key) if truth is None else None
        case OneOf():
            value = node.text if truth is None else truth
            fault = None if value in form.words else _choice_fault(form, node, key)
        case _:
            assert_never(form)
    return [fault] if fault else []


def wrong_kind(form: Form, node: Node, key: str) -> Diagnostic:
    """A list where a text is wanted, and the like."""
    if (
        isinstance(node, Mapping)
        and isinstance(form, Many)
        and node.entries
        and node.entries[0][0].text.startswith("-")
    ):
        dashed = node.entries[0][0]
        fix = f"put a space after the dash: `- {dashed.text[1:]}:`"
        edits = insert(dashed.span._replace(column=dashed.column + 1), " ")
        return Diagnostic("T213", dashed.span, "a dash without a space is a part of the word", fix, edits=edits)
    found = "a text" if isinstance(node, Scalar) else "a list" if isinstance(node, Sequence) else "a group of keys"
    cause = f"{quote(key)} takes {wanted(form)}" if key else f"{wanted(form)} belongs here"
    if isinstance(form, Record):
        cause = f"{called(form.shape)} is a group of keys, {_some_keys(form)} among them"
    title, edits = f"{found} where {wanted(form)} is wanted", _brackets(form, node)
    return Diagnostic("T204", node.span, cause, _otherwise(form, node), title, edits=edits)


def _brackets(form: Form, node: Node) -> tuple[Edit, ...]:
    """Brackets put around a single word where a list is wanted, or taken from around one where it is not."""
    forms = form.forms if isinstance(form, Either) else (form,)
    takes_list = any(isinstance(part, Many) and part.exactly is None for part in forms)
    if takes_list and isinstance(node, Scalar) and len(node.text) < MOST_WRAPPED:
        return insert(node.span, "[", "]")
    if takes_list or not isinstance(node, Sequence) or len(node.items) != 1 or node.span.length < 2:
        return ()
    item = node.items[0]
    if isinstance(item, Scalar) and not any(isinstance(part, Table | Record) for part in forms):
        return instead(node.span, item.text if item.plain else quoted(item.text))
    return ()


def _some_keys(form: Record) -> str:
    keys = keys_of(form.shape)
    required = [name for name, key in keys.items() if key.required]
    return any_of((required or list(keys))[:3]).replace(" or ", " and ")


def wanted(form: Form) -> str:
    """The form in words: "a text", "a list of ids"."""
    match form:
        case Words(pattern=None, ref=None):
            return "a text"
        case Words(pattern=pattern, ref=ref):
            return "an hour" if pattern and ":" in pattern else "an id" if ref or pattern else "a text"
        case Number():
            return f"{'a whole number' if form.whole else 'a number'}{_range(form)}"
        case Truth():
            return "`true` or `false`"
        case OneOf():
            words = [str(word).lower() if isinstance(word, bool) else word for word in form.words]
            return any_of(words) if len(words) <= MOST_LISTED else "a word of a certain list"
        case Many():
            return "a list"
        case Table():
            return "a group of keys"
        case Record():
            return called(form.shape)
        case Either():
            return " or ".join(dict.fromkeys(map(wanted, form.forms)))
        case _:
            assert_never(form)


def _otherwise(form: Form, node: Node) -> str:
    forms = form.forms if isinstance(form, Either) else (form,)
    if isinstance(form, Many) and form.exactly is not None:
        return 'write both hours, such as `["22:00", "02:00"]`'
    if isinstance(node, Mapping) and any(isinstance(part, Words) for part in forms):
        return "put quotes around the text, or write it alone"
    if any(isinstance(part, Many) for part in forms) and isinstance(node, Scalar):
        return (
            f"write `[{node.text}]`"
            if len(node.text) < MOST_WRAPPED
            else "begin the line with `- `, moved in under the key"
        )
    if any(isinstance(part, Many) for part in forms) and isinstance(node, Mapping):
        return "begin each item with `- `, moved in under the key"
    if isinstance(form, Table):
        return "write keys with their values, one a line, moved in and without dashes"
    if isinstance(node, Sequence) and any(isinstance(part, Record) for part in forms):
        return "take away the dash or the brackets"
    if isinstance(node, Sequence) and len(node.items) == 1 and isinstance(node.items[0], Scalar):
        return f"write {quote(node.items[0].text)} alone"
    if isinstance(node, Scalar) and isinstance(form, Record):
        return f"write its keys, one a line, moved in: `{next(iter(keys_of(form.shape)))}: …`"
    return f"write {wanted(form)}"


def _words_fault(form: Words, node: Scalar, key: str) -> Diagnostic | None:
    text = node.text
    if form.pattern and not re.fullmatch(form.pattern, text):
        return _bad_hour(node) if ":" in form.pattern else _bad_id(node)
    if form.least is not None and len(text) < form.least:
        cause = f"{quote(key)} is empty" if key else "the text is empty"
        return Diagnostic("T209", node.span, cause, "write something between the quotes, or delete the key")
    if form.most is not None and len(text) > form.most:
        cause = f"it has {len(text)} characters, and {form.most} is the most"
        return Diagnostic("T210", node.span, cause, "make it shorter; what is longer belongs into a description")
    return None


def _true_as_text(node: Scalar) -> Diagnostic:
    cause = "without quotes this is a yes or no, not a word"
    fix, edits = f'write `"{node.text}"`', insert(node.span, '"', '"')
    return Diagnostic("T204", node.span, cause, fix, "true or false where a text is wanted", edits=edits)


def _bad_hour(node: Scalar) -> Diagnostic:
    found = CLOCK.fullmatch(node.text.strip().casefold())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 99)
    if found and found[3]:
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    cause = "an hour is two numbers with a colon, from 00:00 to 23:59"
    meant = f'"{hour:02}:{minute:02}"' if hour < 24 and minute < 60 else ""
    fix = f"write `{meant}`" if meant else 'write it like `"22:30"`'
    edits = instead(node.span, meant) if meant else ()
    return Diagnostic("T207", node.span, cause, fix, f"{quote(node.text)} is not an hour", edits=edits)


def _bad_id(node: Scalar) -> Diagnostic:
    word = re.sub(r"[^a-z0-9]+", "_", node.text.casefold()).strip("_").lstrip("0123456789_")[:60]
    cause = "an id has small letters, digits and underscores, begins with a letter, and has 60 at most"
    fix = f"write {quote(word)}" if word else "write a word of small letters"
    edits = instead(node.span, word) if word else ()
    return Diagnostic("T208", node.span, cause, fix, f"{quote(node.text)} cannot be an id", edits=edits)


def _number_fault(form: Number, node: Scalar, key: str) -> Diagnostic | None:
    number = _number(form, node.text)
    if number is None or (node.plain and node.text in TRUTHS):
        cause = f"{quote(key)} takes {wanted(form)}" if key else f"{wanted(form)} belongs here"
        title = f"{quote(node.text)} is not a number"
        if COMMA.fullmatch(node.text) and not form.whole:
            point = node.text.replace(",", ".")
            return Diagnostic("T206", node.span, cause, f"write `{point}`", title, edits=instead(node.span, point))
        return Diagnostic("T206", node.span, cause, f"write {wanted(form)}", title)
    low = form.least is not None and not number >= form.least
    high = form.most is not None and not number <= form.most
    if low or high:
        cause = f"it is {'less' if low else 'more'} than {_plain(form.least if low else form.most)}"
        if form.most == 1 and not form.whole and 1 < number <= PERCENT:
            share = f"{number / PERCENT:g}"
            fix, edits = f"write `{share}`, if {_plain(number)} in a hundred is meant", instead(node.span, share)
            return Diagnostic("T206", node.span, cause, fix, edits=edits)
        return Diagnostic("T206", node.span, cause, f"write {wanted(form)}")
    return None


def _number(form: Number, text: str) -> float | None:
    """The number that the shape makes of a text."""
    try:
        found: float = (WHOLE if form.whole else FRACTION).validate_python(text)
    except ValidationError:
        return None
    return found


def _range(form: Number) -> str:
    if form.least is not None and form.most is not None:
        return f" from {_plain(form.least)} to {_plain(form.most)}"
    return f" of {_plain(form.least)} or more" if form.least is not None else ""


def _plain(number: float | None) -> str:
    return f"{number:g}" if number is not None else ""


def _truth_fault(node: Scalar, key: str) -> Diagnostic:
    meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(node.text.casefold())
    meant = meant or (node.text.casefold() if node.text.casefold() in ("true", "false") else None)
    fix = f"write `{meant}`, without quotes" if meant else "write `true` or `false`"
    title = f"{quote(node.text)} is neither `true` nor `false`"
    edits = instead(node.span, meant) if meant else ()
    return Diagnostic("T212", node.span, f"{quote(key)} takes `true` or `false`", fix, title, edits=edits)


def _choice_fault(form: OneOf, node: Scalar, key: str) -> Diagnostic:
    words = [word for word in form.words if isinstance(word, str)]
    typed = node.text.casefold()
    near = [word for word in words if word.casefold() == typed or word == SHORT.get(typed)] or nearest(typed, words)
    near = near or [word for word in words if typed and word.casefold().startswith(typed)][:3]
    cause = f"{quote(key)} has no {quote(node.text)}" if key else f"there is no {quote(node.text)}"
    fix = f"write {any_of(near)}" if near else f"write {wanted(form)}"
    if len(words) > MOST_LISTED and not near:
        fix = f"write another word, such as {any_of(words[:3])}"
    edits = instead(node.span, near[0]) if len(near) == 1 else ()
    return Diagnostic("T205", node.span, cause, fix, f"{quote(node.text)} is not known here", edits=edits)
