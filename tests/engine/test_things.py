"""Every verb of the table that handles things, once, with what stands in its way."""

import pytest

from tavern.model.events import (
    CounterSet,
    Described,
    Met,
    Plain,
    StateSet,
    ThingMoved,
    TimePassed,
)
from tavern.model.mystery import Mystery
from tavern.reasoning.whereabouts import is_carried, places_of, state_of
from tests.factory import a_mystery, a_person, a_room, a_thing, acted, kinds, refused

EVENING = 18 * 60


def a_pantry(**keys: object) -> Mystery:
    return a_mystery(
        rooms=[
            a_room("hall", exits={"down": "cellar"}, scenery={"old beam": "Oak."}, listen="A clock.", smell="Smoke."),
            a_room("cellar", dark=True, exits={"up": "hall"}, out_of_place=["barrel"]),
        ],
        items=[
            a_thing("mug"),
            a_thing("bread", edible=True),
            a_thing("ale", drinkable=True),
            a_thing("coat", wearable=True),
            a_thing("letter", text="Dear sir."),
            a_thing("table", kind="fixed", container="on"),
            a_thing("chest", kind="fixed", container="in", openable=True, key="brass_key", state="locked"),
            a_thing("brass_key"),
            a_thing("iron_key"),
            a_thing("coin", "chest"),
            a_thing("candle", light=True),
            a_thing("bag", container="in", openable=True, state="open"),
            a_thing("barrel", "cellar", kind="fixed", odd="It is dry."),
            a_thing("tally", "cellar"),
        ],
        **keys,
    )


PANTRY = a_pantry()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("take table", "not_portable"),
        ("take hall_old_beam", "not_portable"),
        ("take coin", "not_here"),
        ("take tally", "not_here"),
        ("drop mug", "not_carried"),
        ("put_on mug table", "not_carried"),
        ("open mug", "not_openable"),
        ("open chest", "locked"),
        ("close chest", "already_closed"),
        ("unlock chest", "no_key"),
        ("unlock chest iron_key", "wrong_key"),
        ("unlock mug", "no_lock"),
        ("lock chest", "not_closed"),
        ("search chest", "shut"),
        ("look_in chest", "shut"),
        ("light mug", "no_light"),
        ("extinguish candle", "not_lit"),
        ("wear mug", "not_wearable"),
        ("remove coat", "not_worn"),
        ("eat mug", "not_to_eat"),
        ("drink bread", "not_to_drink"),
        ("buy mug", "not_for_sale"),
        ("read mug", "nothing_written"),
        ("investigate cellar", "not_in_room"),
        ("examine barrel", "not_here"),
        ("push table", "no_use"),
        ("hide table", "no_hiding"),
    ],
)
def test_what_cannot_be_done_is_refused_in_its_own_words(line: str, words: str) -> None:
    _, events = acted(PANTRY, line)
    assert refused(events) == words


def test_taking_and_dropping_take_a_minute_each() -> None:
    world, events = acted(PANTRY, "take mug")
    assert kinds(events, ThingMoved, Plain, TimePassed) == [
        TimePassed(EVENING + 1),
        Plain("take", "mug"),
        ThingMoved("mug", "player", "hall"),
    ]
    _, events = acted(PANTRY, "take mug", world=world)
    assert refused(events) == "already_carried"
    world, _ = acted(PANTRY, "go down", "drop mug", world=world)
    assert places_of(PANTRY, world, "mug") == ("cellar",)


def test_things_are_put_on_a_table_and_into_a_bag() -> None:
    world, _ = acted(PANTRY, "take mug", "put_on mug table")
    assert places_of(PANTRY, world, "mug") == ("table",)
    _, events = acted(PANTRY, "take letter", "put_in letter table", world=world)
    assert refused(events) == "no_room_there"
    world, _ = acted(PANTRY, "take letter", "put_in letter bag", "take bag", world=world)
    assert is_carried(PANTRY, world, "letter")


def test_a_shut_bag_takes_nothing_and_shows_nothing() -> None:
    world, _ = acted(PANTRY, "take letter", "put_in letter bag", "close bag")
    assert refused(acted(PANTRY, "read letter", world=world)[1]) == "not_here"
    assert refused(acted(PANTRY, "take mug", "put_in mug bag", world=world)[1]) == "shut_other"


