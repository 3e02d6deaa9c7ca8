"""Keys that are not known where they stand, and keys that are missing."""

from pydantic import BaseModel

from tavern.compiler.explain.nouns import NOUNS, called, stands_under
from tavern.compiler.forms import Either, Form, Many, Record, Table, keys_of
from tavern.compiler.nodes import Mapping, Scalar, is_null
from tavern.compiler.shape import Folder, VariantShape
from tavern.diagnostics import Diagnostic, Edit, any_of, insert, instead, quote
from tavern.text import nearest

MOST_LISTED = 14  # keys that are all shown
CALLED_ELSEWHERE = {  # what an author may have in mind → what is meant, where there is such a key
    "text": "tell",
    "tell": "text",
    "says": "tell",
    "topic": "about",
    "topics": "about",
    "where": "in",
    "location": "in",
    "place": "in",
    "room": "in",
    "desc": "description",
    "title": "name",
    "time": "at",
    "label": "name",
    "condition": "when",
    "conditions": "when",
    "effects": "then",
    "effect": "then",
}


def missing(name: str, node: Mapping, shape: type[BaseModel]) -> Diagnostic:
    """A key that has to be there. The place is that of the key if it stands there with nothing after it."""
    left_empty = next((key for key, value in node.entries if key.text == name and is_null(value)), None)
    who = next((value.text for key, value in node.entries if key.text == "id" and isinstance(value, Scalar)), "")
    title = f"{quote(who) if who else called(shape)} has no {quote(name)}"
    if left_empty:
        return Diagnostic("T203", left_empty.span, "nothing stands after it", f"write something after `{name}:`", title)
    cause = f"{called(shape)} needs {quote(name)}"
    return Diagnostic("T203", node.span, cause, f"add a line `{name}: …`", title)


def meant(node: Mapping, shape: type[BaseModel]) -> set[str]:
    """Keys that are not missing, since another here is them misspelt."""
    known = keys_of(shape)
    words = [key.text for key, _ in node.entries if key.text not in known]
    if any(word.startswith("-") and word[1:] in known for word in words):
        return set(known)
    return {name for word in words for name in _near(word, shape, node)}


def unknown(key: Scalar, within: tuple[type[BaseModel], ...], node: Mapping) -> Diagnostic:
    """A key that the innermost shape does not have: misspelt, or at the wrong level."""
    shape, word = within[-1], key.text
    known = keys_of(shape)
    if word.startswith("-") and word[1:] in known:
        fix = f"put a space after the dash: `- {word[1:]}:`"
        edits = insert(key.span._replace(column=key.column + 1), " ")
        return Diagnostic("T213", key.span, "a dash without a space is a part of the word", fix, edits=edits)
    near = _near(word, shape, node)
    if near and not _is_family(word, within):
        edits = instead(key.span, near[0]) if len(near) == 1 else ()
        return _report("T201", key, shape, f"write {any_of(near)}", edits)
    if owners := _owners(word, within):
        return _report("T202", key, shape, _moved(owners, within, word))
    listed = f"use one of {', '.join(map(quote, known))}, or delete it"
    return _report("T201", key, shape, listed if len(known) <= MOST_LISTED else "delete it, or look up how it is spelt")


def _near(word: str, shape: type[BaseModel], node: Mapping) -> list[str]:
    """Keys that may be meant by a word and do not stand there already."""
    unused = keys_of(shape).keys() - {key.text for key, _ in node.entries}
    near = nearest(word, [name for name in keys_of(shape) if name in unused])
    other_word = CALLED_ELSEWHERE.get(word)
    return [other_word] if other_word in unused and not near else near


def _report(code: str, key: Scalar, shape: type[BaseModel], fix: str, edits: tuple[Edit, ...] = ()) -> Diagnostic:
    title = "" if code == "T202" else f"a key {quote(key.text)} that does not exist"
    return Diagnostic(code, key.span, f"{called(shape)} has no key {quote(key.text)}", fix, title, edits=edits)


def _is_family(word: str, within: tuple[type[BaseModel], ...]) -> bool:
    """Whether a shape around this one, or right inside it, has just this key."""
    return (
        any(word in keys_of(shape) for shape in (*within[:-1], *_inside(within[-1]))) and word not in CALLED_ELSEWHERE
    )


def _owners(word: str, within: tuple[type[BaseModel], ...]) -> list[type[BaseModel]]:
    """Shapes that have the key, at most three: those around this one first, then those right inside it, then others."""
    inside = _inside(within[-1])
    around = [shape for shape in reversed(within[:-1]) if word in keys_of(shape)]
    below = [shape for shape in inside if word in keys_of(shape)]
    return around[:1] or below[:3] or [shape for shape in NOUNS if word in keys_of(shape)][:3]


def _moved(owners: list[type[BaseModel]], within: tuple[type[BaseModel], ...], word: str) -> str:
    owner = owners[0]
    if owner is Folder:
        return f"move `{word}:` to the left margin, outside of {called(within[1]) if len(within) > 1 else 'this'}"
    if owner in within:
        return f"move it out to the keys of {called(owner)}"
    if owner in _inside(within[-1]):
        return f"move it in under {any_of([stands_under(shape) for shape in owners])}"
    return f"it belongs to {' or '.join(map(called, owners))}: move it there"


def _inside(shape: type[BaseModel]) -> list[type[BaseModel]]:
    """Shapes that stand right under the keys of this one."""
    found = dict.fromkeys(shape for key in keys_of(shape).values() for shape in _records(key.form))
    return [shape for shape in found if shape is not VariantShape]


def _records(form: Form) -> list[type[BaseModel]]:
    match form:
        case Record():
            return [form.shape]
        case Many():
            return _records(form.item)
        case Table():
            return _records(form.value)
        case Either():
            return [shape for part in form.forms for shape in _records(part)]
        case _:
            return []
