"""Lines during a hearing, after a judgement and after a proof, when less can be said than in play."""

from tavern.model.commands import Answer, Choose, Consult, Insist, Meta, Misunderstood, Parsed, Understood, Withdraw
from tavern.parser.answers import cited
from tavern.parser.heard import Heard
from tavern.parser.lexicon import ARTICLES, fit
from tavern.parser.numbers import ORDINALS, number
from tavern.parser.words import these

_NOTHING = frozenset(("nothing", "none", "no", "pass", "nobody", "silence", "skip"))
_ANSWERING = these("answer with show cite play use present card clue say because it is the give number no")
_WITHDRAWING = frozenset(("withdraw", "retract"))
_YES = frozenset(("yes", "y", "aye", "yeah"))
_NO = frozenset(("no", "nope", "nay"))
_CHOOSING = these("choose pick select decide to option number i will the ending take do")


def staged(heard: Heard) -> Parsed | None:
    """What the line means at the present stage; None when it means what it always does."""
    match heard.scope.stage:
        case "hearing":
            return _answered(heard)
        case "judged":
            return _judged(heard)
        case "proved":
            return _chosen(heard)
        case _:
            return None


def allowed(parsed: Parsed, stage: str) -> Parsed:
    """What was understood, or why it has to wait, at a stage where little else than the case can be spoken of."""
    if stage not in {"hearing", "ended"} or not isinstance(parsed, Understood):
        return _waiting() if stage == "hearing" and isinstance(parsed, Understood) else parsed
    if isinstance(parsed.command, Consult | Meta | Withdraw | Answer):
        return parsed
    if stage == "hearing":
        return _waiting()
    return Misunderstood("The story is over. *Undo*, *restart*, the journal and *quit* still work.")


def _waiting() -> Misunderstood:
    return Misunderstood(
        "The room is waiting for your answer: the number of a card, or `nothing`. `withdraw` ends the hearing."
    )


def _answered(heard: Heard) -> Parsed | None:
    rest = heard.sentence.rest
    if set(heard.words) <= _NOTHING | {"answer", "say", "with", "i", "have", "at", "all"} and _NOTHING & set(
        heard.words
    ):
        return Understood(Answer(""), rest=rest)
    if heard.words[0] in _WITHDRAWING:
        return Understood(Withdraw(), rest=rest)
    start = next((at for at, word in enumerate(heard.words) if word not in _ANSWERING), len(heard.words))
    end = len(heard.words) - 2 if heard.words[-2:-1] == ("to",) else len(heard.words)
    found = cited(heard, start, end)
    if len(found.cards) == 1 and not found.odd:
        return Understood(Answer(found.cards[0]), rest=rest)
    if len(found.cards) > 1 and not found.odd:
        return Misunderstood("One card at a time. Which of them answers it best?")
    if start < end and number(heard.words[start:end]) is not None:
        return Misunderstood(f"You hold no card with that number. {_waiting().reply}")
    return None


def _judged(heard: Heard) -> Parsed | None:
    if len(heard.words) == 1 and heard.words[0] in _YES:
        return Understood(Insist(), rest=heard.sentence.rest)
    if len(heard.words) == 1 and heard.words[0] in _NO:
        return Understood(Withdraw(), rest=heard.sentence.rest)
    return None


def _chosen(heard: Heard) -> Parsed | None:
    chooses = heard.words[0] in {"choose", "pick", "select", "decide"}
    said = [word.lstrip("#") for word in heard.words if word not in _CHOOSING]
    if not said:
        return Understood(Consult("endings"), rest=heard.sentence.rest) if chooses else None
    endings = heard.scope.endings
    at = ORDINALS.get(said[0]) or number(said) if len(said) < 3 else None
    if at is not None and 1 <= at <= len(endings):
        return Understood(Choose(endings[at - 1]), rest=heard.sentence.rest)
    ending = _named(heard, said)
    if ending:
        return Understood(Choose(ending), rest=heard.sentence.rest)
    return (
        Misunderstood(f"Choose one of {len(endings)} by its number; `endings` lists them.")
        if chooses or at is not None
        else None
    )


def _named(heard: Heard, said: list[str]) -> str:
    """The ending that alone has all the words; a single word is enough only after "choose"."""
    endings = heard.scope.endings
    if "_".join(said) in endings:
        return "_".join(said)
    key = frozenset(said) - ARTICLES
    entries = ((id, heard.lexicon.entries.get(id)) for id in endings)
    fits = [id for id, entry in entries if entry and key and fit(entry, key)]
    return fits[0] if len(fits) == 1 else ""