def test_nothing_goes_into_itself_or_into_what_it_holds() -> None:
    mystery = a_mystery(items=[a_thing("box", container="in"), a_thing("tin", container="in")])
    assert refused(acted(mystery, "take box", "put_in box box")[1]) == "no_room_there"
    world, _ = acted(mystery, "take tin", "put_in tin box", "take box")
    assert refused(acted(mystery, "put_in box tin", world=world)[1]) == "no_room_there"


def test_a_locked_chest_opens_with_its_key_on_one() -> None:
    world, events = acted(PANTRY, "take brass_key", "open chest")
    assert kinds(events, StateSet, Described) == [StateSet("chest", "open"), Described("chest", "inside", ("coin",))]
    assert refused(acted(PANTRY, "open chest", world=world)[1]) == "already_open"
    world, _ = acted(PANTRY, "take coin", world=world)
    assert is_carried(PANTRY, world, "coin")


def test_unlocking_leaves_it_closed_and_locking_wants_it_closed() -> None:
    world, _ = acted(PANTRY, "take brass_key", "unlock chest brass_key")
    assert state_of(PANTRY, world, "chest") == "closed"
    assert refused(acted(PANTRY, "unlock chest", world=world)[1]) == "not_locked"
    assert refused(acted(PANTRY, "open chest", "lock chest", world=world)[1]) == "not_closed"
    world, _ = acted(PANTRY, "open chest", "close chest", "lock chest", world=world)
    assert state_of(PANTRY, world, "chest") == "locked"


def test_what_is_worn_comes_off_again() -> None:
    world, _ = acted(PANTRY, "wear coat")
    assert places_of(PANTRY, world, "coat") == ("worn",)
    assert refused(acted(PANTRY, "wear coat", world=world)[1]) == "already_worn"
    world, _ = acted(PANTRY, "remove coat", world=world)
    assert places_of(PANTRY, world, "coat") == ("player",)


def test_food_and_drink_are_gone_afterwards() -> None:
    world, _ = acted(PANTRY, "eat bread", "drink ale")
    assert places_of(PANTRY, world, "bread") == places_of(PANTRY, world, "ale") == ("nowhere",)


def test_reading_takes_a_minute_and_looking_none() -> None:
    world, events = acted(PANTRY, "read letter")
    assert kinds(events, Described) == [Described("letter", "read")]
    assert world.clock == EVENING + 1
    world, _ = acted(PANTRY, "look", "examine mug", "smell", "touch mug", "knock table")
    assert world.clock == EVENING


def test_searching_takes_two_minutes_and_investigating_twenty() -> None:
    assert acted(PANTRY, "search table")[0].clock == EVENING + 2
    assert acted(PANTRY, "investigate table")[0].clock == EVENING + 20
    assert acted(PANTRY, "search hall")[0].clock == EVENING + 20


def test_investigating_a_room_points_out_what_is_odd() -> None:
    world, events = acted(PANTRY, "light candle", "take candle", "go down", "investigate")
    assert kinds(events, Described) == [Described("cellar", "investigate", ("barrel",))]
    assert "barrel" in world.met


def test_in_the_dark_only_what_is_carried_can_be_felt() -> None:
    world, _ = acted(PANTRY, "take mug", "go down")
    assert refused(acted(PANTRY, "take tally", world=world)[1]) == "dark"
    assert refused(acted(PANTRY, "investigate", world=world)[1]) == "dark"
    assert refused(acted(PANTRY, "examine mug", world=world)[1]) == ""


def test_a_lit_candle_makes_light_where_it_is_carried_or_stands() -> None:
    world, _ = acted(PANTRY, "take candle", "light candle", "go down", "take tally")
    assert is_carried(PANTRY, world, "tally")
    assert refused(acted(PANTRY, "light candle", world=world)[1]) == "already_lit"
    left, _ = acted(PANTRY, "drop candle", world=world)
    assert refused(acted(PANTRY, "examine barrel", world=left)[1]) == ""
    out, _ = acted(PANTRY, "extinguish candle", world=world)
    assert refused(acted(PANTRY, "examine barrel", world=out)[1]) == "dark"


