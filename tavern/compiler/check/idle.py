"""What is declared and never comes about: fuses nobody starts, numbers nobody changes, endings nobody reaches."""

from collections.abc import Iterator, Mapping

from tavern.compiler import nodes as n
from tavern.compiler import shape as s
from tavern.compiler.check.guards import acts
from tavern.compiler.ground.short import counters_of, endings_of, flags_of
from tavern.compiler.uses import Found
from tavern.compiler.validate import Places
from tavern.diagnostics import Diagnostic, quote

Named = Mapping[str, set[str]]  # the key of an effect → the ids that stand under it anywhere
FIRST_ONLY = ("insisted", "lucky", "discredited", "time")  # endings of which the first that fits is taken


def idle(folder: s.Folder, places: Places, found: Found) -> Iterator[Diagnostic]:
    """All of it. A setting's is left to the mystery that borrows it."""
    named = _named(found)
    if folder.mystery is None:
        return
    yield from _fuses(folder, named, places)
    yield from _numbers(folder, named, places)
    yield from _endings(folder, named, places)
    for action, loc in acts(folder):
        if not (action.tell or action.then or action.else_ or action.instead or action.minutes is not None):
            cause, fix = "it has neither words nor effects", "add `tell:` or `then:`, or take it away"
            yield Diagnostic("T340", places.of(*loc), cause, fix)


def _named(found: Found) -> Named:
    named: dict[str, set[str]] = {}
    for effect in found.effects:
        for key, value in effect.entries:
            named.setdefault(key.text, set()).update(_ids(value))
    return named


def _ids(node: n.Node) -> Iterator[str]:
    match node:
        case n.Scalar():
            yield node.text
        case n.Sequence():
            yield from (item.text for item in node.items if isinstance(item, n.Scalar))
        case n.Mapping():
            yield from (key.text for key, _ in node.entries)


def _fuses(folder: s.Folder, named: Named, places: Places) -> Iterator[Diagnostic]:
    for i, fuse in enumerate(folder.fuses):
        if fuse.after is not None and (fuse.id is None or fuse.id not in named.get("start", ())):
            cause = "it waits to be started, and no effect has `start:` with its id"
            fix = f"add `then: {{start: {fuse.id or '…'}}}` where it begins, or give it `at:` instead of `after:`"
            title = f"nobody starts {quote(fuse.id)}" if fuse.id else ""
            yield Diagnostic("T334", places.key("fuses", i, "after"), cause, fix, title)


def _numbers(folder: s.Folder, named: Named, places: Places) -> Iterator[Diagnostic]:
    sold = any(item.price for item in folder.items)
    for i, counter in enumerate(counters_of(folder)):
        if counter.id not in named.get("count", ()) and not (counter.id == "coin" and sold):
            fix = f"add `then: {{count: {{{counter.id}: 1}}}}` where it changes, or take the counter away"
            yield _unchanged("counters", i, counter.id, "count", fix, places)
    for i, flag in enumerate(flags_of(folder)):
        if flag.id not in named.get("set", ()):
            fix = f"add `then: {{set: {{{flag.id}: …}}}}` where it changes, or take the flag away"
            yield _unchanged("flags", i, flag.id, "set", fix, places)


def _unchanged(key: str, number: int, id: str, effect: str, fix: str, places: Places) -> Diagnostic:
    cause = f"no effect has `{effect}:` with its id"
    return Diagnostic("T335", places.of(key, number, "id"), cause, fix, f"nothing changes {quote(id)}")


def _endings(folder: s.Folder, named: Named, places: Places) -> Iterator[Diagnostic]:
    wrong = folder.solutions.false_solutions if folder.solutions else []
    unanswered = {solution.id for solution in wrong if not solution.answers}
    first: dict[tuple[str, str | None], int] = {}
    for i, (id, ending) in enumerate(endings_of(folder)):
        kind = ending.after, ending.solution
        before = first.get(kind)
        place = places.of("endings", i, "id") if ending.id else places.of("endings", i)
        title = f"nobody comes to the ending {quote(id)}"
        if id in named.get("end", ()):
            pass
        elif ending.after == "event":
            fix = f"add `then: {{end: {ending.id or '…'}}}` where it comes about, or say what it is `after:`"
            yield Diagnostic("T332", place, "no effect has `end:` with its id", fix, title)
        elif ending.after == "time" and folder.mystery and folder.mystery.ends is None:
            fix = 'add `ends: {day: 2, at: "06:00"}` to `mystery:`, or take the ending away'
            yield Diagnostic("T332", place, "the case has no last hour", fix, title)
        elif ending.solution in unanswered and ending.solution:
            cause, fix = (
                f"{quote(ending.solution)} has no `answers:`",
                "add the `answers:` that it gives to the solution",
            )
            yield Diagnostic("T332", place, cause, fix, title)
        elif before is not None and ending.after in FIRST_ONLY:
            second = places.of("endings", before), "this one"
            cause = "one above it has no `when:`, so that one is always taken"
            yield Diagnostic(
                "T332", place, cause, "move this one above the other, and give it a `when:`", title, second
            )
        if ending.when is None and kind not in first:
            first[kind] = i
