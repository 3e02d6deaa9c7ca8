"""Foreign text on its way to the screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tavern.tui.prose import emphasised, plain, unmarked


@pytest.mark.parametrize(
    ("text", "shown", "italics"),
    [
        ("the *same* mug", "the same mug", ["same"]),
        ("*two words* and *one*", "two words and one", ["two words", "one"]),
        ("3 * 4 * 5", "3 * 4 * 5", []),
        ("a*b*c", "a*b*c", []),
        ("**loud**", "**loud**", []),
        ("*open", "*open", []),
        ("* not this *", "* not this *", []),
        ("“*I* did,” she says", "“I did,” she says", ["I"]),
        ("*over\nlines*", "*over\nlines*", []),
        ("", "", []),
    ],
)
def test_emphasis_is_a_pair_of_asterisks_that_hugs_its_words(text: str, shown: str, italics: list[str]) -> None:
    content = emphasised(text)
    assert content.plain == shown
    assert [content.plain[span.start : span.end] for span in content.spans] == italics


def test_what_can_be_typed_is_bold_and_without_its_backticks() -> None:
    content = emphasised("I don't know *xyzzy*. `help` tells what can be done; a ` alone stays.")
    assert content.plain == "I don't know xyzzy. help tells what can be done; a ` alone stays."
    assert [(content.plain[span.start : span.end], str(span.style)) for span in content.spans] == [
        ("xyzzy", "italic"),
        ("help", "bold"),
    ]
    assert unmarked("ask gene about the *Patience*") == "ask gene about the Patience"


@pytest.mark.parametrize("text", ["[b]x[/b]", "[/]", "[@click=app.quit]x[/]", "{0} %s $x", "[link=file:///x]y"])
def test_markup_is_only_text(text: str) -> None:
    assert emphasised(text).plain == plain(text).plain == text
    assert not emphasised(text).spans


@given(st.text())
def test_nothing_that_steers_a_terminal_gets_through(text: str) -> None:
    shown = emphasised(text).plain
    assert not [char for char in shown if char < " " and char != "\n"]
    assert not [char for char in shown if "\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff"]


@given(st.text(alphabet="ab *\n[]"))
def test_only_asterisks_are_ever_taken_out(text: str) -> None:
    assert emphasised(text).plain.replace("*", "") == text.replace("*", "")


def test_what_is_upright_in_an_emphasised_passage_may_end_in_a_stop() -> None:
    shown = emphasised("*all; aboard the* Patience*; No. 17.* Then")
    assert shown.plain == "all; aboard the Patience; No. 17. Then"
    assert [shown.plain[span.start : span.end] for span in shown.spans] == ["all; aboard the", "; No. 17."]
