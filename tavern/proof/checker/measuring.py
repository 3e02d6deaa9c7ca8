"""How many cards a proof takes, how deep it goes, what the author requires, and whether an accusation can cite it.

No set of fewer cards than it says proves the case: that is counted to the end (`counting`), over all the clues there are, of which
what anybody holds is a part.
"""

from collections.abc import Iterable, Iterator

from tavern.engine.ground import all_acts, rules_for
from tavern.model import conditions as c
from tavern.model import effects as f
from tavern.model.effects import Effect
from tavern.model.mystery import Bearing, Mystery
from tavern.proof.checker.case import PROVED, REFUTED, Case
from tavern.proof.checker.counting import TooMany, few
from tavern.proof.checker.document import Held
from tavern.proof.checker.levels import depth
from tavern.proof.checker.premises import charge, learnt, look_into_cards, proves, proves_all
from tavern.proof.checker.unfounded import Unfounded
from tavern.reasoning.judgement import MOST_CARDS


def look_into_size(case: Case, claim: Held) -> str:
    """That the cards prove the whole case, and that neither some of them nor any few others do."""
    mystery, figures, wanted = case.mystery, claim.figures, case.mystery.fair.cards
    look_into_cards(case, claim.by if claim.verdict == REFUTED else ())
    if claim.verdict == REFUTED and not (proves_all(mystery, claim.by) and len(claim.by) < wanted):
        message = f"the cards that it names do not prove the case, or are {wanted} or more"
        raise Unfounded(message)
    if claim.verdict != PROVED:
        return ""
    told = [figures.get(name, -1) for name in ("wanted", "at_least", "cards")]
    if told[0] != wanted or wanted > len(claim.by) or told[1:] != [len(claim.by)] * 2:
        message = "its figures are not those of its cards"
        raise Unfounded(message)
    if not proves_all(mystery, claim.by):
        message = "the cards that it names do not prove the case"
        raise Unfounded(message)
    for card in claim.by:
        if proves_all(mystery, [other for other in claim.by if other != card]):
            message = f"its proof could do without {card}"
            raise Unfounded(message)
    return _fewer(case, len(claim.by))


def _fewer(case: Case, least: int) -> str:
    """That no fewer cards prove the case, of those that say anything. Raises Unfounded where fewer were found that do."""
    mystery, wanted = case.mystery, case.mystery.fair.cards
    named = {card for deduction in mystery.deductions.values() for needs in deduction.needs for card in needs}
    speaking = [clue.id for clue in mystery.clues.values() if clue.id in named or clue.bearing != Bearing()]
    for most in (least - 1, wanted - 1):
        try:
            fewer = few(lambda cards: proves_all(mystery, cards), speaking, most)
        except TooMany:
            continue
        if fewer is not None and fewer <= case.found:
            message = f"{', '.join(sorted(fewer))} prove the case, and are fewer"
            raise Unfounded(message)
        if fewer is not None:
            return f"that {', '.join(sorted(fewer))}, which would prove the case, cannot all be found"
        return (
            "" if most == least - 1 else f"that no proof has fewer than {least} cards ({wanted} or more was re-checked)"
        )
    return f"that no proof has fewer than {wanted} cards"


def look_into_acts(case: Case, claim: Held) -> str:
    """That no proof is had by fewer acts than it says: what one act tells, or shows to whoever is at something, counts once."""
    mystery, wanted, told = case.mystery, case.mystery.fair.cards, claim.figures.get("acts", -1)
    if claim.verdict == REFUTED and not _by_acts(mystery, case.routes, wanted - 1):
        return f"that fewer than {wanted} acts tell enough to prove the case"
    if claim.verdict != PROVED:
        return ""
    if told < wanted:
        message = f"{wanted} acts are wanted, and it says {told}"
        raise Unfounded(message)
    for least in (told, wanted):
        if not _by_acts(mystery, frozenset(mystery.routes), least - 1):
            only = f" ({least} or more was re-checked)"
            return "" if least == told else f"that no proof is had by fewer than {told} acts{only}"
    return f"that no proof is had by fewer than {told} acts"


