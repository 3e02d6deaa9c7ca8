"""What stands in the shadow of something else: replies, routes and hours that never get their turn, and what stands twice."""

from collections.abc import Iterator
from itertools import combinations, permutations

from tavern.compiler import shape as s
from tavern.compiler.check.clues import VERBS
from tavern.compiler.ground.conditions import WEEKDAYS
from tavern.compiler.ground.desk import each, minute
from tavern.compiler.ground.effects import reveals_anything
from tavern.compiler.ground.people import replies_of
from tavern.compiler.uses import Found
from tavern.compiler.validate import Places
from tavern.diagnostics import Diagnostic, quote

ACTS = {"at", "in_", *VERBS}
WORDS = {  # keys of a route that do not say when it is open
    "tell", "again", "reliability", "from_", "vantage", "prepared", "minutes", "holds", "how", "who", "where", "knows", "then",
}  # fmt: skip


def shadowed(folder: s.Folder, places: Places, found: Found) -> Iterator[Diagnostic]:
    """All of it, and what stands twice in one list."""
    for i, actor in enumerate(folder.actors):
        yield from _replies(i, actor, places)
        yield from _hours(i, actor, folder, places)
    for i, clue in enumerate(folder.clues):
        yield from _routes(i, clue, places)
    yield from _twice(found)


def _replies(index: int, actor: s.ActorShape, places: Places) -> Iterator[Diagnostic]:
    """Replies before which another is always told: it is about the same, comes first and asks for no more."""
    ahead: dict[tuple[str, str], list[tuple[int, s.Reply]]] = {}
    for number, reply in enumerate(replies_of(actor)):
        acts = [(reply.verb, topic) for topic in each(reply.about)]
        winners = [next((i for i, other in ahead.get(act, ()) if _always_first(other, reply)), None) for act in acts]
        if acts and None not in winners:
            winner = winners[0]
            place, second = (("actors", index, "replies", i) for i in (number, winner or 0))
            cause = (
                f"whoever asks {quote(actor.id)} about this gets another answer, which asks for no more than this one"
            )
            fix = "move this reply above the other, or give the other a `when:`"
            yield Diagnostic("T333", places.of(*place), cause, fix, second=(places.of(*second), "the other one"))
        for act in acts:
            ahead.setdefault(act, []).append((number, reply))


def _always_first(first: s.Reply, second: s.Reply) -> bool:
    if reveals_anything(second.then) and not reveals_anything(first.then):
        return False
    free = first.when is None and first.relationship is None and first.enemy is None
    gates = (first.when, first.relationship, first.enemy) == (second.when, second.relationship, second.enemy)
    return free or gates


def _hours(index: int, actor: s.ActorShape, folder: s.Folder, places: Places) -> Iterator[Diagnostic]:
    """Rows of a schedule that another of the same file takes the place of, and rows for days that the case does not have."""
    for number, row in enumerate(actor.schedule):
        loc = ("actors", index, "schedule", number)
        if row.days and folder.mystery and not any(_comes(day, folder.mystery) for day in row.days):
            yield Diagnostic(
                "T336", places.of(*loc, "days"), "the case has no such day", "write a day it has, or take the row away"
            )
    for (i, first), (j, second) in combinations(enumerate(actor.schedule), 2):
        if (minute(first.at), first.days) != (minute(second.at), second.days):
            continue
        one, other = (places.of("actors", index, "schedule", number, "at") for number in (i, j))
        if one.path == other.path:
            cause, fix = (
                "another row begins at the same hour, and counts",
                "write another hour, or take one of the two away",
            )
            yield Diagnostic("T336", one, cause, fix, second=(other, "the other one"))


def _comes(day: int | str, head: s.MysteryShape) -> bool:
    """Whether the case has a day of this number or name. Without a last hour it has every day."""
    if head.ends is None:
        return True
    if isinstance(day, int):
        return day <= head.ends.day
    first = WEEKDAYS.index(head.begins.weekday)
    return (WEEKDAYS.index(day) - first) % len(WEEKDAYS) < head.ends.day


def _routes(index: int, clue: s.ClueShape, places: Places) -> Iterator[Diagnostic]:
    """Routes that need all that another one needs: whoever comes there has found the clue by the other."""
    told: set[int] = set()
    for (i, narrow), (j, wide) in permutations(enumerate(clue.routes), 2):
        if not narrow.model_fields_set & wide.model_fields_set & ACTS or {i, j} & told or not _within(narrow, wide):
            continue
        told.add(i)
        one, other = (places.of("clues", index, "routes", number) for number in (i, j))
        cause = "another way to the same clue asks for no more than this one"
        fix = "take one of the two away, or change what one has to do"
        yield Diagnostic("T337", one, cause, fix, second=(other, "the other one"))


def _within(narrow: s.RouteShape, wide: s.RouteShape) -> bool:
    """Whether all that the wide route needs, the narrow one needs too, and the clue is learnt as surely by the wide one."""
    manner = (wide.reliability, wide.from_, wide.vantage) == (narrow.reliability, narrow.from_, narrow.vantage)
    needed, given = _needs(wide), _needs(narrow)
    return (
        bool(needed) and (manner or wide.tell is None) and all(given.get(key) == value for key, value in needed.items())
    )


def _needs(route: s.RouteShape) -> dict[str, object]:
    """What it asks for; to ask about nothing that is named is to ask about the clue itself."""
    needs: dict[str, object] = {key: value for key in route.model_fields_set - WORDS if (value := getattr(route, key))}
    return ({"about": None} | needs) if route.ask else needs


def _twice(found: Found) -> Iterator[Diagnostic]:
    """Words, ids or lists of them that stand twice in one list."""
    for first, again in found.repeated:
        second = first.span, "here for the first time"
        yield Diagnostic("T338", again.span, "it stands in this list already", "take it away", second=second)
