"""The case itself: questions, answers, deductions, solutions, endings, and what goes off by itself."""

from collections.abc import Mapping

from tavern.compiler import shape as s
from tavern.compiler.ground.conditions import condition, days_of
from tavern.compiler.ground.desk import Desk, both, minute
from tavern.compiler.ground.effects import Spring, effects
from tavern.compiler.ground.routes import bearing
from tavern.compiler.ground.texts import put
from tavern.model import conditions as c
from tavern.model.conditions import ALWAYS, Condition
from tavern.model.frozen import Frozen
from tavern.model.mystery import Answer, Deduction, Ending, FalseSolution, Names, Question, Solution
from tavern.model.rules import Automatic

ASKED = {"who": "Who is behind it?", "how": "How is it done?", "why": "Why?", "what": "What is it?", "when": "When?"}


def questions(desk: Desk, folder: s.Folder, people: Mapping[str, Names]) -> tuple[Question, ...]:
    """The questions in the order of the case; who, how and why when it names none."""
    shapes = folder.questions or [id for id in ("who", "how", "why") if id in folder.answers]
    return tuple(
        _question(desk, s.QuestionShape(id=shape) if isinstance(shape, str) else shape, folder, people)
        for shape in shapes
    )


def _question(desk: Desk, shape: s.QuestionShape, folder: s.Folder, people: Mapping[str, Names]) -> Question:
    answers = [
        s.AnswerShape(id=answer) if isinstance(answer, str) else answer for answer in folder.answers.get(shape.id, [])
    ]
    return Question(
        shape.id,
        shape.ask or ASKED.get(shape.id, f"{shape.id.replace('_', ' ').capitalize()}?"),
        tuple(_answer(desk, shape.id, answer, people) for answer in answers),
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
    )
    return truth, wrong


def ending(desk: Desk, shape: s.EndingShape) -> Ending:
    """The ending as compiled."""
    return Ending(
        shape.id,
        shape.after,
        put(desk, f"ending:{shape.id}", shape.text),
        shape.title or "",
        shape.choice or "",
        tuple(shape.names),
        condition(desk, shape.when),
        shape.solution or "",
        effects(desk, shape.then, Spring(f"ending:{shape.id}", shape.id)),
        shape.good,
    )


def fuse(desk: Desk, shape: s.FuseShape) -> Automatic:
    """A fuse: at an hour, after a delay, or as soon as its condition holds."""
    when = condition(desk, shape.when)
    if shape.days:
        when = (
            both(when, c.OnDays(tuple(days_of(desk, shape.days))))
            if when is not ALWAYS
            else c.OnDays(tuple(days_of(desk, shape.days)))
        )
    recurs = shape.at is not None and shape.day is None
    return Automatic(
        id=shape.id,
        when=when,
        effects=effects(desk, shape.then, Spring(shape.id, shape.id, "hour")),
        tell=put(desk, f"fuse:{shape.id}", shape.tell),
        heard=condition(desk, shape.heard),
        at=minute(shape.at) if shape.at else -1,
        day=shape.day or 0,
        delay=shape.after if shape.after is not None else -1,
        once=shape.once if shape.once is not None else not recurs and shape.after is None,
        stops=shape.stops,
    )


def daemon(desk: Desk, shape: s.DaemonShape) -> Automatic:
    """A daemon: every turn that takes time, while its condition holds."""
    return Automatic(
        id=shape.id,
        when=condition(desk, shape.when),
        effects=effects(desk, shape.then, Spring(shape.id, shape.id, "hour")),
        tell=put(desk, f"fuse:{shape.id}", shape.tell),
        heard=condition(desk, shape.heard),
        once=False,
        each_turn=True,
    )
