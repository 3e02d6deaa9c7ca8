"""The closer look: what no cell allows does not happen on the engine, whatever strikes at the minute an act begins or is done."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tavern.model.mystery import Mystery
from tavern.proof.loss.valuing import cannot_happen
from tavern.proof.transitions.facts import opening_world
from tavern.proof.transitions.moves import moves_of
from tests.factory import a_clue, a_mystery, a_room, a_thing, acted
from tests.proof.explicit import explored

FRESH = {"is": {"lever": "fresh"}}
PULLED = [{"set": {"gate": "open"}}, {"set": {"lever": "used"}}]


def a_gate(fuses: list[object], when: object = FRESH, minutes: int = 0, **keys: object) -> Mystery:
    """A lever, to be pulled but once, opens a gate; the mark can be read while it is open."""
    pulled = {"when": when, "tell": "Clank.", "then": PULLED, "minutes": minutes}
    return a_mystery(
        ends={"day": 1, "at": "18:09"},
        flags=[{"id": "gate", "start": "shut"}, {"id": "lever", "start": "fresh"}],
        items=[a_thing("mark", kind="fixed"), a_thing("handle", kind="fixed", on={"touch": pulled})],
        fuses=fuses,
        clues=[a_clue("c0", routes=[{"examine": "mark", "when": {"is": {"gate": "open"}}, "tell": "So."}])],
        **keys,
    )


def is_ruled_out(mystery: Mystery) -> bool:
    goals = [move for move in moves_of(mystery) if move.rule.startswith("c0")]
    return cannot_happen(mystery, opening_world(mystery, 1), goals)


SHUTS = {"id": "shuts", "at": "18:05", "then": {"set": {"gate": "shut"}}, "once": False}
OPENS = {"id": "opens", "at": "18:05", "then": {"set": {"gate": "open"}}, "once": False}


@pytest.mark.parametrize("minutes", [0, 1])
def test_what_strikes_at_a_minute_has_struck_before_what_is_done_at_it(minutes: int) -> None:
    then = {"all": [FRESH, {"between": [f"18:0{5 - minutes}", f"18:0{6 - minutes}"]}]}
    mystery = a_gate([SHUTS], then, minutes)
    assert "c0" in acted(mystery, f"wait @18:0{5 - minutes}", "touch handle", "examine mark")[0].clues
    assert not is_ruled_out(mystery)


def test_of_two_that_strike_at_one_minute_the_last_one_stands() -> None:
    never = {"is": {"lever": "used"}}
    assert not is_ruled_out(a_gate([SHUTS, OPENS], never))
    assert is_ruled_out(a_gate([SHUTS], never))


def test_what_happens_after_lines_that_take_time_leaves_room_for_one_that_takes_none() -> None:
    daemon = {"id": "shuts", "when": {"is": {"lever": "used"}}, "then": {"set": {"gate": "shut"}}}
    mystery = a_gate([], daemons=[daemon])
    assert "c0" in acted(mystery, "touch handle", "examine mark")[0].clues
    assert not is_ruled_out(mystery)
    assert is_ruled_out(a_gate([], minutes=1, daemons=[daemon]))


def test_whoever_comes_in_as_the_room_was_cleared_stays() -> None:
    rooms = [
        a_room("hall", exits={"down": {"to": "cellar", "when": {"between": ["18:03", "18:04"]}}}),
        a_room("cellar", exits={"up": "hall"}),
    ]
    clearing = {"id": "clears", "at": "18:05", "when": {"at": "cellar"}, "then": {"go": "hall"}, "once": False}
    seen = a_clue("c0", routes=[{"examine": "mark", "when": {"between": ["18:05", "18:09"]}, "tell": "So."}])
    mystery = a_mystery(
        ends={"day": 1, "at": "18:09"},
        rooms=rooms,
        items=[a_thing("mark", "cellar", kind="fixed")],
        fuses=[clearing],
        clues=[seen],
    )
    assert "c0" in acted(mystery, "wait @18:03", "go down", "examine mark")[0].clues
    assert not is_ruled_out(mystery)


# ── any of it ───────────────────────────────────────────────────────────────────────────────────────────────────

STATES = ("open", "shut", "barred")
HOURS = tuple(f"18:0{minute}" for minute in range(1, 8))
SETS = st.sampled_from(STATES).map(lambda state: {"set": {"gate": state}})
FUSES = st.builds(
    lambda number, at, then, once: {"id": f"f{number}", "at": at, "then": then, "once": once},
    st.integers(0, 99),
    st.sampled_from(HOURS),
    SETS,
    st.booleans(),
)
WHEN = st.one_of(
    st.just(FRESH),
    st.sampled_from(HOURS[:-1]).map(lambda at: {"all": [FRESH, {"between": [at, f"18:0{int(at[-1]) + 1}"]}]}),
    st.sampled_from(STATES).map(lambda state: {"all": [FRESH, {"is": {"gate": state}}]}),
)
DAEMONS = st.lists(
    st.builds(
        lambda state, then: {"id": "daemon", "when": {"is": {"gate": state}}, "then": then},
        st.sampled_from(STATES),
        SETS,
    ),
    max_size=1,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(FUSES, max_size=3, unique_by=lambda fuse: fuse["id"]), WHEN, st.integers(0, 2), DAEMONS)
def test_what_the_engine_comes_to_is_never_ruled_out(
    fuses: list[object], when: object, minutes: int, daemons: list[object]
) -> None:
    mystery = a_gate(fuses, when, minutes, daemons=daemons)
    if is_ruled_out(mystery):
        assert not any(route.startswith("c0") for route in explored(mystery, 3000).routes)
