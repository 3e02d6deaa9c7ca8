"""A transcript kept beside the game, for `script on FILE`."""

from pathlib import Path

from tavern.model.report import Report
from tavern.text import sanitise


class Script:
    """The file a transcript goes to, if any. It is opened for each turn, so that it is whole whenever one looks."""

    def __init__(self) -> None:
        self._path: Path | None = None

    def switch(self, words: str) -> str:
        """Begin ("on FILE") or end ("off"); the answer is the sentence to show."""
        verb, _, name = words.strip().partition(" ")
        if verb == "on" and name.strip():
            return self._begin(Path(name.strip()).expanduser())
        ended, self._path = self._path, None
        return (
            f"The transcript in {ended} is closed." if ended else "No transcript is kept. `script on FILE` begins one."
        )

    def keep(self, report: Report) -> None:
        """Append a turn. A file that can no longer be written ends the transcript, not the game."""
        if self._path is None:
            return
        text = "\n\n".join([f"> {report.line}", *(paragraph.text for paragraph in report.paragraphs)])
        self._append(sanitise(text) + "\n\n")

    def _begin(self, path: Path) -> str:
        try:
            path.open("x", encoding="utf-8").close()
        except FileExistsError:
            return f"{path} is there already; name another file: script on NAME."
        except OSError as error:
            return f"{path} cannot be written ({error.strerror}): no transcript is kept."
        self._path = path
        return f"From here on everything is written to {path} too."

    def _append(self, text: str) -> None:
        if self._path is None:
            return
        try:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(text)
        except OSError:
            self._path = None
