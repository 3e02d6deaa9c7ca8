"""Values that never change, and keys for what has no hash."""

from dataclasses import replace as plainly

from hypothesis import given
from hypothesis import strategies as st

from tavern.model.frozen import Frozen, Same, replace
from tavern.model.notebook import Notebook
from tavern.model.world import Doing, World

WORLD = World(seed=1, clock=1080, room="hall", places=Frozen({"mug": "player"}))


@given(st.integers(0, 9999), st.text("ab", max_size=3), st.frozensets(st.text("ab", max_size=2)))
def test_a_world_made_from_another_differs_in_what_was_named_alone(clock: int, room: str, met: frozenset[str]) -> None:
    changes = {"clock": clock, "room": room, "met": met, "doing": Doing("wait")}
    assert replace(WORLD, **changes) == plainly(WORLD, clock=clock, room=room, met=met, doing=Doing("wait"))
    assert World(seed=1, clock=1080, room="hall", places=Frozen({"mug": "player"})) == WORLD


def test_nothing_changed_makes_an_equal_value_of_the_same_kind() -> None:
    for value in (WORLD, Notebook(it="mug")):
        made = replace(value)
        assert made == value
        assert type(made) is type(value)
        assert hash(made) == hash(value)


def test_an_entry_more_leaves_the_mapping_it_was_made_from_as_it_was() -> None:
    one = Frozen({"mug": "player"})
    two = one.set("slate", "hall")
    assert (one, two) == (Frozen({"mug": "player"}), Frozen({"mug": "player", "slate": "hall"}))
    assert isinstance(two, Frozen)


def test_a_key_for_an_object_is_equal_to_no_key_for_another_however_alike() -> None:
    one, other = {"a": 1}, {"a": 1}
    assert Same(one) == Same(one)
    assert hash(Same(one)) == hash(Same(one))
    assert Same(one) != Same(other)
