"""Laws of the parser: for any text, any command, any beginning of a line."""

import re
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
    Meta,
    Misunderstood,
    Note,
    Question,
    Suppose,
    Think,
    Understood,
    Withdraw,
)
from tavern.model.mystery import Names
from tavern.parser import complete, parse, say
from tavern.parser.forms import forms_of, literal_words
from tavern.parser.grammar import VERBS
from tavern.parser.say import naming
from tests.parser.a_scope import ALL_ANSWERS, CARDS, NAMES, SCOPE

KINDS = SCOPE.kinds
ACTORS = [id for id, kind in KINDS.items() if kind == "actor"]
THINGS = [id for id, kind in KINDS.items() if kind == "thing"]
ROOMS = [id for id, kind in KINDS.items() if kind == "room"]
NOUNS = [*ACTORS, *THINGS, *ROOMS, *(id for id, kind in KINDS.items() if kind == "topic")]
ELSEWHERE = [id for id in ROOMS if id != SCOPE.room]
SESSION = ["undo", "redo", "again", "oops", "restart", "save", "load", "games", "quit", "hint", "hints", "script"]
ENDINGS = ("give_number", "discharge", "eighth_seat")
STAGES = ["playing", "hearing", "judged", "proved", "ended"]
VOCABULARY = sorted({*literal_words(), *(word for names in NAMES.values() for word in names.name.lower().split())})

words = st.sampled_from([*VOCABULARY, ",", ".", '"', "and", "then", "zorb", "3", "9:30", "all", "it", "#mug"])
sentences = st.lists(words, max_size=14).map(" ".join)
stages = st.sampled_from(STAGES).map(lambda stage: replace(SCOPE, stage=stage, endings=ENDINGS))


@given(st.text(max_size=200), stages)
def test_any_text_comes_to_something(line: str, scope: object) -> None:
    assert isinstance(parse(line, scope), Understood | Question | Misunderstood)  # type: ignore[arg-type]


@given(sentences, stages)
@settings(max_examples=300)
def test_any_words_of_the_game_come_to_something(line: str, scope: object) -> None:
    assert isinstance(parse(line, scope), Understood | Question | Misunderstood)  # type: ignore[arg-type]


@given(sentences)
@settings(max_examples=300, deadline=None)
def test_what_is_suggested_instead_would_be_understood(line: str) -> None:
    parsed = parse(line, SCOPE)
    if isinstance(parsed, Misunderstood):
        for suggested in re.findall(r"You could \*([^*]+)\*", parsed.reply):
            assert not isinstance(parse(suggested, SCOPE), Misunderstood), suggested


@given(sentences, sentences)
@settings(max_examples=150)
def test_an_open_question_takes_any_next_line(line: str, reply: str) -> None:
    asked = parse(line, SCOPE)
    if isinstance(asked, Question):
        assert isinstance(parse(reply, replace(SCOPE, question=asked)), Understood | Question | Misunderstood)


@given(sentences)
@settings(max_examples=150)
def test_the_rest_of_a_line_grows_ever_shorter(line: str) -> None:
    rest, steps = line, 0
    while rest and steps < 60:
        parsed = parse(rest, SCOPE)
        rest, steps = parsed.rest if isinstance(parsed, Understood) else "", steps + 1
    assert steps < 60


def filled(kind: str) -> st.SearchStrategy[str]:
    match kind:
        case "PERSON":
            return st.sampled_from(ACTORS)
        case "TOPIC" | "NOUN":
            return st.sampled_from([*NOUNS, *CARDS])
        case "CARD":
            return st.sampled_from(CARDS)
        case "ITEM":
            return st.sampled_from([*THINGS, *CARDS])
        case "PLACE" | "ROOM":
            return st.sampled_from(ROOMS)
        case "DIR":
            return st.sampled_from(["north", "south", "northeast", "up", "down", "in", "out"])
        case "DOORWAY":
            return st.sampled_from([*THINGS, *ELSEWHERE])
        case "ANSWER":
            return st.sampled_from([id for ids in ALL_ANSWERS.values() for id in ids])
        case _:
            return st.sampled_from(THINGS)


@st.composite
def acts(draw: st.DrawFn) -> Act:
    """An act of each verb, with the nouns one of its forms has room for."""
    verb = draw(st.sampled_from([verb.id for verb in VERBS if verb.makes == "act" and verb.id not in UNPRINTED]))
    forms = [form for form in forms_of(verb) if not any(slot.role in {"spare", "text"} for slot in form.slots())]
    slots = draw(st.sampled_from(forms)).slots()
    roles = {slot.role: draw(filled(slot.kind)) for slot in slots if slot.role in {"noun", "other"}}
    minutes = draw(st.integers(1, 600)) if any(slot.role == "minutes" for slot in slots) else 0
    until = draw(st.integers(0, 1439)) if any(slot.role == "until" for slot in slots) else -1
    return Act(verb, roles.get("noun", ""), roles.get("other", ""), minutes, until)


# A question, or somebody to hear it, is filled in for these when a part of them is left out.
PERSONAL = {"ask", "tell", "ask_for", "persuade", "promise", "give", "show", "compare", "tie", "talk", "greet", "farewell",
            "thank", "order", "confront", "go", "hide", "unlock"}  # fmt: skip
UNPRINTED = {"say_aloud"}


