"""The mysteries of tests/proof/kept: each was once proved to be what it is not, and is as small as that could be shown with."""

from functools import cache
from pathlib import Path

import yaml

from tavern.model.mystery import Mystery
from tests.proof.small import made

KEPT = Path(__file__).parent / "kept"
NAMES = sorted(path.stem for path in KEPT.glob("*.yaml"))


@cache
def kept(name: str) -> Mystery:
    """The mystery of that name."""
    return made(yaml.safe_load((KEPT / f"{name}.yaml").read_text(encoding="utf-8")))
