"""A line and a scope into what the line means: the walk of a sentence through the parser, on one screen."""

from collections.abc import Callable
from dataclasses import replace

from tavern.model.commands import Act, Consult, Misunderstood, Parsed, Question, Understood
from tavern.model.scope import Scope
from tavern.parser import trouble
from tavern.parser.asking import which
from tavern.parser.directions import DIRECTIONS
from tavern.parser.failing import explained
from tavern.parser.forms import first_words
from tavern.parser.heard import DANGLING, FOUND, GUESSED, WHICH, Heard, heard
from tavern.parser.lexicon import lexicon
from tavern.parser.loosely import loosely
from tavern.parser.match import best_match, whole_match
from tavern.parser.meaning import meaning
from tavern.parser.nouns import phrase
from tavern.parser.polite import plain
from tavern.parser.reasoning import charged, thought
from tavern.parser.referring import understood
from tavern.parser.repair import repaired
from tavern.parser.reply import replied
from tavern.parser.say import naming
from tavern.parser.speech import addressed, asked_at_large, called_last, called_without_comma, said_aloud, spoken_to
from tavern.parser.stages import allowed, staged
from tavern.parser.words import Sentence, first_sentence, tidy, words_of

REASONS = frozenset(("because", "with", "given", "using", "citing"))
_ASKING_NOTHING = frozenset((("what",), ("who",), ("where",)))
MOST_JOINTS = 6  # places at which a sentence is tried to be cut in two


def parse(line: str, scope: Scope) -> Parsed:
    """What the first sentence of a line means; never raises, whatever the line.

    An open question of the scope may be answered by the line or ignored. An empty line asks for help.
    """
    text = tidy(line)
    fresh = replace(scope, question=None) if scope.question else scope
    if scope.question is not None and text:
        answer = replied(text, scope.question, fresh, _parsed)
        if answer is not None:
            return answer
    return _parsed(text, fresh)


def _parsed(text: str, scope: Scope) -> Parsed:
    sentence = first_sentence(text)
    if sentence.too_long:
        return trouble.too_long()
    if not sentence.words:
        return Understood(Consult("help"))
    parsed = _joined(text, sentence, scope) or _sentence(sentence, scope)
    if isinstance(parsed, Misunderstood):
        return repaired(sentence, scope, parsed, _sentence)
    return parsed


def _joined(text: str, sentence: Sentence, scope: Scope) -> Parsed | None:
    """The sentence with what follows a THEN that only goes on with a list: "ask gene and then sarah about the river"."""
    after = words_of(sentence.rest[:40])[:1]
    cut = text[sentence.words[-1].end : len(text) - len(sentence.rest)]
    if not after or "then" not in cut or after[0].text in first_words() | DIRECTIONS.keys():
        return None
    whole = f"{text[: sentence.words[-1].end]} and {sentence.rest}"
    parsed = _sentence(first_sentence(whole), scope)
    return parsed if isinstance(parsed, Understood) else None


def _sentence(sentence: Sentence, scope: Scope) -> Parsed:
    """The sentence as it stands, without the courtesies around it, or its first half."""
    words = lexicon(scope)
    said: list[Heard] = []
    for spans in plain(sentence.words, words.known, scope.verbs):
        each = heard(sentence, spans, scope, words)
        said.append(each)
        at_stage = staged(each)
        if at_stage is not None:
            return at_stage
        parsed = _surely(each)
        if isinstance(parsed, Understood):
            return allowed(parsed, scope.stage)
    argued = next((failed for each in said for failed in [_argument(each)] if failed is not None), None)
    if argued is not None:
        return argued
    questions: list[Question] = []
    failures: list[Misunderstood] = []
    begun: list[Misunderstood] = []
    for each in said:
        parsed = allowed(_whole(each), scope.stage)
        match parsed:
            case Understood():
                return parsed
            case Question():
                questions.append(parsed)
            case Misunderstood():
                failures.append(parsed)
                begun.extend([parsed] if each.words[0] in first_words() else ())
    clear = next((question for question in questions if question.kind == "which"), None)
    return clear or _first_half(sentence, scope) or (questions or begun[-1:] or failures[-1:])[0]


def _argument(said: Heard) -> Misunderstood | None:
    """What is wrong with a conclusion or an accusation that gives its reasons: what follows AND is a card, no command."""
    if not REASONS & set(said.words):
        return None
    argued = charged(said) or thought(said)
    return argued if isinstance(argued, Misunderstood) else None