def is_whole(act: Act) -> bool:
    """Nothing is left for the parser to fill in or to turn into what is meant by it here."""
    if act.verb == "promise" and act.other == act.noun:
        return False
    if act.verb in {"order", "talk", "greet", "farewell", "thank", "promise", "hide"}:
        return bool(act.noun) and not (act.verb in {"order", "hide"} and act.other)
    if act.verb in PERSONAL and not (act.noun and (act.other or act.verb in {"go", "unlock", "confront"})):
        return False
    if act.verb in {"enter", "climb", "stand", "jump", "take", "use"} and act.noun in {*SCOPE.ways, "cellar_steps", ""}:
        return False
    if act.verb in {"use", "drink", "eat", "hit"}:
        return bool(act.noun) and "key" not in act.noun
    if act.verb == "confront":
        return not act.other or act.other in CARDS
    return act.verb != "go" or (act.noun not in KINDS and not act.other)


@given(acts().filter(is_whole))
@settings(max_examples=500)
def test_an_act_printed_is_understood_again(act: Act) -> None:
    assert understood(say(act, SCOPE)) == act


def understood(line: str, stage: str = "playing") -> Command:
    parsed = parse(line, replace(SCOPE, stage=stage, endings=ENDINGS))
    assert isinstance(parsed, Understood), f"{line}: {parsed}"
    assert not parsed.rest, f"{line}: {parsed}"
    return parsed.command


questions = st.sampled_from(sorted(ALL_ANSWERS))
cards = st.lists(st.sampled_from(CARDS), max_size=3, unique=True).map(tuple)


@st.composite
def charges(draw: st.DrawFn) -> Charge:
    question = draw(questions)
    return Charge(question, draw(st.sampled_from(ALL_ANSWERS[question])), draw(cards))


others = st.one_of(
    charges().flatmap(
        lambda one: st.builds(Think, st.just(one.question), st.just(one.answer), st.just(one.cards), st.booleans())
    ),
    charges().map(lambda one: Suppose(one.question, one.answer)),
    questions.map(lambda question: Suppose(question, "")),
    st.lists(charges(), min_size=1, max_size=4, unique_by=lambda one: one.question).map(
        lambda them: Accuse(Accusation(tuple(them)))
    ),
    st.sampled_from([id for id in [*NOUNS, *CARDS] if id != SCOPE.room]).map(lambda id: Consult("about", id)),
    st.sampled_from([verb.id for verb in VERBS]).map(lambda verb: Consult("help", verb)),
    st.sampled_from([verb.id for verb in VERBS if verb.makes == "consult" and verb.id != "about"]).map(Consult),
    st.sampled_from(
        ["undo", "redo", "again", "oops", "restart", "save", "load", "games", "quit", "hint", "hints", "script"]
    ).map(Meta),
    st.from_regex(r"[a-z]{2,8}( [a-z]{2,8}){0,5}", fullmatch=True).filter(lambda text: text[:5] != "that ").map(Note),
    st.sampled_from(
        [Insist(), Withdraw(), Meta("oops", "cellar"), Meta("save", "my game"), Meta("script", "on out.txt")]
    ),
)


@given(others)
@settings(max_examples=500)
def test_any_other_command_printed_is_understood_again(command: Command) -> None:
    assert understood(say(command, SCOPE)) == command


@given(st.sampled_from([*CARDS, ""]))
def test_an_answer_at_a_hearing_printed_is_understood_again(card: str) -> None:
    assert understood(say(Answer(card), SCOPE), "hearing") == Answer(card)


@given(st.sampled_from(ENDINGS))
def test_a_choice_printed_is_understood_again(ending: str) -> None:
    scope = replace(SCOPE, stage="proved", endings=ENDINGS)
    assert understood(say(Choose(ending), scope), "proved") == Choose(ending)


@given(st.one_of(sentences.map(lambda line: line[:30]), st.text(max_size=20)), stages)
@settings(max_examples=150, deadline=None)
def test_every_completion_is_understood(partial: str, scope: object) -> None:
    for line in complete(partial, scope):  # type: ignore[arg-type]
        assert isinstance(parse(line, scope), Understood), line  # type: ignore[arg-type]


LONG = ["a" * 100_000, "a " * 50_000, "take mug and " * 7_000, "n. " * 33_000, '"' * 100_000, ", " * 50_000, "1 " * 50_000,
        "é" * 100_000, "ask gene about the boats and " * 3_000, "accuse gene of " * 6_000, "((((" * 25_000]  # fmt: skip


@pytest.mark.parametrize("line", LONG, ids=lambda line: line[:12])
def test_a_line_of_a_hundred_thousand_characters_is_answered_at_once(line: str) -> None:
    parse("look", SCOPE)
    before = time.perf_counter()
    parse(line, SCOPE)
    complete(line, SCOPE)
    assert time.perf_counter() - before < 0.25


SIXTY = ["ask gene " * 29, "put mug in " * 19, "give " * 59, "take mug, " * 19, "gene, " * 29, "mug and " * 29,
         "put the mug on the mug in the mug " * 5, "accuse gene, " * 20, "think gene because " * 19,
         "give mug to gene " * 14]  # fmt: skip


@pytest.mark.parametrize("line", SIXTY, ids=lambda line: line[:20])
def test_sixty_words_that_fit_in_many_ways_are_answered_at_once(line: str) -> None:
    parse("look", SCOPE)
    before = time.perf_counter()
    parse(line, SCOPE)
    assert time.perf_counter() - before < 0.25


def test_a_room_called_number_three_is_called_otherwise_where_a_card_may_be_meant() -> None:
    scope = replace(SCOPE, names={**SCOPE.names, "your_room": Names("number nine", "", ("bedroom",))})
    assert naming("your_room", "TOPIC", scope) == "bedroom"
    assert naming("your_room", "ROOM", scope) == "number nine"
