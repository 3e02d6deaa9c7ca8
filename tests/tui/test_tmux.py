"""A real terminal: `tavern` in tmux, 80 by 24, left and found again."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0  # seconds

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux here"),
]


class Pane:
    """The one pane of a tmux of its own, with a shell in it."""

    def __init__(self, folder: Path, term: str) -> None:
        self._socket = str(folder / "tmux")
        environment = {**os.environ, "TAVERN_SAVES": str(folder / "saves"), "PS1": "ready$ ", "SHELL": "/bin/sh"}
        environment.pop("TMUX", None)
        size = ("-x", "80", "-y", "24")
        self._tmux("-f", "/dev/null", "new-session", "-d", *size, "-c", str(ROOT), "sh", environment=environment)
        self._tmux("set-option", "-g", "status", "off")
        self._tmux("set-option", "-s", "escape-time", "0")
        self.run(f"export TERM={term}")

    def run(self, line: str) -> None:
        """Type a line and press Enter."""
        self._tmux("send-keys", "-l", "--", line)
        self.press("Enter")

    def press(self, *keys: str) -> None:
        self._tmux("send-keys", *keys)

    def resize(self, width: int, height: int) -> None:
        self._tmux("resize-window", "-x", str(width), "-y", str(height))

    def shown(self) -> str:
        return self._tmux("capture-pane", "-p")

    def wait_for(self, *words: str) -> str:
        """What is shown, once all of these words are in it."""
        deadline = time.monotonic() + PATIENCE
        while not all(word in (shown := self.shown()) for word in words):
            assert time.monotonic() < deadline, f"{words} not in:\n{shown}"
            time.sleep(0.05)
        return shown

    def close(self) -> None:
        self._tmux("kill-server")

    def _tmux(self, *arguments: str, environment: dict[str, str] | None = None) -> str:
        command = ["tmux", "-S", self._socket, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        return done.stdout


@pytest.fixture(params=["screen-256color", "xterm"])
def pane(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Pane]:
    pane = Pane(tmp_path, request.param)
    yield pane
    pane.close()


def test_a_game_is_begun_played_left_and_found_again(pane: Pane) -> None:
    tavern = f"{sys.executable} -m tavern"
    pane.run(f"clear; {tavern}; echo left with $?")
    pane.wait_for("T H E   R U S T E D", "New game")
    pane.wait_for("The Cellar Secret")
    pane.press("n")
    shown = pane.wait_for("Taproom", "more below")
    assert all(len(line) <= 80 for line in shown.splitlines())
    assert "F3 Journal" in shown.splitlines()[-1]
    pane.run("note that the lamp was warm")
    pane.wait_for("> note that the lamp was warm")
    pane.run("examine the slate")
    pane.wait_for("> examine the slate")
    pane.resize(100, 30)
    pane.wait_for("Here", "Ways", "You carry")
    pane.resize(80, 24)
    pane.run("quit")
    shown = pane.wait_for("left with 0")
    assert "Taproom" not in shown
    pane.run(f"clear; {tavern}; echo left with $?")
    pane.wait_for("Continue", "1 kept")
    pane.press("Enter")
    shown = pane.wait_for("Under the grease", "It is Thursday")
    assert "> quit" not in shown
    pane.press("F3")
    pane.wait_for("Clues", "People")
    pane.press("6")
    pane.wait_for("the lamp was warm")
    pane.press("C-q")
    pane.wait_for("left with 0")
