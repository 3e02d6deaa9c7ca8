"""The argument of a certificate that nobody is stranded, as it is written: an invariant, the ways, the rows and a tour of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from tavern.model.commands import Accusation, Act, Charge
from tavern.model.conditions import Condition
from tavern.proof.checker.reading import Fact
from tavern.proof.checker.spelling import Misspelt, act_in, act_spelt, condition_in, spelt

Json = object
ARITY = {"room": 1, "place": 2, "state": 2, "sent": 1, "higher": 1, "lower": 1}  # of the facts of an invariant


@dataclass(frozen=True, slots=True)
class Step:
    """Set out from `door`, go through the rooms of `path` each at its clock time, and begin `act` in `room` at `begins`.

    rule: the rule that then fires, done by `ends`; "" for what is met by being there. path: (room, clock time of setting out
    for it); the last room is `room`. place: for a thing to be fetched, where this step takes it from.
    """

    rule: str
    act: Act | None
    room: str
    door: str
    path: tuple[tuple[str, int], ...]
    begins: int
    ends: int
    place: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One stop of the tour. needs: what was gained before and is relied on. steps: of which one is taken, as things stand."""

    gains: tuple[Condition, ...]
    needs: tuple[Condition, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """The whole argument.

    invariant: fact → since when. until: the clock time to which the case is looked at. given: known from the first line on.
    last: when one can begin at the latest. routes: those the proof is made of. rows: in the order they are gained.
    """

    until: int
    last: int
    invariant: Mapping[Fact, int]
    heart: tuple[str, ...]
    home: tuple[tuple[str, int], ...]
    given: tuple[Condition, ...]
    rows: tuple[Row, ...]
    routes: tuple[str, ...]
    accusation: Accusation


def as_json(argument: Written) -> dict[str, Json]:
    """The argument as a certificate holds it."""
    return {
        "until": argument.until,
        "last": argument.last,
        "invariant": sorted([*fact, clock] for fact, clock in argument.invariant.items()),
        "heart": list(argument.heart),
        "home": [list(pair) for pair in argument.home],
        "given": [spelt(condition) for condition in argument.given],
        "rows": [_row_as_json(row) for row in argument.rows],
        "routes": list(argument.routes),
        "accusation": [[charge.question, charge.answer, list(charge.cards)] for charge in argument.accusation.charges],
    }


def _row_as_json(row: Row) -> dict[str, Json]:
    return {
        "gains": [spelt(gain) for gain in row.gains],
        "needs": [spelt(need) for need in row.needs],
        "steps": [
            {
                "rule": step.rule,
                "act": act_spelt(step.act),
                "room": step.room,
                "door": step.door,
                "path": [list(leg) for leg in step.path],
                "begins": step.begins,
                "ends": step.ends,
                **({"place": step.place} if step.place else {}),
            }
            for step in row.steps
        ],
    }


def argument_in(value: Json) -> Written:
    """The argument that `as_json` wrote. Raises Misspelt."""
    whole = _object(value)
    return Written(
        until=_number(whole.get("until")),
        last=_number(whole.get("last")),
        invariant=dict(_fact(entry) for entry in _list(whole.get("invariant"))),
        heart=tuple(_word(room) for room in _list(whole.get("heart"))),
        home=tuple(_timed(pair) for pair in _list(whole.get("home"))),
        given=tuple(condition_in(condition) for condition in _list(whole.get("given"))),
        rows=tuple(_row(row) for row in _list(whole.get("rows"))),
        routes=tuple(_word(route) for route in _list(whole.get("routes"))),
        accusation=Accusation(tuple(_charge(charge) for charge in _list(whole.get("accusation")))),
    )


def _fact(entry: Json) -> tuple[Fact, int]:
    kind, *words, clock = _list(entry) if len(_list(entry)) > 1 else ["", None]
    if ARITY.get(_word(kind)) != len(words):
        message = "a fact of an invariant is its kind, its words and a clock time"
        raise Misspelt(message)
    return (_word(kind), *(_word(word) for word in words)), _number(clock)


def _timed(pair: Json) -> tuple[str, int]:
    if len(entry := _list(pair)) != 2:
        message = "a room with a number is a list of two"
        raise Misspelt(message)
    return _word(entry[0]), _number(entry[1])


def _row(value: Json) -> Row:
    row = _object(value)
    return Row(
        tuple(condition_in(gain) for gain in _list(row.get("gains"))),
        tuple(condition_in(need) for need in _list(row.get("needs"))),
        tuple(_step(step) for step in _list(row.get("steps"))),
    )


def _step(value: Json) -> Step:
    step = _object(value)
    return Step(
        rule=_word(step.get("rule")),
        act=act_in(step.get("act")),
        room=_word(step.get("room")),
        door=_word(step.get("door")),
        path=tuple(_timed(leg) for leg in _list(step.get("path"))),
        begins=_number(step.get("begins")),
        ends=_number(step.get("ends")),
        place=_word(step.get("place", "")),
    )


def _charge(value: Json) -> Charge:
    entry = _list(value)
    if len(entry) != 3:
        message = "a charge is a list of question, answer and cards"
        raise Misspelt(message)
    return Charge(_word(entry[0]), _word(entry[1]), tuple(_word(card) for card in _list(entry[2])))


def _object(value: Json) -> dict[str, Json]:
    if not isinstance(value, dict):
        message = "an object is wanted"
        raise Misspelt(message)
    return cast("dict[str, Json]", value)


def _list(value: Json) -> list[Json]:
    if not isinstance(value, list):
        message = "a list is wanted"
        raise Misspelt(message)
    return value


def _word(value: Json) -> str:
    if not isinstance(value, str):
        message = "a word is wanted"
        raise Misspelt(message)
    return value


def _number(value: Json) -> int:
    if type(value) is not int:
        message = "a whole number is wanted"
        raise Misspelt(message)
    return value
