"""Talking, showing, confronting, and the detective's own questions."""

import pytest

from tavern.engine.pointing import point_back
from tavern.engine.remember import fold
from tavern.model.commands import Act
from tavern.model.events import (
    ActorSent,
    Arrived,
    Beat,
    ClueCorroborated,
    ClueFound,
    Departed,
    Plain,
    RelationshipSet,
    Spoke,
    Told,
)
from tavern.model.mystery import Mystery
from tavern.model.notebook import Notebook
from tests.factory import a_clue, a_mystery, a_person, a_room, a_thing, act, acted, kinds, refused, told


def an_inn(**keys: object) -> Mystery:
    gene = a_person(
        "gene",
        greeting="Evening.",
        farewell="Mind the step.",
        relationship=0.1,
        replies=[
            {"about": "cellar", "relationship": 0.5, "tell": "Barrels, and a door."},
            {"about": "cellar", "tell": "Barrels.", "how": "I stacked them.", "then": {"count": {"asked": 1}}},
            {"about": "ale", "verb": "promise", "tell": "I hold you to that."},
        ],
        on={
            "show": [{"what": "letter", "tell": "Where had you that?"}],
            "give": [{"what": "mug", "tell": "Thanks.", "then": {"take": "mug"}}],
        },
    )
    return a_mystery(
        actors=[gene, a_person("sarah", "yard")],
        rooms=[a_room("hall", exits={"out": "yard"}), a_room("yard", exits={"in": "hall"})],
        items=[a_thing("letter", "player"), a_thing("mug", "player")],
        topics=[{"id": "cellar", "name": "cellar", "known": True}, {"id": "ale", "name": "ale"}],
        counters=[{"id": "asked"}],
        **keys,
    )


INN = an_inn()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("ask sarah cellar", "not_with"),
        ("ask letter cellar", "no_person"),
        ("give letter gene", "not_wanted"),
        ("give letter sarah", "not_with"),
        ("show cellar gene", "not_a_thing"),
        ("persuade gene cellar", "not_persuaded"),
        ("ask_for gene ale", "not_given"),
        ("order gene", "not_ordered"),
        ("kiss gene", "better_not"),
        ("confront gene", "with_what"),
        ("how_know gene", "said_nothing"),
    ],
)
def test_what_people_will_not_have_is_refused_in_its_own_words(line: str, words: str) -> None:
    assert refused(acted(INN, line)[1]) == words


def test_a_reply_takes_a_minute_and_is_remembered_as_said() -> None:
    world, events = acted(INN, "ask gene cellar")
    assert kinds(events, Told, Spoke) == [Told("reply:gene:2", "gene", "cellar"), Spoke("gene", "reply:gene:2")]
    assert world.clock == 18 * 60 + 1
    assert world.counters["asked"] == 1


def test_telling_is_answered_like_asking() -> None:
    assert kinds(acted(INN, "tell gene cellar")[1], Told) == [Told("reply:gene:2", "gene", "cellar")]


def test_a_friend_is_told_the_better_reply_and_the_effects_of_both_happen() -> None:
    mystery = an_inn(fuses=[{"id": "warm", "when": {"stage": "playing"}, "then": {"relationship": {"gene": 0.5}}}])
    world, events = acted(mystery, "look", "ask gene cellar")
    assert kinds(events, Told) == [Told("reply:gene:1", "gene", "cellar")]
    assert world.counters["asked"] == 1


def test_somebody_without_an_answer_has_their_own_way_of_having_none() -> None:
    assert kinds(acted(INN, "ask gene ale")[1], Told) == [Told("default:gene", "gene", "ale")]
    assert kinds(acted(INN, "ask gene gene")[1], Told) == [Told("default:gene", "gene", "gene")]


def test_greeting_and_leave_taking_have_words_of_their_own() -> None:
    assert kinds(acted(INN, "greet gene")[1], Told) == [Told("greeting:gene", "gene", "gene")]
    assert kinds(acted(INN, "farewell gene")[1], Told) == [Told("farewell:gene", "gene", "gene")]
    assert kinds(acted(INN, "thank gene")[1], Plain) == [Plain("thank", "gene")]


def test_small_talk_warms_once_a_day() -> None:
    world, events = acted(INN, "talk gene")
    assert kinds(events, RelationshipSet) == [RelationshipSet("gene", 12, 10)]
    assert kinds(acted(INN, "talk gene", world=world)[1], RelationshipSet) == []
    tomorrow, _ = acted(INN, "wait @00:30", world=world)
    assert kinds(acted(INN, "talk gene", world=tomorrow)[1], RelationshipSet) == []
    tomorrow, _ = acted(INN, "wait @06:00", world=tomorrow)
    assert kinds(acted(INN, "talk gene", world=tomorrow)[1], RelationshipSet) == [RelationshipSet("gene", 14, 12)]


