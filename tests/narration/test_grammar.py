"""Templates filled in: articles, pronouns and verbs agree with what they speak of."""

import re
from collections.abc import Iterator, Mapping

import pytest

from tavern.model.mystery import Names
from tavern.narration import stock, stock_asides, stock_case, stock_time
from tavern.narration.grammar import bare, filled
from tavern.narration.wording import a, in_words, listed, several, span, stopped, the, times

SLATE = Names("slate")
COINS = Names("coins", plural=True)
GENE = Names("Gene", proper=True, pronoun="he")
SARAH = Names("Sarah", proper=True, pronoun="she")
ALEX = Names("Alex", proper=True, pronoun="they")
YOU = Names("you", proper=True)


@pytest.mark.parametrize(
    ("template", "names", "expected"),
    [
        ("{The noun} {stays} where {it} {is}.", SLATE, "The slate stays where it is."),
        ("{The noun} {stays} where {it} {is}.", COINS, "The coins stay where they are."),
        ("{The noun} {stays} where {it} {is}.", GENE, "Gene stays where he is."),
        ("{The noun} {stays} where {it} {is}.", ALEX, "Alex stays where they are."),
        ("{The noun} {stays} where {it} {is}.", YOU, "You stay where you are."),
        ("You open {him}; {its} lid {does} not squeak.", COINS, "You open them; their lid do not squeak."),
        ("{Its} hands, and {him}.", SARAH, "Her hands, and her."),
        ("{A noun} and {noun}.", SLATE, "A slate and slate."),
        ("{A noun}", COINS, "Coins"),
    ],
)
def test_a_template_agrees_with_what_it_speaks_of(template: str, names: Names, expected: str) -> None:
    assert filled(template, {"noun": names}) == expected


def test_a_role_after_the_word_speaks_of_somebody_else() -> None:
    roles = {"noun": SLATE, "other": COINS}
    assert filled("{The noun} {is} under {the other}; {it other} {hide other} {him}.", roles) == (
        "The slate is under the coins; they hide it."
    )


def test_plain_words_are_put_in_as_they_are() -> None:
    assert filled("{Who} {goes} {way}.", {"noun": GENE, "who": "gene Pask", "way": "north"}) == "Gene Pask goes north."


def test_a_role_that_is_missing_is_no_silent_hole() -> None:
    with pytest.raises(KeyError):
        filled("{The other} {is} here.", {"noun": GENE})


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("is", "are"),
        ("has", "have"),
        ("does", "do"),
        ("stays", "stay"),
        ("carries", "carry"),
        ("watches", "watch"),
        ("gives", "give"),
    ],
)
def test_a_verb_loses_its_s_for_several(verb: str, expected: str) -> None:
    assert bare(verb) == expected


@pytest.mark.parametrize(
    ("names", "definite", "indefinite"),
    [
        (SLATE, "the slate", "a slate"),
        (Names("oar"), "the oar", "an oar"),
        (COINS, "the coins", "coins"),
        (GENE, "Gene", "Gene"),
        (Names("your room"), "your room", "your room"),
        (Names("Sarah's room"), "Sarah's room", "Sarah's room"),
    ],
)
def test_names_take_the_article_they_need(names: Names, definite: str, indefinite: str) -> None:
    assert (the(names), a(names)) == (definite, indefinite)


def _templates(stored: object) -> Iterator[str]:
    match stored:
        case str():
            yield stored
        case Mapping():
            for value in stored.values():
                yield from _templates(value)
        case tuple():
            for value in stored:
                yield from _templates(value)
        case _:
            return


FIELDS = (
    "what",
    "text",
    "card",
    "question",
    "answer",
    "why",
    "span",
    "day",
    "hour",
    "who",
    "there",
    "way",
    "where",
    "examples",
)
STOCK = [
    template
    for module in (stock, stock_asides, stock_case, stock_time)
    for name, value in vars(module).items()
    if name.isupper()
    for template in _templates(value)
]


@pytest.mark.parametrize("names", [SLATE, COINS, GENE, ALEX], ids=["thing", "things", "person", "they"])
def test_no_stock_sentence_keeps_a_brace(names: Names) -> None:
    roles: dict[str, Names | str] = {field: field for field in (*FIELDS, "example")}
    roles |= {"noun": names, "other": GENE, "minder": SARAH}
    for template in STOCK:
        assert not re.search(r"[{}]", filled(template, roles)), template


def test_small_words() -> None:
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed([]) == ""
    assert (in_words(3), in_words(30), several(1, "hint"), several(2, "hint")) == (
        "three",
        "30",
        "one hint",
        "two hints",
    )
    assert (times(1), times(2), times(3)) == ("once", "twice", "three times")
    assert (span(15), span(17), span(130)) == ("a quarter of an hour", "17 minutes", "two hours and ten minutes")
    assert (stopped("So"), stopped("So?"), stopped('"So."'), stopped("")) == ("So.", "So?", '"So."', "")
