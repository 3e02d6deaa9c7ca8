"""Lines that depend on the line before: open questions, pronouns, stages, misspellings."""

from dataclasses import replace

import pytest

from tavern.model.commands import (
    Accusation,
    Accuse,
    Act,
    Answer,
    Charge,
    Choose,
    Command,
    Consult,
    Insist,
    Misunderstood,
    Parsed,
    Question,
    Suppose,
    Think,
    Understood,
    Withdraw,
)
from tavern.model.mystery import Names
from tavern.model.scope import Scope
from tavern.parser import complete, parse
from tests.parser.a_scope import CARDS, NAMES, SCOPE

ENDINGS = ("give_number", "discharge", "eighth_seat")
HEARING = replace(SCOPE, stage="hearing")
JUDGED = replace(SCOPE, stage="judged")
PROVED = replace(SCOPE, stage="proved", endings=ENDINGS)


def asked(line: str, scope: Scope = SCOPE) -> Question:
    parsed = parse(line, scope)
    assert isinstance(parsed, Question), parsed
    return parsed


def meant(line: str, scope: Scope = SCOPE) -> Command:
    parsed = parse(line, scope)
    assert isinstance(parsed, Understood), parsed
    return parsed.command


def replied(first: str, then: str) -> Parsed:
    return parse(then, replace(SCOPE, question=asked(first)))


def answered(first: str, then: str) -> Command:
    parsed = replied(first, then)
    assert isinstance(parsed, Understood), parsed
    return parsed.command


WHICH = [
    ("examine key", "brass", Act("examine", "brass_key")),
    ("examine key", "the iron one", Act("examine", "iron_key")),
    ("examine key", "2", Act("examine", "iron_key")),
    ("examine key", "the first", Act("examine", "brass_key")),
    ("examine key", "heavy key", Act("examine", "iron_key")),
    ("examine key", "look", Act("look")),
    ("examine key", "ask gene about the boats", Act("ask", "gene", "boats")),
    ("examine key", "n", Act("go", "north")),
    ("ask gene for the key", "iron key", Act("ask_for", "gene", "iron_key")),
    ("talk to someone", "sarah", Act("talk", "sarah")),
    ("gene, give me the key", "brass", Act("ask_for", "gene", "brass_key")),
]
WHAT = [
    ("ask gene", "the boats", Act("ask", "gene", "boats")),
    ("ask gene", "about the boats", Act("ask", "gene", "boats")),
    ("ask gene about", "2", Act("ask", "gene", "debt")),
    ("ask gene about", "look", Act("look")),
    ("ask gene about", "take candle", Act("take", "candle")),
    ("ask gene about", "marcus", Act("ask", "gene", "marcus")),
    ("take", "the rope", Act("take", "rope")),
    ("take", "rope and candle", Act("take", "rope")),
    ("take", "north", Act("go", "north")),
    ("go", "up", Act("go", "up")),
    ("compare the slate", "with the paper", Act("compare", "slate", "paper")),
    ("compare slate", "3", Act("compare", "slate", "coat")),
    ("give mug", "gene", Act("give", "mug", "gene")),
    ("give mug", "to sarah", Act("give", "mug", "sarah")),
    ("pay gene", "paper", Act("give", "paper", "gene")),
    ("talk to", "gene", Act("talk", "gene")),
]


@pytest.mark.parametrize(("first", "then", "command"), WHICH)
def test_which_of_several_is_answered_or_ignored(first: str, then: str, command: Command) -> None:
    assert answered(first, then) == command


@pytest.mark.parametrize(("first", "then", "command"), WHAT)
def test_a_missing_part_is_supplied_or_ignored(first: str, then: str, command: Command) -> None:
    assert answered(first, then) == command


@pytest.mark.parametrize("line", ["never mind", "neither", "nothing", "cancel"])
def test_a_question_can_be_waved_away(line: str) -> None:
    assert replied("examine key", line) == Misunderstood("As you like.")


def test_a_question_keeps_what_follows_it_on_the_line() -> None:
    parsed = replied("examine key. go north", "brass")
    assert isinstance(parsed, Understood)
    assert (parsed.command, parsed.rest) == (Act("examine", "brass_key"), "go north")


def test_a_question_asked_again_offers_fewer_things() -> None:
    three = replace(SCOPE, names={**NAMES, "old_key": Names("old iron key")}, kinds={**SCOPE.kinds, "old_key": "thing"},
                    present=(*SCOPE.present, "old_key"))  # fmt: skip
    first = asked("examine key", three)
    again = parse("iron", replace(three, question=first))
    assert isinstance(again, Question)
    assert (len(first.choices), again.choices) == (3, ("iron_key", "old_key"))


