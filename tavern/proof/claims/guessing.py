"""Guessing does not pay: feedback leaks no truth, failing teaches nothing, nobody gives themselves away, and a guess seldom wins."""

from collections.abc import Callable, Iterator, Sequence
from math import prod

from tavern.model import conditions as c
from tavern.model.commands import Accusation, Accuse, Answer, Charge, Command, Withdraw
from tavern.model.conditions import Condition
from tavern.model.effects import Relate, Reveal
from tavern.model.frozen import Frozen
from tavern.model.mystery import Clue, Mystery
from tavern.model.rules import Rule
from tavern.narration.wording import listed, several
from tavern.proof.argument.evidence import Findable
from tavern.proof.argument.smallest import Stop, never
from tavern.proof.claim import Claim, Verdict, Witness, gravest
from tavern.proof.claims.entail import truth
from tavern.proof.claims.herrings import leads_to
from tavern.proof.claims.leaking import vary
from tavern.proof.claims.singled import singled
from tavern.proof.closure.reach import Reach, reach
from tavern.proof.playing.show import Show, Shower, unshown
from tavern.proof.sentences import ids
from tavern.proof.transitions.facts import Without
from tavern.reasoning.inference import bearing, charged
from tavern.reasoning.judgement import MOST_OBJECTIONS

TITLE = "Guessing does not pay"
COMPARED = "Every single answer was charged with nothing held, half of all and all, and a sample of what can be charged together."
Knowing = Callable[[str], bool]  # whether a clue, topic, person, thing or room can ever come to be known
SELDOM = 10  # a good ending by blind insisting has to be rarer than one in so many


def guessing(
    mystery: Mystery,
    findable: Findable,
    rules: Findable,
    *,
    found: Reach | None = None,
    show: Shower = unshown,
    stop: Stop = never,
) -> tuple[Claim, ...]:
    """The claim, and its parts. rules: ids of rules that can fire. found: the fixpoint; None: as if all could come about."""
    parts = (
        _leaks(mystery, findable, show, stop),
        _teaches(mystery, findable, found, show),
        *_singled(mystery, show),
        *_gives_away(mystery, rules, show),
        *_one_way(mystery, findable, show),
        _chance(mystery, found.knows if found else bool),
    )
    verdict = gravest([part.verdict for part in parts])
    says = next(part.says for part in reversed(parts) if part.verdict is verdict)
    witness = next((part.witness for part in parts if part.verdict is verdict and part.witness), None)
    figures = Frozen({name: figure for part in parts for name, figure in part.figures.items()})
    assumptions = tuple(assumption for part in parts for assumption in part.assumptions)
    return Claim("guessing", TITLE, verdict, says, witness, (), assumptions, figures), *parts


def _leaks(mystery: Mystery, findable: Findable, show: Shower, stop: Stop) -> Claim:
    """That an accusation is answered in the same words whatever the truth is."""
    every = sorted(findable.at_most)
    holdings = [frozenset[str](), frozenset(every[::2]), frozenset(every)]
    trial = vary(mystery, holdings, stop=stop)
    id, title = "guessing:leaks", "A failed accusation tells nothing of the truth"
    figures = Frozen({"accusations": trial.made})
    if leak := trial.leak:
        held = tuple(sorted({mystery.routes[route].clue for route in leak.routes}))
        says = f"{_in_words(leak.accusation)} is answered otherwise when it is true: {leak.told[1]}"
        witness = show(Show(held, (Accuse(leak.accusation),), "the answer depends on the truth"))
        return Claim(id, title, Verdict.REFUTED, says, witness, figures=figures)
    says = f"{several(trial.made, 'accusation')}, each under several truths: the same words."
    verdict = Verdict.BOUNDED if trial.left_off or not trial.made else Verdict.PROVED
    return Claim(id, title, verdict, says, assumptions=(COMPARED,), figures=figures)


def _teaches(mystery: Mystery, findable: Findable, found: Reach | None, show: Shower) -> Claim:
    """That no clue is to be had by accusing without evidence: at once, or by what comes of it."""
    id, title = "guessing:teaches", "A failed accusation teaches nothing"
    honestly = reach(mystery, without=Without(failing=True)) if found else None
    open_ = (route for route in mystery.routes if route in findable.at_most)
    taught = [route for route in open_ if found and honestly and found.knows(route) and not honestly.knows(route)]
    if not taught:
        return Claim(id, title, Verdict.PROVED, "No clue is to be had by what fails before the room.")
    route = next((route for route in taught if route in findable.surely), taught[0])
    clue = mystery.routes[route].clue
    says = f"Accusing in vain teaches `{clue}`: its route `{route}` is open to nobody else."
    witness = _in_vain(mystery, route, show)
    verdict = Verdict.REFUTED if witness or route in findable.surely else Verdict.BOUNDED
    fix = f"Let `{route}` ask for something else than an accusation, what comes of one, or `standing`."
    return Claim(id, title, verdict, says, witness, (fix,))


