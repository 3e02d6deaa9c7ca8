"""What was wanted beside what came: where the words went otherwise, told sentence by sentence, and the new text for a file."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from textwrap import wrap

ELISION = "…"
COLUMNS = 118  # of a transcript's lines
SHOWN = 92  # columns of a difference as it is shown
CONTEXT = 1  # sentences shown on either side of what differs
TOKEN = re.compile(r"(\s*)(…|[^\s…]+)")
SENTENCE = re.compile(r"(?<=[.!?:;…])(?<!\bMr\.)(?<!\bMrs\.)[\"'”’*]*\s+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or the elision. gap: what stands before it: "", " " or a line break. opens: it begins a paragraph. new: it came."""

    text: str
    gap: str
    opens: bool = False
    new: bool = False


def fits(wanted: str, came: str) -> bool:
    """Whether the words came as wanted, `…` standing for any, and every run of blanks and line breaks for one blank."""
    pieces = [" ".join(piece.split()) for piece in wanted.split(ELISION)]
    text = " ".join(came.split())
    if len(pieces) == 1:
        return text == pieces[0]
    if not text.startswith(pieces[0]) or not text.endswith(pieces[-1]):
        return False
    at = len(pieces[0])
    for piece in pieces[1:-1]:
        found = text.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return at <= len(text) - len(pieces[-1])


def renewed(wanted: str, came: str) -> str:
    """What came, with the elisions of what was wanted where they still fit, in lines for the file.

    Paragraphs of `came` are parted by line breaks. Where nothing of a paragraph is new, it keeps the lines it was written in.
    """
    merged = _merged(_tokens(wanted), [replace(token, new=True) for token in _tokens(came)])
    text = "\n".join(_laid_out(merged))
    return text if fits(text, came) else "\n".join(line for part in came.splitlines() for line in wrapped(part))


def _tokens(text: str) -> list[Token]:
    return [
        Token(found[2], "\n" if "\n" in found[1] else found[1][:1], opens="\n" in found[1] or not found.start())
        for found in TOKEN.finditer(text.strip())
    ]


def _merged(wanted: Sequence[Token], came: Sequence[Token]) -> list[Token]:
    """The words that came, in the order they came, those that were wanted as they were written, and the elisions."""
    matcher = SequenceMatcher(None, [token.text for token in wanted], [token.text for token in came], autojunk=False)
    merged: list[Token] = []
    for tag, start, stop, from_, to in matcher.get_opcodes():
        if tag == "equal":
            pairs = zip(wanted[start:stop], came[from_:to], strict=True)
            merged += [replace(old, opens=new.opens) for old, new in pairs]
        else:
            merged += _replaced(wanted[start:stop], came[from_:to])
    return merged


def _replaced(wanted: Sequence[Token], came: Sequence[Token]) -> list[Token]:
    """What takes the place of words: as many as there were before and behind the elision, if one is among them."""
    elisions = [at for at, token in enumerate(wanted) if token.text == ELISION]
    if not elisions:
        return list(came)
    before = min(elisions[0], len(came))
    behind = min(len(wanted) - elisions[-1] - 1, len(came) - before)
    elision = wanted[elisions[0]]
    return [*came[:before], replace(elision, opens=elision.gap == "\n"), *came[len(came) - behind :]]


def _laid_out(tokens: Sequence[Token]) -> Iterator[str]:
    paragraph: list[Token] = []
    for token in tokens:
        if token.opens and paragraph:
            yield from _lines(paragraph)
            paragraph = []
        paragraph.append(token)
    yield from _lines(paragraph)


def _lines(paragraph: Sequence[Token]) -> list[str]:
    if any(token.new for token in paragraph):
        return wrapped("".join(f"{' ' if token.gap else ''}{token.text}" for token in paragraph))
    return "".join(f"{token.gap}{token.text}" for token in paragraph).strip().splitlines()


def wrapped(text: str) -> list[str]:
    """A paragraph in lines as they stand in a file."""
    return wrap(" ".join(text.split()), COLUMNS, break_long_words=False, break_on_hyphens=False)


def compared(wanted: str, came: str) -> list[tuple[str, str]]:
    """The sentences of both texts side by side, each with its mark: "-" only wanted, "+" only came, " " both, in lines to show.

    Sentences that came as wanted are shown only beside others; "⋮" stands for those left out.
    """
    old, new = _sentences(wanted), _sentences(came)
    rows: list[tuple[str, str]] = []
    for tag, start, stop, from_, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            rows += [(" ", sentence) for sentence in old[start:stop]]
        else:
            rows += [("-", sentence) for sentence in old[start:stop]]
            rows += [("+", sentence) for sentence in new[from_:to]]
    return marked(_near_changes(rows))


def marked(rows: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The rows with their marks, in lines no wider than is shown."""
    return [(mark, line) for mark, text in rows for line in wrap(text, SHOWN)]


def _sentences(text: str) -> list[str]:
    return [part for part in _split(" ".join(text.split())) if part]


def _split(line: str) -> Iterator[str]:
    at = 0
    for end in SENTENCE.finditer(line):
        yield line[at : end.end()].strip()
        at = end.end()
    yield line[at:].strip()


def _near_changes(rows: Sequence[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    changed = [at for at, (mark, _) in enumerate(rows) if mark != " "]
    shown = [at for at in range(len(rows)) if any(abs(at - change) <= CONTEXT for change in changed)]
    last = -1
    for at in shown:
        if at > last + 1:
            yield " ", "⋮"
        yield rows[at]
        last = at
    if shown and last < len(rows) - 1:
        yield " ", "⋮"
