"""Where content and saves are, decided by where the code is and never by the current folder."""

import os
from collections.abc import Mapping
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def content_roots(
    chosen: Path | None = None,
    *,
    environ: Mapping[str, str] = os.environ,
    package: Path = PACKAGE,
    data: Path | None = None,
) -> list[Path]:
    """The folders that hold mysteries, first found first taken; one that does not exist is named all the same.

    The player's choice comes first (`chosen` from the command line, else TAVERN_CONTENT), then what is shipped, then
    what the player has put under `data` (None: the platform's data folder), then each pack installed there.
    """
    checkout = checkout_of(package)
    shipped = checkout / "content" if checkout else package / "_content"
    own = (data or platform_data()) / "content"
    roots = [_wanted(chosen, environ, "TAVERN_CONTENT"), shipped, own, *_installed(packs_dir(data=data))]
    return list(dict.fromkeys(root for root in roots if root))


def short(path: Path) -> Path:
    """The path as an author would write it: from the folder they are in, where it lies in that."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def packs_dir(*, data: Path | None = None) -> Path:
    """The folder of the packs that were installed, under `data` (None: the platform's data folder); it need not exist yet."""
    return (data or platform_data()) / "packs"


def versions(pack: Path) -> list[tuple[int, Path]]:
    """The versions of a pack that are there whole, by their numbers; what is still being written has no number."""
    try:
        found = [(int(path.name), path) for path in pack.iterdir() if path.name.isascii() and path.name.isdecimal()]
    except OSError:
        return []
    return sorted(found)


def newest_version(pack: Path) -> Path | None:
    """The version of a pack that is played."""
    found = versions(pack)
    return found[-1][1] if found else None


def saves_dir(
    chosen: Path | None = None,
    *,
    environ: Mapping[str, str] = os.environ,
    package: Path = PACKAGE,
    data: Path | None = None,
) -> Path:
    """The folder of the player's saves; it need not exist yet.

    `chosen` from the command line, else TAVERN_SAVES, else `saves` of the checkout if it can be written, else `saves`
    under `data` (None: the platform's data folder).
    """
    if wanted := _wanted(chosen, environ, "TAVERN_SAVES"):
        return wanted
    checkout = checkout_of(package)
    if checkout and _can_be_written(checkout / "saves"):
        return checkout / "saves"
    return (data or platform_data()) / "saves"


def checkout_of(package: Path = PACKAGE) -> Path | None:
    """The checkout the package is run from, known by the pyproject.toml beside it; None for an installed package."""
    return package.parent if (package.parent / "pyproject.toml").is_file() else None


def platform_data() -> Path:
    """The folder where this platform keeps the data of programs, ours in it."""
    from platformdirs import user_data_path

    return user_data_path("tavern", appauthor=False)


def _installed(packs: Path) -> list[Path]:
    """The newest version of every pack, by their names; each is a content root of its own."""
    try:
        names = sorted(path.name for path in packs.iterdir() if not path.name.startswith("."))
    except OSError:
        return []
    return [newest for name in names if (newest := newest_version(packs / name))]


def _wanted(chosen: Path | None, environ: Mapping[str, str], variable: str) -> Path | None:
    named = chosen or environ.get(variable)
    return Path(named).expanduser().absolute() if named else None


def _can_be_written(folder: Path) -> bool:
    place = folder if folder.exists() else folder.parent
    return place.is_dir() and os.access(place, os.W_OK | os.X_OK)
