"""A line understood, carried out and told, sentence after sentence. Nothing is kept here: the same state gives the same answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tavern.chronicle import Chronicle, State
from tavern.counsel import SETTING, Counsel
from tavern.engine.pointing import point_back
from tavern.engine.remember import fold
from tavern.engine.scope import scope_of
from tavern.engine.turn import turn
from tavern.model import events as e
from tavern.model.commands import Act, Command, Consult, Meta, Misunderstood, Question, Understood
from tavern.model.events import Event
from tavern.model.frozen import Same
from tavern.model.mystery import Mystery
from tavern.model.report import Paragraph
from tavern.model.scope import Scope
from tavern.model.world import World
from tavern.narration.asides import bedtime, going_on, nothing_to
from tavern.narration.narrate import narrate
from tavern.parser import help_of
from tavern.parser.complete import complete
from tavern.parser.parse import parse
from tavern.parser.say import say

MOST_SENTENCES = 20  # on one line
AUTHOR = "#"  # what a line for the author's desk begins with


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


@dataclass(frozen=True, slots=True)
class Storyteller:
    """Reads the chronicle and asks the counsel; a line about settings is the one thing that changes anything, there."""

    mystery: Mystery
    chronicle: Chronicle
    counsel: Counsel
    desk: Desk | None

    def line(self, line: str, state: State) -> Played:
        """Sentence after sentence, each in the state the one before left, until one is not simply done."""
        if self.desk and line.startswith(AUTHOR):
            return self._at_desk(self.desk, state, line)
        played, rest = self._sentence(line, state)
        for _ in range(MOST_SENTENCES):
            if not rest or played.outcome != "done" or played.meta:
                break
            sentence, rest = self._sentence(rest, played.after)
            played = played.then(sentence)
        return played

    def commands(self, commands: Sequence[Command], state: State) -> Played:
        """What commands that were understood before come to; those that go back, or outside the story, are left out."""
        played = Played(state)
        for command in commands:
            if self.desk and isinstance(command, Meta) and command.verb == "author":
                played = played.then(self._at_desk(self.desk, played.after, command.words))
            elif isinstance(command, Meta) and command.verb in SETTING:
                played = played.then(self._meta(command, played.after))
            elif not isinstance(command, Meta):
                played = played.then(self._carry_out(played.after, command, ()))
        return played

    def tell(self, state: State, events: tuple[Event, ...], outcome: str, commands: tuple[Command, ...] = ()) -> Played:
        """The state after the events, and what is read of them."""
        world, notebook = fold(state.world, state.notebook, events)
        paragraphs = narrate(
            self.mystery, state.world, state.notebook, events, world, notebook, loudness=self.counsel.loudness
        )
        return Played(State(world, notebook, state.turn), commands, events, paragraphs, outcome)

    def complete(self, partial: str, state: State) -> list[str]:
        """Lines that would continue this one, likeliest first; each of them would be understood."""
        if self.desk and partial.startswith(AUTHOR):
            return self.desk.complete(self.mystery, state.world, partial)
        return complete(partial, _scope_between_keys(self.mystery, Same(state), self.chronicle.words))

    def _at_desk(self, desk: Desk, state: State, line: str) -> Played:
        """What an author's line comes to: events like any others, so that undo takes them back and saves hold them."""
        events = (*_closing(state), *desk.answer(self.mystery, state.world, self._scope(state), line))
        misheard = any(isinstance(event, e.Misheard) for event in events)
        return self.tell(state, events, "misunderstood" if misheard else "done", (Meta("author", line),))

    def _sentence(self, line: str, state: State) -> tuple[Played, str]:
        """Understand one sentence and carry it out; with what is left of the line."""
        closing = _closing(state)
        match parse(line, self._scope(state)):
            case Misunderstood(reply, unknown):
                misheard = (*closing, e.Misheard(line, unknown), e.Replied("note", reply))
                return self.tell(state, misheard, "misunderstood"), ""
            case Question(kind, ask, choices, labels, prefix, suffix):
                return self.tell(state, (e.Asking(kind, ask, choices, labels, prefix, suffix),), "question"), ""
            case Understood(command=Meta() as meta, rest=rest):
                return self._meta(meta, state), rest
            case Understood(command, took, it, him, her, them, rest):
                bracket = (e.Replied("note", f"({took})"),) if took else ()
                pronouns = (e.Attended(it, him, her, them),) if it or him or her or them else ()
                kept_open = isinstance(command, Consult)  # what is asked waits while one looks something up
                minded = (*bracket, *pronouns) if kept_open else (*closing, *bracket, *pronouns)
                return self._asked_first(state, command, minded) or self._carry_out(state, command, minded), rest

    def _carry_out(self, state: State, command: Command, minded: tuple[Event, ...]) -> Played:
        """Let the engine decide, and tell what came about. minded: events of the understanding itself, told first."""
        if isinstance(command, Consult) and command.page == "help" and command.noun:
            return self.tell(state, (*minded, e.Replied("note", help_of(command.noun))), "done", (command,))
        if isinstance(command, Act):
            command = point_back(self.mystery, state.world, state.notebook, command)
        events = (*minded, *turn(self.mystery, state.world, command))
        if isinstance(command, Act) and any(isinstance(event, e.Beat) for event in events):
            events = (*events, *going_on(state.world, command, events, say(command, self._scope(state))))
        refused = any(isinstance(event, e.Refused) for event in events)
        return self.tell(state, events, "refused" if refused else "done", (command,))

    def _asked_first(self, state: State, command: Command, minded: tuple[Event, ...]) -> Played | None:
        """What is asked of whoever types this, before it is done: in bed, and while the last safe hour passes; None: nothing."""
        asked = bedtime(self.mystery, state.world, state.notebook, command, self.counsel.loudness)
        if not asked and isinstance(command, Act) and self.counsel.cautions:
            events = turn(self.mystery, state.world, command)
            asked = self.counsel.caution(state, events, say(command, self._scope(state)))
        return self.tell(state, (*minded, *asked), "question") if asked else None

    def _meta(self, meta: Meta, state: State) -> Played:
        """`again` and `oops` are lines in other words, a hint is told at once; the rest is done once the line is read."""
        if meta.verb == "again":
            return self._again(state)
        if meta.verb == "oops":
            return self._mended(meta.words, state)
        if meta.verb == "hint":
            return self.tell(state, self.counsel.hint(state), "done", (meta,))
        if meta.verb in SETTING:
            return self.tell(state, self.counsel.set(meta, state.notebook), "done", (meta,))
        return Played(state, (meta,), meta=meta)

    def _mended(self, words: str, state: State) -> Played:
        """The line that was not understood, with these words where the odd one stood."""
        misheard, unknown = state.notebook.misheard
        if not misheard or not words:
            return self.tell(state, (e.Replied("note", nothing_to("oops")),), "misunderstood")
        mended = misheard.replace(unknown, words, 1) if unknown else words
        return self._sentence(mended, replace(state, notebook=replace(state.notebook, misheard=("", ""))))[0]

    def _again(self, state: State) -> Played:
        """Do once more what the last line that did anything did."""
        lines = reversed(self.chronicle.lineage())
        done = ([command for command in entry.commands if not isinstance(command, Meta)] for entry in lines)
        commands = next(filter(None, done), [])
        if not commands:
            return self.tell(state, (e.Replied("note", nothing_to("again")),), "misunderstood")
        return self.commands(commands, state)

    def _scope(self, state: State) -> Scope:
        return scope_of(self.mystery, state.world, state.notebook, self.chronicle.words)


def _closing(state: State) -> tuple[Event, ...]:
    """What closes the question that is open, if one is."""
    return (e.Asking(""),) if state.notebook.question else ()


@lru_cache(maxsize=2)
def _scope_between_keys(mystery: Mystery, state: Same[State], words: frozenset[str]) -> Scope:
    """The scope for completion, one and the same as long as keys are pressed and nothing happens."""
    return scope_of(mystery, state.of.world, state.of.notebook, words)
