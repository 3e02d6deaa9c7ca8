"""How long an act is to last, and the hours of the house: what the engine lives by and the narrator asks about."""

from tavern.model.commands import Act
from tavern.model.world import DAY

BEDTIME = (20 * 60, 6 * 60)  # minutes of the day between which one may go to bed
PATIENCE = 4 * 60  # minutes one waits for somebody


def next_time(clock: int, minute: int) -> int:
    """The next clock time after `clock` at that minute of the day."""
    return clock + ((minute - clock - 1) % DAY) + 1


def goal_of(act: Act, clock: int) -> int:
    """The clock time that an act begun at `clock` is said to last until; -1 where nothing was said."""
    if act.until >= 0:
        return next_time(clock, act.until)
    if act.minutes:
        return clock + act.minutes
    return clock + PATIENCE if act.verb == "wait" and act.noun else -1
