"""The Cellar Secret against what was promised of it, read from the compiled mystery; and all of it by ground rules."""

from collections import Counter
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from tavern.engine.apply import apply_all
from tavern.engine.begin import first_world
from tavern.engine.ground import all_acts, all_rules, rules_for
from tavern.engine.pointing import ABOUT_WHAT_WAS_SAID
from tavern.engine.turn import normalise, turn
from tavern.games import Games
from tavern.model import events as e
from tavern.model.commands import Act
from tavern.model.mystery import Mystery
from tavern.reasoning.inference import charged, closure, established
from tests.places import CONTENT


@cache
def cellar() -> Mystery:
    return Games([CONTENT], None).mystery("cellar_secret")


def test_every_rule_can_be_printed_with_its_command_guards_and_effects() -> None:
    printed = [f"{rule.command} | {rule.guards} | {rule.effects} | {rule.minutes}" for rule in all_rules(cellar())]
    assert len(printed) > 2000
    assert all("Act(" in line for line in printed)
    print("\n".join(printed))  # noqa: T201 - this is the printing


@given(st.lists(st.sampled_from(list(all_acts(cellar()))), max_size=30), st.integers(0, 2**31))
@settings(max_examples=60)
def test_no_refusal_comes_from_anywhere_but_a_guard(acts: list[Act], seed: int) -> None:
    mystery = cellar()
    world = first_world(mystery, seed)
    for act in acts:
        events = turn(mystery, world, act)
        for refused in (event for event in events if isinstance(event, e.Refused)):
            asked = Act(refused.verb, refused.noun, refused.other)
            assert refused.words in {guard.words for rule in rules_for(mystery, asked) for guard in rule.guards} | {
                "no_use"
            }
        world = apply_all(world, events)


def test_acts_are_normalised_to_acts_that_have_rules() -> None:
    mystery = cellar()
    world = first_world(mystery, 0)
    bare = [Act(verb) for verb in ("look", "investigate", "listen", "smell", "watch")]
    assert all(normalise(mystery, world, act).noun == world.room for act in bare)
    assert all(rules_for(mystery, act) for act in all_acts(mystery) if act.verb not in ABOUT_WHAT_WAS_SAID)


def test_it_is_as_large_as_promised() -> None:
    mystery = cellar()
    replies = [rule for rules in mystery.rules.values() for rule in rules if rule.id.startswith("reply:")]
    lies = [clue for clue in mystery.clues.values() if clue.lie]
    assert len(mystery.rooms) >= 12
    assert len([actor for actor in mystery.actors.values() if actor.itinerary and actor.wants and actor.fears]) >= 7
    assert len(mystery.clues) >= 18
    assert len([clue for clue in mystery.clues.values() if clue.red_herring]) >= 4
    assert len({rule.id for rule in replies}) >= 90
    assert len(lies) >= 4
    assert all(clue.lie and clue.lie.because and len(clue.lie.exposed_by) >= 2 for clue in lies)
    assert len(mystery.deductions) >= 5
    assert len([ending for ending in mystery.endings.values() if ending.good]) >= 3


def test_everybody_has_an_answer_about_everybody_else_and_about_each_public_topic() -> None:
    mystery = cellar()
    public = [topic.id for topic in mystery.topics.values() if topic.known]
    asked = {(noun, other) for verb, noun, other in mystery.rules if verb == "ask"}
    missing = [
        (actor, about)
        for actor in mystery.actors
        for about in (*mystery.actors, *public)
        if (actor, about) not in asked
    ]
    assert missing == []


def test_each_needed_clue_has_three_routes_through_two_channels() -> None:
    mystery = cellar()
    needed = {clue for requires in mystery.solution.requires for clue in requires}
    for clue in needed:
        routes = [mystery.routes[route] for route in mystery.clues[clue].routes]
        assert len({route.origin for route in routes}) >= 3, clue
        assert len({route.channel for route in routes}) >= 2, clue


def test_one_clue_carries_only_when_corroborated() -> None:
    mystery = cellar()
    frail = [
        clue
        for clue in mystery.clues.values()
        if len({mystery.routes[route].origin for route in clue.routes}) > 1
        and all(mystery.routes[route].reliability < 60 for route in clue.routes)
    ]
    assert frail


def test_all_that_can_be_found_establishes_the_truth_and_nothing_else() -> None:
    mystery = cellar()
    everything = closure(mystery, mystery.clues)
    truth = mystery.solution.answers
    assert set(truth) >= {question.id for question in charged(mystery)}
    assert {question: established(mystery, question, everything) for question in truth} == {
        question: {answer} for question, answer in truth.items()
    }


def test_no_single_clue_names_the_culprit() -> None:
    mystery = cellar()
    assert not [clue for clue in mystery.clues if established(mystery, "who", closure(mystery, [clue]))]


def test_people_are_somewhere_at_every_minute_and_walk_only_where_ways_lead() -> None:
    mystery = cellar()
    for actor in mystery.actors.values():
        assert actor.itinerary[0].at <= mystery.begins
        rooms = Counter(step.room for step in actor.itinerary)
        assert set(rooms) <= set(mystery.rooms)
