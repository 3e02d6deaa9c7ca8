"""An accusation as the room hears it: said, objected to, answered, judged; insisted on, let rest, or acted upon."""

from dataclasses import replace

from tavern.model import events as e
from tavern.model.mystery import Ending, Mystery, Names
from tavern.model.report import Paragraph
from tavern.model.world import Hearing, Judged, Proved, World
from tavern.narration import stock_case as stock
from tavern.narration.cards import title
from tavern.narration.grammar import filled
from tavern.narration.questions import ask_of, in_full
from tavern.narration.strain import breaking
from tavern.narration.telling import Telling
from tavern.narration.text import rows, told_as, words
from tavern.narration.wording import called, capital, in_words, listed, name_of, one_of, stopped
from tavern.reasoning.holds import holds
from tavern.reasoning.inference import question_of
from tavern.reasoning.judgement import hearings_left

SOMEBODY = Names("somebody", proper=True, pronoun="they")
ROOM = Names("room")


def opened(t: Telling, event: e.HearingOpened) -> list[Paragraph]:
    """The accusation, before whom it is made, and on what it stands."""
    count = accusations(t)
    who = listed(called(t.mystery, actor) for actor in event.heard_by)
    crowd = Names(who, proper=True, plural=len(event.heard_by) > 1)
    heard = filled(one_of(stock.HEARD, count), {"noun": crowd}) if who else ""
    said = [_charge(t, question, answer, cards) for question, answer, cards in event.charges]
    return [*told_as("prose", f"{one_of(stock.CHARGED, count)} {heard}".strip()), *rows(said)]


def _charge(t: Telling, question: str, answer: str, cards: tuple[str, ...]) -> str:
    on = listed(title(t.mystery, t.notebook_after, card) for card in cards)
    said = f"{in_full(t.mystery, question, answer)}."
    return f"{said} On the strength of {on}." if on else f"{said} On nothing but your word."


def objection_of(mystery: Mystery, world: World) -> str:
    """The words of the objection that waits for an answer, in the mouth of who voices it; "" when none does."""
    stage = world.stage
    if not isinstance(stage, Hearing) or len(stage.answers) >= len(stage.objections):
        return ""
    question, alternative, voice = stage.objections[len(stage.answers)]
    answer = next(answer for answer in question_of(mystery, question).answers if answer.id == alternative)
    text = words(mystery, answer.objection, world)
    spoken = text.startswith('"') and text.endswith('"') and text.count('"') == 2
    if '"' in text and not spoken:
        return text
    said = text.strip('"') or f"Why not {answer.names.name}?"
    names = name_of(mystery, voice) if voice else SOMEBODY
    lead = filled(one_of(stock.VOICED, len(stage.answers) + len(said)), {"noun": names})
    return f'{lead} "{stopped(said)}"'


def answered(t: Telling, event: e.ObjectionAnswered) -> list[Paragraph]:
    """The card laid down, or none, and how it is taken: by whether it speaks to the point."""
    options = stock.MET if event.met else stock.NOT_MET if event.card else stock.NOTHING_SAID
    stage = t.before.stage
    count = accusations(t) + (len(stage.answers) if isinstance(stage, Hearing) else 0)
    card = f"You lay down {title(t.mystery, t.notebook_after, event.card)}." if event.card else ""
    taken = filled(one_of(options, count), {"noun": _voice_of(t, event)})
    return told_as("prose", f"{card} {taken}".strip())


def _voice_of(t: Telling, event: e.ObjectionAnswered) -> Names:
    stage = t.before.stage
    raised = stage.objections if isinstance(stage, Hearing) else ()
    asked = (event.question, event.alternative)
    voice = next((voice for question, alternative, voice in raised if (question, alternative) == asked), "")
    return t.names(voice) if voice else ROOM


def judged(t: Telling, event: e.Judgement) -> list[Paragraph]:
    """Silence, and the verdict as the notebook would have it: what one's own evidence carries, never what is so."""
    count = accusations(t)
    return told_as("prose", one_of(stock.SILENCE, count), _verdict(t, event, count))


