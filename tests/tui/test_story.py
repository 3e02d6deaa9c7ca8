"""The story widget alone: following, reading back, re-wrapping, selecting."""

from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.selection import Selection

from tavern.model.report import Paragraph
from tavern.tui.passages import Passage
from tavern.tui.widgets.story import MOST_KEPT, Story


class Page(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.wanted: list[int] = []

    def compose(self) -> ComposeResult:
        yield Story()

    def on_story_older_wanted(self, event: Story.OlderWanted) -> None:
        self.wanted.append(event.before)

    @property
    def story(self) -> Story:
        return self.query_one(Story)


def passage(row: int, words: str = "") -> Passage:
    return Passage(row, (Paragraph("prose", words or f"Passage number {row} says a little something of its own."),))


async def test_older_passages_are_asked_for_at_the_top_and_what_is_read_stays_in_place() -> None:
    app = Page()
    async with app.run_test(size=(80, 10)) as pilot:
        app.story.begin([passage(row) for row in range(101, 121)])
        await pilot.pause()
        app.story.page(-1)
        await pilot.pause()
        app.story.to_top()
        await pilot.pause()
        assert app.wanted == [101]
        top = app.story.plain_lines[app.story.scroll_offset.y + 1]
        app.story.add_older([passage(row) for row in range(61, 101)])
        await pilot.pause()
        assert app.story.plain_lines[app.story.scroll_offset.y + 1] == top
        app.story.to_top()
        await pilot.pause()
        assert app.wanted == [101, 61]


async def test_only_so_many_passages_are_kept_and_the_rest_can_be_asked_for_again() -> None:
    app = Page()
    async with app.run_test(size=(80, 10)) as pilot:
        app.story.begin([])
        for row in range(1, MOST_KEPT + 51):
            app.story.add(passage(row))
        await pilot.pause()
        assert len(app.story.plain_lines) == MOST_KEPT * 2
        app.story.to_top()
        await pilot.pause()
        assert app.wanted == [51]


async def test_the_newest_is_followed_unless_the_reader_went_back() -> None:
    app = Page()
    async with app.run_test(size=(80, 10)) as pilot:
        app.story.begin([passage(row) for row in range(1, 41)])
        await pilot.pause()
        assert app.story.scroll_offset.y == app.story.max_scroll_y
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert app.story.scroll_offset.y == app.story.max_scroll_y
        app.story.page(-1)
        app.story.page(-1)
        await pilot.pause()
        reading = next(
            line for line in app.story.plain_lines[app.story.scroll_offset.y :] if line.startswith("Passage")
        )
        await pilot.resize_terminal(80, 12)
        await pilot.pause()
        shown = app.story.plain_lines[app.story.scroll_offset.y :][:3]
        assert any(line.startswith(reading[:17]) for line in shown)


async def test_the_newest_passage_is_shown_from_its_first_line_and_stays_so_when_the_page_changes() -> None:
    app = Page()
    long = Passage(3, tuple(Paragraph("prose", f"Paragraph {number} of the opening.") for number in range(30)))
    async with app.run_test(size=(80, 10)) as pilot:
        app.story.begin([passage(1), passage(2), long])
        await pilot.pause()
        for size in [(80, 10), (60, 10), (60, 18), (100, 12)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.story.plain_lines[app.story.scroll_offset.y + 1] == "Paragraph 0 of the opening."


async def test_an_answer_that_is_seen_whole_stays_in_view_from_its_first_line_when_the_page_shrinks() -> None:
    app = Page()
    answer = Passage(9, tuple(Paragraph("prose", f"Paragraph {number}.") for number in range(4)))
    async with app.run_test(size=(80, 10)) as pilot:
        app.story.begin([passage(row) for row in range(1, 9)])
        app.story.add(answer)
        await pilot.pause()
        assert not app.story.has_more_below
        await pilot.resize_terminal(80, 6)
        await pilot.pause()
        assert app.story.plain_lines[app.story.scroll_offset.y + 1] == "Paragraph 0."
        assert app.story.has_more_below


async def test_selected_text_is_given_without_the_margin() -> None:
    app = Page()
    async with app.run_test(size=(120, 10)) as pilot:
        app.story.begin([passage(1, "one two three"), passage(2, "four five six")])
        await pilot.pause()
        margin = app.story.margin
        assert margin > 10
        picked = app.story.get_selection(Selection(Offset(margin + 4, 1), Offset(margin + 4, 3)))
        assert picked == ("two three\n\nfour", "\n")
        assert app.story.get_selection(Selection(None, None)) == ("\none two three\n\nfour five six", "\n")
        assert app.story.get_selection(Selection(Offset(500, 500), None)) == ("", "\n")


async def test_the_mouse_selects_text() -> None:
    app = Page()
    async with app.run_test(size=(120, 10)) as pilot:
        app.story.begin([passage(1, "one two three")])
        await pilot.pause()
        margin = app.story.margin
        await pilot.mouse_down(Story, offset=(margin + 4, 1))
        await pilot.hover(Story, offset=(margin + 9, 1))
        await pilot.mouse_up(Story, offset=(margin + 9, 1))
        await pilot.pause()
        assert (app.screen.get_selected_text() or "").startswith("two")
