"""Paragraphs as lines of a page."""

from hypothesis import given
from hypothesis import strategies as st

from tavern.model.report import KINDS, Paragraph
from tavern.tui.layout import LOOKS, lay_out
from tavern.tui.passages import told


def shown(*paragraphs: Paragraph, width: int = 40) -> list[str]:
    return [line.plain for line in lay_out(paragraphs, width)]


def test_every_kind_of_paragraph_has_a_look() -> None:
    assert set(LOOKS) == set(KINDS)


def test_what_must_not_be_missed_has_a_glyph_and_not_only_a_colour() -> None:
    glyphs = [LOOKS[kind].glyph for kind in ("journal", "refusal", "question", "note", "echo")]
    assert all(glyphs)
    assert len(set(glyphs)) == len(glyphs)


def test_a_glyph_hangs_and_the_lines_beneath_it_are_indented() -> None:
    assert shown(Paragraph("journal", "New in your journal: wet boots."), width=20) == [
        "",
        "◆ New in your",
        "  journal: wet",
        "  boots.",
    ]


def test_paragraphs_stand_apart_but_the_rows_of_a_list_do_not() -> None:
    rows = shown(Paragraph("prose", "one"), Paragraph("prose", "two"), Paragraph("list", "a"), Paragraph("list", "b"))
    assert rows == ["", "one", "", "two", "", "  a", "  b"]


def test_a_row_of_a_list_that_goes_on_is_indented_so_that_the_next_is_seen_to_begin() -> None:
    rows = shown(Paragraph("list", "1 ● after midnight: Gene goes down."), Paragraph("list", "2 ◐ boats"), width=24)
    assert rows == ["", "  1 ● after midnight:", "    Gene goes down.", "  2 ◐ boats"]


def test_an_answer_follows_the_line_that_asked_for_it() -> None:
    assert shown(*told("look", [Paragraph("heading", "Taproom"), Paragraph("prose", "Low beams.")])) == [
        "",
        "> look",
        "Taproom",
        "Low beams.",
    ]


def test_a_typed_line_is_shown_once_and_as_it_was_typed() -> None:
    assert told("say *hm*", []) == (Paragraph("echo", "say *hm*"),)
    assert told("look", [Paragraph("echo", "> look")]) == (Paragraph("echo", "> look"),)
    assert shown(Paragraph("echo", "> say *hm*")) == ["", "> say *hm*"]


@given(kind=st.sampled_from(KINDS), text=st.text(max_size=120), width=st.integers(8, 72))
def test_no_line_is_wider_than_the_page(kind: str, text: str, width: int) -> None:
    assert all(line.whole.cell_length <= width for line in lay_out([Paragraph(kind, text)], width))
