"""Characters that YAML keeps for itself: brackets, backslashes, `|`, `*`, `&`, `!`, `@`, and marks of documents."""

import re

from tavern.compiler.syntax.trouble import Trouble, extent, has_content
from tavern.diagnostics import Diagnostic, quote

# Each escape in its turn; the group is one that stands for no character.
ESCAPE = re.compile(
    r"""\\(?:[0abtnvfre "/\\N_LP]|$|x[0-9a-fA-F]{2}|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}|"""
    r"""U00(?!00[dD][89a-fA-F])(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4})"""
    r"""|(\\[uUx][0-9a-fA-F]*|\\.)"""
)
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
                return trouble.report("T130", line, found.span(1), cause, fix)
        column = 0
    return None


def decoration(trouble: Trouble) -> Diagnostic | None:
    """Text without quotes that begins with `*`, `&` or `!`."""
    mark = trouble.at(trouble.context_line)[trouble.context_column : trouble.context_column + 1]
    if mark not in DECORATIONS or not re.search("an alias|an anchor|a tag", trouble.context):
        return None
    columns = trouble.context_column, extent(trouble.at(trouble.context_line))[1]
    return trouble.report(DECORATIONS[mark], trouble.context_line, columns, REFUSED[mark], "put quotes around the text")


def reserved(trouble: Trouble) -> Diagnostic | None:
    """Text without quotes that begins with `@`, `%` or a backtick."""
    if "cannot start any token" not in trouble.what:
        return None
    columns = trouble.column, extent(trouble.here)[1]
    return trouble.report(
        "T129",
        trouble.line,
        columns,
        f"no text without quotes begins with {trouble.char}",
        "put quotes around the text",
    )


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
    return trouble.report("T131", trouble.line, columns, cause, fix)


def bracket(trouble: Trouble) -> Diagnostic | None:
    """A bracket that is never closed, never opened, or whose items lack a comma."""
    if trouble.context not in ("while parsing a flow sequence", "while parsing a flow mapping"):
        return _stray_bracket(trouble)
    opening = trouble.at(trouble.context_line)[trouble.context_column : trouble.context_column + 1]
    closing = "]" if opening == "[" else "}"
    if _ends_before(trouble):
        columns = trouble.context_column, extent(trouble.at(trouble.context_line))[1]
        cause = f"no `{closing}` closes the `{opening}` that stands here"
        return trouble.report("T126", trouble.context_line, columns, cause, f"put `{closing}` after its last item")
    cause = f"a comma or `{closing}` is missing before this"
    fix = f"part the items by commas and close them with `{closing}`, and put quotes around text with signs in it"
    return trouble.report("T132", trouble.line, (trouble.column, extent(trouble.here)[1]), cause, fix)


def document(trouble: Trouble) -> Diagnostic | None:
    """Something after the end of the document, or an order to the reader."""
    if "<document start>" not in trouble.what:
        return None
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
    return trouble.report("T127", trouble.line, columns, cause, "delete it, or write the opening bracket")


def _ends_before(trouble: Trouble) -> bool:
    """True where the line of the trouble no longer belongs to the bracket: it has its own key, or the file ends."""
    if trouble.line == trouble.context_line:
        return False
    opened = trouble.at(trouble.context_line)
    indent = len(opened) - len(opened.lstrip(" "))
    here = trouble.here
    return not has_content(here) or (len(here) - len(here.lstrip(" ")) <= indent + 2 and ":" in here)