def test_things_that_cannot_be_told_apart_are_not_offered_twice() -> None:
    twins = replace(SCOPE, names={**NAMES, "twin": Names("brass key", "", ("small key",))},
                    kinds={**SCOPE.kinds, "twin": "thing"}, present=(*SCOPE.present, "twin"))  # fmt: skip
    assert len(set(asked("examine key", twins).labels)) == len(asked("examine key", twins).labels)


def test_a_confirmation_is_a_yes_or_a_no() -> None:
    question = Question("confirm", "Go on waiting?", prefix="wait until midnight")
    assert parse("yes", replace(SCOPE, question=question)) == parse("wait until midnight", SCOPE)
    assert isinstance(parse("no", replace(SCOPE, question=question)), Misunderstood)
    assert meant("look", replace(SCOPE, question=question)) == Act("look")


def test_pronouns_follow_what_was_last_named() -> None:
    parsed = parse("show the paper to sarah", SCOPE)
    assert isinstance(parsed, Understood)
    assert (parsed.it, parsed.her, parsed.him) == ("paper", "sarah", "")
    later = replace(SCOPE, it=parsed.it, her=parsed.her)
    assert meant("ask her about it", later) == Act("ask", "sarah", "paper")


def test_they_are_what_has_a_plural_name() -> None:
    parsed = parse("examine the row of mugs", SCOPE)
    assert isinstance(parsed, Understood)
    assert meant("take them", replace(SCOPE, them=parsed.them)) == Act("take", "mugs")


def test_him_is_the_only_man_here() -> None:
    assert meant("examine him") == Act("examine", "gene")


def test_his_coat_is_his() -> None:
    assert meant("examine his coat") == Act("examine", "genes_coat")
    assert isinstance(parse("examine her coat", SCOPE), Understood | Misunderstood)


AT_A_HEARING = [
    ("3", Answer("clue_03")),
    ("card 3", Answer("clue_03")),
    ("clue 3", Answer("clue_03")),
    ("with 3", Answer("clue_03")),
    ("show 3 to gene", Answer("clue_03")),
    ("the lantern under the arch", Answer("clue_03")),
    ("answer with the lantern", Answer("clue_03")),
    ("because it comes by water", Answer("by_water")),
    ("nothing", Answer("")),
    ("i have nothing", Answer("")),
    ("pass", Answer("")),
    ("withdraw", Withdraw()),
    ("clues", Consult("clues")),
    ("journal", Consult("journal")),
]


@pytest.mark.parametrize(("line", "command"), AT_A_HEARING)
def test_a_hearing_wants_a_card(line: str, command: Command) -> None:
    assert meant(line, HEARING) == command


@pytest.mark.parametrize("line", ["go north", "ask gene about boats", "insist", "9", "2 and 3", "zorb"])
def test_a_hearing_wants_nothing_else(line: str) -> None:
    parsed = parse(line, HEARING)
    assert isinstance(parsed, Misunderstood)
    assert "card" in parsed.reply or "zorb" in parsed.reply


@pytest.mark.parametrize(
    ("line", "command"),
    [("insist", Insist()), ("yes", Insist()), ("withdraw", Withdraw()), ("no", Withdraw()), ("look", Act("look"))],
)
def test_after_a_judgement_one_insists_or_withdraws(line: str, command: Command) -> None:
    assert meant(line, JUDGED) == command


@pytest.mark.parametrize(
    ("line", "ending"),
    [("2", "discharge"), ("choose 3", "eighth_seat"), ("the first", "give_number"), ("write discharged", "discharge"),
     ("choose the eighth seat", "eighth_seat"), ("free marcus", "discharge"), ("choose discharge", "discharge")],
)  # fmt: skip
def test_after_a_proof_one_chooses(line: str, ending: str) -> None:
    assert meant(line, PROVED) == Choose(ending)


def test_when_the_story_is_over_only_the_journal_and_the_game_are_left() -> None:
    over = replace(SCOPE, stage="ended")
    assert isinstance(parse("go north", over), Misunderstood)
    assert meant("clues", over) == Consult("clues")


NEAR = [
    ("examine celar", Act("examine", "cellar"), "cellar"),
    ("examin slat", Act("examine", "slate"), "slate"),
    ("tlak to sarah", Act("talk", "sarah"), "talk"),
    ("examine mgu", Act("examine", "mug"), "mug"),
    ("ask gene abuot boats", Act("ask", "gene", "boats"), "about"),
    ("aks sarah about teh boats", Act("ask", "sarah", "boats"), "ask"),
    ("take teh candle", Act("take", "candle"), "the"),
]


