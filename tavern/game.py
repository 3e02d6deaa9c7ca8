"""One line in, one report out: the order of a turn on one screen."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from tavern.chronicle import Chronicle, Entry, Log, State
from tavern.counsel import Advice, Counsel
from tavern.engine.begin import first_world
from tavern.engine.pointing import point_back
from tavern.engine.remember import fold
from tavern.engine.scope import scope_of
from tavern.engine.turn import begin, turn
from tavern.model import events as e
from tavern.model.commands import Act, Command, Consult, Meta, Misunderstood, Question, Understood
from tavern.model.events import Event
from tavern.model.mystery import Mystery
from tavern.model.report import Paragraph, Report, View
from tavern.model.scope import Scope
from tavern.model.world import World
from tavern.narration.asides import bedtime, going_on, no_turn, nothing_to, restarted, taken_back, where_we_were
from tavern.narration.challenge import challenge, is_due
from tavern.narration.epilogue import audit
from tavern.narration.narrate import narrate, opening
from tavern.narration.settings import Settings
from tavern.narration.stock_asides import CHALLENGED
from tavern.narration.view import summary_of, view_of
from tavern.parser import help_of
from tavern.parser.complete import complete
from tavern.parser.parse import parse
from tavern.parser.say import say
from tavern.reasoning.judgement import provable
from tavern.text.sanitise import one_line

LONGEST_LINE = 500  # characters; what is beyond is dropped
MOST_SENTENCES = 20  # on one line
OPENING = 1  # number of the entry that holds the opening; restart returns to it
AUTHOR = "#"  # what a line for the author's desk begins with
RETURNING = ("undo", "redo", "restart", "back")  # lines after which the game stands where it stood before
SETTING = ("hints", "warnings", "challenge-on", "challenge-off", "settings")


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the story as it was read."""

    row: int
    line: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Played:
    """What a line, or a sentence of it, came to before it is kept. meta: what has to be done outside the story."""

    after: State
    commands: tuple[Command, ...] = ()
    events: tuple[Event, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    outcome: str = "done"
    meta: Meta | None = None

    def then(self, later: "Played") -> "Played":
        """This and what came after it as one."""
        return Played(
            later.after,
            self.commands + later.commands,
            self.events + later.events,
            self.paragraphs + later.paragraphs,
            later.outcome,
            later.meta,
        )


@dataclass(frozen=True, slots=True)
class Desk:
    """What an author may do to a game while playing it, in lines that begin with AUTHOR.

    answer: the events such a line comes to; a Misheard among them says that it was not understood. complete: lines that
    continue one that is begun.
    """

    answer: Callable[[Mystery, World, Scope, str], Sequence[Event]]
    complete: Callable[[Mystery, World, str], list[str]]


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
        self._desk = desk
        self.chronicle = Chronicle(log, State(first_world(mystery, seed)))
        self._counsel = Counsel(mystery, self.chronicle, advice)
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
        """How hints, warnings and the challenge are set in this game."""
        return self._counsel.settings

    def feed(self, line: str) -> Report:
        """What comes of a line. It is kept before this returns: undo, resume and the journal all know it from now on."""
        line = one_line(line, LONGEST_LINE)
        played = self._play(line)
        if played.meta and played.meta.verb in RETURNING:
            return self._go_back(line, played.meta)
        return self._keep(line, self._with_aftermath(self._with_warning(self._with_challenge(played))))

    def replay(self, line: str, commands: Sequence[Command]) -> Report:
        """What comes of commands that were understood before; for content that has changed, and for proofs."""
        played = Played(self.state)
        for command in commands:
            if self._desk and isinstance(command, Meta) and command.verb == "author":
                played = played.then(self._at_desk(self._desk, played.after, command.words))
            elif isinstance(command, Meta) and command.verb in SETTING:
                played = played.then(self._meta(command, played.after))
            elif not isinstance(command, Meta):
                played = played.then(self._carry_out(played.after, command, ()))
        return self._keep(line, self._with_aftermath(played))

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
        if self._desk and partial.startswith(AUTHOR):
            return self._desk.complete(self.mystery, self.state.world, partial)
        return complete(partial, self._scope(self.state))

    def view(self) -> View:
        """What is so now, for everything that is shown beside the story."""
        return replace(
            view_of(self.mystery, self.state.world, self.state.notebook),
            can_undo=self.chronicle.undo_target is not None,
            can_redo=self.chronicle.redo_target is not None,
        )

    def close(self) -> None:
        """Let go of the log."""
        self.chronicle.close()

    # ── a line ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _play(self, line: str) -> Played:
        """Sentence after sentence, each in the state the one before left, until one is not simply done."""
        if self._desk and line.startswith(AUTHOR):
            return self._at_desk(self._desk, self.state, line)
        played, rest = self._sentence(line, self.state)
        for _ in range(MOST_SENTENCES):
            if not rest or played.outcome != "done" or played.meta:
                break
            sentence, rest = self._sentence(rest, played.after)
            played = played.then(sentence)
        return played

    def _at_desk(self, desk: Desk, state: State, line: str) -> Played:
        """What an author's line comes to: events like any others, so that undo takes them back and saves hold them."""
        closing: tuple[Event, ...] = (e.Asking(""),) if state.notebook.question else ()
        events = (*closing, *desk.answer(self.mystery, state.world, self._scope(state), line))
        misheard = any(isinstance(event, e.Misheard) for event in events)
        return self._tell(state, events, "misunderstood" if misheard else "done", (Meta("author", line),))

    def _sentence(self, line: str, state: State) -> tuple[Played, str]:
        """Understand one sentence and carry it out; with what is left of the line."""
        closing: tuple[Event, ...] = (e.Asking(""),) if state.notebook.question else ()
        match parse(line, self._scope(state)):
            case Misunderstood(reply, unknown):
                return self._tell(
                    state, (*closing, e.Misheard(line, unknown), e.Replied("note", reply)), "misunderstood"
                ), ""
            case Question(kind, ask, choices, labels, prefix, suffix):
                return self._tell(state, (e.Asking(kind, ask, choices, labels, prefix, suffix),), "question"), ""
            case Understood(command=Meta() as meta, rest=rest):
                return self._meta(meta, state), rest
            case Understood(command, took, it, him, her, them, rest):
                bracket = (e.Replied("note", f"({took})"),) if took else ()
                pronouns = (e.Attended(it, him, her, them),) if it or him or her or them else ()
                minded = (*closing, *bracket, *pronouns)
                return self._asked_first(state, command, minded) or self._carry_out(state, command, minded), rest

    def _carry_out(self, state: State, command: Command, minded: tuple[Event, ...]) -> Played:
        """Let the engine decide, and tell what came about. minded: events of the understanding itself, told first."""
        if isinstance(command, Consult) and command.page == "help" and command.noun:
            return self._tell(state, (*minded, e.Replied("note", help_of(command.noun))), "done", (command,))
        if isinstance(command, Act):
            command = point_back(self.mystery, state.world, state.notebook, command)
        events = (*minded, *turn(self.mystery, state.world, command))
        if isinstance(command, Act) and any(isinstance(event, e.Beat) for event in events):
            events = (*events, *going_on(state.world, command, events, say(command, self._scope(state))))
        refused = any(isinstance(event, e.Refused) for event in events)
        return self._tell(state, events, "refused" if refused else "done", (command,))

    def _tell(
        self, state: State, events: tuple[Event, ...], outcome: str, commands: tuple[Command, ...] = ()
    ) -> Played:
        """The state after the events, and what is read of them."""
        world, notebook = fold(state.world, state.notebook, events)
        paragraphs = narrate(self.mystery, state.world, state.notebook, events, world, notebook)
        return Played(State(world, notebook, state.turn), commands, events, paragraphs, outcome)

    def _asked_first(self, state: State, command: Command, minded: tuple[Event, ...]) -> Played | None:
        """What is asked of whoever types this, before it is done: in bed, and while the last safe hour passes; None: nothing."""
        asked = bedtime(self.mystery, state.world, state.notebook, command)
        if not asked and isinstance(command, Act) and self._counsel.cautions:
            events = turn(self.mystery, state.world, command)
            asked = self._counsel.caution(state, events, say(command, self._scope(state)))
        return self._tell(state, (*minded, *asked), "question") if asked else None

    def _with_warning(self, played: Played) -> Played:
        """After a line that put the case out of reach: with the words that say so, and the offer to go back."""
        warned = self._counsel.warning(self.state, played.after)
        if not warned:
            return played
        story = tuple(paragraph for paragraph in played.paragraphs if paragraph.kind != "question")
        return replace(played, paragraphs=story).then(self._tell(played.after, warned, played.outcome))

    def _with_challenge(self, played: Played) -> Played:
        """At a dawn after which the case could be known: with the page that says so."""
        after = played.after
        wanted = self._counsel.settings.challenges(self.mystery.difficulty)
        if not (wanted and is_due(self.mystery, self.state.world, after.world, after.notebook)):
            return played
        shown = self._tell(after, (e.Told(CHALLENGED),), played.outcome)
        return played.then(replace(shown, paragraphs=challenge(self.mystery)))

    def _with_aftermath(self, played: Played) -> Played:
        """If the story has ended: with the account of what this player had, and since when it was enough."""
        if not any(isinstance(event, e.StoryEnded) for event in played.events):
            return played
        states = [self.chronicle.state_after(entry.number) for entry in self.chronicle.lineage()]
        known = next((state for state in states if provable(self.mystery, state.world)), None)
        events = [event for entry in self.chronicle.all() for event in entry.events] + list(played.events)
        account = audit(
            self.mystery,
            played.after.world,
            played.after.notebook,
            (known.turn, known.world) if known else None,
            accusations=sum(isinstance(event, e.HearingOpened) for event in events),
            hints=self._counsel.hints,
        )
        return replace(played, paragraphs=played.paragraphs + account)

    def _meta(self, meta: Meta, state: State) -> Played:
        """`again` and `oops` are lines in other words, a hint is told at once; the rest is done once the line is read."""
        if meta.verb == "again":
            return self._again(state)
        if meta.verb == "oops":
            misheard, unknown = state.notebook.misheard
            if not misheard or not meta.words:
                return self._tell(state, (e.Replied("note", nothing_to("oops")),), "misunderstood")
            mended = misheard.replace(unknown, meta.words, 1) if unknown else meta.words
            return self._sentence(mended, replace(state, notebook=replace(state.notebook, misheard=("", ""))))[0]
        if meta.verb == "hint":
            return self._tell(state, self._counsel.hint(state), "done", (meta,))
        if meta.verb in SETTING:
            return self._tell(state, self._counsel.set(meta), "done", (meta,))
        return Played(state, (meta,), meta=meta)

    def _again(self, state: State) -> Played:
        """Do once more what the last line that did anything did."""
        last = next((entry for entry in reversed(self.chronicle.lineage()) if entry.commands), None)
        commands = [command for command in (last.commands if last else ()) if not isinstance(command, Meta)]
        if not commands:
            return self._tell(state, (e.Replied("note", nothing_to("again")),), "misunderstood")
        played = Played(state)
        for command in commands:
            played = played.then(self._carry_out(played.after, command, ()))
        return played

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
        target = self._target(meta)
        if target is None:
            why = no_turn(self.state.turn) if meta.verb == "back" else nothing_to(meta.verb)
            return self._keep(line, self._tell(self.state, (e.Replied("note", why),), "refused"))
        after = chronicle.state_after(target)
        if meta.verb == "restart":
            paragraphs = (*restarted(), *chronicle.entry(OPENING).paragraphs)
        else:
            paragraphs = taken_back(self.mystery, meta.verb, self._line_between(meta.verb, target), after.world)
        entry = Entry(
            kind="restore" if meta.verb == "back" else meta.verb,
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

    def _target(self, meta: Meta) -> int | None:
        """The entry whose state the line returns to; None when there is none."""
        match meta.verb:
            case "undo":
                return self.chronicle.undo_target
            case "redo":
                return self.chronicle.redo_target
            case "restart":
                return OPENING
            case _:
                number = int(meta.words) if meta.words.isdecimal() and len(meta.words) < 10 else -1
                turns = {self.chronicle.state_after(entry.number).turn: entry for entry in self.chronicle.lineage()}
                return turns[number].number if number in turns and number < self.state.turn else None

    def _line_between(self, verb: str, target: int) -> str:
        """The first line that going back takes back, or the one that a redo brings back."""
        start, stop = (target, self.chronicle.head) if verb == "redo" else (self.chronicle.head, target)
        entries = self.chronicle.lineage(start)
        return next((entry.line for entry in entries if entry.number > stop and entry.kind == "turn"), "")

    def _scope(self, state: State) -> Scope:
        return scope_of(self.mystery, state.world, state.notebook, self.chronicle.words)

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
