"""Fixes as changes of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tavern.diagnostics import Edit, Span, edited, insert, instead

TEXT = "a: celar\nb: 1\nc: 2\n"


def at(line: int, column: int, length: int) -> Span:
    return Span("a.yaml", line, column, length)


@pytest.mark.parametrize(
    ("edits", "text"),
    [
        (instead(at(1, 4, 5), "cellar"), "a: cellar\nb: 1\nc: 2\n"),
        (insert(at(2, 4, 1), '"', '"'), 'a: celar\nb: "1"\nc: 2\n'),
        (insert(at(2, 2, 1), "", " "), "a: celar\nb:  1\nc: 2\n"),
        (instead(at(2, 1, 5), ""), "a: celar\nc: 2\n"),  # the end of the line goes with it
        (instead(at(3, 3, 1), "\n    "), "a: celar\nb: 1\nc:\n    2\n"),
        ((Edit(at(3, 4, 1), "3"), Edit(at(1, 4, 5), "x")), "a: x\nb: 1\nc: 3\n"),
        ((), TEXT),
    ],
)
def test_a_change_is_made_at_its_place(edits: tuple[Edit, ...], text: str) -> None:
    assert edited(TEXT, edits) == text


@given(st.text("ab\n", max_size=30), st.data())
def test_what_is_put_in_is_all_that_is_new(text: str, data: st.DataObject) -> None:
    lines = text.split("\n")
    row = data.draw(st.integers(0, len(lines) - 1))
    column = data.draw(st.integers(0, len(lines[row])))
    made = edited(text, [Edit(at(row + 1, column + 1, 0), "X")])
    assert made.replace("X", "") == text
    assert made.split("\n")[row][column] == "X"