@pytest.mark.parametrize(("line", "command", "took"), NEAR)
def test_a_near_word_is_taken_and_said(line: str, command: Command, took: str) -> None:
    parsed = parse(line, SCOPE)
    assert isinstance(parsed, Understood), parsed
    assert parsed.command == command
    assert took in parsed.took


@pytest.mark.parametrize(
    ("line", "word"),
    [("give papr to sarah", "paper"), ("drnik ale", "drink"), ("burn papper", "paper"), ("promise sarrah", "sarah")],
)
def test_a_near_word_is_only_offered_where_it_costs(line: str, word: str) -> None:
    parsed = parse(line, SCOPE)
    assert isinstance(parsed, Misunderstood)
    assert f"Did you mean *{word}*" in parsed.reply


WITHOUT_ANSWERS = replace(
    SCOPE,
    names={id: names for id, names in NAMES.items() if SCOPE.kinds[id] not in {"answer", "ending"}},
    kinds={id: kind for id, kind in SCOPE.kinds.items() if kind not in {"answer", "ending"}},
    all_answers={},
    answers={},
)
UNMET = ["crypt", "gold", "prisoners", "greed", "ghost"]
LINES = ["examine {}", "ask gene about {}", "ask gene about the {}", "take the {}", "who is {}", "go to the {}", "{}",
         "think about {}", "gene, what about the {}?", "show {} to gene", "is there a {}?", "tell sarah that {} is here"]  # fmt: skip


@pytest.mark.parametrize("word", UNMET)
@pytest.mark.parametrize("line", LINES)
def test_a_word_for_what_was_not_met_gets_the_answer_of_an_unknown_word(line: str, word: str) -> None:
    assert parse(line.format(word), SCOPE) == parse(line.format(word), WITHOUT_ANSWERS)


@pytest.mark.parametrize(
    "partial", ["c", "think how c", "ask gene about g", "suppose what ", "accuse how ", "p", "examine "]
)
def test_what_was_not_met_is_never_offered(partial: str) -> None:
    offered = " ".join(complete(partial, SCOPE)).lower()
    assert not [word for word in ("crypt", "gold", "profit", "walks", "buy_out", "buy out") if word in offered]


def test_completions_begin_as_typed_and_are_ranked() -> None:
    assert complete("ask gene about ce", SCOPE)[0] == "ask gene about cellar noise"
    assert complete("exa", SCOPE)[0].startswith("examine ")
    assert complete("unlock chest w", SCOPE)[0].startswith("unlock chest with ")
    assert complete("qqqq", SCOPE) == []


def test_an_empty_line_brings_help() -> None:
    assert meant("") == Consult("help")
    assert meant("   ") == Consult("help")


def test_the_verbs_of_the_content_are_understood() -> None:
    assert meant("quaff the ale") == Act("drink", "ale")
    assert meant("have a gander at the slate") == Act("examine", "slate")


def test_names_may_have_accents_or_go_without() -> None:
    scope = replace(SCOPE, names={**NAMES, "oda": Names("Ödä", proper=True)}, kinds={**SCOPE.kinds, "oda": "actor"})
    assert meant("talk to oda", scope) == Act("talk", "oda")
    assert meant("talk to ÖDÄ", scope) == Act("talk", "oda")


NAMED_CARDS = replace(
    SCOPE,
    names={
        **NAMES,
        "bar": Names("the bar is drawn"),
        "linen": Names("hoist behind linen"),
        "tag": Names("tag on a hook"),
        "hand": Names("hand in the brewing book"),
        "strokes": Names("thirty-one strokes"),
        "disc": Names("one brass disc"),
        "kings": Names("three kings, face down"),
        "men": Names("walks by night and knocks"),
    },
    kinds={**SCOPE.kinds, **dict.fromkeys(("bar", "linen", "tag", "hand", "strokes", "disc", "kings", "men"), "clue")},
    cards=("bar", "linen", "tag", "hand", "strokes", "disc", "kings", "men"),
)


@pytest.mark.parametrize(
    ("cited", "cards"),
    [
        ("the bar is drawn and hoist behind linen", ("bar", "linen")),
        ("the bar is drawn, hoist behind linen, and a tag on a hook", ("bar", "linen", "tag")),
        ("a tag on a hook, walks by night and knocks and 4", ("tag", "men", "hand")),
        ("thirty-one strokes and one brass disc", ("strokes", "disc")),
        ("the hand in the brewing book", ("hand",)),
        ("three kings, face down, then two", ("kings", "linen")),
        ("one, 2 and 3", ("bar", "linen", "tag")),
    ],
)
def test_cards_are_cited_by_name_whatever_words_are_in_it(cited: str, cards: tuple[str, ...]) -> None:
    assert meant(f"think who sarah because {cited}", NAMED_CARDS) == Think("who", "sarah", cards)
    charge = Charge("who", "sarah", cards)
    assert meant(f"accuse who sarah with {cited}", NAMED_CARDS) == Accuse(Accusation((charge,)))


