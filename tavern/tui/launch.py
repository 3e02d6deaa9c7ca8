"""Runs the application and turns however it ended into an exit code."""

import asyncio
import signal
import sys
from typing import TYPE_CHECKING

from tavern.tui.app import TavernApp
from tavern.tui.messages import StartWanted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tavern.games import Games

FINE, PROBLEM = 0, 1
ENDING_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


def run(  # noqa: PLR0913 - what the command line may name
    games: "Callable[[], Games]",
    mystery: str | None = None,
    game: str | None = None,
    *,
    new: bool = False,
    seed: int | None = None,
    lines: "Sequence[str]" = (),
    watch: bool = False,
) -> int:
    """Play in the terminal until the player leaves; the answer is the exit code.

    games is called once, behind the first paint and in a thread of its own. mystery, game, new, seed: as for
    `Games.take_up`; with none of them the title asks. lines: what is played at once in the game that is opened. watch:
    read its files anew whenever one is saved; the games then keep nothing on disk. 0 is a game that was left; a problem's
    own code where nothing could be opened (its sentence then goes to standard error), 1 where lines were left that the disk
    did not take; 128 and the signal's number after a signal. A fault of the program is raised once the terminal is restored.
    """
    wanted = StartWanted(mystery, game, new, seed, lines) if mystery or game or new else None
    app = TavernApp(games, wanted, watching=watch)
    try:
        code = asyncio.run(_until_left(app))
    except KeyboardInterrupt:
        code = 128 + signal.SIGINT
    if app.fault is not None:
        raise app.fault
    if app.last_words:
        sys.stderr.write(f"{app.last_words}\n")
    return code or (PROBLEM if app.has_lost_lines else FINE)


async def _until_left(app: TavernApp) -> int:
    loop = asyncio.get_running_loop()
    if sys.platform != "win32":
        for name in ENDING_SIGNALS:
            number = getattr(signal, name)
            loop.add_signal_handler(number, app.exit, 128 + number)
    code = await app.run_async()
    return code if code is not None else app.return_code or 1
