import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tavern.text import one_line, sanitise
from tavern.text.sanitise import MOST_MARKS

# Surrogates too: a terminal in the wrong encoding and a careless escape both bring them.
ANY_TEXT = st.text(st.characters(exclude_categories=[]))
PILES_OF_MARKS = st.text(st.sampled_from("aक\u1100\u1161\u11a8 \n\u0301\u0316\u0344\u093c\u0bbe\u0bc6\u20dd\u3099か"))


@pytest.mark.parametrize(
    ("foreign", "clean"),
    [
        ("Gene polishes a glass.\n\nSo?", "Gene polishes a glass.\n\nSo?"),
        ("a\tb", "a b"),
        ("one\r\ntwo\rthree\u2028four\u2029five", "one\ntwo\nthree\nfour\nfive"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x1b]52;c;aGk=\x07", "]52;c;aGk="),
        ("\x9b31m\x9d0;title\x9c", "31m0;title"),
        ("nul\x00 bell\x07 delete\x7f", "nul bell delete"),
        ("\u202eturned\u202c \u2067inside\u2069 \u200eout\u061c", "turned inside out"),
        ("ze\u200bro\u200d wi\u2060dth\ufeff so\u00adft", "zero width soft"),
        ("seen\U000e0041\U000e007f unseen\ufe0f\U000e0100", "seen unseen"),
        ("\u3164\u115f\u1160\uffa0", ""),
        ("lone \ud83d here", "lone \ufffd here"),
        ("cafe\u0301", "café"),
        ("👨\u200d👩\u200d👧", "👨👩👧"),
        ("z" + "\u0316" * 3_000 + "!", "z" + "\u0316" * MOST_MARKS + "!"),
        ("[b]not markup[/b]", "[b]not markup[/b]"),
    ],
)
def test_foreign_text_comes_out_clean(foreign: str, clean: str) -> None:
    assert sanitise(foreign) == clean


@given(ANY_TEXT | PILES_OF_MARKS)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert sanitise(sanitise(text)) == sanitise(text)


@given(ANY_TEXT | PILES_OF_MARKS)
def test_clean_text_is_in_nfc_and_can_be_encoded(text: str) -> None:
    clean = sanitise(text)
    assert unicodedata.is_normalized("NFC", clean)
    assert clean.encode().decode() == clean


@given(ANY_TEXT | PILES_OF_MARKS)
def test_cleaning_never_makes_text_longer_than_its_normal_form(text: str) -> None:
    assert len(sanitise(text)) <= len(unicodedata.normalize("NFC", text))


def test_no_control_or_format_character_passes_but_the_newline() -> None:
    everything = "".join(map(chr, range(0x110000)))
    left = {char for char in sanitise(everything) if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert left == {"\n"}


@given(PILES_OF_MARKS)
def test_no_base_carries_more_marks_than_allowed(text: str) -> None:
    marks = 0
    for char in sanitise(text):
        marks = marks + 1 if unicodedata.category(char).startswith("M") else 0
        assert marks <= MOST_MARKS


@pytest.mark.parametrize(
    ("typed", "limit", "line"),
    [
        ("  ask   gene\tabout\u00a0cellar \n", 500, "ask gene about cellar"),
        ("look\x1b[A\x00", 500, "look[A"),
        ("first\nsecond\rthird", 500, "first second third"),
        ("a long save name", 7, "a long"),
        ("", 10, ""),
        (" \t\n ", 10, ""),
    ],
)
def test_a_typed_line_is_one_line_with_single_spaces(typed: str, limit: int, line: str) -> None:
    assert one_line(typed, limit) == line


@given(ANY_TEXT, st.integers(0, 60))
def test_one_line_keeps_its_promises_for_any_text(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert len(line) <= limit
    assert line == " ".join(line.split())
    assert one_line(line, limit) == line
