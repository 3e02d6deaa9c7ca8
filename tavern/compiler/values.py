"""A node as an editor's reader of YAML 1.2 has it: the values a JSON Schema is asked about."""

from tavern.compiler.nodes import Mapping, Node, Scalar, Sequence, as_bool, as_float, as_int, is_null

Json = str | int | float | bool | list["Json"] | dict[str, "Json"] | None


def as_json(node: Node | None) -> Json:
    """Texts, numbers, true and false, lists and mappings; None where nothing stands. `22:30` and `no` are texts."""
    match node:
        case None:
            return None
        case Scalar():
            return _scalar(node)
        case Sequence():
            return [as_json(item) for item in node.items]
        case Mapping():
            return {key.text: as_json(value) for key, value in node.entries}


def _scalar(node: Scalar) -> Json:
    if is_null(node):
        return None
    for value in (as_bool(node), as_int(node), as_float(node)):
        if value is not None:
            return value
    return node.text
