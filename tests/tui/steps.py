"""Waiting and looking, for tests that drive the app by keys."""

import asyncio
from collections.abc import Callable

from textual import events
from textual.pilot import Pilot
from textual.widgets import OptionList

from tavern.tui.screens.play import PlayScreen
from tavern.tui.widgets.choices import Choices
from tavern.tui.widgets.prompt import Prompt
from tavern.tui.widgets.story import Story

PATIENCE = 10.0  # seconds


async def until(pilot: Pilot[int], claim: Callable[[], bool], what: str = "") -> None:
    """Let the app run until the claim holds; fail when it has not come to hold for a long time."""
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while not claim():
        assert asyncio.get_running_loop().time() < deadline, what or page(pilot)
        await pilot.pause()
        await asyncio.sleep(0.005)
    await pilot.pause()


async def on_screen(pilot: Pilot[int], name: str) -> None:
    await until(pilot, lambda: type(pilot.app.screen).__name__ == name, f"not on {name}")


async def begin(pilot: Pilot[int]) -> None:
    """From the title into a new game."""
    await until(pilot, lambda: "medium" in screen_text(pilot))
    await pilot.press("n")
    await on_screen(pilot, "PlayScreen")
    await until(pilot, lambda: "Rain ticks" in page(pilot))


async def enter(pilot: Pilot[int], line: str, answer: str) -> None:
    """Type a line, and wait for words of its answer on the page."""
    await type_in(pilot, line)
    await pilot.press("enter")
    await until(pilot, lambda: answer in page(pilot), f"{answer!r} not told")


async def type_in(pilot: Pilot[int], words: str) -> None:
    """Press a key a letter, as fast as a terminal can send them."""
    for letter in words:
        pilot.app.post_message(events.Key("space" if letter == " " else letter, letter))
    await pilot.pause()


async def choose(pilot: Pilot[int], words: str) -> None:
    """Read to the end, then pick the choice that has these words, with the arrow keys."""
    await read_on(pilot)
    answers = pilot.app.screen.query_one("#answers", OptionList)
    if not answers.has_focus:
        await pilot.press("down")
    labels = [str(option.prompt) for option in answers.options]
    index = next(i for i, label in enumerate(labels) if words in label)
    await pilot.press("home", *["down"] * index, "enter")


async def read_on(pilot: Pilot[int]) -> None:
    """Turn the pages until the answers lie open beneath them."""
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while not pilot.app.screen.query_one(Choices).is_open:
        assert asyncio.get_running_loop().time() < deadline, page(pilot)
        await pilot.press("pagedown")


def page(pilot: Pilot[int]) -> str:
    """The story as it stands on the screen that shows one, line ends as spaces."""
    stories = pilot.app.screen.query(Story)
    return " ".join(" ".join(stories.first().plain_lines).split()) if stories else ""


def prompt(pilot: Pilot[int]) -> Prompt:
    return pilot.app.screen.query_one(Prompt)


def play_screen(pilot: Pilot[int]) -> PlayScreen:
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, PlayScreen))


def screen_lines(pilot: Pilot[int]) -> list[str]:
    """What the terminal shows, a string a row."""
    width, height = pilot.app.size
    strips = pilot.app.screen._compositor.render_strips(pilot.app.size)  # noqa: SLF001 - what the driver is given
    assert len(strips) == height, width
    return [strip.text for strip in strips]


def screen_text(pilot: Pilot[int]) -> str:
    return "\n".join(screen_lines(pilot))
