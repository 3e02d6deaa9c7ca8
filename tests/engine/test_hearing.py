"""An accusation from the charge to its ending, and what each step of it costs."""

from dataclasses import replace

import pytest

from tavern.engine.scope import choices
from tavern.model.commands import Accusation, Accuse, Answer, Charge, Choose, Command, Insist, Think, Withdraw
from tavern.model.conditions import HeardBy
from tavern.model.events import (
    AccusationRested,
    Concluded,
    CounterSet,
    Drawn,
    Event,
    HearingOpened,
    Judgement,
    ObjectionAnswered,
    Refused,
    StoryEnded,
    Told,
    WentOff,
)
from tavern.model.mystery import Mystery
from tavern.model.world import Ended, Hearing, Judged, Playing, Proved, World
from tavern.reasoning.holds import holds
from tests.factory import Shape, a_clue, a_mystery, a_person, a_room, a_thing, acted, kinds, played, refused, told

CLUES = ("mud", "oar", "ledger", "no_cart", "no_ghost", "weak")


def a_case(*, people: tuple[Shape, ...] | None = None, **keys: object) -> Mystery:
    """Gene does it by boat, for money. Every clue lies open in the hall; `weak` alone carries nothing."""
    clues: dict[str, Shape] = {
        "mud": {"establishes": {"who": "gene"}},
        "oar": {"establishes": {"how": "boat"}},
        "ledger": {"establishes": {"why": "money"}},
        "no_cart": {"rules_out": {"how": ["cart"]}},
        "no_ghost": {"rules_out": {"how": ["ghost"]}},
        "weak": {"rules_out": {"how": ["cart", "ghost"]}, "reliability": 0.5},
    }
    endings = [
        {"id": "tell_all", "after": "proved", "choice": "Tell", "text": "x"},
        {"id": "keep_still", "after": "proved", "choice": "Keep still", "text": "x", "when": {"has": "stone_mud"}},
        {"id": "half", "after": "partly", "choice": "Half", "text": "x"},
        {"id": "guessed", "after": "lucky", "text": "x"},
        {"id": "haunted", "after": "insisted", "solution": "ghost_story", "text": "x"},
        {"id": "wrong", "after": "insisted", "text": "x"},
        {"id": "laughed_at", "after": "discredited", "text": "x"},
    ]
    return a_mystery(
        rooms=[a_room("hall", exits={"out": "yard"}), a_room("yard", exits={"in": "hall"})],
        actors=people
        or (a_person("gene", accused={"boat": "Not by boat.", "other": "Me?"}), a_person("sarah"), a_person("hame")),
        items=[a_thing(f"stone_{id}") for id in clues],
        clues=[a_clue(id, routes=[{"touch": f"stone_{id}"}], **extra) for id, extra in clues.items()],
        deductions=[
            {"id": "by_water", "text": "By water.", "from": ["no_cart", "no_ghost"], "establishes": {"how": "boat"}}
        ],
        questions=["who", "how", "why"],
        answers={
            "who": [{"id": "gene"}, {"id": "sarah"}],
            "how": [
                "boat",
                {"id": "cart", "objection": "A cart?", "voiced_by": ["hame", "sarah"]},
                {"id": "ghost", "objection": "A ghost?", "voiced_by": ["gene"]},
            ],
            "why": ["money", {"id": "love", "objection": "Love?"}],
        },
        solutions={
            "correct": {"description": "x", "who": "gene", "how": "boat", "why": "money", "requires_clues": ["mud"]},
            "false_solutions": [{"id": "ghost_story", "description": "x", "answers": {"how": "ghost"}}],
        },
        endings=endings,
        **keys,
    )


CASE = a_case()


def holding(mystery: Mystery, *clues: str) -> World:
    return acted(mystery, "look", *(f"touch stone_{clue}" for clue in clues))[0]


def charge(*cards: str, how: str = "boat") -> Accuse:
    return Accuse(Accusation((Charge("how", how, cards),)))


def tried(mystery: Mystery, clues: tuple[str, ...], *commands: Command) -> tuple[World, list[Event]]:
    world, events = played(mystery, *commands, world=holding(mystery, *clues))
    return world, events


def test_an_accusation_needs_somebody_awake_to_hear_it() -> None:
    alone = a_case(people=(a_person("gene", "yard"),))
    assert refused(played(alone, charge())[1]) == "nobody_hears"
    asleep = [{"at": "00:00", "room": "hall", "asleep": True}]
    assert refused(played(a_case(people=(a_person("gene", schedule=asleep),)), charge())[1]) == "nobody_hears"


def test_only_cards_that_are_held_can_be_cited_and_three_at_most() -> None:
    assert refused(played(CASE, charge("mud"))[1]) == "card_not_held"
    world = holding(CASE, *CLUES)
    assert refused(played(CASE, charge("mud", "oar", "ledger", "no_cart"), world=world)[1]) == "too_many_cards"
    assert refused(played(CASE, charge("mud", "oar", "ledger"), world=world)[1]) == ""


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (Answer("mud"), "no_hearing"),
        (Insist(), "nothing_to_insist"),
        (Withdraw(), "nothing_to_withdraw"),
        (Choose("tell_all"), "nothing_to_choose"),
    ],
)
def test_nothing_of_a_hearing_can_be_done_without_one(command: Command, words: str) -> None:
    world, events = played(CASE, command, world=holding(CASE, "mud"))
    assert [event.words for event in events if isinstance(event, Refused)] == [words]
    assert isinstance(world.stage, Playing)