def _surely(said: Heard) -> Parsed | None:
    """What the sentence means by a way that leaves no doubt; None when there is none."""
    return next((parsed for way in _SURE for parsed in [way(said)] if parsed is not None), None)


def _whole(said: Heard) -> Parsed:
    doubtful = (parsed for way in (*_SURE, *_DOUBTFUL) for parsed in [way(said)] if parsed is not None)
    return next(doubtful, None) or explained(said)


def _spoken(said: Heard) -> Parsed | None:
    to = addressed(said)
    if to is None:
        return None
    people, start = to
    parsed = spoken_to(said, people[0], start)
    if not isinstance(parsed, Understood) or len(people) == 1:
        return parsed
    words = said.text(start, len(said.words))
    others = [f"{naming(id, 'PERSON', said.scope)}, {words}" for id in people[1:]]
    return replace(parsed, rest=". ".join([*others, parsed.rest] if parsed.rest else others))


def _called(said: Heard) -> Parsed | None:
    """A question with the name after it: "what is that, gene?"."""
    to = called_last(said)
    return (
        spoken_to(replace(said, spans=said.spans[: to[1]], words=said.words[: to[1]], memo={}), to[0], 0)
        if to
        else None
    )


def _called_at_last(said: Heard) -> Parsed | None:
    """The same without its comma, when the line means nothing else."""
    to = called_without_comma(said)
    if to is None:
        return None
    parsed = spoken_to(replace(said, spans=said.spans[: to[1]], words=said.words[: to[1]], memo={}), to[0], 0)
    return parsed if isinstance(parsed, Understood) else None


def _fitted(said: Heard) -> Parsed | None:
    match = whole_match(said)
    if match is None or match.grade < GUESSED:
        return None
    return meaning(said, match)


def _nearly(said: Heard) -> Parsed | None:
    """A form that fits but for a part that is missing, or that could be several things."""
    if said.words in _ASKING_NOTHING:
        return None
    match = best_match(said)
    nearly = match is not None and match.grade >= DANGLING and match.literals
    return meaning(said, match) if match and nearly else None


def _bare(said: Heard) -> Parsed | None:
    """A name alone: somebody is spoken to, a place gone to, a thing looked at; of anything else, what one knows of it."""
    if "," in said.words or "and" in said.words:
        return None
    reading = phrase(said, "TOPIC", 0, len(said.words))
    if reading.grade == WHICH:
        return which(said, reading)
    if reading.grade != FOUND:
        return None
    id, kind = reading.ids[0], said.scope.kinds.get(reading.ids[0])
    present = id in said.scope.present or id in said.scope.held
    if kind == "actor":
        return understood(said, Act("talk", id) if present else Consult("about", id))
    if kind == "thing":
        return understood(said, Act("examine", id))
    if kind == "topic" and said.scope.speaker:
        return understood(said, Act("ask", said.scope.speaker, id))
    return understood(said, Act("go_to", id) if kind == "room" else Consult("about", id))


_SURE: tuple[Callable[[Heard], Parsed | None], ...] = (
    charged,
    thought,
    _called,
    _fitted,
    _spoken,
    said_aloud,
    _bare,
)
_DOUBTFUL: tuple[Callable[[Heard], Parsed | None], ...] = (_called_at_last, _nearly, loosely, asked_at_large)


def _first_half(sentence: Sentence, scope: Scope) -> Parsed | None:
    """The part before an AND or a comma, where what follows is another command."""
    joints = [at for at, word in enumerate(sentence.words) if at and word.text in {"and", ","} and not word.quoted]
    for at in joints[:MOST_JOINTS]:
        after = at + 1
        while after < len(sentence.words) and sentence.words[after].text in {"and", ",", "then"}:
            after += 1
        if after == len(sentence.words) or sentence.words[after].text not in first_words() | DIRECTIONS.keys():
            continue
        end = sentence.words[-1].end
        tail = sentence.line[sentence.words[after].start : end]
        rest = f"{tail}. {sentence.rest}" if sentence.rest else tail
        parsed = _sentence(Sentence(sentence.words[:at], rest, sentence.line), scope)
        if not isinstance(parsed, Misunderstood):
            return parsed
    return None
