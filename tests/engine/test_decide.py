"""Which rules fit a command, whose words are told, and which guard's words refuse it."""

from hypothesis import given
from hypothesis import strategies as st

from tavern.engine.apply import apply_all
from tavern.engine.begin import first_world
from tavern.engine.decide import decide
from tavern.engine.ground import BUILTIN, all_acts, all_rules, rules_at, rules_for
from tavern.engine.turn import normalise, turn
from tavern.model.commands import Act
from tavern.model.conditions import At, Fails
from tavern.model.effects import Count, Go, Move, Relate, SetState
from tavern.model.events import ClueFound, CounterSet, Described, Plain, Refused, StateSet, Told
from tavern.model.mystery import Mystery
from tests.factory import a_clue, a_mystery, a_person, a_room, a_thing, act, acted, kinds, refused, told

VERBS = (*BUILTIN, "push", "enter", "ring", "sing")


def a_small_world() -> Mystery:
    return a_mystery(
        rooms=[
            a_room(
                "hall", exits={"north": {"to": "cellar", "door": "door"}, "up": {"to": "loft", "when": {"has": "lamp"}}}
            ),
            a_room("cellar", dark=True, exits={"south": "hall"}),
            a_room("loft", bed=True, exits={"down": "hall", "out": {"blocked": "Bricked up."}}),
        ],
        items=[
            {
                "id": "door",
                "name": "door",
                "kind": "door",
                "rooms": ["hall", "cellar"],
                "key": "iron_key",
                "state": "locked",
            },
            a_thing("iron_key"),
            a_thing("lamp", light=True),
            a_thing("chest", kind="fixed", container="in", openable=True, minded_by=["gene"]),
            a_thing("coin_purse", "chest"),
            a_thing("coat", wearable=True),
            a_thing("ale", "gene", price=2, sold_by="gene", drinkable=True),
            a_thing("curtain", kind="fixed", hide="behind"),
        ],
        actors=[a_person("gene", schedule=[{"at": "00:00", "room": "hall"}, {"at": "19:00", "room": "loft"}])],
        counters=[{"id": "coin", "start": 3}],
    )


SMALL = a_small_world()
NOUNS = ("", *SMALL.rooms, *SMALL.things, *SMALL.actors, "north", "up", "out", "nonsense")


def test_the_first_failing_guard_speaks() -> None:
    world, events = acted(SMALL, "open chest")
    assert refused(events) == "minded:gene"
    _, events = acted(SMALL, "go north", "open chest", world=world)
    assert refused(events) == "minded:gene"
    _, events = acted(SMALL, "take coin_purse")
    assert refused(events) == "not_here"


def test_a_check_forbids_whatever_else_would_fit() -> None:
    mystery = a_mystery(
        items=[
            a_thing("bell", on={"ring": [{"when": {"has": "rope"}, "else": "It wants a rope."}, {"tell": "Ding."}]}),
            a_thing("rope"),
        ]
    )
    world, events = acted(mystery, "ring bell")
    assert refused(events) == "on:bell:ring:1:else"
    _, events = acted(mystery, "take rope", "ring bell", world=world)
    assert told(events) == ["on:bell:ring:2"]


def test_of_several_fitting_rules_all_effects_happen_and_the_best_is_told() -> None:
    mystery = a_mystery(
        items=[
            a_thing(
                "bell",
                on={
                    "ring": [
                        {"tell": "Ding.", "then": {"count": {"dings": 1}}},
                        {"tell": "Dong.", "then": {"count": {"dings": 10}}},
                    ]
                },
            )
        ],
        counters=[{"id": "dings"}],
    )
    world, events = acted(mystery, "ring bell")
    assert kinds(events, Told) == [Told("on:bell:ring:1", "", "bell")]
    assert world.counters["dings"] == 11