def test_the_room_raises_one_alternative_a_question_and_somebody_voices_it() -> None:
    _, events = tried(CASE, (), Accuse(Accusation((Charge("how", "boat"), Charge("why", "money")))))
    assert [event.objections for event in events if isinstance(event, HearingOpened)] == [
        (("how", "cart", "hame"), ("why", "love", "gene"))
    ]


def test_whoever_is_accused_is_silent_when_anybody_else_can_speak() -> None:
    world, _ = tried(CASE, (), Accuse(Accusation((Charge("who", "gene"), Charge("how", "cart")))))
    assert isinstance(world.stage, Hearing)
    assert world.stage.objections == (("how", "ghost", "sarah"),)
    lonely = a_case(people=(a_person("gene"),))
    world, _ = tried(lonely, (), Accuse(Accusation((Charge("who", "gene"), Charge("how", "cart")))))
    assert isinstance(world.stage, Hearing)
    assert world.stage.objections == (("how", "ghost", "gene"),)


def test_whoever_is_accused_answers_to_what_is_charged() -> None:
    by_boat = Accuse(Accusation((Charge("who", "gene"), Charge("how", "boat"))))
    assert told(tried(CASE, (), by_boat)[1]) == ["accused:gene:boat"]
    alone = Accuse(Accusation((Charge("who", "gene"),)))
    assert told(tried(CASE, (), alone)[1]) == ["accused:gene:other"]


def test_an_objection_is_met_by_a_card_that_rules_it_out() -> None:
    world, events = tried(CASE, ("no_cart", "no_ghost"), charge(), Answer("no_ghost"))
    assert events[0] == ObjectionAnswered("how", "cart", "no_ghost", met=False)
    world, events = tried(CASE, ("no_cart", "no_ghost"), charge(), Answer("no_cart"))
    assert events[0] == ObjectionAnswered("how", "cart", "no_cart", met=True)
    assert isinstance(world.stage, Judged)


def test_an_objection_is_met_by_what_establishes_the_answer() -> None:
    world, events = tried(CASE, ("oar",), charge("oar"), Answer("oar"))
    assert events[0] == ObjectionAnswered("how", "cart", "oar", met=True)
    assert isinstance(world.stage, Proved)


def test_nothing_to_say_is_an_answer_too() -> None:
    world, events = tried(CASE, (), charge(), Answer())
    assert events[:2] == [ObjectionAnswered("how", "cart", "", met=False), Judgement("open", "how")]
    assert isinstance(world.stage, Judged)


def test_a_card_given_in_answer_counts_as_cited() -> None:
    world, events = tried(CASE, ("no_cart", "no_ghost"), charge("no_ghost"), Answer("no_cart"))
    assert [event.verdict for event in events if isinstance(event, Judgement)] == ["partly"]
    assert world.stage == Proved(
        Accusation((Charge("how", "boat", ("no_ghost",)),)), ("gene", "sarah", "hame"), complete=False
    )


def test_a_case_without_objections_is_judged_at_once() -> None:
    _, events = tried(CASE, ("no_cart", "no_ghost"), charge("no_cart", "no_ghost"))
    assert [event.verdict for event in events if isinstance(event, Judgement)] == ["partly"]


def test_a_card_that_does_not_carry_rules_nothing_out() -> None:
    world, _ = tried(CASE, ("weak",), charge("weak"))
    assert isinstance(world.stage, Hearing)
    assert world.stage.objections[0][:2] == ("how", "cart")


WHOLE = Accuse(
    Accusation(
        (
            Charge("who", "gene", ("mud",)),
            Charge("how", "boat", ("no_cart", "no_ghost")),
            Charge("why", "money", ("ledger",)),
        )
    )
)


def test_what_is_open_costs_a_point_of_standing_and_what_is_proved_none() -> None:
    _, events = tried(CASE, (), charge(), Answer())
    assert [event for event in events if isinstance(event, CounterSet)] == [CounterSet("standing", 2, 3)]
    _, events = tried(CASE, ("oar",), charge("oar"), Answer("oar"))
    assert not [event for event in events if isinstance(event, CounterSet)]


def test_one_accusation_an_evening() -> None:
    world, events = tried(CASE, (), charge(), Answer(), Withdraw())
    assert events == [AccusationRested()]
    assert refused(played(CASE, charge(), world=world)[1]) == "accused_today"
    tomorrow, _ = acted(CASE, "wait @06:00", world=world)
    assert refused(played(CASE, charge(), world=tomorrow)[1]) == ""


def test_taking_it_back_in_the_hearing_costs_standing_too() -> None:
    world, events = tried(CASE, (), charge(), Withdraw())
    assert events == [AccusationRested(), CounterSet("standing", 2, 3)]
    assert isinstance(world.stage, Playing)


