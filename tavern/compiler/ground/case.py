"""The case itself: questions, answers, deductions, solutions, endings, and what goes off by itself."""

from collections.abc import Mapping

from tavern.compiler import shape as s
from tavern.compiler.ground.conditions import condition, days_of
from tavern.compiler.ground.desk import Desk, both, minute
from tavern.compiler.ground.effects import Spring, effects
from tavern.compiler.ground.routes import bearing
from tavern.compiler.ground.short import answers_of, endings_of, questions_of
from tavern.compiler.ground.texts import put
from tavern.model import conditions as c
from tavern.model.conditions import ALWAYS, Condition
from tavern.model.frozen import Frozen
from tavern.model.mystery import Answer, Deduction, Ending, FalseSolution, Names, Question, Solution
from tavern.model.rules import Automatic

PLAIN_ENDINGS: Mapping[str, str] = {  # what an ending follows upon → its words where an author gives none
    "insisted": "You stand by it. It is acted upon, and it is not so.",
    "lucky": "You stand by it, and you are right. You cannot say how you know, and it is not asked.",
    "discredited": "Nobody listens any more. What there was to find out stays where it is.",
    "time": "There is no time left. What there was to find out stays where it is.",
}
ASKED = {"who": "Who is behind it?", "how": "How is it done?", "why": "Why?", "what": "What is it?", "when": "When?"}


def questions(desk: Desk, folder: s.Folder, people: Mapping[str, Names]) -> tuple[Question, ...]:
    """The questions in the order of the case."""
    return tuple(_question(desk, shape, folder, people) for shape in questions_of(folder))


def _question(desk: Desk, shape: s.QuestionShape, folder: s.Folder, people: Mapping[str, Names]) -> Question:
    return Question(
        shape.id,
        shape.ask or ASKED.get(shape.id, f"{shape.id.replace('_', ' ').capitalize()}?"),
        tuple(_answer(desk, shape.id, answer, people) for answer in answers_of(folder, shape.id)),
        shape.charged,
        Names(shape.id.replace("_", " "), also=tuple(shape.names), proper=True),
        _met(shape.met),
    )


def _answer(desk: Desk, question: str, shape: s.AnswerShape, people: Mapping[str, Names]) -> Answer:
    names = people.get(shape.id) or Names(
        shape.name or shape.id.replace("_", " "), also=tuple(shape.names), proper=True
    )
    listed: Condition = c.Knows(shape.id) if shape.id in people and not shape.met else _met(shape.met)
    objection = put(desk, f"objection:{question}:{shape.id}", shape.objection)
    return Answer(shape.id, names, listed, objection, tuple(shape.voiced_by))


def _met(ids: list[str]) -> Condition:
    return c.Any(tuple(c.Knows(id) for id in ids)) if ids else ALWAYS


def deduction(desk: Desk, shape: s.DeductionShape) -> Deduction:
    """The deduction as compiled."""
    needs = [tuple(part) for part in shape.from_ if isinstance(part, list)] or [
        tuple(str(part) for part in shape.from_)
    ]
    return Deduction(
        shape.id,
        shape.name or shape.id.replace("_", " "),
        put(desk, f"deduction:{shape.id}", shape.text),
        tuple(needs),
        put(desk, f"because:{shape.id}", shape.because),
        bearing(shape),
    )


def solution(folder: s.Folder) -> tuple[Solution, tuple[FalseSolution, ...]]:
    """The truth and what one may take for it."""
    if folder.solutions is None:
        return Solution("", Frozen(), ()), ()
    correct = folder.solutions.correct
    requires = [tuple(part) for part in correct.requires_clues if isinstance(part, list)]
    wrong = tuple(
        FalseSolution(
            shape.id or f"false_{number}",
            shape.description,
            Frozen(shape.answers),
            tuple(shape.requires_clues),
            shape.common_mistake,
        )
        for number, shape in enumerate(folder.solutions.false_solutions, 1)
    )
    answers = {str(question): str(answer) for question, answer in (correct.model_extra or {}).items()}
    truth = Solution(
        correct.description,
        Frozen(answers),
        tuple(requires) or (tuple(str(part) for part in correct.requires_clues),),
        Frozen({question: tuple(map(tuple, sets)) for question, sets in correct.requires.items()}),
    )
    return truth, wrong


def endings(desk: Desk, folder: s.Folder) -> dict[str, Ending]:
    """The endings by their ids; plain words stand for those that every case with a question needs and this one leaves out."""
    own = {id: _ending(desk, id, shape) for id, shape in endings_of(folder)}
    there = {ending.after for ending in own.values() if not ending.solution and ending.when is ALWAYS}
    has_end = folder.mystery is not None and folder.mystery.ends is not None
    needed = [*(("insisted", "lucky", "discredited") if questions_of(folder) else ()), *(("time",) if has_end else ())]
    plain = {
        after if after not in own else f"plain_{after}": s.EndingShape(after=after, text=PLAIN_ENDINGS[after])
        for after in needed
        if after not in there
    }
    return own | {id: _ending(desk, id, shape) for id, shape in plain.items()}


def _ending(desk: Desk, id: str, shape: s.EndingShape) -> Ending:
    return Ending(
        id,
        shape.after,
        put(desk, f"ending:{id}", shape.text),
        shape.title or "",
        shape.choice or "",
        tuple(shape.names),
        condition(desk, shape.when),
        shape.solution or "",
        effects(desk, shape.then, Spring(f"ending:{id}", id)),
        shape.good,
    )


def fuse(desk: Desk, shape: s.FuseShape, plain: str) -> Automatic:
    """A fuse: at an hour, after a delay, or as soon as its condition holds. plain: its id where it has none of its own."""
    id = shape.id or plain
    when = condition(desk, shape.when)
    if shape.days:
        when = (
            both(when, c.OnDays(tuple(days_of(desk, shape.days))))
            if when is not ALWAYS
            else c.OnDays(tuple(days_of(desk, shape.days)))
        )
    recurs = shape.at is not None and shape.day is None
    return Automatic(
        id=id,
        when=when,
        effects=effects(desk, shape.then, Spring(id, id, "hour")),
        tell=put(desk, f"fuse:{id}", shape.tell),
        heard=condition(desk, shape.heard),
        at=minute(shape.at) if shape.at else -1,
        day=shape.day or 0,
        delay=shape.after if shape.after is not None else -1,
        once=shape.once if shape.once is not None else not recurs and shape.after is None,
        stops=shape.stops,
    )


def daemon(desk: Desk, shape: s.DaemonShape, plain: str) -> Automatic:
    """A daemon: every turn that takes time, while its condition holds. plain: its id where it has none of its own."""
    id = shape.id or plain
    return Automatic(
        id=id,
        when=condition(desk, shape.when),
        effects=effects(desk, shape.then, Spring(id, id, "hour")),
        tell=put(desk, f"fuse:{id}", shape.tell),
        heard=condition(desk, shape.heard),
        once=False,
        each_turn=True,
    )
