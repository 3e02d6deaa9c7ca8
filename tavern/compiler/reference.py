"""The format as a page of Markdown: `docs/reference/format.md` is printed from the declarations and the example mystery."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from pydantic import BaseModel

from tavern.compiler import shape as s
from tavern.compiler.examples import FOLDER
from tavern.compiler.explain.nouns import called
from tavern.compiler.forms import Either, Form, Key, Many, Number, OneOf, Record, Table, Truth, Words, form_of, keys_of
from tavern.compiler.meanings import meaning, meanings
from tavern.compiler.schema import bare
from tavern.compiler.shape import kinds

HEAD = """# The format

A mystery is a folder of YAML files under a content folder, or one file there. Any of the keys of [a file](#the-top-of-a-file) may
stand in any file of the folder; lists of one key are joined. The examples on this page are one mystery, `cold_tea`, in pieces.

An **id** is made of small letters, digits and underscores and begins with a letter. Every id is declared once, and every room,
thing, person and clue is a topic under its own id. An **hour** is written `"22:30"`; the quotes are for other programs' sake.
Values mean what they look like: `no` and `1.10` are words, `true` and `false` alone are yes and no. A key twice, a key that is not
on this page, an anchor, an alias or a tag is an error.

An editor that reads JSON Schema completes and checks a file that begins with `# yaml-language-server: $schema=` and the way from
the file to the schema; `tavern schema` prints it, `tavern new` puts both where they belong.
"""
MOST_WORDS = 12  # of a closed list that are all named


@dataclass(frozen=True, slots=True)
class Section:
    """A subject: what is said first, the shapes it tells of, and the file of the example mystery."""

    title: str
    words: str
    shapes: tuple[type[BaseModel], ...]
    example: str


SECTIONS = (
    Section("Files", "What may stand at the left margin.", (s.Folder,), ""),
    Section(
        "The head",
        "One file has it. A folder without one is a setting.",
        (s.MysteryShape, s.Begins, s.Moment, s.FairShape),
        "head",
    ),
    Section(
        "Rooms",
        "A mystery that borrows a room names its `id` and what is added.",
        (s.RoomShape, s.ExitShape),
        "rooms",
    ),
    Section("Things", "Doors, furniture and scenery are things too.", (s.ThingShape,), "things"),
    Section(
        "People",
        "A mystery that borrows a person names the `id` and what is added: replies, rows, actions.",
        (s.ActorShape, s.ScheduleRow, s.Goal, s.Reply),
        "people",
    ),
    Section("Topics and words", "Ideas that are nothing else, and further words for verbs.", (s.TopicShape,), "words"),
    Section(
        "Clues",
        "A clue says what was seen or said, never what it means. Each way to learn it is a route: one verb with its noun, what else"
        " has to hold, and the words.",
        (s.ClueShape, s.RouteShape, s.VantageShape, s.Support, s.LieShape),
        "clues",
    ),
    Section(
        "Questions and solutions",
        "What the case asks, what may be answered, what follows from what, and what is so.",
        (s.QuestionShape, s.AnswerShape, s.DeductionShape, s.SolutionsShape, s.CorrectShape, s.FalseShape),
        "case",
    ),
    Section(
        "Endings",
        "`after` says when: `proved`, `partly` (some of it was), `insisted` (and wrong), `lucky` (insisted, and right), `discredited`"
        " (nobody listens any more), `time` (the last hour is over), `event` (an effect `end`).",
        (s.EndingShape,),
        "endings",
    ),
    Section(
        "What happens by itself",
        "A fuse goes off once or at its hour, a daemon on every turn that takes time; both may change numbers and states.",
        (s.FuseShape, s.DaemonShape, s.CounterShape, s.FlagShape),
        "course",
    ),
    Section(
        "Conditions",
        "`when:` is one of these or a list of them; all of it has to hold. What reveals, opens or ends something must never ask that"
        " something is *not* known.",
        (s.Condition, s.Bounds),
        "conditions",
    ),
    Section(
        "Actions and effects",
        "`on:` says what a verb does: words, an action, or a list of actions. `then:` is one group of effects or a list of them.",
        (s.Action, s.Effect, s.Sending),
        "effects",
    ),
    Section(
        "Texts",
        "A text is words; or a list of words, told in turn, the last one staying; or a list of variants. Blank lines part"
        " paragraphs, `*emphasis*` is emphasis, `{id}` prints the name of what has that id. Nothing else is markup.",
        (s.VariantShape,),
        "texts",
    ),
)
KINDS = {"actor": "person", "fuse": "fuse", "solution": "false solution"}
WHOLES = {
    bare(form_of(s.Text)): "a [text](#texts)",
    bare(form_of(s.When)): "[conditions](#conditions)",
    bare(form_of(s.Then)): "[effects](#actions-and-effects)",
    bare(form_of(kinds.Day)): "a day's number or its weekday",
    bare(form_of(kinds.Direction)): "a direction",
    bare(form_of(s.Actions)): "for a verb: [what it does](#actions-and-effects)",
}


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(line for section in SECTIONS for line in _section(section))])


def _section(section: Section) -> Iterator[str]:
    yield from (f"## {section.title}", "", section.words, "")
    for shape in section.shapes:
        yield from (f"### {_heading(shape)}", "", meaning(shape), "", *_table(shape), "")
    if section.example:
        text = (FOLDER / f"{section.example}.yaml").read_text(encoding="utf-8")
        yield from ("```yaml", *(line for line in text.splitlines() if not line.startswith("#")), "```", "")


def _heading(shape: type[BaseModel]) -> str:
    name = called(shape)
    return name[:1].upper() + name[1:]


def _table(shape: type[BaseModel]) -> Iterator[str]:
    yield from ("| key | value | left out | meaning |", "| --- | --- | --- | --- |")
    rows = [(kind_of(key.form), _left_out(key), meanings(shape)[name], name) for name, key in keys_of(shape).items()]
    for (kind, left_out, told), alike in groupby(rows, lambda row: row[:3]):
        names = ", ".join(f"`{name}`" for *_, name in alike)
        yield f"| {names} | {kind} | {left_out} | {told} |"


def _left_out(key: Key) -> str:
    if key.required:
        return "needed"
    match key.default:
        case bool():
            return f"`{str(key.default).lower()}`"
        case int() | float() | str() if key.default != "":
            return f"`{key.default}`"
        case _:
            return ""


def kind_of(form: Form) -> str:
    """What may stand there, in words."""
    if bare(form) in WHOLES:
        return WHOLES[bare(form)]
    match form:
        case Words():
            return _words(form)
        case Number(whole, least, most):
            return f"{'a whole number' if whole else 'a number'}{_range(least, most)}"
        case Truth():
            return "`true` or `false`"
        case OneOf(words):
            spelt = [f"`{str(word).lower() if isinstance(word, bool) else word}`" for word in words]
            return _either(spelt) if len(words) <= MOST_WORDS else "a verb"
        case Many(item, exactly):
            return f"a list{' of two' if exactly else ''}, each {kind_of(item)}"
        case Table(key, value):
            return f"for {kind_of(key)}: {kind_of(value)}"
        case Record(shape):
            return (
                f"[{called(shape)}](#{_heading(shape).lower().replace('`', '').replace(chr(39), '').replace(' ', '-')})"
            )
        case Either((first, Many(item))) if bare(first) == bare(item):
            return f"{kind_of(first)}, or {'several such lists' if isinstance(first, Many) else 'a list'}"
        case Either(forms):
            return _either(list(_kinds(forms)))
        case _:
            assert_never(form)


def _kinds(forms: tuple[Form, ...]) -> Iterator[str]:
    """The kinds of several forms; those that together are a text, or conditions, count as one."""
    for whole in map(form_of, (s.Text, s.When)):
        parts = whole.forms if isinstance(whole, Either) else (whole,)
        if all(part in forms for part in parts):
            yield kind_of(whole)
            forms = tuple(form for form in forms if form not in parts)
    yield from map(kind_of, forms)


def _words(form: Words) -> str:
    if form.declares:
        return "a new id"
    if form.ref:
        return _ref(form.ref)
    if form.pattern:
        return "an hour" if ":" in form.pattern else "an id"
    return "words"


def _ref(ref: s.Ref) -> str:
    kinds = [KINDS.get(kind, kind) for kind in ref.kinds]
    if "topic" in kinds and len(kinds) > 2:
        return "anything one can know" if "deduction" in kinds else "anything one can talk about"
    named = _either([*kinds, *(f"`{word}`" for word in ref.also)])
    return f"{'an' if named[0] in 'aeiou' else 'a'} {named}"


def _either(words: Sequence[str]) -> str:
    return ", ".join(words[:-1]) + f" or {words[-1]}" if len(words) > 1 else words[0]


def _range(least: float | None, most: float | None) -> str:
    if least is None or most is None:
        return f", at least {least:g}" if least is not None else ""
    return f", {least:g} to {most:g}"
