"""What a pack may hold, and how its files may be called: plain names that mean the same on every system, and nothing else."""

import re

from tavern.compiler.files import LARGEST_FILE, LARGEST_PACK, MOST_FILES

__all__ = ["KINDS", "LARGEST_FILE", "LARGEST_PACK", "LONGEST_NAME", "MOST_FILES", "MOST_RATIO", "wrong_with"]

KINDS = (".yaml", ".md", ".txt")
MOST_RATIO = 100  # bytes that one byte in the zip may come to
LONGEST_NAME = 200  # letters
DEEPEST = 5  # folders above a file
PLAIN = re.compile(r"[a-z0-9._/-]+")
PART = re.compile(r"[a-z0-9_-][a-z0-9._-]*")
DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)


def wrong_with(name: str) -> str:
    """What keeps a file of that name out of a pack, "" when nothing does."""
    if not PLAIN.fullmatch(name) or len(name) > LONGEST_NAME:
        return "a name may have small letters, digits and . _ - only, with / between folders"
    parts = name.split("/")
    if any(not PART.fullmatch(part) or part.endswith(".") for part in parts):
        return "a name has to lead straight down, and no part of it may begin or end with a dot"
    if any(part.split(".")[0] in DEVICES for part in parts):
        return "some systems keep that name for a device"
    if len(parts) < 2 or len(parts) > DEEPEST:
        return "every file has to stand in the folder of the mystery or of its setting"
    return "" if name.endswith(KINDS) else f"only {', '.join(KINDS)} files are read"
