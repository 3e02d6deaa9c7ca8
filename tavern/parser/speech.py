"""What is said to somebody: a name and a comma first, a question nobody is named for, words in quotes."""

from dataclasses import replace

from tavern.model.commands import Act, Command, Consult, Misunderstood, Parsed, Question, Understood
from tavern.parser.answers import find_answers
from tavern.parser.completing import DETECTIVE, completed, whoever
from tavern.parser.forms import first_words
from tavern.parser.heard import FOUND, GUESSED, WHICH, Heard, Reading
from tavern.parser.heard import heard as listen
from tavern.parser.match import best_match, whole_match
from tavern.parser.meaning import meaning
from tavern.parser.names import FUNCTION, PERSONAL
from tavern.parser.nouns import phrase, scan
from tavern.parser.referring import understood
from tavern.parser.words import Word, these, words_of

QUESTION_WORDS = these(
    "who whom what where when why how which whose did do does is are was were have has can could would will "
    "should tell"
)  # fmt: skip
_TALK = DETECTIVE | these("ask tell ask_for confront persuade promise greet farewell thank yes no talk")
_SHORTEST_CALL = 4  # words of a question that may end with a name nobody put a comma before
_GREETINGS = {"hello": "greet", "hi": "greet", "hey": "greet", "goodbye": "farewell", "bye": "farewell", "thanks": "thank",
              "thank": "thank", "good": "greet"}  # fmt: skip


def addressed(heard: Heard) -> tuple[tuple[str, ...], int] | None:
    """Who a sentence is spoken to, and where what is said begins: "gene, …", or "gene …" before a verb or a question."""
    comma = heard.words.index(",") if "," in heard.words[:6] else 0
    if comma:
        reading = phrase(heard, "PERSON", 0, comma)
        said = reading.grade in {FOUND, GUESSED} and reading.ids and comma + 1 < len(heard.words)
        return (reading.ids, comma + 1) if said else None
    for end in range(min(3, len(heard.words) - 1), 0, -1):
        if heard.words[0] in first_words() or heard.words[end] not in QUESTION_WORDS | {"hello", "goodbye", "thanks"}:
            continue
        reading = phrase(heard, "PERSON", 0, end)
        if reading.grade == FOUND and len(reading.ids) == 1 and heard.scope.kinds.get(reading.ids[0]) == "actor":
            return reading.ids, end
    return None


def called_last(heard: Heard) -> tuple[str, int] | None:
    """Who a question or a greeting is spoken to when the name comes last, and where it ends: "…, gene"."""
    comma = len(heard.words) - 1 - heard.words[::-1].index(",") if "," in heard.words[1:-1] else 0
    starts = heard.words[0] in QUESTION_WORDS and (heard.words[0] != "tell" or heard.words[:2] == ("tell", "me"))
    if not comma or comma < len(heard.words) - 4 or not starts:
        return None
    reading = phrase(heard, "PERSON", comma + 1, len(heard.words))
    return (reading.ids[0], comma) if reading.grade == FOUND and len(reading.ids) == 1 else None


def called_without_comma(heard: Heard) -> tuple[str, int] | None:
    """Who a question is spoken to that ends with a name: "can you tell me about the boats gene"."""
    if heard.words[0] not in QUESTION_WORDS or len(heard.words) < _SHORTEST_CALL:
        return None
    for start in (len(heard.words) - 2, len(heard.words) - 1):
        found = heard.lexicon.find(heard.words[start:], ("actor",))
        here = [id for id in found if id in heard.scope.present]
        if len(here) == 1 and heard.words[start - 1] not in FUNCTION:
            return here[0], start
    return None


def spoken_to(heard: Heard, person: str, start: int) -> Parsed:
    """What it means to say the words from `start` on to somebody."""
    said = listen(heard.sentence, heard.spans[start:], heard.scope, heard.lexicon, person)
    quoted = _unquoted(said)
    if quoted is not None:
        said = quoted
    match = whole_match(said)
    if match is not None and match.grade >= GUESSED:
        parsed = meaning(said, match)
        if isinstance(parsed, Question | Misunderstood):
            return parsed
        return _told_so(said, person, parsed)
    match = best_match(said)
    if match is not None and match.form.verb.id in _TALK and match.grade >= WHICH:
        return meaning(said, match)
    return _asked(said, person, 0)


def _told_so(said: Heard, person: str, parsed: Understood) -> Understood:
    """Talk stays talk; a question about the world is a question to them; anything else is an order."""
    match parsed.command:
        case Act(verb) if verb in _TALK:
            return parsed
        case Act("show", noun, _):
            return understood(said, Act("ask_for", person, noun))
        case Act("give", noun, other) if other == person:
            return understood(said, Act("ask_for", person, noun))
        case _:
            return _question_or_order(said, person, parsed.command)