def test_who_hates_one_will_not_speak() -> None:
    mystery = a_mystery(actors=[a_person("gene", relationship=-0.7)])
    assert refused(acted(mystery, "ask gene gene")[1]) == "hostile"
    assert refused(acted(a_mystery(actors=[a_person("gene", relationship=-0.6)]), "ask gene gene")[1]) == ""


def test_who_sleeps_is_not_spoken_to() -> None:
    asleep = [{"at": "00:00", "room": "hall", "asleep": True}]
    assert refused(acted(a_mystery(actors=[a_person("gene", schedule=asleep)]), "ask gene gene")[1]) == "asleep"


def test_showing_and_giving_go_to_the_person() -> None:
    assert kinds(acted(INN, "show letter gene")[1], Told) == [Told("on:gene:show:1", "gene", "letter")]
    world, _ = acted(INN, "give mug gene")
    assert world.places["mug"] == "nowhere"
    assert refused(acted(INN, "drop letter", "show letter gene")[1]) == "not_carried"


def test_a_promise_has_its_own_reply() -> None:
    assert told(acted(INN, "promise gene ale")[1]) == ["reply:gene:3"]
    assert kinds(acted(INN, "promise gene cellar")[1], Plain) == [Plain("promise", "gene", "cellar")]


def test_somebody_who_leaves_is_not_there_for_the_answer() -> None:
    leaves = [{"at": "00:00", "room": "hall"}, {"at": "18:01", "room": "yard"}]
    mystery = a_mystery(
        rooms=[a_room("hall", exits={"out": "yard"}), a_room("yard", exits={"in": "hall"})],
        actors=[a_person("gene", schedule=leaves, replies=[{"about": "gene", "tell": "Well."}])],
    )
    world, events = acted(mystery, "ask gene gene")
    assert kinds(events, Told, Departed, Beat) == [Departed("gene", "out"), Beat("ask", "gene", stopped="gone")]
    assert world.clock == 18 * 60 + 1


def test_an_investigation_stops_in_the_minute_its_object_leaves() -> None:
    leaves = [{"at": "00:00", "room": "hall"}, {"at": "18:05", "room": "yard"}]
    mystery = a_mystery(
        rooms=[a_room("hall", exits={"out": "yard"}), a_room("yard", exits={"in": "hall"})],
        actors=[a_person("gene", schedule=leaves)],
    )
    world, events = acted(mystery, "investigate gene")
    assert kinds(events, Beat) == [Beat("investigate", "gene", stopped="gone")]
    assert world.clock == 18 * 60 + 5


def test_somebody_sent_away_is_seen_to_go_and_comes_back_by_their_hours() -> None:
    mystery = a_mystery(
        rooms=[a_room("hall", exits={"out": "yard"}), a_room("yard", exits={"in": "hall"})],
        actors=[
            a_person(
                "gene",
                replies=[
                    {"about": "gene", "tell": "A moment.", "then": {"send": {"actor": "gene", "to": "yard", "for": 5}}}
                ],
            )
        ],
    )
    world, events = acted(mystery, "ask gene gene")
    assert kinds(events, ActorSent, Departed) == [ActorSent("gene", "yard", 18 * 60 + 6), Departed("gene", "out")]
    world, events = acted(mystery, "wait", world=world)
    assert kinds(events, Arrived) == [Arrived("gene", "out")]
    assert world.clock == 18 * 60 + 6


def test_somebody_sent_for_good_stays_away() -> None:
    mystery = a_mystery(
        rooms=[a_room("hall", exits={"out": "yard"}), a_room("yard", exits={"in": "hall"})],
        actors=[
            a_person(
                "gene", replies=[{"about": "gene", "tell": "Bye.", "then": {"send": {"actor": "gene", "to": "yard"}}}]
            )
        ],
    )
    world, _ = acted(mystery, "ask gene gene", "wait @17:00", "wait @17:30")
    assert refused(acted(mystery, "ask gene gene", world=world)[1]) == "not_with"