def test_what_reveals_something_new_is_told_before_anything_else() -> None:
    mystery = a_mystery(
        items=[a_thing("slate")],
        clues=[a_clue("sums", routes=[{"examine": "slate", "tell": "Sums that do not add up."}])],
    )
    world, events = acted(mystery, "examine slate")
    assert kinds(events, Told, ClueFound) == [Told("route:sums.1", "", "slate"), ClueFound("sums", "sums.1")]
    _, again = acted(mystery, "examine slate", world=world)
    assert kinds(again, Told, ClueFound) == []
    assert kinds(again, Described) == [Described("slate", "examine")]


def test_words_for_a_second_time_are_told_the_second_time() -> None:
    mystery = a_mystery(
        items=[a_thing("slate")],
        clues=[a_clue("sums", routes=[{"examine": "slate", "tell": "Sums.", "again": "The same sums."}])],
    )
    world, _ = acted(mystery, "examine slate")
    _, again = acted(mystery, "examine slate", world=world)
    assert kinds(again, Told) == [Told("again:sums.1", "", "slate")]


def test_a_reply_that_revealed_something_is_told_again_when_asked_again() -> None:
    mystery = a_mystery(
        actors=[
            a_person(
                "gene", replies=[{"about": "gene", "tell": ["I owe money.", "As I said."], "then": {"reveal": "debt"}}]
            )
        ],
        clues=[a_clue("debt")],
    )
    world, events = acted(mystery, "ask gene gene")
    assert kinds(events, ClueFound) == [ClueFound("debt", "debt.1")]
    _, again = acted(mystery, "ask gene gene", world=world)
    assert kinds(again, Told, ClueFound) == [Told("reply:gene:1", "gene", "gene")]


def test_a_revealing_action_without_words_leaves_the_usual_description() -> None:
    mystery = a_mystery(items=[a_thing("slate", on={"examine": {"then": {"reveal": "sums"}}})], clues=[a_clue("sums")])
    _, events = acted(mystery, "examine slate")
    assert kinds(events, Told, Described, ClueFound) == [Described("slate", "examine"), ClueFound("sums", "sums.1")]


def test_what_any_fitting_rule_reveals_is_revealed() -> None:
    mystery = a_mystery(
        items=[a_thing("slate")],
        clues=[a_clue(id, routes=[{"examine": "slate", "tell": id}]) for id in ("sums", "dates")],
    )
    _, events = acted(mystery, "examine slate")
    assert told(events) == ["route:sums.1", "route:dates.1"]
    assert len(kinds(events, ClueFound)) == 2


def test_instead_takes_the_place_of_what_the_verb_does_by_itself() -> None:
    mystery = a_mystery(
        items=[a_thing("box", openable=True, on={"open": {"tell": "It only rattles.", "instead": True}})]
    )
    world, events = acted(mystery, "open box")
    assert kinds(events, StateSet) == []
    assert kinds(events, Told) == [Told("on:box:open:1", "", "box")]
    assert world.states == {}


def test_without_instead_both_happen_and_the_author_speaks() -> None:
    mystery = a_mystery(items=[a_thing("box", openable=True, on={"open": "It creaks."})])
    _, events = acted(mystery, "open box")
    assert kinds(events, Told, StateSet, Plain) == [Told("on:box:open:1", "", "box"), StateSet("box", "open")]


def test_an_act_that_nobody_has_a_use_for_is_refused() -> None:
    _, events = acted(SMALL, "push lamp")
    assert refused(events) == "no_use"


def test_a_looser_look_finds_what_a_glance_finds() -> None:
    mystery = a_mystery(items=[a_thing("slate")], clues=[a_clue("sums", routes=[{"examine": "slate"}])])
    for verb in ("examine", "search", "look_in", "look_under", "look_behind", "investigate"):
        world, _ = acted(mystery, f"{verb} slate")
        assert world.clues == {"sums"}, verb


def test_the_authors_use_of_a_bare_verb_in_a_room_is_found() -> None:
    mystery = a_mystery(rooms=[a_room("hall", on={"pray": "Nobody answers."})])
    _, events = acted(mystery, "pray")
    assert kinds(events, Told) == [Told("on:hall:pray:1", "", "hall")]