def test_a_light_shut_away_makes_none() -> None:
    world, _ = acted(PANTRY, "take candle", "light candle", "put_in candle bag", "close bag", "take bag", "go down")
    assert refused(acted(PANTRY, "examine barrel", world=world)[1]) == "dark"


def test_nobody_meets_what_lies_in_the_dark() -> None:
    world, _ = acted(PANTRY, "go down")
    assert not {"tally", "barrel"} & world.met
    world, events = acted(PANTRY, "go up", "take candle", "light candle", "go down", world=world)
    assert {"tally", "barrel"} <= world.met
    assert kinds(events, Met)


def test_those_who_mind_have_to_be_out_of_the_room_or_asleep() -> None:
    def minded(**keys: object) -> Mystery:
        return a_mystery(
            items=[
                a_thing("till", kind="fixed", container="in", openable=True, state="open", minded_by=["gene"]),
                a_thing("cap", wearable=True, minded_by=["gene"]),
                a_thing("pie", edible=True, minded_by=["gene"]),
            ],
            actors=[a_person("gene", **keys)],
        )

    lines = ("search till", "look_in till", "investigate till", "take cap", "wear cap", "eat pie")
    for line in lines:
        assert refused(acted(minded(), line)[1]) == "minded:gene", line
        assert refused(acted(minded(schedule=[]), line)[1]) == "", line
        asleep = [{"at": "00:00", "room": "hall", "asleep": True}]
        assert refused(acted(minded(schedule=asleep), line)[1]) == "", line


def test_what_one_carries_already_nobody_minds() -> None:
    mystery = a_mystery(items=[a_thing("cap", "player", wearable=True, minded_by=["gene"])], actors=[a_person("gene")])
    assert refused(acted(mystery, "wear cap")[1]) == ""


def test_a_hidden_thing_is_not_there_until_its_condition_holds() -> None:
    mystery = a_mystery(
        items=[
            a_thing("rug", on={"pull": {"tell": "A hatch.", "then": {"set": {"rug": "aside"}}}}),
            a_thing("hatch", hidden={"is": {"rug": "aside"}}),
        ]
    )
    assert refused(acted(mystery, "examine hatch")[1]) == "not_here"
    assert refused(acted(mystery, "pull rug", "examine hatch")[1]) == ""


def a_shop(**keys: object) -> Mystery:
    return a_mystery(
        items=[a_thing("pie", "gene", price=2, sold_by="gene", edible=True), a_thing("crust", "gene", sold_by="gene")],
        actors=[a_person("gene", **keys)],
        counters=[{"id": "coin", "start": 3, "name": "pence"}],
    )


def test_buying_costs_coin_as_long_as_there_is_any() -> None:
    world, events = acted(a_shop(), "buy pie gene")
    assert kinds(events, CounterSet, ThingMoved) == [CounterSet("coin", 1, 3), ThingMoved("pie", "player", "gene")]
    world, _ = acted(a_shop(), "eat pie", world=world)
    assert refused(acted(a_shop(), "buy pie", world=world)[1]) == "too_dear"


def test_what_is_for_sale_cannot_be_taken_and_is_known_where_it_is_sold() -> None:
    world, _ = acted(a_shop(), "look")
    assert "pie" in world.met
    assert refused(acted(a_shop(), "take pie")[1]) == "not_here"


def test_a_seller_has_to_be_here_and_awake() -> None:
    assert refused(acted(a_shop(schedule=[]), "buy pie")[1]) == "seller_away"
    asleep = [{"at": "00:00", "room": "hall", "asleep": True}]
    assert refused(acted(a_shop(schedule=asleep), "buy pie")[1]) == "seller_away"
    assert refused(acted(a_shop(), "buy pie sarah")[1]) == "not_for_sale"


def test_what_has_no_price_costs_nothing() -> None:
    mystery = a_mystery(items=[a_thing("crust", "gene", sold_by="gene")], actors=[a_person("gene")])
    world, _ = acted(mystery, "buy crust")
    assert is_carried(mystery, world, "crust")


def test_the_author_has_the_last_word_on_what_becomes_of_a_thing() -> None:
    mystery = a_mystery(items=[a_thing("dust", on={"take": {"tell": "It is gone.", "then": {"take": "dust"}}})])
    world, _ = acted(mystery, "take dust")
    assert places_of(mystery, world, "dust") == ("nowhere",)
