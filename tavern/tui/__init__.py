"""The game in a terminal: screens, widgets and the thread that owns the game. Nothing beneath it knows of it."""

from tavern.tui.launch import run

__all__ = ["run"]
