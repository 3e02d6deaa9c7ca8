"""Twists of small mysteries: what is asked of a way to a clue, of a way from room to room, or of an event."""

from collections.abc import Mapping

from tavern.model.world import DAY
from tavern.narration.wording import hour as clock
from tests.factory import a_clue
from tests.proof.making import Making, Piece, Twist


def _with(making: Making) -> None:
    making.need(**{"with": making.person()})


def _between(making: Making) -> None:
    making.need(between=making.window())


def _days(making: Making) -> None:
    making.need(days=[making.random.choice((1, 1, 2))])


def _relationship(making: Making) -> None:
    person = making.person()
    making.mood(person, 0.1)
    making.need(relationship={person: making.random.choice((0.1, 0.2))})


def _enemy(making: Making) -> None:
    person = making.person()
    making.mood(person, -0.2)
    making.need(enemy={person: -0.15})


def _has(making: Making) -> None:
    making.need(has=making.token())


def _is(making: Making) -> None:
    making.need(**{"is": {making.lever(): making.random.choice(("up", "down"))}})


def _counter(making: Making) -> None:
    making.need(counter={making.purse(): making.random.choice((1, 2, {"most": 0}))})


def _lit(making: Making) -> None:
    room = making.room()
    making.rooms[room]["dark"] = making.random.choice((True, {"between": making.window()}))
    making.thing("lamp", making.random.choice(("hall", "player")), light=True, state="unlit")
    making.need(lit=True)


def _dark(making: Making) -> None:
    room = making.room()
    making.rooms[room]["dark"] = making.random.choice((True, {"between": making.window()}))
    making.need(dark=True)


def _alone(making: Making) -> None:
    making.need(alone=making.random.random() < 0.8)


def _at(making: Making) -> None:
    making.need(at=making.room())


def _watching(making: Making) -> None:
    watched = making.random.choice((making.room(), making.person(), making.token()))
    if making.random.random() < 0.5:
        making.routes(making.random.choice([*making.clues])).append({"watch": watched, "tell": "It is seen."})
    else:
        making.event(
            {"reveal": making.random.choice(("c0", "c1"))}, when={"watching": watched, "between": making.window()}
        )


def _hiding(making: Making) -> None:
    place = making.thing("crate", kind="fixed", hide="behind")
    when = making.random.choice(({}, {"between": making.window()}, {"with": making.person()}))
    making.routes(making.random.choice([*making.clues])).append(
        {"hide": place, "tell": "It is seen.", **({"when": when} if when else {})}
    )


def _following(making: Making) -> None:
    person = making.person()
    making.rows(person, {"at": making.hour(5, 14), "room": making.room()})
    if making.random.random() < 0.5:
        making.routes(making.random.choice([*making.clues])).append(
            {"follow": person, "to": making.room(), "tell": "There."}
        )
    else:
        making.event({"reveal": making.random.choice(("c0", "c1"))}, when={"following": person, "at": making.room()})


def _knows(making: Making) -> None:
    making.need(knows=making.random.choice([*making.clues][1:]))


def _awake(making: Making) -> None:
    person = making.person()
    making.rows(person, {"at": making.hour(4, 16), "room": making.room(), "asleep": True})
    making.need(awake=person)


def _visited(making: Making) -> None:
    making.need(visited=making.room())


def _where(making: Making) -> None:
    asked = {making.token(): making.random.choice((making.room(), "player", "nowhere"))}
    making.need(**{"in": making.random.choice((asked, {making.person(): making.room()}))})


def _since(making: Making) -> None:
    minutes = making.begins + making.random.randint(1, making.lasts - 2)
    making.need(**{making.random.choice(("after", "before")): {"day": minutes // DAY + 1, "at": clock(minutes)}})


def _listening(making: Making) -> None:
    if making.random.random() < 0.5:
        making.routes(making.random.choice(("c0", "c1"))).append({"listen": making.room(), "tell": "It is heard."})
    else:
        making.event({"reveal": making.random.choice(("c0", "c1"))}, when={"listening": True, "at": making.room()})


def _hidden(making: Making) -> None:
    """A thing that is in nobody's sight as long as something is not so."""
    when = making.random.choice(
        ({"knows": "c1"}, {"is": {making.lever(): "up"}}, {"between": making.window()}, {"visited": making.room()})
    )
    making.routes("c0")[:1] = [{"examine": making.thing("slip", kind="fixed", hidden=when), "tell": "It is seen."}]


def _in_turn(making: Making) -> None:
    making.clues["c0"]["requires_previous_clues"] = [making.random.choice(("c1", making.third()))]


def _trusted(making: Making) -> None:
    """Told to a friend only."""
    person = making.person()
    making.mood(person, 0.1)
    making.topics.add("trust")
    making.routes("c0")[:1] = [{"ask": person, "about": "trust", "tell": "c0."}]
    making.clues["c0"]["requires_relationship"] = making.random.choice((0.1, 0.2))


def _hearsay(making: Making) -> None:
    """What one way alone does not make sure."""
    for route in making.routes("c0"):
        route["reliability"] = 0.5
    making.routes("c0").append({**making.route("c0"), "reliability": making.random.choice((0.3, 0.9))})


def _card(making: Making) -> None:
    person, card = making.person(), making.random.choice(("c1", making.third()))
    way = making.random.choice(({"show": card, "to": person}, {"confront": person, "with": card}))
    making.routes("c0")[:1] = [{**way, "tell": "So you know."}]


def _lie(making: Making) -> None:
    """What somebody says is not so: it proves nothing, until another clue exposes it."""
    liar = making.person()
    making.topics.add("alibi")
    said: Piece = {"really": "c0", "because": "Fear.", "exposed_by": ["c1"], "tell": "No."}
    then = making.random.choice(
        (
            None,
            {"relationship": {liar: -0.4}},
            {"send": {"actor": liar, "to": making.room()}},
            {"set": {making.lever(): "up"}},
        )
    )
    making.clues["lie"] = {
        **a_clue("lie", routes=[{"ask": liar, "about": "alibi", "tell": "I was at home."}]), "said_by": liar,
        "lie": {**said, "then": then} if then else said,
    }  # fmt: skip


ASKING: Mapping[str, Twist] = {
    "with": _with,
    "between": _between,
    "days": _days,
    "relationship": _relationship,
    "enemy": _enemy,
    "has": _has,
    "is": _is,
    "counter": _counter,
    "lit": _lit,
    "dark": _dark,
    "alone": _alone,
    "at": _at,
    "watching": _watching,
    "hiding": _hiding,
    "following": _following,
    "knows": _knows,
    "awake": _awake,
    "visited": _visited,
    "where": _where,
    "since": _since,
    "listening": _listening,
    "hidden": _hidden,
    "in turn": _in_turn,
    "trusted": _trusted,
    "hearsay": _hearsay,
    "card": _card,
    "lie": _lie,
}
