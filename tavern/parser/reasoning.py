"""Lines that say what the player thinks, and whom the player charges with what."""

from itertools import pairwise

from tavern.model.commands import (
    Accusation,
    Accuse,
    Charge,
    Consult,
    Misunderstood,
    Parsed,
    Question,
    Suppose,
    Think,
    Understood,
)
from tavern.parser.answers import Named, about_guilt, cited, find_answers, question_at
from tavern.parser.heard import Heard
from tavern.parser.say import say
from tavern.parser.telling import labels, listed, told
from tavern.parser.trouble import no_card
from tavern.parser.words import each_of, these

_OPENINGS = (
    ("i", "do", "not", "think"), ("i", "do", "not", "believe"), ("i", "am", "sure"), ("i", "think"), ("i", "believe"),
    ("i", "suspect"), ("i", "conclude"), ("i", "reckon"), ("i", "guess"), ("i", "suppose"), ("my", "theory", "is"),
    ("i", "deduce"), ("think",), ("conclude",), ("deduce",), ("infer",), ("rule", "out"), ("exclude",), ("suppose",), ("pin",),
    ("assume",), ("guess",), ("suspect",), ("i", "assume"), ("i", "am", "convinced"), ("i", "say"), ("it", "follows"),
)  # fmt: skip
_PINNING = frozenset(("suppose", "pin", "assume", "guess", "suspect", "theory", "i"))
_NOT_THOUGHTS = these("about of on over hard aloud through again")
_BECAUSE = frozenset(("because", "since", "given", "from", "with", "as", "considering"))
_NOT = frozenset(("not", "never", "no"))
_CHARGING = frozenset(("accuse", "arrest", "charge", "blame", "denounce"))
_CITING = these("with because using citing since given by from on")
_ASKING_TO_ACCUSE = frozenset(
    each_of(
        "make an accusation|solve the case|accuse somebody|accuse someone|accusation|make accusation|solve case|"
        "who can i accuse|what can i charge|close the case|accuse who|whom can i accuse|solve the mystery|solve"
    )
)
_NO_ANSWER = frozenset(each_of("nothing|nobody|none|no one|no answer|unknown|not known"))
_FORGETTING = frozenset(("forget", "unpin"))


def thought(heard: Heard) -> Parsed | None:
    """A conclusion, or an answer pinned as what I think; None when the line is neither."""
    words = heard.words
    if len(words) == 2 and words[0] in _FORGETTING and question_at(heard, 1, 2)[0]:
        return Understood(Suppose(question_at(heard, 1, 2)[0], ""), rest=heard.sentence.rest)
    opening = next((opening for opening in _OPENINGS if words[: len(opening)] == opening), ())
    start = len(opening)
    if opening and (start == len(words) or words[start] in _NOT_THOUGHTS):
        return None
    if not opening and _blames(heard):
        opening = ("i", "think")
    start += start < len(words) and words[start] == "that"
    reasons = frozenset(("because",)) if "because" in words[start:] else _BECAUSE  # "from" may belong to the answer
    because = next((at for at in range(start, len(words)) if words[at] in reasons), len(words))
    if not opening and (because == len(words) or words[because] != "because"):
        return None
    return _concluded(heard, opening, start, because)


def _blames(heard: Heard) -> bool:
    """A bare claim that somebody did it: "sarah did it", "it was gene"."""
    words = heard.words
    claims = words[-2:] == ("did", "it") or words[-1] == "guilty" or words[:2] in {("it", "was"), ("it", "is")}
    found = find_answers(heard, 0, len(words)) if claims and words[0] not in {"who", "did", "was", "is"} else []
    return any(heard.scope.kinds.get(named.answer) == "actor" for named in found)


def _concluded(heard: Heard, opening: tuple[str, ...], start: int, because: int) -> Parsed | None:
    words = heard.words
    question, after = question_at(heard, start, because)
    denied = bool(_NOT & set(words[after:because])) or "not" in opening or opening in {("rule", "out"), ("exclude",)}
    if question and because == len(words) and words[after:] in _NO_ANSWER:
        return Understood(Suppose(question, ""), rest=heard.sentence.rest)
    found = find_answers(heard, after, because, question)
    if about_guilt(heard, after, because) and not question:
        found = [named for named in found if heard.scope.kinds.get(named.answer) == "actor"] or found
    if not found:
        return _no_answer(heard, question, after, because) if opening else None
    if len({named.question for named in found}) > 1 and not about_guilt(heard, after, because):
        return _to_which(heard, found, start)
    pins = bool(_PINNING & set(opening))
    return _because(heard, found[0], because, denied=denied, pins=pins)


