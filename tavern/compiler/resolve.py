"""One namespace of ids: each declared once, and every name leads to something of a kind that is wanted there."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from tavern.compiler.nodes import Scalar, is_null
from tavern.compiler.shape import Ref
from tavern.compiler.spot import within
from tavern.compiler.uses import Declared, Found, Use
from tavern.diagnostics import Diagnostic, Span, any_of, instead, quote
from tavern.text import nearest

Ids = Mapping[str, Declared]

RESERVED = frozenset({"player", "worn", "nowhere", "here", "other", "observation", "gossip"})
QUESTIONS = ("who", "how", "why")  # asked where a case names no questions
COUNTERS = ("standing",)  # kept by the game itself
NOUNS = {  # kind → with its article, and what a code is given when none is found
    "room": ("a room", "T010"),
    "actor": ("a person", "T011"),
    "topic": ("a topic", "T012"),
    "thing": ("an item", "T013"),
    "clue": ("a clue", "T014"),
    "deduction": ("a deduction", "T014"),
    "question": ("a question", "T015"),
    "answer": ("an answer", "T016"),
    "ending": ("an ending", "T017"),
    "fuse": ("a fuse", "T018"),
    "counter": ("a counter", "T019"),
    "flag": ("a flag", "T019"),
    "solution": ("a false solution", "T020"),
}
SEVERAL = 2  # places that have the same name, so that it is the declaration that is misspelt
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
ID = re.compile(r"[a-z][a-z0-9_]*")
NAMED = ("actor", "room", "thing", "topic", "answer", "counter")  # what prose can print the name, or the number, of


def resolve(found: Found, sources: Mapping[str, str]) -> list[Diagnostic]:
    """Every id declared twice, every name that leads nowhere or to something of the wrong kind.

    A name that may be declared in a part that cannot be read is passed over: that part is told of. sources: the text of
    each file by its path.
    """
    ids, diagnostics = _namespace(found)
    lost = [use for use in found.uses if _leads_nowhere(use, ids, found.unread)]
    otherwise = misspelt(lost, found.uses, ids)
    diagnostics += [_declared_otherwise(declared, uses) for declared, uses in otherwise]
    explained = {use.node.text for _, uses in otherwise for use in uses}
    diagnostics += [_nowhere(use, ids) for use in lost if use.node.text not in explained]
    for use in found.uses:
        declared = ids.get(use.node.text)
        if declared and declared.kind not in use.ref.kinds and use.node.text not in use.ref.also:
            diagnostics.append(_wrong_kind(use, declared, ids))
    for text in found.prose:
        if "{" in text.text:
            diagnostics += _placeholders(text, ids, sources)
    return diagnostics


def _leads_nowhere(use: Use, ids: Ids, unread: Collection[str]) -> bool:
    text = use.node.text
    return text not in ids and text not in use.ref.also and text not in unread and not is_null(use.node)


def misspelt(lost: Iterable[Use], uses: Iterable[Use], ids: Ids) -> list[tuple[Declared, list[Use]]]:
    """Declarations that are surely meant by names that lead nowhere.

    The name stands in several places, and of the ids that nothing names only one is near to it.
    """
    named = {use.node.text for use in uses}
    by_name: dict[str, list[Use]] = {}
    for use in lost:
        by_name.setdefault(use.node.text, []).append(use)
    found = []
    for name, places in by_name.items():
        if len(places) < SEVERAL:
            continue
        fitting = (id for id, declared in ids.items() if declared.kind in places[0].ref.kinds and id not in named)
        near = nearest(name, fitting)
        if len(near) == 1:
            found.append((ids[near[0]], places))
    return found


def _declared_otherwise(declared: Declared, uses: list[Use]) -> Diagnostic:
    name = uses[0].node.text
    title = f"the id {quote(declared.id)}, which is {quote(name)} wherever it is named"
    cause = f"nothing names {quote(declared.id)}, and {quote(name)} stands in {len(uses)} places"
    second = uses[0].node.span, "the first of them"
    return Diagnostic(
        "T023", declared.node.span, cause, f"write {quote(name)}", title, second, instead(declared.node.span, name)
    )


def _namespace(found: Found) -> tuple[dict[str, Declared], list[Diagnostic]]:
    ids: dict[str, Declared] = {}
    diagnostics: list[Diagnostic] = []
    people = {declared.id for declared in found.declared if declared.kind == "actor"}
    for declared in found.declared:
        if declared.kind == "answer" and declared.id in people:
            continue  # an answer that is a person is that person
        if declared.id in RESERVED:
            cause, fix = "the game has a meaning of its own for this word", "write another id"
            diagnostics.append(Diagnostic("T004", declared.node.span, cause, fix))
        elif declared.id in ids:
            diagnostics.append(_twice(ids[declared.id], declared))
        else:
            ids[declared.id] = declared
    return _with_own(ids), diagnostics


def _with_own(ids: dict[str, Declared]) -> dict[str, Declared]:
    """The ids, and those that are there without being declared."""
    nowhere = Scalar("", True, "", 0, 0, 0)  # noqa: FBT003
    if not any(declared.kind == "question" for declared in ids.values()):
        ids = {id: Declared("question", id, nowhere) for id in QUESTIONS} | ids
    return {id: Declared("counter", id, nowhere) for id in COUNTERS} | ids


def _twice(first: Declared, again: Declared) -> Diagnostic:
    cause = f"{NOUNS[first.kind][0]} has this id already"
    fix = "write another id, or delete one of the two"
    return Diagnostic(
        "T001",
        again.node.span,
        cause,
        fix,
        f"the id {quote(again.id)} is declared twice",
        (first.node.span, "the first"),
    )


def _nowhere(use: Use, ids: Ids) -> Diagnostic:
    code, noun = _wanted(use.ref)
    text = use.node.text
    near = nearest(text, [*(id for id, declared in ids.items() if declared.kind in use.ref.kinds), *use.ref.also])
    edits = instead(use.node.span, near[0]) if len(near) == 1 else ()
    cause = (
        f"nothing of that kind has the id {quote(text)}"
        if " or " in noun
        else f"no {_bare(noun)} has the id {quote(text)}"
    )
    title = f"{quote(use.owner)} names {noun} that does not exist" if use.owner else ""
    return Diagnostic(code, use.node.span, cause, _fix(near, ids, noun, text), title, edits=edits)


def _bare(noun: str) -> str:
    return noun.partition(" ")[2]


def _fix(near: list[str], ids: Ids, noun: str, text: str) -> str:
    shown = [f"{quote(id)}{_where(ids[id].node.span) if id in ids else ''}" for id in near]
    if not ID.fullmatch(text):
        return f"write {_or(shown)}" if near else f"write the id of {noun}"
    if not near:
        return f"add {noun} with the id {quote(text)}, or write the id of one that exists"
    return f"write {_or(shown)}, or add {noun} with the id {quote(text)}"


def _wrong_kind(use: Use, declared: Declared, ids: Ids) -> Diagnostic:
    _, noun = _wanted(use.ref)
    is_a = NOUNS[declared.kind][0]
    near = nearest(use.node.text, [id for id, other in ids.items() if other.kind in use.ref.kinds])
    fix = f"write {any_of(near)}" if near else f"write the id of {noun}"
    second = (declared.node.span, f"{quote(declared.id)} is {is_a}") if declared.node.line else None
    title = f"{quote(use.owner)} names {is_a} where {noun} is wanted" if use.owner else ""
    cause = f"{quote(declared.id)} is {is_a}, {noun} is wanted here"
    edits = instead(use.node.span, near[0]) if len(near) == 1 else ()
    return Diagnostic("T021", use.node.span, cause, fix, title, second, edits)


def _wanted(ref: Ref) -> tuple[str, str]:
    """The code for a name that leads nowhere, and what is wanted, in words."""
    if len(ref.kinds) == 1:
        noun, code = NOUNS[ref.kinds[0]]
        return code, noun
    if "topic" in ref.kinds:
        return "T012", "a topic"
    if "thing" in ref.kinds:
        return "T013", _or([NOUNS[kind][0] for kind in ref.kinds])
    return NOUNS[ref.kinds[0]][1], _or([NOUNS[kind][0] for kind in ref.kinds])


def _placeholders(text: Scalar, ids: Ids, sources: Mapping[str, str]) -> Iterator[Diagnostic]:
    for word in dict.fromkeys(PLACEHOLDER.findall(text.text)):
        declared = ids.get(word)
        if declared is None or declared.kind not in NAMED:
            near = nearest(word, [id for id, other in ids.items() if other.kind in NAMED])
            cause = f"`{{{word}}}` in it prints the name of nothing"
            fix = (
                f"write {_or([f'`{{{id}}}`' for id in near])}"
                if near
                else "write the id of a person, room, item or topic"
            )
            span = within(text, f"{{{word}}}", sources)
            edits = instead(span, f"{{{near[0]}}}") if len(near) == 1 and span.length == len(word) + 2 else ()
            yield Diagnostic("T022", span, cause, f"{fix}, or leave the braces out", edits=edits)


def _where(span: Span) -> str:
    return f" ({span.path.rpartition('/')[2]}:{span.line})" if span.line else ""


def _or(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
