"""What each key means: the sentence that stands under it where the format is declared."""

import ast
import inspect
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from textwrap import dedent

from pydantic import BaseModel


@cache
def meanings(shape: type[BaseModel]) -> Mapping[str, str]:
    """The sentence of each key, spelt as the author does; a key without one is left out.

    Read from the source when it is asked for: to have pydantic gather them would cost every start of a game a tenth more.
    """
    found: dict[str, str] = {}
    for declared, below in pairwise(_body(shape)):
        match declared, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(sentence))),
            ) if name in shape.model_fields:
                found[shape.model_fields[name].alias or name] = " ".join(sentence.split())
    return found


def meaning(shape: type[BaseModel]) -> str:
    """What the whole is, in its own words."""
    return " ".join((shape.__doc__ or "").split())


def _body(shape: type[BaseModel]) -> list[ast.stmt]:
    declaration = ast.parse(dedent(inspect.getsource(shape))).body[0]
    return declaration.body if isinstance(declaration, ast.ClassDef) else []