def _verdict(t: Telling, event: e.Judgement, count: int) -> str:
    question = ask_of(t.mystery, event.weakest) if event.weakest else ""
    match event.verdict:
        case "carried":
            return one_of(stock.CARRIED, count)
        case "partly":
            return one_of(stock.PARTLY, count)
        case "broken":
            held = (
                (event.against,) if event.against else breaking(t.mystery, t.before, event.weakest, _charged(t, event))
            )
            cards = listed(title(t.mystery, t.notebook_after, card) for card in held) or stock.ALL_OF_IT
            return filled(one_of(stock.BROKEN, count), {"question": question, "card": cards})
        case _:
            return filled(one_of(stock.OPEN if question else stock.OPEN_BLANK, count), {"question": question})


def _charged(t: Telling, event: e.Judgement) -> str:
    """The answer charged to the question that the judgement names."""
    opened_here = (past.charges for past in t.events if isinstance(past, e.HearingOpened))
    stage = t.before.stage
    earlier = stage.accusation.charges if isinstance(stage, Hearing) else ()
    charges = [*((asked, answer) for charged in opened_here for asked, answer, _ in charged)]
    charges += [(charge.question, charge.answer) for charge in earlier]
    return next((answer for asked, answer in charges if asked == event.weakest), "")


def waiting(t: Telling) -> list[Paragraph]:
    """What the room waits for after this line, and how it is answered; [] when it waits for nothing new."""
    if any(isinstance(event, e.HearingOpened | e.ObjectionAnswered | e.Judgement) for event in t.events):
        return waits_for(t.mystery, t.after)
    return []


def waits_for(mystery: Mystery, world: World) -> list[Paragraph]:
    """The next objection, the choice to insist, or what one may do with a proof."""
    match world.stage:
        case Hearing(objections=raised, answers=given):
            spoken = told_as("speech", objection_of(mystery, world))
            return [*spoken, Paragraph("question", f"{_which(len(given), len(raised))} {stock.HOW_TO_ANSWER}")]
        case Judged():
            return [Paragraph("question", stock.AFTER_VERDICT)]
        case Proved():
            return [Paragraph("question", stock.WHAT_TO_DO), *choice_rows(mystery, world)]
        case _:
            return []


def _which(given: int, raised: int) -> str:
    """How far through the objections one is."""
    if raised == 1:
        return "That is all that anybody says to it."
    return f"That is {'the last' if given + 1 == raised else 'one'} of {in_words(raised)} things said to it."


def choice_rows(mystery: Mystery, world: World) -> list[Paragraph]:
    """What one may do with a proof, numbered."""
    return rows(f"{number}. {choice_of(ending)}" for number, ending in enumerate(endings_to_choose(mystery, world), 1))


def choice_of(ending: Ending) -> str:
    """The words of a choice."""
    return capital(ending.choice or ending.title or ending.id.replace("_", " "))


def endings_to_choose(mystery: Mystery, world: World) -> list[Ending]:
    """The endings open after a proof, in the order in which their numbers count."""
    if not isinstance(world.stage, Proved):
        return []
    kind = "proved" if world.stage.complete else "partly"
    endings = mystery.endings.values()
    return [ending for ending in endings if ending.after == kind and holds(mystery, ending.when, world)]


def rested(t: Telling) -> list[Paragraph]:
    """The accusation is let rest."""
    return told_as("prose", one_of(stock.RESTED, accusations(t)))


def standing(t: Telling, event: e.CounterSet) -> list[Paragraph]:
    """How often one will still be heard, before the last hour."""
    left = hearings_left(t.mystery, t.after)
    if event.value and not left:
        return [Paragraph("note", stock.NO_OTHER_DAY)]
    return [Paragraph("note", stock.STANDING.get(left, f"They will hear you {in_words(left)} times more."))]


def ended(t: Telling, event: e.StoryEnded) -> list[Paragraph]:
    """The ending's own words under its title, then what the case says after every ending."""
    ending = t.mystery.endings[event.ending]
    heading = [Paragraph("heading", capital(ending.title))] if ending.title else []
    own = t.words(ending.text, replace(t.before, counters=t.after.counters))
    return [*heading, *told_as("ending", own, t.words(t.mystery.epilogue, t.after))]


def accusations(t: Telling) -> int:
    """How many accusations were made, this one included."""
    return sum(entry.kind == "accused" for entry in t.notebook_after.timeline)
