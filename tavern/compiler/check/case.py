"""The case: its head, questions and answers, the truth, the endings."""

from collections.abc import Iterator, Mapping

from tavern.compiler import shape as s
from tavern.compiler.ground.case import ASKED
from tavern.compiler.ground.desk import minute
from tavern.compiler.validate import Places
from tavern.diagnostics import Diagnostic, Span, quote

ENDINGS = {
    "proved": "what comes of proving the case",
    "insisted": "what comes of insisting on what is wrong",
    "discredited": "when nobody listens any more",
}


def case(folder: s.Folder, places: Places) -> Iterator[Diagnostic]:
    """What the case lacks or gets wrong."""
    if folder.mystery is None:
        span = Span(places.root.span.path, 0, 0, 0)
        fix = 'add `mystery:` with `id`, `title`, `description` and `begins: {at: "18:00", room: …}`'
        yield Diagnostic("T314", span, "no file has the key `mystery:`", fix)
    else:
        yield from _hours(folder.mystery, places)
        yield from _endings(folder, folder.mystery, places)
    questions = questions_of(folder)
    yield from _questions(folder, questions, places)
    yield from _truth(folder, questions, places)
    yield from _wrong_questions(folder, places)
    yield from _counters(folder, places)


def questions_of(folder: s.Folder) -> dict[str, s.QuestionShape]:
    """The questions by their ids; who, how and why, as far as they have answers, where the case names none."""
    named = folder.questions or [id for id in ("who", "how", "why") if id in folder.answers]
    shapes = [s.QuestionShape(id=question) if isinstance(question, str) else question for question in named]
    return {shape.id: shape for shape in shapes}


def _hours(head: s.MysteryShape, places: Places) -> Iterator[Diagnostic]:
    if head.ends and (head.ends.day, minute(head.ends.at)) <= (1, minute(head.begins.at)):
        cause = f"the case begins on day 1 at {head.begins.at}"
        yield Diagnostic(
            "T319", places.of("mystery", "ends"), cause, "write a later day or hour", "the case ends before it begins"
        )


def _endings(folder: s.Folder, head: s.MysteryShape, places: Places) -> Iterator[Diagnostic]:
    wanted = dict(ENDINGS) | ({"time": "when the last hour has come"} if head.ends else {})
    there = {ending.after for ending in folder.endings if ending.solution is None}
    for after, when in wanted.items():
        if after not in there:
            fix = f"add `- {{id: …, after: {after}, text: …}}` under `endings:`"
            place = places.key("endings") if folder.endings else places.key("mystery")
            yield Diagnostic("T312", place, f"no ending has `after: {after}`: {when}", fix)


def _questions(folder: s.Folder, questions: Mapping[str, s.QuestionShape], places: Places) -> Iterator[Diagnostic]:
    for number, (id, question) in enumerate(questions.items()):
        place = places.of("questions", number) if folder.questions else places.key("answers", id)
        if len(folder.answers.get(id, ())) < 2:
            cause = f"{quote(id)} has {len(folder.answers.get(id, ()))} under `answers:`"
            yield Diagnostic("T317", place, cause, f"add answers under `answers: {{{id}: …}}`, wrong ones among them")
        if question.ask is None and id not in ASKED:
            cause = f"nobody knows how to ask {quote(id)}"
            yield Diagnostic("T325", place, cause, f'write `{{id: {id}, ask: "…?"}}`')


def _truth(folder: s.Folder, questions: Mapping[str, s.QuestionShape], places: Places) -> Iterator[Diagnostic]:
    if folder.solutions is None:
        if folder.mystery and questions:
            cause, fix = "the case asks, and no file has the key `solutions:`", "add `solutions:` with `correct:`"
            yield Diagnostic("T318", places.key("mystery"), cause, fix, "a mystery without a solution")
        return
    answers = folder.solutions.correct.model_extra or {}
    for id, question in questions.items():
        if question.charged and id not in answers:
            cause = f"it does not answer {quote(id)}"
            fix = f"add a line `{id}: …` with the id of the right answer, or make the question `charged: false`"
            yield Diagnostic("T318", places.key("solutions", "correct"), cause, fix)
    ended = {ending.solution for ending in folder.endings if ending.solution}
    for number, wrong in enumerate(folder.solutions.false_solutions):
        if wrong.id and wrong.id not in ended:
            cause, fix = "no ending names it", f"add `- {{id: …, after: insisted, solution: {wrong.id}, text: …}}`"
            yield Diagnostic("T313", places.of("solutions", "false_solutions", number, "id"), cause, fix)


def _wrong_questions(folder: s.Folder, places: Places) -> Iterator[Diagnostic]:
    """Answers given to a question that they do not belong to."""
    options = {
        question: {answer if isinstance(answer, str) else answer.id for answer in answers}
        for question, answers in folder.answers.items()
    }
    known = {answer for answers in options.values() for answer in answers} | {actor.id for actor in folder.actors}
    for loc, question, answer in _given(folder):
        if question in options and answer in known and answer not in options[question]:
            others = [other for other, answers in options.items() if answer in answers]
            cause = f"{quote(answer)} is no answer to {quote(question)}"
            fix = f"move it to {quote(others[0])}" if others else f"add it under `answers: {{{question}: …}}`"
            yield Diagnostic("T324", places.of(*loc), cause, f"{fix}, or write one of {quote(question)}'s own")


def _given(folder: s.Folder) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    bearing: list[tuple[str, int, s.ClueShape | s.DeductionShape]] = [
        *(("clues", i, clue) for i, clue in enumerate(folder.clues)),
        *(("deductions", i, deduction) for i, deduction in enumerate(folder.deductions)),
    ]
    for key, i, shape in bearing:
        yield from (((key, i, "establishes", q), q, answer) for q, answer in shape.establishes.items())
        for q, answers in shape.rules_out.items():
            yield from (((key, i, "rules_out", q, j), q, answer) for j, answer in enumerate(answers))
    if folder.solutions:
        extra = folder.solutions.correct.model_extra or {}
        yield from ((("solutions", "correct", q), q, str(answer)) for q, answer in extra.items())
        for i, wrong in enumerate(folder.solutions.false_solutions):
            for q, answer in wrong.answers.items():
                yield ("solutions", "false_solutions", i, "answers", q), q, answer


def _counters(folder: s.Folder, places: Places) -> Iterator[Diagnostic]:
    for i, counter in enumerate(folder.counters):
        if not counter.least <= counter.start <= counter.most:
            cause = f"it starts at {counter.start}, with {counter.least} as the least and {counter.most} as the most"
            fix = "make `least`, `start` and `most` ascend"
            yield Diagnostic("T319", places.of("counters", i, "id"), cause, fix)