def test_without_standing_left_it_is_over() -> None:
    mystery = a_case(standing=1)
    world, events = tried(mystery, (), charge(), Answer())
    assert isinstance(world.stage, Judged)
    world, events = played(mystery, Withdraw(), world=world)
    assert kinds(events, StoryEnded) == [StoryEnded("laughed_at")]


@pytest.mark.parametrize(("how", "ending"), [("boat", "guessed"), ("ghost", "haunted"), ("cart", "wrong")])
def test_insisting_ends_it_and_only_the_ending_knows_the_truth(how: str, ending: str) -> None:
    world, _ = tried(CASE, (), charge(how=how), Answer(), Insist())
    assert world.stage == Ended(ending)


def test_the_same_holdings_get_the_same_answer_whatever_is_true() -> None:
    answers = [
        [type(event) for event in tried(CASE, ("ledger",), charge(how=how), Answer("ledger"))[1]]
        for how in ("boat", "ghost", "cart")
    ]
    assert answers[0] == answers[1] == answers[2]


def test_after_a_part_is_proved_only_the_endings_for_that_can_be_chosen() -> None:
    world, _ = tried(CASE, ("oar",), charge("oar"), Answer("oar"))
    assert choices(CASE, world) == ("half",)
    for ending in ("tell_all", "wrong", "laughed_at", "nonsense"):
        assert refused(played(CASE, Choose(ending), world=world)[1]) == "no_such_choice"
    assert played(CASE, Choose("half"), world=world)[0].stage == Ended("half")


def test_after_all_is_proved_one_chooses_what_to_do_with_it() -> None:
    world, events = tried(CASE, CLUES, WHOLE, Answer("ledger"))
    assert [event for event in events if isinstance(event, Judgement)] == [Judgement("carried")]
    assert choices(CASE, world) == ("tell_all",)
    assert refused(played(CASE, Choose("half"), world=world)[1]) == "no_such_choice"
    assert refused(played(CASE, Choose("keep_still"), world=world)[1]) == "no_such_choice"
    assert played(CASE, Choose("tell_all"), world=world)[0].stage == Ended("tell_all")


def test_a_choice_may_ask_for_more() -> None:
    world, _ = played(
        CASE, WHOLE, Answer("ledger"), world=acted(CASE, "take stone_mud", world=holding(CASE, *CLUES))[0]
    )
    assert choices(CASE, world) == ("tell_all", "keep_still")
    assert played(CASE, Choose("keep_still"), world=world)[0].stage == Ended("keep_still")


def test_nothing_else_is_done_until_it_is_chosen_and_what_is_proved_can_be_let_rest() -> None:
    world, _ = tried(CASE, CLUES, WHOLE, Answer("ledger"))
    assert refused(acted(CASE, "look", world=world)[1]) == "stage"
    world, _ = played(CASE, Withdraw(), world=world)
    assert isinstance(world.stage, Playing)
    assert world.counters["standing"] == 3


def test_what_waits_for_a_proof_goes_off_with_it() -> None:
    mystery = a_case(fuses=[{"id": "gasp", "when": {"stage": "proved"}, "tell": "A gasp."}])
    _, events = tried(mystery, ("oar",), charge("oar"), Answer("oar"))
    assert WentOff("gasp", once=True) in events


def test_a_conclusion_follows_is_drawn_and_is_drawn_once() -> None:
    thought = Think("how", "boat", ("no_cart", "no_ghost"))
    world, events = tried(CASE, ("no_cart", "no_ghost"), thought)
    assert events == [Concluded("how", "boat", ("no_cart", "no_ghost"), "follows"), Drawn("by_water")]
    _, events = played(CASE, thought, world=world)
    assert events == [Concluded("how", "boat", ("no_cart", "no_ghost"), "drawn")]


def test_a_conclusion_from_too_little_does_not_follow_yet() -> None:
    _, events = tried(CASE, ("no_cart",), Think("how", "boat", ("no_cart",)))
    assert events == [Concluded("how", "boat", ("no_cart",), "not yet")]
    assert refused(played(CASE, Think("how", "boat", ("no_cart",)))[1]) == "card_not_held"


def test_a_drawn_conclusion_sets_off_what_waits_for_it() -> None:
    mystery = a_case(fuses=[{"id": "dawning", "when": {"knows": "by_water"}, "tell": "Of course."}])
    _, events = tried(mystery, ("no_cart", "no_ghost"), Think("how", "boat", ("no_cart", "no_ghost")))
    assert [event for event in events if isinstance(event, Told)] == [Told("fuse:dawning")]


def test_an_ending_can_ask_who_heard_the_accusation() -> None:
    mystery = a_mystery(actors=[a_person("gene"), a_person("sarah")])
    world, _ = played(mystery)
    proved = replace(world, stage=Proved(Accusation(), ("gene",), complete=True))
    heard = [holds(mystery, HeardBy(actor), proved) for actor in ("gene", "sarah")]
    assert heard == [True, False]
    assert not holds(mystery, HeardBy("gene"), replace(world, stage=Playing()))