def _because(heard: Heard, named: Named, because: int, *, denied: bool, pins: bool) -> Parsed:
    rest = heard.sentence.rest
    if because == len(heard.words):
        if pins and not denied:
            return Understood(Suppose(named.question, named.answer), rest=rest)
        return Understood(Think(named.question, named.answer, (), denied), rest=rest)
    evidence = cited(heard, because, len(heard.words))
    if evidence.odd and evidence.odd not in _BECAUSE:
        motive = [
            each for each in find_answers(heard, because + 1, len(heard.words)) if each.question != named.question
        ]
        if motive and not evidence.cards and not denied:
            also = say(Suppose(motive[0].question, motive[0].answer), heard.scope)
            return Understood(Suppose(named.question, named.answer), rest=f"{also}. {rest}" if rest else also)
        return no_card(heard, evidence.odd)
    return Understood(Think(named.question, named.answer, evidence.cards, denied), rest=rest)


def _to_which(heard: Heard, found: list[Named], start: int) -> Question:
    questions = tuple(dict.fromkeys(named.question for named in found))
    line = heard.sentence.line
    at = heard.spans[start].start
    return Question(
        "what",
        f"An answer to which question: {listed(list(questions))}?",
        questions,
        questions,
        line[:at],
        f" {line[at:]}",
    )


def _no_answer(heard: Heard, question: str, start: int, end: int) -> Misunderstood:
    said = heard.text(start, end)
    if question:
        listed_now = [told(id, heard.scope) for id in heard.scope.answers.get(question, ())]
        known = f" You have thought of {listed(listed_now, 'and')}." if listed_now else ""
        return Misunderstood(f"I follow *think {question}*, but not what the answer would be.{known}", said)
    asked = listed(list(heard.scope.all_answers))
    return Misunderstood(f"*{said}* is no answer I know to {asked}. Try *think*, one of these, and the answer." if asked
                         else "There is no question open to think about.", said)  # fmt: skip


def charged(heard: Heard) -> Parsed | None:
    """An accusation; None when the line is none."""
    start = 1 if heard.words[0] == "i" else 0
    if heard.words in _ASKING_TO_ACCUSE:
        return Understood(Consult("accuse"), rest=heard.sentence.rest)
    if heard.words[start : start + 1] == () or heard.words[start] not in _CHARGING:
        return None
    if heard.words[-1] == "lying":
        return None
    if len(heard.words) == start + 1:
        return Understood(Consult("accuse"), rest=heard.sentence.rest)
    charges: list[Charge] = []
    for first, end in _pieces(heard, start + 1):
        problem = _charge(heard, first, end, charges)
        if problem:
            return problem
    return Understood(Accuse(Accusation(tuple(charges))), rest=heard.sentence.rest)


def _pieces(heard: Heard, start: int) -> list[tuple[int, int]]:
    """The parts of an accusation: between commas, and on either side of its first OF or FOR."""
    cuts = [start - 1]
    cite = next((at for at in range(start, len(heard.words)) if heard.words[at] in _CITING), len(heard.words))
    of = next((at for at in range(start + 1, cite) if heard.words[at] in {"of", "for"}), None)
    named = question_at(heard, start, len(heard.words))[0]
    cuts += [of] if of is not None and not named else []
    cuts += [at for at in range(start, len(heard.words)) if heard.words[at] == ","]
    cuts.append(len(heard.words))
    return [(cut + 1, after) for cut, after in pairwise(cuts) if after > cut + 1]


def _charge(heard: Heard, start: int, end: int, charges: list[Charge]) -> Misunderstood | None:
    """Adds what the words charge to the charges; the sentence to show when they charge nothing."""
    more = cited(heard, start, end)
    if more.cards and not more.odd and charges:
        last = charges[-1]
        charges[-1] = Charge(last.question, last.answer, tuple(dict.fromkeys((*last.cards, *more.cards))))
        return None
    start += heard.words[start] == "and"
    question, after = question_at(heard, start, end)
    cite = next((at for at in range(after, end) if heard.words[at] in _CITING and at > after), end)
    found = find_answers(heard, after, cite, question)
    if not found:
        return _no_charge(heard, question, after, cite)
    named = found[0]
    evidence = cited(heard, cite + 1, end)
    if evidence.odd:
        return no_card(heard, evidence.odd)
    charges.append(Charge(named.question, named.answer, evidence.cards))
    if not question and named.end < cite and heard.words[named.end] == "and":
        return _charge(heard, named.end + 1, end, charges)
    return None


def _no_charge(heard: Heard, question: str, start: int, end: int) -> Misunderstood:
    said = heard.text(start, end)
    people = list(labels((id for ids in heard.scope.answers.values() for id in ids
                          if heard.scope.kinds.get(id) == "actor"), heard.scope).values())  # fmt: skip
    if question:
        return Misunderstood(
            f"I follow the charge of *{question}*, but not *{said}*. `accuse` tells what may be charged.", said
        )
    could = f" You could *accuse {people[0]}*." if people else ""
    return Misunderstood(
        f"I follow that somebody is accused, but not *{said}*.{could} `accuse` tells what may be charged.", said
    )
