"""Short forms written out: an id alone for something of which no more is said, and what is left out because it is plain."""

from collections.abc import Iterator

from tavern.compiler import shape as s

ASKED_OF_EVERY_CASE = ("who", "how", "why")


def topics_of(folder: s.Folder) -> list[s.TopicShape]:
    """The topics in their long form."""
    return [s.TopicShape(id=topic) if isinstance(topic, str) else topic for topic in folder.topics]


def counters_of(folder: s.Folder) -> list[s.CounterShape]:
    """The counters in their long form."""
    return [s.CounterShape(id=counter) if isinstance(counter, str) else counter for counter in folder.counters]


def flags_of(folder: s.Folder) -> list[s.FlagShape]:
    """The flags in their long form."""
    return [s.FlagShape(id=flag) if isinstance(flag, str) else flag for flag in folder.flags]


def questions_of(folder: s.Folder) -> list[s.QuestionShape]:
    """The questions; who, how and why, as far as the case has or gives answers to them, where it names none."""
    correct = folder.solutions.correct.model_extra or {} if folder.solutions else {}
    plain = [id for id in ASKED_OF_EVERY_CASE if id in folder.answers or id in correct]
    return [s.QuestionShape(id=shape) if isinstance(shape, str) else shape for shape in folder.questions or plain]


def answers_of(folder: s.Folder, question: str) -> list[s.AnswerShape]:
    """The answers to a question; to who, everybody, where none are listed."""
    plain = [actor.id for actor in folder.actors] if question == "who" else []
    given = folder.answers.get(question) or plain
    return [s.AnswerShape(id=answer) if isinstance(answer, str) else answer for answer in given]


def start_of(folder: s.Folder) -> str:
    """The room in which the player begins: the first of all where none is named. "" when there is none."""
    named = folder.mystery.begins.room if folder.mystery else None
    return named or next((room.id for room in folder.rooms), "")


def endings_of(folder: s.Folder) -> Iterator[tuple[str, s.EndingShape]]:
    """The endings with their ids; one that has none is called after what it follows upon: "proved", "proved_2"."""
    count: dict[str, int] = {}
    for shape in folder.endings:
        if shape.id is None:
            count[shape.after] = number = count.get(shape.after, 0) + 1
            yield (shape.after if number == 1 else f"{shape.after}_{number}"), shape
        else:
            yield shape.id, shape