def _in_vain(mystery: Mystery, route: str, show: Shower) -> Witness | None:
    """A game in which the route is open to whoever has accused wrongly: in the hearing, or after it was let rest."""
    wrong = Accuse(_wrong_accusation(mystery))
    ends = f"{mystery.routes[route].clue} is found by a wrong accusation"
    for objections in range(MOST_OBJECTIONS + 1):
        made: tuple[Command, ...] = (wrong, *([Answer("")] * objections))
        for wanted in (Show((), made, ends, (route,)), Show((), (), ends, (route,), first=(*made, Withdraw()))):
            if witness := show(wanted):
                return witness
    return None


def _singled(mystery: Mystery, show: Shower) -> Iterator[Claim]:
    """That nothing in a hearing tells the right answer from all the others."""
    id, title = "guessing:singled_out", "No answer is singled out before the room"
    found = [*singled(mystery)]
    if not found:
        yield Claim(id, title, Verdict.PROVED, "Nothing in a hearing is so of the right answer alone.")
    for each in found[:1]:
        fix = "Give another answer the same, or all of them words of their own."
        witness = show(Show((), (Accuse(each.accusation),), "the truth is told by how it is answered"))
        yield Claim(id, title, Verdict.REFUTED, each.says, witness, (fix,))


def _gives_away(mystery: Mystery, rules: Findable, show: Shower) -> Iterator[Claim]:
    """That the culprit is not told from the others by giving way, or by being the only one not to."""
    for fact in truth(mystery):
        candidates = [
            answer.id for question in charged(mystery) if question.id == fact.question for answer in question.answers
        ]
        suspects = [id for id in candidates if id in mystery.actors]
        if fact.answer not in suspects or len(suspects) < 3:
            continue
        yield _distinct(mystery, fact.answer, suspects, rules, show)


def _distinct(mystery: Mystery, culprit: str, suspects: Sequence[str], rules: Findable, show: Shower) -> Claim:
    id, title = "guessing:gives_away", "Nobody is told by who gives way"
    sure = {actor for actor in suspects if _gives_way(mystery, actor, rules.surely)}
    most = {actor for actor in suspects if _gives_way(mystery, actor, rules.at_most)}
    others = set(suspects) - {culprit}
    for wanted, says in (
        (others, f"Everybody but `{culprit}` gives way to something: whoever never does did it."),
        ({culprit}, f"Nobody but `{culprit}` gives way to anything: whoever does did it."),
    ):
        if most == wanted:
            verdict = Verdict.REFUTED if sure == wanted else Verdict.BOUNDED
            lies = tuple(route for actor in sorted(wanted) for route in _exposures(mystery, actor, rules.at_most)[:1])
            clues = tuple(sorted({mystery.routes[route].clue for route in lies}))
            fix = "Give one more of them a lie that can be exposed, or a reaction to what is held against them."
            return Claim(id, title, verdict, says, show(Show(clues, (), "all the others have given way", lies)), (fix,))
    cracked = [actor for actor in suspects if actor in most]
    says = f"{ids(cracked).capitalize() if not cracked else ids(cracked)} can be made to give way, of {ids(suspects)}."
    return Claim(id, title, Verdict.PROVED, says)


def _gives_way(mystery: Mystery, actor: str, rules: frozenset[str]) -> bool:
    """Whether a lie of theirs can be exposed, or a card held out to them moves them: to tell, or to stand otherwise to the player."""
    lies = [clue for clue in mystery.clues.values() if clue.lie and clue.said_by == actor]
    exposed = any(f"lie:{clue.id}:{card}" in rules for clue in lies if clue.lie for card in clue.lie.exposed_by)
    return exposed or any(rule.id in rules and _moves(rule) for rule in _confronted(mystery, actor))


def _confronted(mystery: Mystery, actor: str) -> Iterator[Rule]:
    """The author's rules for a card held against the actor, or shown to them; of lies it is known already."""
    for (verb, noun, other), rules in mystery.rules.items():
        card, asked = (other, noun) if verb == "confront" else (noun, other)
        if verb in ("confront", "show") and asked == actor and (card in mystery.clues or card in mystery.deductions):
            yield from (rule for rule in rules if not rule.id.startswith("lie:"))