def _question_or_order(said: Heard, person: str, command: Command) -> Understood:
    asks = said.words[0] in QUESTION_WORDS or said.sentence.asks
    noun = getattr(command, "noun", "")
    if asks or not isinstance(command, Act) or command.verb in {"go_to", "say_aloud"}:
        topic = scan(said, 0, len(said.words))
        id = topic.ids[0] if topic.ids else noun
        if id:
            return understood(said, Act("ask", person, id), topic.took)
    return understood(said, Act("order", person))


def _asked(said: Heard, person: str, start: int) -> Parsed:
    """Words to somebody that fit no form: about whatever name occurs in them."""
    topic = scan(said, start, len(said.words))
    if topic.grade >= GUESSED:
        return understood(said, Act("ask", person, topic.ids[0]), topic.took)
    if said.words in {("why",), ("how",)}:
        return understood(said, Act("how_know", person))
    if said.words[0] in first_words() - QUESTION_WORDS:
        return understood(said, Act("order", person))
    result = completed(said, Act("ask", person, person if _about_them(said) else ""))
    return result if isinstance(result, Question | Misunderstood) else understood(said, result)


def asked_at_large(heard: Heard) -> Parsed | None:
    """A question with nobody named: to who is being spoken with, or to the only one here. None when it is no question."""
    if heard.words[0] not in QUESTION_WORDS and not heard.sentence.asks:
        return None
    if heard.words in {("why",), ("how",)}:
        return understood(heard, Act("how_know"))
    topic = scan(heard, 0, len(heard.words))
    id = topic.ids[0] if topic.ids else ""
    if id and not whoever(heard) and not {"you", "your"} & set(heard.words):
        return understood(heard, Consult("about", id), topic.took)
    result = completed(heard, Act("ask", "", id))
    if not id and _about_them(heard) and heard.scope.speaker:
        result = Act("ask", heard.scope.speaker, heard.scope.speaker)
    if isinstance(result, Question | Misunderstood):
        return result
    return understood(heard, result, topic.took)


def _about_them(heard: Heard) -> bool:
    """A question about nobody but who is asked: "who are you?"."""
    about_you = bool({"you", "your", "yourself"} & set(heard.words))
    return about_you and all(word in FUNCTION | PERSONAL or word in heard.scope.words for word in heard.words)


def said_aloud(heard: Heard) -> Parsed | None:
    """Words in quotes, or after SAY, with or without a TO: greetings, yes and no, a question, or something told."""
    words, spans = heard.words, heard.spans
    start = 1 if words[0] in {"say", "answer", "reply", "whisper", "mutter"} else 0
    if start == len(words) or not (start or spans[0].quoted):
        return None
    to = next((at for at in range(len(words) - 2, start, -1) if words[at] == "to"), len(words))
    reading = phrase(heard, "PERSON", to + 1, len(words)) if to < len(words) else None
    if reading is not None and reading.grade < GUESSED:
        to, reading = len(words), None
    body = listen(heard.sentence, spans[start:to], heard.scope, heard.lexicon)
    return _utterance(_unquoted(body) or body, reading)


def _utterance(body: Heard, to: Reading | None) -> Parsed | None:
    if not body.words:
        return None
    if to is not None:
        person = replace(body, addressee=to.ids[0], memo={})
        if body.words[0] in _GREETINGS:
            return understood(body, Act(_GREETINGS[body.words[0]], to.ids[0]))
        return spoken_to(person, to.ids[0], 0)
    match = whole_match(body)
    if match is not None and match.grade >= GUESSED and match.form.verb.id in _TALK:
        return meaning(body, match)
    answers = find_answers(body, 0, len(body.words))
    if answers and body.scope.kinds.get(answers[0].answer) == "answer":
        return understood(body, Act("say_aloud", answers[0].answer))
    topic = scan(body, 0, len(body.words))
    if topic.grade < GUESSED:
        return Misunderstood("Say it to somebody: *say hello to* and a name, or *ask* and a name, about something.")
    asks = body.sentence.asks or body.words[0] in QUESTION_WORDS
    result = completed(body, Act("ask" if asks else "tell", "", topic.ids[0]))
    return result if isinstance(result, Question | Misunderstood) else understood(body, result, topic.took)


def _unquoted(heard: Heard) -> Heard | None:
    """The sentence with its quoted words opened, None when nothing is quoted."""
    if not any(word.quoted for word in heard.spans):
        return None
    opened = [word for span in heard.spans for word in (_opened(heard, span) if span.quoted else [span])]
    kept = tuple(word for word in opened if word.text not in {".", "!", "?"})
    asks = any(word.text == "?" for word in opened) or heard.sentence.asks
    return listen(replace(heard.sentence, asks=asks), kept, heard.scope, heard.lexicon, heard.addressee)


def _opened(heard: Heard, span: Word) -> list[Word]:
    inner = heard.sentence.line[span.start : span.end].strip('"')
    at = span.start + 1
    return [replace(word, start=at + word.start, end=at + word.end) for word in words_of(inner)]
