"""The author's `when:` as a condition."""

from collections.abc import Iterable, Iterator

from tavern.compiler import shape as s
from tavern.compiler.ground.desk import Desk, both, each, hundredths, minute
from tavern.model import conditions as c
from tavern.model.conditions import ALWAYS, Condition
from tavern.model.world import DAY, PLAYER

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONGEST = 60  # days that a weekday in a condition is spelt out for


def condition(desk: Desk, when: s.When | None) -> Condition:
    """All that the `when` asks for; nothing asked always holds."""
    parts = [part for shape in each(when) for part in _parts(desk, shape)]
    return both(*parts) if parts else ALWAYS


def _parts(desk: Desk, shape: s.Condition) -> Iterator[Condition]:
    yield from (c.Knows(id) for id in each(shape.knows))
    yield from (c.Visited(room) for room in each(shape.visited))
    yield from (c.Has(thing) for thing in each(shape.has))
    if shape.at:
        yield c.At(tuple(each(shape.at)))
    yield from (c.In(thing, place) for thing, place in (shape.where or {}).items())
    yield from (c.With(actor) for actor in each(shape.with_))
    if shape.alone is not None:
        yield _claim(c.Alone(), claimed=shape.alone)
    if shape.awake:
        yield c.Awake(shape.awake)
    if shape.between:
        yield window(shape.between)
    if shape.days:
        yield c.OnDays(tuple(days_of(desk, shape.days)))
    if shape.after:
        yield c.Since(moment(shape.after))
    if shape.before:
        yield c.Not(c.Since(moment(shape.before)))
    yield from (gate(actor, least, None) for actor, least in (shape.relationship or {}).items())
    yield from (gate(actor, None, most) for actor, most in (shape.enemy or {}).items())
    yield from (c.Is(thing, state) for thing, state in (shape.is_ or {}).items())
    yield from (_counted(counter, wanted) for counter, wanted in (shape.counter or {}).items())
    for kind, what in (("watch", shape.watching), ("follow", shape.following), ("hide", shape.hiding)):
        if what:
            yield c.IsDoing(kind, what)
    if shape.listening is not None:
        yield _claim(c.IsDoing("listen"), claimed=shape.listening)
    if shape.asleep is not None:
        yield _claim(c.Awake(PLAYER), claimed=not shape.asleep)
    if shape.lit is not None:
        yield _claim(c.Lit(), claimed=shape.lit)
    if shape.dark is not None:
        yield _claim(c.Lit(), claimed=not shape.dark)
    if shape.stage:
        yield c.OnStage(shape.stage)
    yield from (c.HeardBy(actor) for actor in each(shape.heard_by))
    if shape.any_:
        yield c.Any(tuple(condition(desk, part) for part in shape.any_))
    yield from (condition(desk, part) for part in shape.all_ or ())
    if shape.not_ is not None:
        yield c.Not(condition(desk, shape.not_))


def gate(actor: str, friend: float | None, enemy: float | None) -> Condition:
    """How somebody has to stand to the player: at least so well, or, for what slips out to wound, at most."""
    sides: list[Condition] = []
    if friend is not None:
        sides.append(c.Relationship(actor, least=hundredths(friend)))
    if enemy is not None:
        sides.append(c.Relationship(actor, most=hundredths(enemy)))
    return sides[0] if len(sides) == 1 else c.Any(tuple(sides))


def gates(actor: str, friend: float | None, enemy: float | None) -> list[Condition]:
    """The gate as a list; none when neither side is given."""
    return [] if friend is None and enemy is None else [gate(actor, friend, enemy)]


def window(hours: list[str]) -> Condition:
    """Between two hours of any day."""
    return c.Between(minute(hours[0]), minute(hours[1]))


def moment(shape: s.Moment) -> int:
    """A day and an hour as clock time."""
    return (shape.day - 1) * DAY + minute(shape.at)


def days_of(desk: Desk, days: Iterable[int | str]) -> list[int]:
    """Numbers of the days meant, weekdays spelt out as far as any case will last."""
    numbers: set[int] = set()
    for day in days:
        if isinstance(day, int):
            numbers.add(day)
        else:
            first = (WEEKDAYS.index(day) - desk.weekday) % 7 + 1
            numbers.update(range(first, LONGEST + 1, 7))
    return sorted(numbers)


def _counted(counter: str, wanted: int | s.Bounds) -> Condition:
    if isinstance(wanted, int):
        return c.Counter(counter, least=wanted)
    return c.Counter(counter, wanted.least, wanted.most)


def _claim(part: Condition, *, claimed: bool) -> Condition:
    return part if claimed else c.Not(part)
