"""The case: its head, questions and answers, the truth, the endings."""

from collections.abc import Iterator, Mapping

from tavern.compiler import shape as s
from tavern.compiler.ground.case import ASKED
from tavern.compiler.ground.desk import minute
from tavern.compiler.ground.short import answers_of, counters_of, questions_of
from tavern.compiler.validate import Places
from tavern.diagnostics import Diagnostic, Span, quote


def case(folder: s.Folder, places: Places) -> Iterator[Diagnostic]:
    """What the case lacks or gets wrong."""
    questions = {shape.id: shape for shape in questions_of(folder)}
    if folder.mystery is None:
        span = Span(places.root.span.path, 0, 0, 0)
        fix = "add `mystery:` with `id`, `title` and `description`"
        yield Diagnostic("T314", span, "no file has the key `mystery:`", fix)
    else:
        yield from _hours(folder.mystery, places)
        yield from _endings(folder, questions, places)
    yield from _questions(folder, questions, places)
    yield from _truth(folder, questions, places)
    yield from _wrong_questions(folder, places)
    yield from _counters(folder, places)


def _hours(head: s.MysteryShape, places: Places) -> Iterator[Diagnostic]:
    if head.ends and (head.ends.day, minute(head.ends.at)) <= (1, minute(head.begins.at)):
        cause = f"the case begins on day 1 at {head.begins.at}"
        yield Diagnostic(
            "T319", places.of("mystery", "ends"), cause, "write a later day or hour", "the case ends before it begins"
        )


def _endings(folder: s.Folder, questions: Mapping[str, s.QuestionShape], places: Places) -> Iterator[Diagnostic]:
    if questions and all(ending.after != "proved" for ending in folder.endings):
        fix = "add `- {after: proved, text: …}` under `endings:`"
        place = places.key("endings") if folder.endings else places.key("mystery")
        yield Diagnostic("T312", place, "no ending has `after: proved`: what comes of proving the case", fix)


def _questions(folder: s.Folder, questions: Mapping[str, s.QuestionShape], places: Places) -> Iterator[Diagnostic]:
    for number, (id, question) in enumerate(questions.items()):
        place = places.of("questions", number) if folder.questions else places.key("answers", id)
        if (count := len(answers_of(folder, id))) < 2:
            cause = f"{quote(id)} has {count} under `answers:`"
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
    for i, counter in enumerate(counters_of(folder)):
        if not counter.least <= counter.start <= counter.most:
            cause = f"it starts at {counter.start}, with {counter.least} as the least and {counter.most} as the most"
            fix = "make `least`, `start` and `most` ascend"
            yield Diagnostic("T319", places.of("counters", i, "id"), cause, fix)
