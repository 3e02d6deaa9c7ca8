"""Diagnostics as text for people, as one line each for editors, and as JSON for programs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from json import dumps

from tavern.diagnostics.diagnostic import Diagnostic
from tavern.diagnostics.edit import Edit
from tavern.diagnostics.snippet import WINDOW, Snippet, cut, visible
from tavern.diagnostics.span import Span
from tavern.text.width import cell_width, wrap

MOST_ALIKE = 3  # times the same mistake is shown in full
MOST_PLACES = 6  # of further ones that are listed
UNBROKEN = 1_000_000  # cells; wider than anything
NARROWEST = 30  # cells that words are squeezed into
BESIDE = 5  # cells of a line that are not the author's: the gutter's bar, and marks of what is left out


def full(diagnostics: Iterable[Diagnostic], sources: Mapping[str, str], width: int = UNBROKEN) -> str:
    """Each with its line, a caret under exactly the wrong place, its cause and its fix; an empty line between two.

    The same mistake made many times, such as a name that nothing has, is shown once, with the other places after it.
    sources: the text of each file by the path its spans have. Of a file that is not there no line is shown. width: cells of a
    line; what is longer goes on below where it began, but for what is to be typed.
    """
    blocks = (
        (*_block(first, sources, width), *_places(more, first.span, width)) for first, more in _alike(diagnostics)
    )
    return "\n".join("\n".join(block) + "\n" for block in blocks)


def concise(diagnostics: Iterable[Diagnostic]) -> str:
    """One line each: `path:line:column: error[T012]: title: cause`, which editors turn into places to jump to."""
    return "".join(
        f"{place(d.span)}: {d.severity}[{d.code}]: {visible(d.headline)}: {visible(d.cause)}\n" for d in diagnostics
    )


def json(diagnostics: Iterable[Diagnostic]) -> str:
    """A list of objects, in ASCII: code, severity, title, path, line, column, length, cause, fix, second (or null), edits.

    edits: the fix as changes of the text, each with path, line, column, length and text; an empty list where there is
    something to choose.
    """
    return dumps([_as_json(diagnostic) for diagnostic in diagnostics], indent=2) + "\n"


def place(span: Span) -> str:
    """`path:line:column`, as editors open it; the path alone where the span is a whole file."""
    return visible(f"{span.path}:{span.line}:{span.column}" if span.line else span.path)


def _alike(diagnostics: Iterable[Diagnostic]) -> list[tuple[Diagnostic, list[Span]]]:
    """Those to be shown in full, each with the places of which just the same can be said."""
    shown: list[tuple[Diagnostic, list[Span]]] = []
    kinds: dict[tuple[str, str, str], int] = {}
    in_order = list(diagnostics)
    times = Counter(_kind(diagnostic) for diagnostic in in_order)
    for diagnostic in in_order:
        kind = _kind(diagnostic)
        if kind in kinds and times[kind] > MOST_ALIKE:
            shown[kinds[kind]][1].append(diagnostic.span)
        else:
            kinds[kind] = len(shown)
            shown.append((diagnostic, []))
    return shown


def _kind(diagnostic: Diagnostic) -> tuple[str, str, str]:
    return diagnostic.code, diagnostic.cause, diagnostic.fix


def _places(spans: list[Span], first: Span, width: int) -> Iterator[str]:
    if spans:
        listed = ", ".join(map(place, spans[:MOST_PLACES])) + (", …" if len(spans) > MOST_PLACES else "")
        margin = " " * len(str(first.line))
        yield from _flowing(
            f"{margin} = ", f"the same in {len(spans)} more place{'s' if len(spans) > 1 else ''}: {listed}", width
        )


def _block(diagnostic: Diagnostic, sources: Mapping[str, str], width: int) -> Iterator[str]:
    spans = [diagnostic.span, *([diagnostic.second[0]] if diagnostic.second else [])]
    gutter = max(len(str(span.line)) if span.line else 1 for span in spans)
    margin = " " * gutter
    yield from _flowing(f"{diagnostic.severity}[{diagnostic.code}]: ", visible(diagnostic.headline), width)
    yield f"{margin}--> {place(diagnostic.span)}"
    yield from _excerpt(_Marked(diagnostic.span, diagnostic.cause, "^"), gutter, sources, width)
    if diagnostic.second:
        span, words = diagnostic.second
        yield f"{margin}::: {place(span)}"
        yield from _excerpt(_Marked(span, words, "-"), gutter, sources, width)
    first, *more = diagnostic.fix.splitlines()
    yield from _flowing(f"{margin} = fix: ", visible(first), width)
    yield from (f"{margin}        {visible(line)}" for line in more)


@dataclass(frozen=True, slots=True)
class _Marked:
    """A place, what is said of it, and the sign that is put under it."""

    span: Span
    words: str
    sign: str


def _excerpt(marked: _Marked, gutter: int, sources: Mapping[str, str], width: int) -> Iterator[str]:
    snippet, words, margin = (
        _snippet(marked.span, sources, width - gutter - BESIDE),
        visible(marked.words),
        " " * gutter,
    )
    if snippet is None:
        yield from _flowing(f"{margin} = ", words, width)
        return
    yield f"{margin} |"
    yield f"{marked.span.line:>{gutter}} | {snippet.line}".rstrip()
    under = f"{margin} | {' ' * snippet.before}{marked.sign * snippet.under} "
    if width - cell_width(under) >= min(NARROWEST, cell_width(words)):
        yield from _flowing(under, words, width, f"{margin} | ")
    else:
        yield under.rstrip()
        yield from _flowing(f"{margin} | ", words, width, f"{margin} | ")


def _flowing(lead: str, words: str, width: int, gutter: str = "") -> Iterator[str]:
    """The words after the lead; what is too long for a line goes on below its beginning, with the gutter before it."""
    first, *more = wrap(words, max(NARROWEST, width - cell_width(lead)))
    yield lead + first
    yield from (gutter + " " * (cell_width(lead) - cell_width(gutter)) + line for line in more)


def _snippet(span: Span, sources: Mapping[str, str], window: int) -> Snippet | None:
    lines = sources.get(span.path, "").split("\n")
    if 1 <= span.line <= len(lines):
        return cut(lines[span.line - 1], span.column - 1, span.length, max(NARROWEST, min(window, WINDOW)))
    return None


def _as_json(diagnostic: Diagnostic) -> dict[str, object]:
    second = None
    if diagnostic.second:
        second = {**diagnostic.second[0]._asdict(), "cause": diagnostic.second[1]}
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "title": diagnostic.headline,
        **diagnostic.span._asdict(),
        "cause": diagnostic.cause,
        "fix": diagnostic.fix,
        "second": second,
        "edits": [_edit_as_json(edit) for edit in diagnostic.edits],
    }


def _edit_as_json(edit: Edit) -> dict[str, object]:
    return {**edit.span._asdict(), "text": edit.text}
