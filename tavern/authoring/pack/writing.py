"""`tavern pack`: a mystery and the setting it borrows as one zip, the same bytes for the same content."""

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tavern.authoring.content import folder_at, mystery_at
from tavern.authoring.pack.names import KINDS, LARGEST_FILE, wrong_with
from tavern.authoring.pack.reading import NoPack, texts_of
from tavern.model.mystery import Mystery
from tavern.problem import Problem

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can name
ORDINARY = (stat.S_IFREG | 0o644) << 16
UNIX = 3
PAGES = tuple(kind for kind in KINDS if kind != ".yaml")


def pack(path: Path, roots: Sequence[Path], out: Path | None = None) -> Path:
    """Write the mystery in a folder into a zip and give its path: `out`, or the id in the current folder. Raises Problem.

    What it holds: every YAML file of the mystery and of its setting, and the mystery's own .md and .txt files.
    """
    mystery = mystery_at(path, roots)
    folder = folder_at(path, roots)
    target = (out or Path()) / f"{mystery.id}.zip" if out is None or out.is_dir() else out
    if not target.parent.is_dir():
        raise Problem(f"There is no folder {target.parent} to write {target.name} into.")
    _put(target, zipped({**_yaml(mystery, folder), **_pages(mystery, folder)}))
    return target


def zipped(texts: Mapping[str, str]) -> bytes:
    """The files as a zip: in the order of their names, without times or owners."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED, compresslevel=9) as pack:
        for name in sorted(texts):
            info = ZipInfo(name, EPOCH)
            info.external_attr, info.create_system, info.compress_type = ORDINARY, UNIX, ZIP_DEFLATED
            pack.writestr(info, texts[name].encode("utf-8"))
    return content.getvalue()


def _put(target: Path, content: bytes) -> None:
    """The file is whole or not there; and what would not be installed again is not written at all."""
    with NamedTemporaryFile(dir=target.parent, prefix=".", suffix=f".{target.name}", delete=False) as file:
        file.write(content)
    try:
        texts_of(Path(file.name))
        Path(file.name).chmod(0o644)
        Path(file.name).replace(target)
    except NoPack as reason:
        raise Problem(f"{target.name} was not written, since it could not be installed: {reason}.") from None
    finally:
        Path(file.name).unlink(missing_ok=True)


def _yaml(mystery: Mystery, folder: Path) -> dict[str, str]:
    """The texts as they were compiled, under the mystery's id and the setting's name."""
    own = folder.resolve().name
    named: dict[str, str] = {}
    for name, text in mystery.sources.items():
        top, _, rest = name.partition("/")
        inside = f"{mystery.id}/{rest or Path(top).name}" if top == own else name
        _add(named, inside.removesuffix(".yml") + ".yaml" if inside.endswith(".yml") else inside, text)
    return named


def _pages(mystery: Mystery, folder: Path) -> dict[str, str]:
    """What the mystery's folder holds besides YAML: transcripts, a readme."""
    named: dict[str, str] = {}
    for path in sorted(_ordinary(folder)) if folder.is_dir() else ():
        if path.suffix.lower() in PAGES:
            _add(named, f"{mystery.id}/{path.relative_to(folder).as_posix()}", _read(path))
    return named


def _ordinary(folder: Path) -> Iterator[Path]:
    """The ordinary files in a folder and in those below; what begins with a dot, and links, are passed over."""
    for entry in sorted(folder.iterdir()):
        mode = os.lstat(entry).st_mode
        if entry.name.startswith("."):
            continue
        if stat.S_ISDIR(mode):
            yield from _ordinary(entry)
        elif stat.S_ISREG(mode):
            yield entry


def _read(path: Path) -> str:
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Problem(f"{path} is not UTF-8 at byte {error.start + 1}: save it as UTF-8.") from error


def _add(named: dict[str, str], name: str, text: str) -> None:
    """Small letters, so that the pack is the same on every system; two names that are then one are for the author to part."""
    small = name.lower()
    if wrong := wrong_with(small):
        raise Problem(f"{name} cannot be packed: {wrong}. Rename it.")
    if small in named:
        raise Problem(f"{name} cannot be packed: another file has the same name in other letters. Rename one of them.")
    named[small] = text
