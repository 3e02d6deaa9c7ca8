"""Waiting and looking, for tests that drive the app by keys."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import OptionList

from tavern.tui.screens.play import PlayScreen
from tavern.tui.widgets.choices import Choices
from tavern.tui.widgets.prompt import Prompt
from tavern.tui.widgets.story import Story

PATIENCE = 10.0  # seconds
SETTLING = 3  # rounds: a message, what it posts, and the layout that follows


async def until(pilot: Pilot[int], claim: Callable[[], bool], what: str = "") -> None:
    """Let the app run until the claim holds; fail when it has not come to hold for a long time."""
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while not claim():
        assert asyncio.get_running_loop().time() < deadline, what or page(pilot)
        await asyncio.sleep(0.01)
    await settle(pilot)


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press these keys one after the other, each when the last has done what it does by itself."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await settle(pilot, 1)
    await settle(pilot)


async def settle(pilot: Pilot[int], rounds: int = SETTLING) -> None:
    """Let what is under way on the screen come to an end; not what the session is asked for."""
    app = pilot.app
    for _ in range(rounds):
        screen = app.screen
        if screen.focused is not None:
            await _passed(pilot, screen, screen.focused.call_later)
        await _passed(pilot, screen, screen.call_after_refresh)


async def _passed(pilot: Pilot[int], screen: Screen[object], call: Callable[[Callable[[], None]], bool]) -> None:
    """Wait until what stood before this call was done; a screen that is left meanwhile never gets to it."""
    done = asyncio.Event()
    pilot.app.call_later(call, done.set)
    deadline = asyncio.get_running_loop().time() + 0.5  # nor does a widget that is gone
    while not done.is_set() and pilot.app.is_running and pilot.app.screen is screen:
        if asyncio.get_running_loop().time() > deadline:
            return
        with suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), 0.01)


async def on_screen(pilot: Pilot[int], name: str) -> None:
    await until(pilot, lambda: type(pilot.app.screen).__name__ == name, f"not on {name}")


async def begin(pilot: Pilot[int]) -> None:
    """From the title into a new game."""
    await until(pilot, lambda: "medium" in screen_text(pilot))
    await press(pilot, "n")
    await on_screen(pilot, "PlayScreen")
    await until(pilot, lambda: "Rain ticks" in page(pilot))


async def enter(pilot: Pilot[int], line: str, answer: str) -> None:
    """Type a line, and wait for words of its answer on the page."""
    await type_in(pilot, line)
    await press(pilot, "enter")
    await until(pilot, lambda: answer in page(pilot), f"{answer!r} not told")


async def type_in(pilot: Pilot[int], words: str) -> None:
    """Press a key a letter, as fast as a terminal can send them."""
    for letter in words:
        pilot.app.post_message(events.Key("space" if letter == " " else letter, letter))
    await settle(pilot)


async def choose(pilot: Pilot[int], words: str) -> None:
    """Read to the end, then pick the choice that has these words, with the arrow keys."""
    await read_on(pilot, words)
    if not pilot.app.screen.query_one("#answers", OptionList).has_focus:
        await press(pilot, "down")
    index = next(i for i, label in enumerate(answers(pilot)) if words in label)
    await press(pilot, "home", *["down"] * index, "enter")


async def read_on(pilot: Pilot[int], words: str = "") -> None:
    """Turn the pages until answers lie open beneath them, these words among them."""
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while not (pilot.app.screen.query_one(Choices).is_open and any(words in label for label in answers(pilot))):
        assert asyncio.get_running_loop().time() < deadline, page(pilot)
        await press(pilot, "pagedown")


def answers(pilot: Pilot[int]) -> list[str]:
    """What may be picked beneath the story."""
    return [str(option.prompt) for option in pilot.app.screen.query_one("#answers", OptionList).options]


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
