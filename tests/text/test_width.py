import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tavern.text import cell_width, sanitise, wrap

PROSE = st.text("ab  \n\u0301é酒館ｗ👁-", max_size=80)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("Gene", 4),
        ("café", 4),
        ("cafe\u0301", 4),
        ("酒館", 4),
        ("🗝", 1),
        ("🍺", 2),
        ("한", 2),
        ("\u1112\u1161\u11ab", 2),
    ],
)
def test_width_is_counted_in_cells(text: str, cells: int) -> None:
    assert cell_width(text) == cells


@given(PROSE)
def test_width_agrees_with_the_library_that_draws_the_screen(text: str) -> None:
    line = sanitise(text).replace("\n", "")
    assert cell_width(line) == cell_len(line)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("The cellar door is shut.", 10, ["The cellar", "door is", "shut."]),
        ("One.\n\nTwo.", 10, ["One.", "", "Two."]),
        ("  indented line", 10, ["  indented", "line"]),
        ("two  spaces  inside", 30, ["two  spaces  inside"]),
        ("trailing   ", 30, ["trailing"]),
        ("a incomprehensibilities b", 8, ["a", "incompre", "hensibil", "ities b"]),
        ("酒館 酒", 4, ["酒館", "酒"]),
        ("酒館", 3, ["酒", "館"]),
        ("酒", 1, ["酒"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("go to\u00a0bed", 8, ["go", "to\u00a0bed"]),
        ("ab", 0, ["a", "b"]),
    ],
)
def test_text_is_wrapped_at_spaces(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@given(PROSE, st.integers(1, 20))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


@given(PROSE, st.integers(2, 20))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    assert all(cell_width(line) <= width for line in wrap(text, width))


@given(PROSE, st.integers(1, 20))
def test_wrapping_again_at_the_same_width_changes_nothing(text: str, width: int) -> None:
    once = wrap(text, width)
    assert wrap("\n".join(once), width) == once


@given(PROSE, st.integers(1, 20))
def test_a_mark_never_starts_a_line_it_did_not_start_before(text: str, width: int) -> None:
    bases = {line[0] for line in wrap("a" + text.replace(" ", "a").replace("\n", "a"), width) if line}
    assert not any(unicodedata.combining(char) for char in bases)
