"""One mapping of nodes → one `Folder` shape, or what is wrong with it, at its place."""

from dataclasses import dataclass

from pydantic import ValidationError

from tavern.compiler.explain import explain
from tavern.compiler.nodes import TRUTHS, Mapping, Node, Scalar, Sequence, is_null
from tavern.compiler.shape import Folder
from tavern.diagnostics import Diagnostic, Span

Key = str | int
Plain = str | bool | list["Plain"] | dict[str, "Plain"] | None


@dataclass(frozen=True, slots=True)
class Places:
    """Where the values of a folder stand, looked up when asked. A place is given by keys and, in lists, numbers from 0."""

    root: Node

    def of(self, *loc: Key) -> Span:
        """The value there; where there is none, the nearest that holds it."""
        node = self.root
        for step in loc:
            under = child(node, step)
            if under is None:
                break
            node = under
        return node.span

    def key(self, *loc: Key) -> Span:
        """The key whose value stands there; the value itself in a list, or where no key was written."""
        *outer, last = loc
        node = self.root
        for step in outer:
            node = child(node, step) or node
        if isinstance(node, Mapping):
            return next((key.span for key, _ in node.entries if key.text == last), node.span)
        return self.of(*loc)


def validate(root: Mapping) -> tuple[Folder | None, list[Diagnostic]]:
    """The folder, or None and every mistake in the shape of it.

    A key that no shape knows is seen only if something stands after it; `find_uses` sees the others.
    """
    try:
        return Folder.model_validate(plain(root), by_alias=True, by_name=False), []
    except ValidationError as error:
        return None, explain(root) or [_unexplained(root, error)]


def plain(node: Node) -> Plain:
    """The node as Python's own values: texts, true and false; what is left empty counts as left out."""
    if type(node) is Scalar:
        return _plain_text(node)
    if type(node) is Mapping:
        return {key.text: plain(value) for key, value in node.entries if not (type(value) is Scalar and is_null(value))}
    return [plain(item) for item in node.items] if isinstance(node, Sequence) else None


def child(node: Node, step: Key) -> Node | None:
    """What stands under a key or at a place in a list; None where nothing does."""
    if isinstance(node, Mapping):
        return next((value for key, value in node.entries if key.text == step), None)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _plain_text(node: Scalar) -> str | bool | None:
    if not node.plain or len(node.text) > 5:  # longer than "false"
        return node.text
    if is_null(node):
        return None
    return TRUTHS.get(node.text, node.text)


def _unexplained(root: Node, error: ValidationError) -> Diagnostic:
    """The first thing pydantic says, should it ever see a mistake that `explain` does not."""
    first = error.errors(include_url=False)[0]
    cause = first["msg"][:1].lower() + first["msg"][1:]
    return Diagnostic("T204", Places(root).of(*first["loc"]), cause, "compare it with the reference of the format")
