"""One line in, one report out: the order of a turn on one screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tavern.aftermath import with_account, with_aftermath
from tavern.chronicle import Chronicle, Entry, Log, State
from tavern.counsel import Advice, Counsel
from tavern.engine.begin import first_world
from tavern.engine.remember import fold
from tavern.engine.turn import begin
from tavern.model import events as e
from tavern.model.commands import Command, Meta
from tavern.model.mystery import Mystery
from tavern.model.report import Paragraph, Report, View
from tavern.narration.asides import where_we_were
from tavern.narration.collecting import announced
from tavern.narration.narrate import opening
from tavern.narration.settings import Settings
from tavern.narration.view import summary_of, view_of
from tavern.returning import OPENING, RETURNING, kind_of, returned, target_of, why_not
from tavern.storyteller import AUTHOR, Desk, Played, Storyteller
from tavern.text.sanitise import one_line

__all__ = ["AUTHOR", "LONGEST_LINE", "OPENING", "Desk", "Game", "Told"]

LONGEST_LINE = 500  # characters; what is beyond is dropped


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the story as it was read."""

    row: int
    line: str
    paragraphs: tuple[Paragraph, ...]


class Game:
    """One game as it is played. Lives in one thread."""

    def __init__(
        self,
        mystery: Mystery,
        log: Log,
        seed: int,
        name: str,
        desk: Desk | None = None,
        advice: Advice | None = None,
    ) -> None:
        """Take the game up where the log leaves it; an empty log begins the story.

        desk: for authors; None for players. advice: for hints and warnings; None where nobody looks ahead.
        """
        self.mystery = mystery
        self.name = name
        self.title = mystery.title
        self.chronicle = Chronicle(log, State(first_world(mystery, seed)))
        self._counsel = Counsel(mystery, self.chronicle, advice)
        self._teller = Storyteller(mystery, self.chronicle, self._counsel, desk)
        self.resumed = not self.chronicle.is_empty
        if not self.resumed:
            self._open()

    @property
    def state(self) -> State:
        """Where the game stands."""
        return self.chronicle.state

    @property
    def hints(self) -> int:
        """How many hints were taken in this game, whatever was undone."""
        return self._counsel.hints

    @property
    def settings(self) -> Settings:
        """How hints, warnings, the challenge and the difficulty are set in this game."""
        return self._counsel.settings

    @property
    def unsaved(self) -> str:
        """Why the latest lines are not on the disk, in a sentence or two; "" when they are. Once closed they are lost."""
        return self.chronicle.trouble if self.chronicle.unsaved else ""

    def feed(self, line: str) -> Report:
        """What comes of a line. It is kept before this returns: undo, resume and the journal all know it from now on."""
        line = one_line(line, LONGEST_LINE)
        played = self._teller.line(line, self.state)
        if played.meta and played.meta.verb in RETURNING:
            return self._go_back(line, played.meta)
        return self._keep(line, with_aftermath(self._teller, self.state, played))

    def replay(self, line: str, commands: Sequence[Command]) -> Report:
        """What comes of commands that were understood before; for content that has changed, and for proofs."""
        return self._keep(line, with_account(self._teller, self._teller.commands(commands, self.state)))

    def play_on(self, lines: Iterable[str]) -> None:
        """Feed the lines, if there are any; the game then stands as one that is taken up again."""
        for line in lines:
            self.feed(line)
            self.resumed = True

    def opening(self) -> Report:
        """What to show first: the opening of a new game, or where a resumed one stands."""
        if self.resumed:
            return self._report("", "done", where_we_were(self.mystery, self.state.world, self.state.notebook))
        return self._report("", "done", self.chronicle.entry(OPENING).paragraphs)

    def story(self, before: int = 0, count: int = 50) -> list[Told]:
        """Lines as they were read, oldest first: the last `count` of those before entry `before` (0: the newest).

        What was undone is left out; lines that took no turn are in.
        """
        read = [entry for entry in self.chronicle.lineage() if not before or entry.number < before]
        return [Told(entry.number, entry.line, entry.paragraphs) for entry in read[-count:]]

    def complete(self, partial: str) -> list[str]:
        """Lines that would continue this one, likeliest first; each of them would be understood."""
        return self._teller.complete(partial, self.state)

    def view(self) -> View:
        """What is so now, for everything that is shown beside the story."""
        world, notebook = self.state.world, self.state.notebook
        return replace(
            view_of(self.mystery, world, notebook),
            can_undo=self.chronicle.undo_target is not None,
            can_redo=self.chronicle.redo_target is not None,
            announced=announced(world, notebook, self._counsel.loudness),
            settings=self.settings.all(self.mystery.difficulty),
        )

    def close(self) -> None:
        """Let go of the log."""
        self.chronicle.close()

    # ── what is kept ────────────────────────────────────────────────────────────────────────────────────────────

    def _open(self) -> None:
        state = self.state
        events = tuple(begin(self.mystery, state.world))
        world, notebook = fold(state.world, state.notebook, events)
        paragraphs = opening(self.mystery, state.world, events, world)
        summary = summary_of(self.mystery, world)
        entry = Entry(kind="aside", parent=0, line="", events=events, paragraphs=paragraphs, summary=summary)
        self.chronicle.keep(entry, State(world, notebook))

    def _keep(self, line: str, played: Played) -> Report:
        is_turn = _is_turn(self.state, played)
        after = replace(played.after, turn=self.state.turn + is_turn)
        entry = Entry(
            kind="turn" if is_turn else "aside",
            parent=self.chronicle.head,
            line=line,
            commands=played.commands,
            events=played.events,
            paragraphs=played.paragraphs,
            outcome=played.outcome,
            summary=summary_of(self.mystery, after.world),
            ended=_ending(after),
        )
        self.chronicle.keep(entry, after)
        self._counsel.keep(entry)
        return self._report(line, played.outcome, played.paragraphs, played.meta)

    def _go_back(self, line: str, meta: Meta) -> Report:
        """Undo, redo and restart: an entry that names the one whose state it returns to. Nothing is taken out of the log."""
        chronicle = self.chronicle
        target = target_of(chronicle, meta)
        if target is None:
            why = e.Replied("note", why_not(chronicle, meta))
            return self._keep(line, self._teller.tell(self.state, (why,), "refused"))
        after = chronicle.state_after(target)
        paragraphs = returned(self.mystery, chronicle, meta, target)
        entry = Entry(
            kind=kind_of(meta),
            parent=chronicle.head,
            line=line,
            commands=(meta,),
            paragraphs=paragraphs,
            summary=summary_of(self.mystery, after.world),
            target=target,
            ended=_ending(after),
        )
        chronicle.keep(entry)
        return self._report(line, "done", paragraphs)

    def _report(self, line: str, outcome: str, paragraphs: tuple[Paragraph, ...], meta: Meta | None = None) -> Report:
        if self.chronicle.trouble:
            paragraphs = (*paragraphs, Paragraph("note", self.chronicle.trouble))
        return Report(self.state.turn, line, outcome, paragraphs, self.view(), meta)


def _is_turn(before: State, played: Played) -> bool:
    """Whether a line is a step that undo takes back: the world moved, or something was written down."""
    written = any(isinstance(event, e.Noted | e.Supposed | e.Concluded) for event in played.events)
    return written or played.after.world != before.world


def _ending(state: State) -> str:
    """The id of the ending the state is at, "" while the story goes on."""
    return getattr(state.world.stage, "ending", "")
