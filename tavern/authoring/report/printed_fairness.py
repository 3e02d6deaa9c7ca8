"""The fairness card, for reading and for programs."""

from collections.abc import Iterator, Sequence

from tavern.authoring.report.fairness import MOST_HOURS, Fairness
from tavern.authoring.report.layout import columns, row, span
from tavern.narration.wording import in_words, several, times
from tavern.proof.claim import Verdict
from tavern.proof.claims.readers import Guess, Turns

TABLE = (4, 24, 26, 26)  # widths: the number of the clue, its id, what the one reader holds, and the other


def proved(fairness: Fairness) -> Iterator[str]:
    """The seven claims, cruelty, depth, routes and hours."""
    yield from row("verdicts", fairness.verdicts.source)
    for number, claim in enumerate(fairness.verdicts.claims, 1):
        more = "" if claim.verdict is Verdict.PROVED else f": {claim.says}"
        yield from row(claim.verdict, f"{number} {claim.title}{more}")
    yield from row("cruelty", fairness.cruelty or "not known: whether anybody is ever stranded has to be settled first")
    levels = f"{several(fairness.depth, 'level')}; {in_words(fairness.wanted)} are promised"
    needs = f"the longest inference that a proof needs has {levels}"
    yield from row("depth", needs if fairness.depth else "nothing that can be found proves the case")
    if fairness.needed:
        least = min(fairness.needed, key=lambda clue: fairness.needed[clue])
        yield from row("routes", f"a needed clue has {fairness.needed[least]} at least ({least})")
    if fairness.hours and fairness.walks:
        used = (f"{span(walk.minutes)} ({fairness.share(walk):.0%}) by {walk.transcript}" for walk in fairness.walks)
        fact = f"a proof takes {', '.join(used)}; the aim is {MOST_HOURS:.0%} of {span(fairness.hours)} at most"
        yield from row("hours", fact)


def readers(fairness: Fairness) -> Iterator[str]:
    """How often each reader of one thing alone would be right, and with what."""
    chances = {guess.question: guess.chance for guess in fairness.guesses}
    if chances:
        blindly = ", ".join(f"{question} {float(chance):.0%}" for question, chance in chances.items())
        yield from row("blindly", f"{blindly}; the aim is no better than that")
    for reader in dict.fromkeys(guess.reader for guess in fairness.guesses):
        yield from row(reader, ", ".join(_guess(guess) for guess in fairness.guesses if guess.reader == reader))


def _guess(guess: Guess) -> str:
    return f"{guess.question} {float(guess.right):.0%} ({' or '.join(guess.answers)})"


def minds(fairness: Fairness) -> Iterator[str]:
    """What the two readers hold in the walkthrough, wherever one of them changes their mind."""
    if not fairness.walks:
        yield from row("walkthrough", "no game that proves the case is at hand")
        return
    yield from row("walkthrough", f"{fairness.walks[0].transcript}; clues that change no mind are left out")
    for turns in fairness.turns:
        yield ""
        yield from _turns(turns)


def _turns(turns: Turns) -> Iterator[str]:
    yield from columns(("", turns.question, "trusting reader", "careful reader"), TABLE)
    before: tuple[Sequence[str], Sequence[str]] = ((), ())
    for number, mind in enumerate(turns.minds, 1):
        if (mind.trusting, mind.careful) != before:
            yield from columns((f"{number:>3}", mind.clue, _held(mind.trusting), _held(mind.careful)), TABLE)
        before = (mind.trusting, mind.careful)
    changes = f"changes {times(turns.changes)}" if turns.changes else "never changes"
    yield f"    The leader {changes} in {several(len(turns.minds), 'clue')}."


def _held(answers: Sequence[str]) -> str:
    return ", ".join(answers) or "nothing"


def as_json(fairness: Fairness) -> dict[str, object]:
    """The same as one value. claims: empty where nothing is proved yet."""
    claims = fairness.verdicts.claims
    return {
        "source": fairness.verdicts.source,
        "claims": [
            {"claim": claim.id, "title": claim.title, "verdict": claim.verdict, "says": claim.says} for claim in claims
        ],
        "cruelty": fairness.cruelty or None,
        "depth": fairness.depth,
        "routes_of_needed": fairness.needed,
        "hours": [
            {"game": walk.transcript, "minutes": walk.minutes, "share": round(fairness.share(walk), 3)}
            for walk in fairness.walks
            if fairness.hours
        ],
        "readers": [_guess_as_json(guess) for guess in fairness.guesses],
        "walkthrough": fairness.walks[0].transcript if fairness.walks else None,
        "turns_of_mind": [_turns_as_json(turns) for turns in fairness.turns],
        "flags": [{"about": about, "says": says} for about, says in fairness.flags],
    }


def _guess_as_json(guess: Guess) -> dict[str, object]:
    return {
        "reader": guess.reader,
        "question": guess.question,
        "answers": list(guess.answers),
        "right": round(float(guess.right), 3),
        "chance": round(float(guess.chance), 3),
        "better_than_chance": guess.is_better_than_chance,
    }


def _turns_as_json(turns: Turns) -> dict[str, object]:
    minds = [
        {"clue": mind.clue, "trusting": list(mind.trusting), "careful": list(mind.careful)} for mind in turns.minds
    ]
    return {"question": turns.question, "changes": turns.changes, "flags": list(turns.flags), "minds": minds}