def a_case(**lie: object) -> Mystery:
    return a_mystery(
        actors=[a_person("gene"), a_person("sarah")],
        topics=[{"id": "night", "name": "night", "known": True}],
        items=[a_thing("boots", text="Mud.")],
        clues=[
            a_clue(
                "in_bed",
                said_by="gene",
                routes=[
                    {
                        "ask": "gene",
                        "about": "night",
                        "tell": "I was in bed.",
                        "again": "In bed, I said.",
                        "where": "In my bed.",
                    }
                ],
                lie={
                    "really": "was_out",
                    "because": "fear",
                    "exposed_by": ["muddy"],
                    "tell": "All right, I was out.",
                    **lie,
                },
            ),
            a_clue(
                "muddy",
                routes=[
                    {"read": "boots"},
                    {
                        "ask": "sarah",
                        "about": "night",
                        "tell": "His boots were wet.",
                        "again": "Wet.",
                        "reliability": 0.5,
                    },
                ],
            ),
            a_clue("was_out"),
        ],
    )


def test_a_lie_is_exposed_by_what_exposes_it_once_both_are_held() -> None:
    mystery = a_case()
    assert refused(acted(mystery, "confront gene muddy")[1]) == "not_known"
    world, events = acted(mystery, "read boots", "confront gene muddy")
    assert kinds(events, ClueFound, Told) == []
    world, events = acted(mystery, "ask gene night", "confront gene muddy", world=world)
    assert kinds(events, Told, Spoke, ClueFound) == [
        Told("lie:in_bed:muddy", "gene", "gene"),
        Spoke("gene", "lie:in_bed:muddy", "was_out", "was_out.1"),
        ClueFound("was_out", "was_out.1"),
    ]
    assert world.clock == 18 * 60 + 1 + 2 + 1 + 2


def test_a_second_way_corroborates() -> None:
    mystery = a_case()
    world, _ = acted(mystery, "read boots")
    _, events = acted(mystery, "ask sarah night", world=world)
    assert kinds(events, ClueFound, ClueCorroborated) == [ClueCorroborated("muddy", "muddy.2")]


def test_a_card_cannot_be_shown_or_thrown_at_anybody_before_it_is_held() -> None:
    mystery = a_case()
    assert refused(acted(mystery, "show muddy gene")[1]) == "not_known"
    assert refused(acted(mystery, "ask gene muddy")[1]) == "not_known"
    assert refused(acted(mystery, "read boots", "show muddy gene")[1]) == ""


def test_where_were_you_is_answered_for_what_this_person_has_said() -> None:
    mystery = a_case()
    world, _ = acted(mystery, "read boots")
    assert refused(acted(mystery, "where_stood sarah muddy", world=world)[1]) == "said_nothing"
    assert refused(acted(mystery, "where_stood gene muddy", world=world)[1]) == "said_nothing"
    world, _ = acted(mystery, "ask gene night", world=world)
    _, events = acted(mystery, "where_stood gene in_bed", world=world)
    assert kinds(events, Told, Spoke) == [Told("where_stood:in_bed.1", "gene", "gene")]
    _, events = acted(mystery, "how_know gene in_bed", world=world)
    assert kinds(events, Plain) == [Plain("how_know", "gene", "in_bed")]
    _, events = acted(mystery, "say_again gene in_bed", world=world)
    assert kinds(events, Told) == [Told("say_again:in_bed.1", "gene", "gene")]


def test_the_answers_of_a_reply_that_reveals_are_found_by_its_clue() -> None:
    mystery = a_mystery(
        actors=[
            a_person(
                "gene", replies=[{"about": "gene", "tell": "I owe.", "how": "I can count.", "then": {"reveal": "debt"}}]
            )
        ],
        clues=[a_clue("debt")],
    )
    _, events = acted(mystery, "ask gene gene", "how_know gene debt")
    assert kinds(events, Told) == [Told("how_know:reply:gene:1", "gene", "gene")]


def test_that_points_back_to_what_was_said_last() -> None:
    mystery = a_case()
    world, events = acted(mystery, "ask gene night")
    _, notebook = fold(world, Notebook(), events)
    assert point_back(mystery, world, notebook, act("how_know")) == Act("how_know", "gene", "in_bed")
    assert point_back(mystery, world, notebook, act("how_know sarah")) == Act("how_know", "sarah", "")
    assert point_back(mystery, world, notebook, act("take boots")) == act("take boots")


def test_saying_a_theory_aloud_needs_somebody_awake_and_is_for_once_an_evening() -> None:
    assert refused(acted(a_mystery(), "say_aloud ghost")[1]) == "nobody_hears"
    asleep = [{"at": "00:00", "room": "hall", "asleep": True}]
    assert refused(acted(a_mystery(actors=[a_person("gene", schedule=asleep)]), "say_aloud ghost")[1]) == "nobody_hears"
    world, _ = acted(INN, "say_aloud ghost")
    assert world.states["aloud"] == "ghost"
    assert refused(acted(INN, "say_aloud cart", world=world)[1]) == "said_today"