def _moves(rule: Rule) -> bool:
    return any(isinstance(effect, Relate | Reveal) for effect in rule.effects)


def _exposures(mystery: Mystery, actor: str, rules: frozenset[str]) -> list[str]:
    """Routes by which the actor gives way."""
    routes = mystery.routes.values()
    return [
        route.id for route in routes if route.rule.startswith("lie:") and route.speaker == actor and route.rule in rules
    ]


def _one_way(mystery: Mystery, findable: Findable, show: Shower) -> Iterator[Claim]:
    """That something to be found points at somebody else than the culprit."""
    met = [
        mystery.clues[id]
        for id in mystery.clues
        if any(route in findable.at_most for route in mystery.clues[id].routes)
    ]
    for fact in truth(mystery):
        if fact.answer not in mystery.actors:
            continue
        id, title = "guessing:one_way", f"Not everything points at `{fact.answer}`"
        astray = [
            clue.id for clue in met if fact.answer not in (points := pointing(mystery, clue, fact.question)) and points
        ]
        if astray:
            says = f"{ids(astray)} {'points' if len(astray) == 1 else 'point'} at somebody else."
            yield Claim(id, title, Verdict.PROVED, says, by=tuple(astray))
            continue
        towards = [clue.id for clue in met if fact.answer in pointing(mystery, clue, fact.question)]
        says = f"Whatever points at anybody points at `{fact.answer}`: the first such clue gives the case away."
        witness = show(Show(tuple(towards), ends=f"every clue that points at anybody points at {fact.answer}"))
        fix = "Let a clue that can be found support somebody else, or a red herring lead to them."
        yield Claim(id, title, Verdict.REFUTED, says, witness, (fix,))


def pointing(mystery: Mystery, clue: Clue, question: str) -> frozenset[str]:
    """The answers that a clue by itself speaks for, to whoever believes it: said, supported, or what a red herring or lie leads to."""
    says = bearing(mystery, clue.id)
    named = {says.establishes[question]} if question in says.establishes else set()
    named |= {answer for asked, answer, _ in says.supports if asked == question}
    if clue.red_herring or clue.lie:
        named |= {said.answer for said in leads_to(mystery, clue) if said.question == question}
    return frozenset(named)


def _chance(mystery: Mystery, known: Knowing) -> Claim:
    """The chance of insisting blindly, on one question alone and on all of them. What is never listed, nobody insists on."""
    sizes = {
        question.id: max(1, sum(_may_be_listed(answer.listed, known) for answer in question.answers))
        for question in charged(mystery)
    }
    easiest = min(sizes, key=lambda question: sizes[question])
    one_in, one_in_all = sizes[easiest], prod(sizes.values())
    good = [ending.id for ending in mystery.endings.values() if ending.after == "lucky" and ending.good]
    refuted = bool(good) and one_in < SELDOM
    ends = f"and that is the good ending {ids(good)}" if good else "and that is no good ending"
    says = (
        f"Insisting blindly is lucky once in {one_in} times with `{easiest}` alone, "
        f"once in {one_in_all} with {several(len(sizes), 'answer')} charged, {ends}."
    )
    figures = Frozen({"one_in": one_in, "one_in_all": one_in_all})
    verdict = Verdict.REFUTED if refuted else Verdict.PROVED
    fix = (f"Leave out `good: true` there, or let the player meet {SELDOM} answers to choose from.",) if refuted else ()
    return Claim("guessing:chance", "A guess seldom wins", verdict, says, notes=fix, figures=figures)


def _may_be_listed(condition: Condition, known: Knowing) -> bool:
    match condition:
        case c.Knows(id):
            return known(id)
        case c.All(parts):
            return all(_may_be_listed(part, known) for part in parts)
        case c.Any(parts):
            return any(_may_be_listed(part, known) for part in parts)
        case _:
            return True


def _wrong_accusation(mystery: Mystery) -> Accusation:
    fact = truth(mystery)[0]
    question = next(question for question in mystery.questions if question.id == fact.question)
    wrong = next(answer.id for answer in question.answers if answer.id != fact.answer)
    return Accusation((Charge(fact.question, wrong),))


def _in_words(accusation: Accusation) -> str:
    return listed(f"`{charge.question}`: `{charge.answer}`" for charge in accusation.charges)
