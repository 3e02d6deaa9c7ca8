"""A stranger's pack read in memory: nothing is extracted, followed or run, and nothing is read that is not bounded first."""

import stat
import zlib
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from tavern.authoring.pack.names import LARGEST_FILE, LARGEST_PACK, MOST_FILES, MOST_RATIO, wrong_with
from tavern.problem import Problem
from tavern.text.sanitise import one_line

LONGEST_SHOWN = 80  # letters of a name in the pack that are shown again
ENCRYPTED = 0x1
# All that the zip reader is known to raise on a file that is cut, damaged or made up.
UNREADABLE = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    UnicodeError,
    zlib.error,
    OverflowError,
)


class NoPack(Exception):
    """Why a file cannot be installed, as the end of a sentence."""


def read_pack(path: Path) -> dict[str, str]:
    """Name in the pack → its text, by name. Raises Problem, one sentence for whatever is wrong."""
    try:
        return texts_of(path)
    except NoPack as reason:
        raise Problem(f"{path.name} cannot be installed: {reason}.") from None


def texts_of(path: Path) -> dict[str, str]:
    """The same, but raises NoPack for what is wrong with the pack; Problem where the file cannot be read at all."""
    try:
        size = _size(path)
        with path.open("rb") as file, ZipFile(file) as pack:
            infos = _looked_at(pack.infolist(), size)
            return {info.filename: _text(pack, info) for info in sorted(infos, key=lambda info: info.filename)}
    except UNREADABLE:
        raise NoPack("it is no whole zip file; get it once more") from None
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise Problem(f"{path} cannot be read: the system says “{reason}”.") from error


def _size(path: Path) -> int:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise NoPack("it is a folder or a device, and a pack is one zip file")
    if status.st_size > LARGEST_PACK:
        raise NoPack(f"it has more than {LARGEST_PACK // 1_000_000} MB")
    return status.st_size


def _looked_at(infos: Iterable[ZipInfo], size: int) -> list[ZipInfo]:
    """The files of the pack, all of them allowed; by what the zip says of itself, before anything of it is read."""
    everything = list(infos)
    files = [info for info in everything if not _is_folder(info)]
    if len(everything) > MOST_FILES:
        raise NoPack(f"it holds more than {MOST_FILES} files")
    if sum(info.file_size for info in files) > min(LARGEST_PACK, MOST_RATIO * size):
        raise NoPack("unpacked it would be larger than a mystery can be")
    for info in files:
        if wrong := _wrong_with(info):
            raise NoPack(f"it holds “{one_line(info.orig_filename, LONGEST_SHOWN)}”, but {wrong}")
    names = [info.filename for info in files]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        raise NoPack(f"it holds “{twice}” twice")
    if not files:
        raise NoPack("it is empty")
    return files


def _is_folder(info: ZipInfo) -> bool:
    """An entry for a folder, as other programs write them: without content, and with a name that a file might have."""
    name = info.orig_filename
    return name.endswith("/") and not info.file_size and not wrong_with(f"{name}x.txt")


def _wrong_with(info: ZipInfo) -> str:
    if wrong := wrong_with(info.orig_filename):
        return wrong
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        return "it is a link or a device, and only ordinary files are read"
    if info.flag_bits & ENCRYPTED:
        return "it is locked with a password"
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return "it is packed in a way that is not read here: pack it again with `tavern pack`"
    if info.file_size > LARGEST_FILE:
        return f"it has more than {LARGEST_FILE // 1_000_000} MB"
    return "it is far too large for its packed size" if info.file_size > MOST_RATIO * max(1, info.compress_size) else ""


def _text(pack: ZipFile, info: ZipInfo) -> str:
    """All of one file, no more than it says it has, and checked against its checksum."""
    with pack.open(info) as file:
        content = file.read(info.file_size + 1)
    if len(content) != info.file_size:
        raise NoPack(f"“{info.filename}” has another size than it says")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NoPack(f"“{info.filename}” is not UTF-8 at byte {error.start + 1}") from None
