"""`tavern new`: a small mystery to begin with, as a folder that plays at once."""

import re
from dataclasses import dataclass
from pathlib import Path

from tavern.compiler.schema import FILE, modeline, schema
from tavern.problem import Problem
from tavern.text.sanitise import one_line

TEMPLATES = Path(__file__).parent / "templates"
ALONE = "unlit_lamp"
IN_A_SETTING = {"rusted_tankard": "cut_leaf"}
NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
READ_AS_NO_NAME = ("true", "false", "null")
OURS = '"title": "A mystery of the Rusted Tankard"'  # by which a schema that may be written anew is known


@dataclass(frozen=True, slots=True)
class Made:
    """What was written. schema: where an editor finds the format; None when a file of another kind stands there."""

    folder: Path
    schema: Path | None


def make(name: str, into: Path, setting: str = "") -> Made:
    """Write a new mystery into a folder of mysteries, which is made if need be, and the schema beside it.

    name: of the new folder, and the mystery's id. setting: "" or one of IN_A_SETTING. What is there already stays as it is.
    Raises Problem.
    """
    folder = into / _fit(name, setting)
    try:
        into.mkdir(parents=True, exist_ok=True)
        folder.mkdir()
        for path, text in _texts(name, IN_A_SETTING[setting] if setting else ALONE):
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        return Made(folder, _write_schema(into / FILE))
    except FileExistsError as error:
        if error.filename == str(folder):
            raise Problem(f"{folder} is there already: choose another name, or move it away.", 2) from error
        raise Problem(
            f"{into} is a file, and no folder to put a mystery in: name a folder with --content.", 2
        ) from error
    except OSError as error:
        reason = (error.strerror or "no reason").lower()
        raise Problem(f"{error.filename or folder} cannot be written: the system says “{reason}”.") from error


def _fit(name: str, setting: str) -> str:
    """The name, if it can be one. Raises Problem with one that can."""
    if NAME.fullmatch(name) and name not in (*READ_AS_NO_NAME, setting):
        return name
    stem = re.split(r"[/\\]", name.casefold().rstrip("/\\"))[-1]
    near = NOT_IN_A_NAME.sub("_", stem).strip("_0123456789")[:50].rstrip("_") or "mystery"
    if near in (*READ_AS_NO_NAME, setting):
        near = f"my_{near}"
    where = "; --content says in which folder" if "/" in name or "\\" in name else ""
    rule = "it takes small letters, digits and underscores, and begins with a letter"
    raise Problem(f"“{one_line(name, 80)}” is no name for a mystery: write `{near}` ({rule}){where}.", 2)


def _texts(name: str, template: str) -> list[tuple[Path, str]]:
    """Every file of a template with its path, under the new name."""
    source = TEMPLATES / template
    paths = sorted(path for path in source.rglob("*") if path.suffix in (".yaml", ".txt"))
    return [
        (path.relative_to(source), _renamed(path.read_text(encoding="utf-8"), path, template, name)) for path in paths
    ]


def _renamed(text: str, path: Path, template: str, name: str) -> str:
    """The text of a file, with the new id and title in it if it is the one with the head."""
    if path.suffix != ".yaml":
        return text
    named = re.sub(rf"^  id: {template} +#", f"{f'  id: {name}':<29} #", text, count=1, flags=re.MULTILINE)
    titled = re.sub(r"^  title: .*$", f"  title: {title_of(name)}", named, count=1, flags=re.MULTILINE)
    return f"{modeline()}\n{titled}"


def title_of(name: str) -> str:
    """The title a mystery has at first: `cold_tea` is Cold Tea."""
    return " ".join(word.capitalize() for word in name.split("_") if word)


def _write_schema(path: Path) -> Path | None:
    if path.is_file() and OURS not in path.read_text(encoding="utf-8", errors="replace")[:300]:
        return None
    path.write_text(schema(), encoding="utf-8")
    return path
