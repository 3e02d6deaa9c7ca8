"""Characters that YAML keeps for itself: brackets, backslashes, `|`, `*`, `&`, `!`, `@`, and marks of documents."""

import re
from collections.abc import Iterator

from tavern.compiler.syntax.repair import Repair, best, edits, moved
from tavern.compiler.syntax.trouble import Trouble, extent, has_content, inner, quoted
from tavern.diagnostics import Diagnostic, quote

# Each escape in its turn; the group is one that stands for no character.
ESCAPE = re.compile(
    r"""\\(?:[0abtnvfre "/\\N_LP]|$|x[0-9a-fA-F]{2}|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}|"""
    r"""U00(?!00[dD][89a-fA-F])(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4})"""
    r"""|(\\[uUx][0-9a-fA-F]*|\\.)"""
)
MOST_CLOSINGS = 8  # lines at whose end a closing bracket is tried
DECORATIONS = {"*": "T111", "&": "T110", "!": "T113"}
REFUSED = {
    "*": "text that begins with `*` is an alias to YAML",
    "&": "text that begins with `&` is an anchor to YAML",
    "!": "text that begins with `!` is a tag to YAML",
}


def escape(trouble: Trouble) -> Diagnostic | None:
    """A backslash in double quotes, followed by what makes no character."""
    if not re.search("escape|hexa?decimal|Unicode", trouble.what):
        return None
    column = trouble.context_column
    for line in range(trouble.context_line, len(trouble.lines)):
        for found in ESCAPE.finditer(trouble.lines[line], column):
            if found[1]:
                cause = f"{quote(found[1])} does not stand for a character"
                fix = "write `\\\\` for a backslash, or put the text in 'single quotes'"
                edit = trouble.edit(line, (found.start(1), found.start(1)), "\\")
                return trouble.report("T130", line, found.span(1), cause, fix, edit)
        column = 0
    return None


def decoration(trouble: Trouble) -> Diagnostic | None:
    """Text without quotes that begins with `*`, `&` or `!`."""
    mark = trouble.at(trouble.context_line)[trouble.context_column : trouble.context_column + 1]
    if mark not in DECORATIONS or not re.search("an alias|an anchor|a tag", trouble.context):
        return None
    columns = trouble.context_column, extent(trouble.at(trouble.context_line))[1]
    return _unquoted(trouble, DECORATIONS[mark], trouble.context_line, columns, REFUSED[mark])


def reserved(trouble: Trouble) -> Diagnostic | None:
    """Text without quotes that begins with `@`, `%` or a backtick."""
    if "cannot start any token" not in trouble.what:
        return None
    columns = trouble.column, extent(trouble.here)[1]
    cause = f"no text without quotes begins with {trouble.char}"
    return _unquoted(trouble, "T129", trouble.line, columns, cause)


def _unquoted(trouble: Trouble, code: str, line: int, columns: tuple[int, int], cause: str) -> Diagnostic:
    edit = trouble.edit(line, columns, quoted(trouble.at(line)[slice(*columns)]))
    return trouble.report(code, line, columns, cause, "put quotes around the text", edit)


def block_header(trouble: Trouble) -> Diagnostic | None:
    """Words after `|` or `>`."""
    if "block scalar" not in trouble.context:
        return None
    columns = trouble.column, extent(trouble.here)[1]
    mark = trouble.at(trouble.context_line)[trouble.context_column : trouble.context_column + 1]
    cause, fix = (
        f"the text after `{mark}` begins on the next line",
        "move it to the next line, two spaces further in than the key",
    )
    deeper = " " * (inner(trouble.here) + 2)
    edit = trouble.edit(trouble.line, (len(trouble.here[: trouble.column].rstrip()), trouble.column), f"\n{deeper}")
    return trouble.report("T131", trouble.line, columns, cause, fix, edit)


def bracket(trouble: Trouble) -> Diagnostic | None:
    """A bracket that is never closed, never opened, or whose items lack a comma."""
    if trouble.context not in ("while parsing a flow sequence", "while parsing a flow mapping"):
        return _stray_bracket(trouble)
    opening = trouble.at(trouble.context_line)[trouble.context_column : trouble.context_column + 1]
    closing = "]" if opening == "[" else "}"
    closed = best(trouble, _closings(trouble, closing))
    if closed or _ends_before(trouble):
        columns = trouble.context_column, extent(trouble.at(trouble.context_line))[1]
        cause = f"no `{closing}` closes the `{opening}` that stands here"
        fix = f"put `{closing}` after its last item"
        return trouble.report("T126", trouble.context_line, columns, cause, fix, edits(trouble, closed))
    cause = f"a comma or `{closing}` is missing before this"
    fix = f"part the items by commas and close them with `{closing}`, and put quotes around text with signs in it"
    before, after = trouble.here[: trouble.column].rstrip(), trouble.here[trouble.column :]
    parted = best(trouble, [Repair(trouble.line, f"{before}, {after}"), Repair(trouble.line, before + closing + after)])
    columns = trouble.column, extent(trouble.here)[1]
    return trouble.report("T132", trouble.line, columns, cause, fix, edits(trouble, parted))


def _closings(trouble: Trouble, closing: str) -> Iterator[Repair]:
    """The bracket put at the end of each line from where it was opened to the one above the trouble."""
    for line in range(trouble.context_line, min(trouble.line, trouble.context_line + MOST_CLOSINGS)):
        text = trouble.at(line)
        end = extent(text)[1]
        yield Repair(line, text[:end] + closing + text[end:])


def document(trouble: Trouble) -> Diagnostic | None:
    """Something after the end of the document, or an order to the reader."""
    if "<document start>" not in trouble.what:
        return None
    first = next((row for row, line in enumerate(trouble.lines) if has_content(line)), 0)
    if outward := best(trouble, [moved(trouble, first, 0)]):
        text = trouble.at(first)
        cause, fix = "it is the first key of the file, and is moved in further than the next", "begin it in column 1"
        return trouble.report("T128", first, extent(text), cause, fix, edits(trouble, outward))
    columns = extent(trouble.here)
    cause, fix = (
        "the document ended above this line",
        "take away the `...` or `---` above, or move what follows to another file",
    )
    return trouble.report("T114", trouble.line, columns, cause, fix)


def no_key(trouble: Trouble) -> Diagnostic | None:
    """A colon at the beginning of a line."""
    if trouble.char != ":" or trouble.here[: trouble.column].strip(" -"):
        return None
    columns = trouble.column, trouble.column + 1
    return trouble.report(
        "T116", trouble.line, columns, "nothing stands before this colon", "write a key before it, or delete the line"
    )


def _stray_bracket(trouble: Trouble) -> Diagnostic | None:
    if trouble.char not in ("]", "}"):
        return None
    columns = trouble.column, trouble.column + 1
    cause = f"no bracket that `{trouble.char}` could close is open"
    without = best(trouble, [Repair(trouble.line, (trouble.here[: columns[0]] + trouble.here[columns[1] :]).rstrip())])
    fix = "delete it, or write the opening bracket"
    return trouble.report("T127", trouble.line, columns, cause, fix, edits(trouble, without))


def _ends_before(trouble: Trouble) -> bool:
    """True where the line of the trouble no longer belongs to the bracket: it has its own key, or the file ends."""
    if trouble.line == trouble.context_line:
        return False
    opened = trouble.at(trouble.context_line)
    indent = len(opened) - len(opened.lstrip(" "))
    here = trouble.here
    return not has_content(here) or (len(here) - len(here.lstrip(" ")) <= indent + 2 and ":" in here)
