"""What the game says beside the story: at bedtime, when a wait is interrupted, after undo, on taking a game up again."""

from collections.abc import Iterable

from tavern.model import events as e
from tavern.model.commands import Act, Command
from tavern.model.events import Event
from tavern.model.mystery import Mystery
from tavern.model.notebook import Notebook
from tavern.model.report import Paragraph
from tavern.model.world import DAY, Ended, Playing, World
from tavern.narration.asking import asked
from tavern.narration.collecting import collected
from tavern.narration.grammar import filled
from tavern.narration.hearing import waits_for
from tavern.narration.questions import ask_of, example, listed_questions
from tavern.narration.rooms import room_now
from tavern.narration.settings import EASY
from tavern.narration.stock import NOTHING_COMES, STAGES
from tavern.narration.stock_asides import HINT_FIND, HINT_LOOK, HINT_THINK, NO_TURN, NOTHING_TO, RESTARTED, TONIGHT
from tavern.narration.telling import Telling
from tavern.narration.wording import called, hour, listed, span, when
from tavern.reasoning.conclusions import undrawn
from tavern.reasoning.holds import evening, within
from tavern.reasoning.hours import BEDTIME, goal_of
from tavern.reasoning.inference import bearing
from tavern.reasoning.whereabouts import people_here

GERUNDS = {"wait": "waiting", "watch": "watching", "sleep": "sleeping", "listen": "listening"}


def bedtime(
    mystery: Mystery, world: World, notebook: Notebook, command: Command, loudness: str = EASY
) -> tuple[Event, ...]:
    """What is asked of whoever goes to bed, once an evening: what they think tonight. () when nothing is asked.

    loudness: the difficulty, as set; the day's pages may be counted up before.
    """
    key = f"bedtime:{evening(world)}"
    in_bed = mystery.rooms[world.room].bed and within(world.minute, *BEDTIME) and isinstance(world.stage, Playing)
    if not (isinstance(command, Act) and command.verb == "sleep" and in_bed) or key in notebook.told:
        return ()
    questions = listed_questions(mystery, world)
    if not questions:
        return ()
    examples = listed((f"*{example(mystery, world, question)}*" for question in questions[:2]), "or")
    ask = e.Asking("what", filled(TONIGHT, {"examples": examples}), prefix="suppose ")
    return (e.Told(key), *collected(world, notebook, loudness), ask)


SCENES = {"watch": "Keep watching?", "follow": "Wait until there is somebody to follow?"}


def going_on(before: World, act: Act, events: Iterable[Event], printed: str) -> tuple[Event, ...]:
    """Whether to go on with a wait that was stopped before its time, or with another beat of a watch. printed: the act as a line.

    () when there is nothing to go on with: it has reached its end, or is over with the story.
    """
    events = tuple(events)
    beat = next((event for event in reversed(events) if isinstance(event, e.Beat)), None)
    if beat and act.verb in SCENES and goal_of(act, before.clock) < 0 and _may_go_on(events, beat, act):
        return (e.Asking("confirm", SCENES[act.verb], prefix=printed),)
    if beat and beat.kind == "go_to":
        return (e.Asking("confirm", "Go on?", prefix=printed),)
    if act.verb not in GERUNDS or beat is None or beat.stopped != "seen" or _is_over(events, act):
        return ()
    now = next((event.clock for event in reversed(events) if isinstance(event, e.TimePassed)), before.clock)
    left = goal_of(act, before.clock) - now
    return (_go_on(act, printed, left),) if left > 0 else ()


def _may_go_on(events: Iterable[Event], beat: e.Beat, act: Act) -> bool:
    """Whether a further beat of the scene is to be had: nobody led the player away, and it is not over."""
    led_away = any(isinstance(event, e.Walked) for event in events)
    return beat.stopped in ("", "stays", "seen") and not led_away and not _is_over(events, act)


def _is_over(events: Iterable[Event], act: Act) -> bool:
    """Whether the story has ended, or the one who was waited for has come."""
    for event in events:
        match event:
            case e.StoryEnded() | e.HearingOpened():
                return True
            case e.Arrived(actor, _) if act.verb == "wait" and actor == act.noun:
                return True
            case _:
                continue
    return False


def _go_on(act: Act, printed: str, left: int) -> e.Asking:
    doing = GERUNDS[act.verb]
    if act.until >= 0:
        until = {0: "midnight", 12 * 60: "noon"}.get(act.until % DAY, hour(act.until))
        return e.Asking("confirm", f"Go on {doing} until {until}?", prefix=printed)
    if not act.minutes:
        return e.Asking("confirm", f"Go on {doing}?", prefix=printed)
    rest = printed.replace(str(act.minutes), str(left), 1)
    return e.Asking("confirm", f"Go on {doing}? There would be {span(left)} left of it.", prefix=rest)


def nothing_to(verb: str) -> str:
    """Why there is nothing to undo, redo, do again or put right."""
    return NOTHING_TO.get(verb, NOTHING_COMES)


def no_turn(last: int) -> str:
    """Why there is no such turn to go back to. last: the number of the turn the story stands at."""
    return filled(NO_TURN, {"last": str(last)}) if last else nothing_to("undo")


def restarted() -> tuple[Paragraph, ...]:
    """Said before the opening is shown again."""
    return (Paragraph("note", RESTARTED),)


def taken_back(mystery: Mystery, verb: str, line: str, world: World) -> tuple[Paragraph, ...]:
    """What undo took back or redo brought back, where and when one is now, and what is waiting there."""
    what = {"undo": "Taken back", "back": "Taken back, and all that came after it"}.get(verb, "Brought back")
    done = f"{what}: *{line}*." if line else f"{what}."
    return (Paragraph("note", f"{done} {_whereabouts(mystery, world)}"), *_waiting(mystery, world))


def where_we_were(mystery: Mystery, world: World, notebook: Notebook) -> tuple[Paragraph, ...]:
    """A game taken up again: the room, who is there, the time, and whatever is waiting for an answer."""
    if not isinstance(world.stage, Playing):
        return (Paragraph("note", _whereabouts(mystery, world)), *_waiting(mystery, world))
    room = room_now(Telling(mystery, world, world, notebook, notebook, ()), brief=True)
    question = notebook.question
    still = asked(e.Asking(question.kind, question.ask, question.choices, question.labels)) if question else []
    return (*room, Paragraph("note", f"It is {when(mystery, world.clock)}."), *still)


def _whereabouts(mystery: Mystery, world: World) -> str:
    here = listed(called(mystery, actor) for actor in people_here(mystery, world))
    company = f", with {here}" if here else ""
    return f"{when(mystery, world.clock)}, {called(mystery, world.room)}{company}."


def _waiting(mystery: Mystery, world: World) -> list[Paragraph]:
    """What is waiting for an answer in the middle of an accusation, or what is left to do at the end."""
    return [Paragraph("note", STAGES["ended"])] if isinstance(world.stage, Ended) else waits_for(mystery, world)


def hint(mystery: Mystery, world: World) -> str:
    """What to do next, true of this very position: about thought when the cards held carry a step not drawn, else about finding.

    Never which cards, nor which answer.
    """
    if not mystery.questions:
        return HINT_LOOK
    for deduction in undrawn(mystery, world):
        says = bearing(mystery, deduction.id)
        asked = [*says.establishes, *says.rules_out, *(question for question, _, _ in says.supports)]
        if asked:
            return filled(HINT_THINK, {"question": ask_of(mystery, asked[0])})
    return HINT_FIND
