"""What stands by whoever plays, as far as they want it: hints, and the warning that a case is out of reach or about to be."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tavern.chronicle import Chronicle, Entry, State
from tavern.model import events as e
from tavern.model.commands import Meta
from tavern.model.events import Event
from tavern.model.hint import Hint
from tavern.model.mystery import Mystery
from tavern.model.notebook import Notebook
from tavern.model.world import Playing, World
from tavern.narration.asides import hint as at_large
from tavern.narration.collecting import as_told
from tavern.narration.hinting import at_stage, hinted
from tavern.narration.settings import EARLY, EASY, OFF, Settings, answered, changed, said
from tavern.narration.warning import BACK, LATE, STRANDED, last_hour, out_of_reach
from tavern.reasoning.inference import charged
from tavern.reasoning.judgement import provable

HINT = "hint:"  # what is remembered of a hint begins so; its grade and its step follow
SETTING = ("hints", "warnings", "challenge-on", "challenge-off", "difficulty", "settings")  # lines about settings


@dataclass(frozen=True, slots=True)
class Advice:
    """What somebody knows who can look ahead. The game is handed it, and calls on it when it is needed.

    hint: the next step from there; the hint before it is handed in too. may_strand: whether what lies between two worlds can
    have put the case out of reach, which is asked often and quickly told. is_lost: whether no accusation can be proved any
    more, whatever is done. last_hour: the clock time up to which one is sure to be able to, from anywhere; -1 for no such hour.
    """

    hint: Callable[[Mystery, World, Notebook, Hint | None], Hint]
    may_strand: Callable[[Mystery, World, World], bool]
    is_lost: Callable[[Mystery, World], bool]
    last_hour: Callable[[Mystery], int]


class Counsel:
    """Hints and warnings in one game. Settings and the count of hints hold whatever is undone."""

    def __init__(self, mystery: Mystery, chronicle: Chronicle, advice: Advice | None) -> None:
        """Take up what the chronicle says. advice: None for games in which nobody looks ahead."""
        self._mystery = mystery
        self._chronicle = chronicle
        self._advice = advice if charged(mystery) else None
        self.settings = Settings()
        self._given: list[str] = []
        self._warned = 0
        for entry in chronicle.all():
            self.settings = changed(self.settings, entry.commands)
            self._count(entry.events)

    @property
    def hints(self) -> int:
        """How many hints were given, those of undone lines included."""
        return len(self._given)

    @property
    def cautions(self) -> bool:
        """Whether the player wants to be asked before the last safe hour passes, and somebody knows it."""
        return self._advice is not None and self.settings.warnings == EARLY

    @property
    def loudness(self) -> str:
        """The difficulty as set, which says how clues announce themselves."""
        return self.settings.loudness(self._mystery.difficulty)

    @property
    def challenges(self) -> bool:
        """Whether a dawn may bring the page that says that the case can be known."""
        return self.settings.challenges(self._mystery.difficulty)

    def keep(self, entry: Entry) -> None:
        """Note what a line that was played comes to."""
        self._count(entry.events)

    def set(self, meta: Meta, notebook: Notebook) -> tuple[Event, ...]:
        """Change a setting as the line says, or show them all."""
        before = self.loudness
        self.settings = changed(self.settings, (meta,))
        told = answered(self.settings, self._mystery.difficulty, meta)
        quieter = as_told(notebook) if before == EASY != self.loudness else ()
        return (*quieter, *(e.Replied(paragraph.kind, paragraph.text) for paragraph in told))

    # ── hints ───────────────────────────────────────────────────────────────────────────────────────────────────

    def hint(self, state: State) -> tuple[Event, ...]:
        """The next step, told as plainly as it is due."""
        if self.settings.hints == OFF:
            return (e.Replied("note", said("hints", OFF)),)
        if waiting := at_stage(state.world):
            return (e.Replied("note", waiting),)
        if self._advice is None:
            return (e.Told(HINT), e.Replied("note", at_large(self._mystery, state.world)))
        if STRANDED in state.notebook.told and (lost := self._out_of_reach(state)):
            return lost
        given = self._advice.hint(self._mystery, state.world, state.notebook, self._last())
        if given.kind == "none":
            return self._nothing(state, given)
        as_plain = sum(key.startswith(f"{HINT}{given.grade}:") for key in self._given)
        words = hinted(self._mystery, state.world, state.notebook, given, as_plain)
        return (e.Told(f"{HINT}{given.grade}:{given.step}"), e.Replied("note", words))

    def _last(self) -> Hint | None:
        """As much of the last hint as tells whether the next one is about the same step."""
        _, _, said = (self._given[-1] if self._given else "").partition(HINT)
        grade, _, step = said.partition(":")
        return Hint("", step=step, grade=int(grade)) if step else None

    def _nothing(self, state: State, given: Hint) -> tuple[Event, ...]:
        """Where there is no step to tell: that the case is out of reach, if that is why."""
        return self._out_of_reach(state) or (
            e.Replied("note", hinted(self._mystery, state.world, state.notebook, given, self.hints)),
        )

    # ── warnings ────────────────────────────────────────────────────────────────────────────────────────────────

    def warning(self, before: State, after: State) -> tuple[Event, ...]:
        """What is said after a line that put the case out of reach; () when it did not."""
        if self._advice is None or before.world == after.world or STRANDED in after.notebook.told:
            return ()
        if not self._advice.may_strand(self._mystery, before.world, after.world):
            return ()
        return self._out_of_reach(after)

    def _out_of_reach(self, state: State) -> tuple[Event, ...]:
        """That no proof can come of the state, and the offer to go back; () when that is not so, or not to be told."""
        if self._advice is None or self.settings.warnings == OFF or not isinstance(state.world.stage, Playing):
            return ()
        if not self._advice.is_lost(self._mystery, state.world):
            return ()
        turns = [entry for entry in self._chronicle.lineage() if entry.kind == "turn" or entry.number == 1]
        good = self._good(turns)
        if good == 0:
            return ()  # it never could be proved
        if good < len(turns):
            turn = self._chronicle.state_after(turns[good - 1].number).turn
            return out_of_reach(self._warned, f"{BACK} {turn}", turns[good].line)
        return out_of_reach(self._warned, "undo", "")

    def _good(self, turns: list[Entry]) -> int:
        """How many of the turns led to states from which it could be proved; all that follow the first that did not are lost."""
        if turns and not self._is_lost(turns[-1]):
            return len(turns)
        return bisect_left(turns, x=True, key=self._is_lost)

    def _is_lost(self, entry: Entry) -> bool:
        world = self._chronicle.state_after(entry.number).world
        return self._advice is not None and self._advice.is_lost(self._mystery, world)

    def caution(self, state: State, events: Sequence[Event], line: str) -> tuple[Event, ...]:
        """What is asked before the events let the last safe hour pass; () when they do not, or it was asked before."""
        if self._advice is None or not self.cautions or LATE in state.notebook.told:
            return ()
        now = state.world.clock
        after = max((event.clock for event in events if isinstance(event, e.TimePassed)), default=now)
        if after == now or provable(self._mystery, state.world):
            return ()
        return last_hour(line) if now <= self._advice.last_hour(self._mystery) < after else ()

    def _count(self, events: tuple[Event, ...]) -> None:
        told = [event.text for event in events if isinstance(event, e.Told)]
        self._given += [key for key in told if key.startswith(HINT)]
        self._warned += told.count(STRANDED)