def _by_acts(mystery: Mystery, among: frozenset[str], most: int) -> bool:
    """Whether at most so many acts may tell enough by these routes, or whether that is not counted to the end."""
    own, free = deeds(mystery)
    alike = {told & among: deed for deed, told in own.items()}  # one of those that tell the same
    acts = {deed: told for told, deed in alike.items()}

    def know(done: frozenset[str]) -> bool:
        return proves_all(mystery, learnt(mystery, (free & among).union(*(acts[act] for act in done))))

    try:
        return few(know, acts, most) is not None
    except TooMany:
        return True


def deeds(mystery: Mystery) -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """Act, or what one has to be at, in words → the routes by which it may reveal a clue; and those that reveal by themselves."""
    found: dict[str, set[str]] = {}
    free: set[str] = set()
    for act in all_acts(mystery):
        for rule in rules_for(mystery, act):
            found.setdefault(repr(act), set()).update(_told(rule.effects))
    for automatic in mystery.automatics:
        asked = automatic.when.conditions if isinstance(automatic.when, c.All) else (automatic.when,)
        busy = next((repr(part) for part in asked if isinstance(part, c.IsDoing) and part.kind), "")
        (found.setdefault(busy, set()) if busy else free).update(_told(automatic.effects))
    untold = mystery.routes.keys() - free.union(*found.values())
    return {deed: frozenset(told) for deed, told in found.items() if told}, frozenset(free | untold)


def _told(effects: Iterable[Effect]) -> Iterator[str]:
    return (effect.route for effect in effects if isinstance(effect, f.Reveal) and effect.route)


def look_into_depth(case: Case, claim: Held) -> str:
    """That the last answer of the truth comes to be known on no lower level than is wanted. Raises Unfounded."""
    mystery, wanted, told = case.mystery, case.mystery.fair.depth, claim.figures.get("depth", -1)
    least, most = depth(mystery, mystery.clues), depth(mystery, case.found & mystery.clues.keys())
    if claim.figures.get("wanted") != wanted or told < least or (told > most > 0):
        message = f"the last answer is on level {most}, and it says {told}"
        raise Unfounded(message)
    if (claim.verdict == REFUTED and not 0 < most < wanted) or (claim.verdict == PROVED and told < wanted):
        message = f"{wanted} levels are wanted, and the last answer is on level {most}"
        raise Unfounded(message)
    return "that what gives a shallower chain cannot be found" if claim.verdict == PROVED and least < wanted else ""


def look_into_required(case: Case, claim: Held) -> str:
    """That each list of `requires_clues`, with what is required of single questions besides, proves every answer."""
    mystery = case.mystery
    parts = mystery.solution.parts
    closed = all(
        proves(mystery, question, alternative)
        or any(proves(mystery, question, part) for part in parts.get(question, ()))
        for alternative in mystery.solution.requires
        for question in charge(mystery)
    )
    if claim.verdict != (PROVED if closed else REFUTED):
        message = (
            "a list of `requires_clues` leaves an answer open" if not closed else "each of its lists holds a proof"
        )
        raise Unfounded(message)
    false = [clue.id for clue in mystery.clues.values() if clue.red_herring or clue.lie]
    if named := [card for alternative in mystery.solution.requires for card in alternative if card in false]:
        message = f"{named[0]} is a lie or a red herring, and is required"
        raise Unfounded(message)
    return ""


def look_into_fit(case: Case, claim: Held, question: str) -> str:
    """That few enough cards say the answer: no accusation may cite more for a question. Raises Unfounded."""
    if claim.verdict == REFUTED:
        return f"that no {MOST_CARDS} cards say {question}"
    if claim.verdict == PROVED:
        look_into_cards(case, claim.by)
        if len(claim.by) > MOST_CARDS or not proves(case.mystery, question, claim.by):
            message = f"the cards that it names do not say it, or are more than {MOST_CARDS}"
            raise Unfounded(message)
    return ""