def test_a_card_that_is_not_held_is_no_command_after_and() -> None:
    parsed = parse("think who sarah because the bar is drawn and hoist behind the wall", NAMED_CARDS)
    assert isinstance(parsed, Misunderstood)
    assert "None of your cards" in parsed.reply


def test_a_sentence_that_is_no_answer_gets_its_own_answer() -> None:
    question = asked("ask gene about")
    assert parse("who is zorb", replace(SCOPE, question=question)) == parse("who is zorb", SCOPE)
    assert isinstance(parse("examine key", replace(SCOPE, question=question)), Question)


def test_who_and_a_name_accuses_nobody() -> None:
    assert meant("who sarah") == Consult("about", "sarah")
    at_bedtime = replace(SCOPE, question=Question("what", "What do you think tonight?", prefix="suppose "))
    assert meant("who sarah", at_bedtime) == Suppose("who", "sarah")


def test_of_what_can_be_asked_at_most_four_things_are_offered_and_first_what_waits_to_be_asked() -> None:
    assert asked("ask gene").choices == ("cellar_noise", "debt", "supplier", "hulk")
    assert asked("ask sarah").choices == ("hulk", "boats")
    assert len(asked("ask gene", replace(SCOPE, talk={})).choices) == 4


AWAY = replace(SCOPE, present=tuple(id for id in SCOPE.present if id != "account_book"))


def test_what_is_here_is_meant_before_what_is_not() -> None:
    assert meant("read the ledger") == Act("read", "account_book")
    assert meant("read the kitchen book") == Act("read", "kitchen_book")
    assert meant("take rope", replace(AWAY, present=("rope", "gene"))) == Act("take", "rope")


def test_what_is_only_told_of_here_is_not_said_to_be_elsewhere() -> None:
    parsed = parse("look at the marks", AWAY)
    assert isinstance(parsed, Misunderstood)
    assert parsed.reply.startswith("*Marks*: that is only told of")
    assert meant("look at the line of scum", AWAY) == Act("examine", "scum")


def test_several_things_of_one_name_that_are_elsewhere_are_not_asked_about() -> None:
    parsed = parse("read the book", AWAY)
    assert isinstance(parsed, Misunderstood)
    assert parsed.reply.startswith("Nothing here goes by *book*.")


@pytest.mark.parametrize(
    ("exits", "back", "way"),
    [({"south": "kitchen"}, "", "south"), ({"south": "kitchen", "west": "yard"}, "west", "west"),
     ({"out": "yard", "up": ""}, "up", "out")],
)  # fmt: skip
def test_out_is_the_only_way_or_the_way_one_came(exits: dict[str, str], back: str, way: str) -> None:
    for line in ("go out", "leave", "exit", "leave the taproom", "go outside"):
        assert meant(line, replace(SCOPE, exits=exits, back=back)) == Act("go", way)


def test_out_is_asked_about_where_there_are_several_ways() -> None:
    question = asked("leave", replace(SCOPE, exits={"south": "kitchen", "west": "yard"}, back=""))
    assert (question.ask, question.labels) == ("Go which way?", ("south", "west"))


def test_names_that_begin_with_a_possessive_or_a_capital_take_no_article() -> None:
    question = asked("examine lamp", replace(SCOPE, names={**NAMES, "lantern": Names("bar lamp")}))
    assert question.labels == ("the bar lamp", "Mrs Pennock's lamp")
    emphatic = replace(SCOPE, names={**NAMES, "hulk": Names("*Patience*", proper=True)})
    assert "Patience" in asked("ask sarah", emphatic).labels


def test_the_room_answers_for_what_a_woman_owns_there() -> None:
    assert meant("examine her lamp", replace(SCOPE, her="sarah")) == Act("examine", "pennocks_lamp")


def test_a_door_stands_for_the_room_behind_it() -> None:
    assert meant("unlock the cellar with the iron key") == Act("unlock", "cellar_door", "iron_key")


def test_every_card_can_be_named() -> None:
    for number, card in enumerate(CARDS, start=1):
        assert meant(f"clue {number}") == Consult("about", card)
        assert meant(f"what do i know about {NAMES[card].name}") == Consult("about", card)
