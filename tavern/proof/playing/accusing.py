"""Playing to an ending: what the accusation needs, somebody to hear it, the hearing, and what is made of the verdict."""

from collections.abc import Iterable, Iterator
from itertools import product

from tavern.engine.builtin.guards import anybody_awake
from tavern.model import conditions as c
from tavern.model.commands import Accusation, Accuse, Answer, Charge, Choose, Command, Insist, Withdraw
from tavern.model.conditions import Condition
from tavern.model.mystery import Ending, Mystery
from tavern.model.world import DAY, Hearing, Judged, Playing, Proved
from tavern.proof.argument.arguing import argued
from tavern.proof.argument.arguments import Said, derive, prover
from tavern.proof.argument.smallest import reduced
from tavern.proof.closure.means import is_near
from tavern.proof.playing.plan import Planner
from tavern.proof.playing.play import Play
from tavern.reasoning.evidence import carries, carrying
from tavern.reasoning.inference import charged

LONGEST = 8  # accusations tried before one's standing is spent


def to_ending(planner: Planner, play: Play, id: str) -> Play | None:
    """A play that goes on from this one and ends so; None when none was found."""
    ending = planner.mystery.endings[id]
    match ending.after:
        case "proved" | "partly":
            after = _proved(planner, play, ending)
        case "insisted" | "lucky":
            after = _insisted(planner, play, ending)
        case "discredited":
            after = _discredited(planner, play, ending)
        case "time":
            after = _out_of_time(planner, play, ending)
        case _:
            after = planner.achieve(play, ("ending", id))
    return after if after and getattr(after.world.stage, "ending", "") == id else None


def _proved(planner: Planner, play: Play, ending: Ending) -> Play | None:
    whole = ending.after == "proved"
    for cards in proofs_of(planner, play, whole=whole):
        held = _holding(planner, play, cards)
        ready = held and planner.prepared(held, (ending.when,))
        judged = ready and accused(planner, ready, ending.when, whole=whole)
        if judged and isinstance(judged.world.stage, Proved):
            return planner.do(judged, Choose(ending.id))
    return None


def proofs_of(planner: Planner, play: Play, *, whole: bool) -> Iterator[tuple[str, ...]]:
    """Sets of clues that prove the truth of every question, or of one.

    First those with what is held and comes soonest, then without each card of these in turn.
    """
    mystery = planner.mystery
    truth = [Said(question.id, mystery.solution.answers[question.id]) for question in charged(mystery)]
    goals = [tuple(truth)] if whole else [(said,) for said in truth]
    cards = sorted(
        (clue for clue in mystery.clues if planner.reach.knows(clue)),
        key=lambda clue: (carries(mystery, play.world, clue), -(planner.reach.when(("known", clue)) or 0)),
    )
    for goal in goals:
        proves = prover(mystery, goal)
        first = reduced(proves, cards) if proves(frozenset(cards)) else frozenset[str]()
        if first:
            yield _in_order(planner, first)
        for card in sorted(first):
            others = [other for other in cards if other != card]
            if proves(frozenset(others)):
                yield _in_order(planner, reduced(proves, others))


def _in_order(planner: Planner, cards: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(sorted(cards), key=lambda card: planner.reach.when(("known", card)) or 0))


def _holding(planner: Planner, play: Play, cards: Iterable[str]) -> Play | None:
    after: Play | None = play
    for card in cards:
        after = after and planner.achieve(after, ("carries", card))
    return after


def accused(planner: Planner, play: Play, when: Condition, *, whole: bool) -> Play | None:
    """The play after the truth was charged, as far as the cards held establish it, and the hearing was over.

    when: who has to have heard it, among other things. whole: charge every question, else only the first.
    """
    mystery = planner.mystery
    known = derive(mystery, carrying(mystery, play.world))
    truth = (Said(question.id, mystery.solution.answers[question.id]) for question in charged(mystery))
    goals = [said for said in truth if said in known][: None if whole else 1]
    if not goals:
        return None
    *thoughts, accusation = argued(mystery, known, goals)
    after: Play | None = play
    for thought in thoughts:
        after = after and (planner.do(after, thought) or after)
    heard = after and _before_hearers(planner, after, when)
    return heard and _heard_out(planner, planner.do(heard, accusation))


def _before_hearers(planner: Planner, play: Play, when: Condition) -> Play | None:
    """Go where somebody awake will hear it, and everybody who has to."""
    audience = [anybody_awake(planner.mystery), c.NotToday("accuse")]
    for part in when.conditions if isinstance(when, c.All) else (when,):
        if isinstance(part, c.HeardBy):
            audience += [c.With(part.actor), c.Awake(part.actor)]
        elif is_near(planner.mystery, part) and not isinstance(part, c.OnStage):
            audience.append(part)
    return planner.be_where(play, c.All(tuple(audience)))


def _heard_out(planner: Planner, play: Play | None) -> Play | None:
    while play is not None and isinstance(play.world.stage, Hearing):
        play = planner.do(play, Answer(""))
    return play


def _insisted(planner: Planner, play: Play, ending: Ending) -> Play | None:
    """Charge what the ending is for, without a card, and stand by it."""
    ready = planner.prepared(play, (ending.when,))
    ready = ready and _before_hearers(planner, ready, ending.when)
    for accusation in _charges(planner.mystery, ending):
        judged = _heard_out(planner, planner.do(ready, Accuse(accusation))) if ready else None
        if judged and isinstance(judged.world.stage, Judged):
            after = planner.do(judged, Insist())
            if after and getattr(after.world.stage, "ending", "") == ending.id:
                return after
    return None


def _charges(mystery: Mystery, ending: Ending) -> Iterator[Accusation]:
    """Accusations the ending may be for: the truth, a false solution, or whatever is neither."""
    if ending.after == "lucky":
        yield _accusation(mystery.solution.answers.items())
        return
    wrong = next((wrong for wrong in mystery.false_solutions if wrong.id == ending.solution), None)
    if wrong:
        rest = {question.id: mystery.solution.answers[question.id] for question in charged(mystery)}
        yield _accusation(wrong.answers.items())
        yield _accusation({**rest, **wrong.answers}.items())
        return
    for question in charged(mystery):
        yield from (_accusation([(question.id, answer.id)]) for answer in question.answers)
    questions = charged(mystery)
    for answers in product(*([answer.id for answer in question.answers] for question in questions)):
        yield _accusation(zip((question.id for question in questions), answers, strict=True))


def _accusation(answers: Iterable[tuple[str, str]]) -> Accusation:
    return Accusation(tuple(Charge(question, answer) for question, answer in answers))


def _discredited(planner: Planner, play: Play, ending: Ending) -> Play | None:
    """Accuse somebody without a card until nobody listens any more."""
    after = planner.prepared(play, (ending.when,))
    question = next(iter(charged(planner.mystery)), None)
    if question is None:
        return None
    command: Command = Accuse(_accusation([(question.id, question.answers[0].id)]))
    for _ in range(LONGEST):
        after = after and _before_hearers(planner, after, c.All(()))
        judged = after and _heard_out(planner, planner.do(after, command))
        after = judged and planner.do(judged, Withdraw())
        if after is None or not isinstance(after.world.stage, Playing):
            return after
    return None


def _out_of_time(planner: Planner, play: Play, ending: Ending) -> Play | None:
    after = planner.prepared(play, (ending.when,))
    for _ in range(40 * DAY):
        if after is None or not isinstance(after.world.stage, Playing):
            return after
        after = planner.past(after, planner.mystery.ends)
    return None
