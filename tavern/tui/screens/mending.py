"""What is asked about damaged saves: to keep what is good of them, or where nothing can be read, to put the file aside."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from tavern.tui.messages import ProblemMet
from tavern.tui.screens.ask import ConfirmScreen
from tavern.tui.session import Session

DAMAGED = "“{name}” is damaged. What is good of it can be kept as a game of its own; the damaged one stays."


def offer(screen: Screen[Any], session: Session, problem: ProblemMet) -> bool:
    """Ask over the screen whether to do what can be done; what comes of it goes to the screen. False where nothing can be."""
    match problem.remedy:
        case "repair":
            _ask(screen, f"{problem.sentence} Do it now?", "Keep what is good", lambda: session.repair(screen))
        case "set aside":
            question = f"{problem.sentence} Set the file aside, and begin a new one?"
            _ask(screen, question, "Set it aside", lambda: session.set_aside(screen))
        case _:
            return False
    return True


def offer_for(screen: Screen[Any], session: Session, name: str) -> None:
    """The same for a game that stands damaged in the list."""
    _ask(screen, DAMAGED.format(name=name), "Keep what is good", lambda: session.repair(screen))


def _ask(screen: Screen[Any], question: str, yes: str, act: Callable[[], None]) -> None:
    screen.app.push_screen(ConfirmScreen(question, yes, "Leave it"), lambda sure: act() if sure else None)