def test_effects_and_words_follow_the_order_of_rank() -> None:
    world = first_world(SMALL, 1)
    decision = decide(SMALL, world, Act("talk", "gene"))
    assert not isinstance(decision, Refused)
    assert [rule.rank for rule in decision.rules] == [1, 0]


@given(st.lists(st.builds(Act, st.sampled_from(VERBS), st.sampled_from(NOUNS), st.sampled_from(NOUNS)), max_size=12))
def test_every_refusal_is_the_words_of_a_guard(commands: list[Act]) -> None:
    world = first_world(SMALL, 1)
    for command in commands:
        events = turn(SMALL, world, command)
        for event in events:
            if isinstance(event, Refused):
                meant = Act(event.verb, event.noun, event.other)
                words = {guard.words for rule in rules_for(SMALL, meant) for guard in rule.guards}
                assert event.words in words | {"no_use"}
                assert event.words
        world = apply_all(world, events)


@given(st.sampled_from(VERBS), st.sampled_from(NOUNS), st.sampled_from(NOUNS))
def test_a_refusal_costs_no_time_and_changes_nothing(verb: str, noun: str, other: str) -> None:
    world, _ = acted(SMALL, "look")
    events = turn(SMALL, world, Act(verb, noun, other))
    if isinstance(events[0], Refused):
        assert apply_all(world, events) == world


def test_rules_are_made_once_for_a_command() -> None:
    assert rules_for(SMALL, act("take lamp")) is rules_for(SMALL, act("take lamp"))
    assert normalise(SMALL, first_world(SMALL, 1), act("look")) == Act("look", "hall")


def test_numbers_stay_inside_their_bounds() -> None:
    mystery = a_mystery(
        items=[a_thing("bell", on={"ring": {"tell": "Ding.", "then": {"count": {"dings": 7}}}})],
        counters=[{"id": "dings", "most": 10}],
    )
    world, events = acted(mystery, "ring bell", "ring bell")
    assert kinds(events, CounterSet) == [CounterSet("dings", 10, 7)]
    _, events = acted(mystery, "ring bell", world=world)
    assert kinds(events, CounterSet) == []


def test_every_rule_that_play_uses_is_among_those_enumerated() -> None:
    known = set(all_rules(SMALL))
    one_noun = [Act(verb, noun) for verb in BUILTIN if verb != "say_aloud" for noun in NOUNS if noun]
    two_nouns = [Act("put_in", thing, "chest") for thing in SMALL.things if SMALL.things[thing].kind == "portable"]
    for command in (*one_noun, *two_nouns, act("sleep"), act("unhide"), act("wait")):
        for rule in rules_for(SMALL, normalise(SMALL, first_world(SMALL, 1), command)):
            can_ever = not any(isinstance(guard.condition, Fails) for guard in rule.guards)
            if can_ever and any(isinstance(effect, Move | SetState | Go | Relate | Count) for effect in rule.effects):
                assert rule in known, command


def test_one_route_by_several_things_is_enumerated_for_each() -> None:
    mystery = a_mystery(
        items=[a_thing("slate"), a_thing("door")], clues=[a_clue("chalk", routes=[{"examine": ["slate", "door"]}])]
    )
    acts = {rule.command for rule in all_rules(mystery) if rule.id == "chalk.1"}
    assert acts == {Act("examine", "slate"), Act("examine", "door")}


def test_only_rules_for_another_room_that_have_no_words_for_this_one_are_passed_over() -> None:
    for command in all_acts(SMALL):
        for room in SMALL.rooms:
            here = rules_at(SMALL, room, command)
            apart = [rule for rule in rules_for(SMALL, command) if rule not in here]
            assert [rule for rule in rules_for(SMALL, command) if rule in here] == list(here)
            for rule in apart:
                elsewhere = rule.guards[1]
                assert isinstance(elsewhere.condition, At)
                assert room not in elsewhere.condition.rooms
                assert not elsewhere.words
            assert not apart or any(rule.guards[0] == apart[0].guards[0] for rule in here)
