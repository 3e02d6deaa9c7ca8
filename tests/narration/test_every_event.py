"""Each kind of event is told, or keeps silent on purpose."""

from typing import get_args

import pytest

from tavern.model import events as e
from tavern.model.events import Event
from tests.narration.a_house import Player, text

SILENT: tuple[Event, ...] = (
    e.TimePassed(1201), e.ThingMoved("mug", "player"), e.StateSet("lamp", "lit"), e.Met(("gene",)), e.Busied("wait"),
    e.ActorSent("gene", "cellar", -1), e.FuseStarted("knock", 1300), e.FuseStopped("knock"), e.WentOff("knock", once=True),
    e.ActorFreed("gene"), e.Lapsed("goal:gene:1"),
    e.DoneOnDay("aloud", 0), e.Attended("slate"), e.Spoke("gene", "gene_hello"), e.Misheard("xyzzy"), e.Asking(""),
)  # fmt: skip
SPEAKING: tuple[Event, ...] = (
    e.Walked("bedroom"), e.RelationshipSet("gene", 25, 0), e.CounterSet("coin", 9, 11), e.CounterSet("standing", 2, 3),
    e.ClueFound("gate", "r_gate"), e.ClueCorroborated("midnight", "r_midnight_2"), e.Drawn("by_river"), e.Told("fuse"),
    e.Plain("take", "mug"), e.Refused("take", "not_portable", "bar"), e.Described("bar", "examine"), e.Arrived("gene", "north"),
    e.Departed("gene", "up"), e.Beat("wait", ""), e.Concluded("how", "river", (), "not yet"), e.Consulted("help"),
    e.Noted("dry", "taproom", 1200), e.Supposed("how", "carts"), e.Asking("confirm", "Go on?"), e.Replied("note", "(the bar)"),
    e.HearingOpened((("how", "carts", ()),), ("gene",), ()), e.ObjectionAnswered("how", "river", "", met=False),
    e.Judgement("open", "how"), e.AccusationRested(), e.StoryEnded("given"), e.Told("bedtime:0"),
)  # fmt: skip
AT_A_STAGE = (e.ObjectionAnswered, e.Judgement)


def _player(event: Event) -> Player:
    player = Player()
    player.tells([e.Met(("gene", "sarah")), e.ClueFound("midnight", "r_midnight")])
    if isinstance(event, AT_A_STAGE):
        player.tells(
            [e.HearingOpened((("how", "carts", ()),), ("gene",), (("how", "river", "gene"), ("how", "river", "gene")))]
        )
    return player


def test_every_kind_of_event_is_here() -> None:
    assert {type(event) for event in (*SILENT, *SPEAKING)} == set(get_args(Event))


@pytest.mark.parametrize("event", SILENT, ids=lambda event: type(event).__name__)
def test_what_only_the_world_or_the_notebook_wants_to_know_is_not_told(event: Event) -> None:
    assert _player(event).tells([event]) == []


@pytest.mark.parametrize("event", SPEAKING, ids=lambda event: type(event).__name__)
def test_what_happens_is_told_in_words(event: Event) -> None:
    told = _player(event).tells([event])
    assert text(told)
    assert "{" not in text(told)
    assert all(paragraph.text == paragraph.text.strip() for paragraph in told)


def test_a_change_that_needs_no_other_word_is_not_told() -> None:
    assert _player(e.Met(())).tells([e.RelationshipSet("gene", 2, 0)]) == []
    assert _player(e.Met(())).tells([e.RelationshipSet("stranger", 50, 0)]) == []


def test_money_spent_is_told_by_what_is_left() -> None:
    assert text(Player().tells([e.CounterSet("coin", 9, 11)])) == "You have 9 pence now."
