"""Clues, and the ways to learn them: each route becomes a rule for an act, or an automatic rule for what is just noticed."""

from collections.abc import Iterator
from dataclasses import dataclass

from tavern.compiler import shape as s
from tavern.compiler.ground.actions import REVEALING
from tavern.compiler.ground.conditions import condition, days_of, gates, window
from tavern.compiler.ground.desk import Desk, both, each, hundredths, minute
from tavern.compiler.ground.effects import Spring, effects, held
from tavern.compiler.ground.texts import put
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.commands import Act
from tavern.model.conditions import ALWAYS, Condition
from tavern.model.frozen import Frozen
from tavern.model.mystery import Bearing, Clue, Lie, Route, Vantage
from tavern.model.rules import Automatic, Guard, Rule
from tavern.model.world import PLAYER

ACTS = (
    "examine", "search", "investigate", "read", "touch", "taste", "open", "smell", "take", "drink", "eat", "push", "pull", "turn",
    "look_in", "look_under", "look_behind",
)  # fmt: skip
CHALLENGES = {"knows": "how_know", "who": "who_told", "where": "where_stood"}


@dataclass(frozen=True, slots=True)
class Way:
    """What a route's verb and noun come to. acts: any of them reveals; none: it goes off by itself while `while_` holds."""

    source: str
    channel: str
    acts: tuple[tuple[str, str, str], ...] = ()
    while_: Condition = ALWAYS
    speaker: str = ""


def file(desk: Desk, shape: s.ClueShape) -> None:
    """File the text of a clue, its routes, and the confrontations that expose it."""
    put(desk, f"clue:{shape.id}", shape.text)
    for route in shape.routes or list(_left_out(desk, shape)):
        _add_route(desk, shape, route)
    if shape.lie and shape.said_by:
        _add_exposures(desk, shape, shape.lie, shape.said_by)


def clue(desk: Desk, shape: s.ClueShape) -> Clue:
    """The clue as compiled, once the routes of all are filed."""
    id = shape.id
    return Clue(
        id=id,
        name=shape.name or shape.text[:40],
        text=f"clue:{id}",
        routes=tuple(desk.routes_of.get(id, ())),
        said_by=shape.said_by or "",
        about=tuple(shape.about),
        red_herring=shape.is_red_herring,
        lie=Lie(shape.lie.really, shape.lie.because, tuple(shape.lie.exposed_by)) if shape.lie else None,
        contradicts=tuple(shape.contradicts),
        bearing=bearing(shape),
    )


def bearing(shape: s.ClueShape | s.DeductionShape) -> Bearing:
    """What it says of the questions."""
    return Bearing(
        Frozen(shape.establishes),
        Frozen({question: tuple(answers) for question, answers in shape.rules_out.items()}),
        tuple(("who", support.who, support.as_) for support in each(shape.supports)),
    )


def _left_out(desk: Desk, shape: s.ClueShape) -> Iterator[s.RouteShape]:
    """The route that the plain keys of a clue make when it lists none."""
    source = shape.revealed_by or ""
    kind = desk.kinds.get(source, "")
    if kind == "actor":
        friend = shape.requires_relationship or None
        yield s.RouteShape(ask=source, about=shape.about or [shape.id, source], relationship=friend)
    elif kind in ("thing", "room"):
        yield s.RouteShape(investigate=source)
    elif source == "observation":
        for place in [id for id in shape.about if desk.kinds.get(id) in ("thing", "room")]:
            yield s.RouteShape(watch=place)
            yield s.RouteShape(investigate=place)
    elif source == "gossip":
        for place in [id for id in shape.about if desk.kinds.get(id) == "room"]:
            yield s.RouteShape(listen=place)


def _way(desk: Desk, route: s.RouteShape, clue_id: str) -> Way:
    if route.ask:
        topics = each(route.about) or [clue_id]
        return Way(route.ask, "person", tuple(("ask", route.ask, topic) for topic in topics), speaker=route.ask)
    if route.show and route.to:
        return Way(route.to, "person", (("show", route.show, route.to),), speaker=route.to)
    if route.give and route.to:
        return Way(route.to, "person", (("give", route.give, route.to),), speaker=route.to)
    if route.confront and route.with_:
        return Way(route.confront, "person", (("confront", route.confront, route.with_),), speaker=route.confront)
    if route.challenge and route.on:
        verb = CHALLENGES.get(route.how if isinstance(route.how, str) else "", "how_know")
        return Way(route.challenge, "person", ((verb, route.challenge, route.on),), speaker=route.challenge)
    for verb in ACTS:
        nouns = each(getattr(route, verb))
        if nouns:
            acts = tuple(("drink" if verb == "taste" else verb, noun, "") for noun in nouns)
            channel = {"room": "place", "actor": "person"}.get(desk.kinds.get(nouns[0], ""), "thing")
            return Way(nouns[0], channel, acts)
    return _noticed(route)


