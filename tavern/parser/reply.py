"""The line after a question of the parser: its answer, or something else."""

from collections.abc import Callable
from dataclasses import replace

from tavern.model.commands import Misunderstood, Parsed, Question, Understood
from tavern.model.scope import Scope
from tavern.parser.forms import first_words
from tavern.parser.lexicon import ARTICLES, fit, lexicon
from tavern.parser.numbers import ORDINALS, number
from tavern.parser.say import naming
from tavern.parser.words import split, these

_DISMISSING = {
    "never mind",
    "nevermind",
    "cancel",
    "nothing",
    "none",
    "forget it",
    "neither",
    "none of them",
    "no one",
    "nobody",
}
_YES = frozenset(("yes", "y", "aye", "yeah", "yep", "ok", "okay", "sure", "of course", "go on", "continue"))
_NO = frozenset(("no", "n", "nope", "nay", "stop"))
_AROUND = these("one please that this number to about with it i mean meant is")

Parse = Callable[[str, Scope], Parsed]


def replied(line: str, question: Question, scope: Scope, parse: Parse) -> Parsed | None:
    """What the line means as an answer; None when it is better read for itself."""
    words = split(line.rstrip(".!?"))
    said = " ".join(words)
    if not words:
        return None
    if said in _DISMISSING or (question.kind != "confirm" and said in _NO - {"n"}):
        return Misunderstood("As you like.")
    match question.kind:
        case "confirm":
            return _confirmed(said, question, scope, parse)
        case "which":
            return _picked(words, question, scope, parse)
        case _:
            return _picked(words, question, scope, parse, only_number=True) or _filled(line, question, scope, parse)


def _confirmed(said: str, question: Question, scope: Scope, parse: Parse) -> Parsed | None:
    if said in _YES:
        return parse(question.prefix + question.suffix, scope)
    return Misunderstood("As you like.") if said in _NO else None


def _picked(
    words: tuple[str, ...], question: Question, scope: Scope, parse: Parse, *, only_number: bool = False
) -> Parsed | None:
    said = [word for word in words if word not in ARTICLES and word not in _AROUND] or list(words)
    at = ORDINALS.get(said[0]) or number(said) if len(said) == 1 else None
    if at is not None and 1 <= at <= len(question.choices):
        return _with(question, question.choices[at - 1], scope, parse)
    if only_number:
        return None
    fits = [id for id in question.choices if _fits(id, said, scope)]
    if len(fits) == 1:
        return _with(question, fits[0], scope, parse)
    if not fits:
        return None
    names = [label for id, label in zip(question.choices, question.labels, strict=False) if id in fits]
    if len(fits) == len(question.choices):
        exact = [id for id in fits if frozenset(said) in lexicon(scope).entries[id].exact]
        return _with(question, exact[0], scope, parse) if len(exact) == 1 else None
    return replace(question, choices=tuple(fits), labels=tuple(names))


def _fits(id: str, said: list[str], scope: Scope) -> bool:
    entry = lexicon(scope).entries.get(id)
    return "_".join(said) == id or bool(entry and fit(entry, frozenset(said)))


def _with(question: Question, choice: str, scope: Scope, parse: Parse) -> Parsed:
    """The line the question came from, with the choice in its place."""
    known = choice in scope.names
    kind = (
        "PERSON" if scope.kinds.get(choice) == "actor" else "THING" if scope.kinds.get(choice) == "thing" else "TOPIC"
    )
    answer = naming(choice, kind, scope) if known else choice
    parsed = parse(f"{question.prefix}{answer}{question.suffix}", scope)
    if isinstance(parsed, Understood) or not known:
        return parsed
    return parse(f"{question.prefix}#{choice}{question.suffix}", scope)


def _filled(line: str, question: Question, scope: Scope, parse: Parse) -> Parsed | None:
    """The line put where the part was missing, unless it is a sentence of its own."""
    answer = line.rstrip(".!?")
    lead = question.prefix.split()[-1:]
    if lead and answer.lower().startswith(f"{lead[0].lower()} "):
        answer = answer.split(" ", 1)[1]
    filled = parse(f"{question.prefix}{answer}{question.suffix}", scope)
    if isinstance(filled, Understood) and not filled.took:
        return filled
    fresh = parse(line, scope)
    if isinstance(fresh, Understood) or not isinstance(filled, Question | Understood):
        return None
    is_sentence = len(answer.split()) > 1 and answer.split()[0].lower() in first_words()
    return None if is_sentence and isinstance(filled, Question) else filled
