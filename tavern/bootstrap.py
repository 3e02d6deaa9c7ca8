"""Sets the checkout up and starts it, with the standard library only: `python3 -m tavern.bootstrap play`.

Makes `.venv`, installs the game and what it needs into it, and remembers that, so that the second start is immediate.
Parses on Python 3.6, so that an old Python can say that it is too old.
"""

import errno
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import List, NoReturn, Optional, Tuple

Version = Tuple[int, int]

USAGE = """\
usage: python3 -m tavern.bootstrap play [...]   set up, then play; the rest goes to `tavern play`
       python3 -m tavern.bootstrap test [...]   set up, then test; the rest goes to pytest
       python3 -m tavern.bootstrap setup        set up for playing and testing, no more
"""
OLDEST = (3, 11)
NEWER_PYTHONS = ("python3.13", "python3.12", "python3.11", "python3.14", "python3.15")
STATE = "set-up.txt"
LOG = "set-up.log"
UNFINISHED = "unfinished"


class CannotSetUp(Exception):
    """What stands in the way and how to remove it, in words for the player."""


def main(args: List[str]) -> int:
    if args in (["-h"], ["--help"]):
        print(USAGE, end="")
        return 0
    if not args or args[0] not in ("play", "test", "setup"):
        print(USAGE, end="", file=sys.stderr)
        return 2
    root = Path(__file__).resolve().parent.parent
    try:
        python = prepare(root, "core" if args[0] == "play" else "dev")
    except CannotSetUp as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The next start begins the set-up again.", file=sys.stderr)
        return 130
    return start(python, root, args[0], args[1:])


def start(python: Path, root: Path, word: str, rest: List[str]) -> int:
    """The exit code of the game or the tests; where the platform can, they take this process's place instead."""
    if word == "setup":
        return 0
    if word == "test":
        os.chdir(str(root))
    module = ["tavern", "play"] if word == "play" else ["pytest", "-n", "auto"]
    command = [str(python), "-m", *module, *rest]
    if os.name == "posix":
        become(command)
    try:
        return subprocess.call(command)
    except KeyboardInterrupt:
        return 130


def become(command: List[str]) -> NoReturn:
    """Never returns: the command goes on in this process, with its terminal, signals and exit code."""
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(command[0], command)


def prepare(root: Path, extras: str) -> Path:
    """The Python of the checkout's `.venv`, with all that `extras` ("core" or "dev") needs; quick when nothing changed.

    Raises CannotSetUp.
    """
    base, version = suitable_python((sys.version_info[0], sys.version_info[1]))
    venv = root / ".venv"
    python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = fingerprint(root, version)
    if python.exists() and remembered(venv) in (f"{extras} {wanted}", f"dev {wanted}"):
        return python
    say(f"Setting up in {venv} (about a minute; later starts are immediate).")
    try:
        if remembered(venv) == UNFINISHED or not has_pip(python, version):
            make_venv(base, venv)
        install(python, root, extras)
        remember(venv, f"{extras} {wanted}")
    except OSError as error:
        raise CannotSetUp(cannot_write(error, root)) from error
    return python


def suitable_python(own: Version, path: Optional[str] = None) -> Tuple[str, Version]:
    """The Python that runs this, of version `own`, or a newer one on the path (None: PATH), with its version.

    Raises CannotSetUp.
    """
    if own >= OLDEST:
        return sys.executable, own
    for name in NEWER_PYTHONS:
        newer = shutil.which(name, path=path)
        version = version_of(newer) if newer else None
        if newer and version and version >= OLDEST:
            say(f"This Python is {own[0]}.{own[1]}, which is too old; using {name} instead.")
            return newer, version
    raise CannotSetUp(
        f"The Rusted Tankard needs Python 3.11 or newer, and this is Python {own[0]}.{own[1]}. "
        "Install a newer one (python.org, or your system's packages), then start with it: "
        "python3.11 -m tavern.bootstrap play"
    )


def version_of(python: str, needs: str = "sys") -> Optional[Version]:
    """The version a Python gives; None where it does not start or cannot import what it `needs`."""
    asked = f"import sys, {needs}; print(sys.version_info[0], sys.version_info[1])"
    try:
        major, minor = subprocess.check_output([python, "-c", asked], stderr=subprocess.DEVNULL).split()
        return int(major), int(minor)
    except (OSError, subprocess.CalledProcessError, ValueError):
        return None


def has_pip(python: Path, version: Version) -> bool:
    return python.exists() and version_of(str(python), needs="pip") == version


def make_venv(base: str, venv: Path) -> None:
    if not version_of(base, needs="venv, ensurepip"):
        raise CannotSetUp(
            f"This Python ({base}) comes without `venv` or `ensurepip`, so no environment for the game can be made. "
            "On Debian and Ubuntu: sudo apt install python3-venv"
        )
    if venv.exists():
        shutil.rmtree(str(venv))
    venv.mkdir()
    remember(venv, UNFINISHED)
    run_quietly(
        [base, "-m", "venv", str(venv)],
        venv / LOG,
        f"The virtual environment {venv} could not be made. Delete that folder and start again.",
    )


def install(python: Path, root: Path, extras: str) -> None:
    venv = root / ".venv"
    target = str(root) if extras == "core" else f"{root}[{extras}]"
    constraints = str(root / "tests" / "constraints.txt")
    pip = [str(python), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    remember(venv, UNFINISHED)
    try:
        run_quietly(
            [*pip, "-c", constraints, "-e", target],
            venv / LOG,
            "pip could not install what the game needs; the first set-up has to reach a package index. "
            "Check the network (or pip's settings for it) and start again.",
        )
    except CannotSetUp:
        # pip gave up by itself and left nothing half done, so the environment need not be made anew.
        remember(venv, "refused")
        raise


def run_quietly(command: List[str], log: Path, complaint: str) -> None:
    """Runs the command with its output kept in the log. Raises CannotSetUp with the complaint and the last line."""
    with log.open("wb") as output:
        code = subprocess.call(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
    if code != 0:
        lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        last = next(
            (line for line in reversed(lines) if line.startswith("ERROR:")), lines[-1] if lines else "no output"
        )
        raise CannotSetUp(f"{complaint}\n  {last}\n  (all of it: {log})")


def fingerprint(root: Path, version: Version) -> str:
    """What an installation depends on, hashed: the Python, the place, the requirements and the pins."""
    seen = hashlib.sha256(f"{version}\n{root}\n".encode("utf-8", "surrogateescape"))
    try:
        for name in ("pyproject.toml", "tests/constraints.txt"):
            seen.update((root / name).read_bytes())
    except OSError as error:
        raise CannotSetUp(
            f"Cannot read {error.filename}: {error.strerror}. The checkout is not complete; fetch it again."
        ) from error
    return seen.hexdigest()


def remembered(venv: Path) -> str:
    try:
        return (venv / STATE).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def remember(venv: Path, state: str) -> None:
    (venv / STATE).write_text(state, encoding="utf-8")


def cannot_write(error: OSError, root: Path) -> str:
    fact = f"Cannot write {error.filename or root / '.venv'}: {error.strerror or error}."
    if error.errno == errno.ENOSPC:
        return f"{fact} Free some space (about 200 MB) and start again."
    return f"{fact} Make {root} writable, or copy the checkout to a folder that is."


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