def _noticed(route: s.RouteShape) -> Way:
    """What goes off by itself while the player is at something."""
    if route.watch:
        return Way(each(route.watch)[0], "hour", while_=_at_any("watch", each(route.watch)))
    if route.follow:
        there = c.At((str(route.to),)) if route.to else ALWAYS
        return Way(route.follow, "hour", while_=both(c.IsDoing("follow", route.follow), there))
    if route.listen:
        return Way(each(route.listen)[0], "gossip", while_=_at_any("listen", each(route.listen)))
    if route.hide:
        return Way(route.hide, "hour", while_=c.IsDoing("hide", route.hide))
    if route.in_:
        return Way(route.in_, "hour", while_=both(c.IsDoing("hide"), c.At((route.in_,))))
    awake = c.Awake(PLAYER) if not _asks_for_sleep(route.when) else ALWAYS
    return Way(each(route.at)[0] if route.at else "", "hour", while_=awake)


def _asks_for_sleep(when: s.When | None) -> bool:
    return any(shape.asleep for shape in each(when))


def _at_any(kind: str, objects: list[str]) -> Condition:
    """The player is at this, of any of these."""
    doing = tuple(c.IsDoing(kind, each_one) for each_one in objects)
    return doing[0] if len(doing) == 1 else c.Any(doing)


def _add_route(desk: Desk, shape: s.ClueShape, route: s.RouteShape) -> None:
    way = _way(desk, route, shape.id)
    id = desk.next_route(shape.id)
    tell = put(desk, f"route:{id}", route.tell if route.tell is not None else shape.text)
    again = tell if route.prepared or shape.prepared else put(desk, f"again:{id}", route.again)
    _put_answers(desk, route, id, again or tell)
    desk.add_route(
        Route(
            id=id,
            clue=shape.id,
            rule=id,
            channel=way.channel,
            reliability=hundredths(shape.reliability if route.reliability is None else route.reliability),
            origin=route.from_ or (route.vantage and route.vantage.from_) or _origin(way, route),
            source=way.source,
            speaker=way.speaker,
            vantage=_vantage(route.vantage or shape.vantage),
            again=again,
            prepared=route.prepared or shape.prepared,
        )
    )
    talk = held(way.speaker, route.holds) if way.speaker else ()
    done = (f.Reveal(shape.id, id), *talk, *effects(desk, route.then, Spring(id, way.source, way.channel, way.speaker)))
    conditions = [*_conditions(desk, shape, route, way), *((way.while_,) if way.while_ is not ALWAYS else ())]
    if not way.acts:
        desk.automatics.append(Automatic(id, both(*conditions), done, tell, once=True))
        return
    guards = tuple(Guard(part) for part in conditions)
    for verb, noun, other in way.acts:
        rule = Rule(id, Act(verb, noun, other), guards, done, route.minutes or 0, tell, way.speaker, REVEALING)
        desk.add_rule(verb, noun, other, rule)


def _put_answers(desk: Desk, route: s.RouteShape, id: str, again: str) -> None:
    """File what is answered to the detective's questions about this statement."""
    how = route.knows if route.knows is not None else None if route.challenge else route.how
    for verb, text in (("how_know", how), ("who_told", route.who), ("where_stood", route.where)):
        put(desk, f"{verb}:{id}", text)
    desk.texts[f"say_again:{id}"] = desk.texts[again]


def _origin(way: Way, route: s.RouteShape) -> str:
    """What the knowledge goes back to: a mouth, a thing, or a place and an hour."""
    return f"{way.source}@{route.between[0]}" if way.channel == "hour" and route.between else way.source


def _conditions(desk: Desk, shape: s.ClueShape, route: s.RouteShape, way: Way) -> Iterator[Condition]:
    if route.at:
        yield c.At(tuple(each(route.at)))
    if route.between:
        yield window(route.between)
    if route.days:
        yield c.OnDays(tuple(days_of(desk, route.days)))
    if route.when is not None:
        yield condition(desk, route.when)
    if way.speaker:
        yield from gates(way.speaker, route.relationship, route.enemy)
    yield from (c.Knows(card) for card in shape.requires_previous_clues)


def _vantage(shape: s.VantageShape | None) -> Vantage | None:
    if shape is None:
        return None
    start, end = (minute(shape.between[0]), minute(shape.between[1])) if shape.between else (-1, -1)
    return Vantage(shape.by, shape.room or "", start, end, shape.from_ or "")


def _add_exposures(desk: Desk, shape: s.ClueShape, lie: s.LieShape, speaker: str) -> None:
    """Confronted with any clue that exposes the lie, whoever told it gives what is really so."""
    for exposer in lie.exposed_by:
        told = lie.tell.get(exposer) if isinstance(lie.tell, dict) else lie.tell
        id = f"lie:{shape.id}:{exposer}"
        tell = put(desk, id, told)
        spring = Spring(id, speaker, "person", speaker)
        really: tuple[f.Effect, ...] = (f.Teach(lie.really),)
        if desk.kinds.get(lie.really) == "clue":
            route = desk.next_route(lie.really)
            desk.texts[f"say_again:{route}"] = desk.texts.get(tell, ())
            desk.add_route(Route(route, lie.really, id, "person", 90, speaker, speaker, speaker, again=tell))
            really = (f.Reveal(lie.really, route),)
        done = (*really, *effects(desk, lie.then, spring))
        guards = (Guard(c.Knows(shape.id)), Guard(c.Knows(exposer)))
        act = Act("confront", speaker, exposer)
        desk.add_rule("confront", speaker, exposer, Rule(id, act, guards, done, 2, tell, speaker, REVEALING))
