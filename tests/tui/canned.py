"""A small game with the face of the real one: a few rows of story, a hearing, two endings. Nothing is written to disk."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tavern.game import Game, Told
from tavern.games import Games, MysteryCard, Problem, SavedGame
from tavern.model.commands import Meta
from tavern.model.report import Card, Choice, Paragraph, Person, Report, View, Way

CARDS = (
    Card(
        "c1",
        1,
        "after midnight",
        "Gene goes down to the cellar, and only after midnight.",
        "clue",
        "Gene",
        "first hand",
        "●",
        True,
    ),
    Card("c2", 2, "no daytime ale", "The supplier never comes by day.", "clue", "Sarah", "hearsay", "◐", True),
    Card(
        "c3",
        3,
        "wet boots",
        "River mud on boots that were never out.",
        "clue",
        "the kitchen",
        "seen",
        "●",
        True,
        ("the yard is dry",),
    ),
    Card(
        "s1",
        4,
        "Gene on the cellar",
        "“Barrels,” Gene says. “Barrels and damp.”",
        "statement",
        "Gene",
        "first hand",
        "○",
        False,
    ),
)

START = View(
    title="The Cellar Secret",
    room="Taproom",
    clock="Thursday, day 1 · 21:40 · night",
    minutes=1300,
    people=(Person("gene", "Gene", "drying mugs", "civil"), Person("sarah", "Sarah", "by the fire", "guarded")),
    ways=(Way("north", "kitchen", ""), Way("down", "cellar", "locked"), Way("out", "", "")),
    carried=("a brass key",),
    cards=CARDS[:2],
    questions=(
        (Choice("who", "Who did it?"), (Choice("gene", "Gene"), Choice("sarah", "Sarah"))),
        (Choice("how", "How was it done?"), (Choice("river_door", "by the river door"),)),
        (Choice("why", "Why?"), ()),
    ),
)

OPENING = (
    Paragraph("heading", "Taproom"),
    Paragraph(
        "prose",
        "Rain ticks on the bullseye glass. Gene is drying the *same* mug he was drying when you came in, and Sarah has "
        "taken the chair that sees both doors.",
    ),
    Paragraph("note", "Type what you do. F1 tells you more."),
)

SAID = {
    "look": (
        Paragraph("heading", "Taproom"),
        Paragraph("prose", "Low beams, a long counter, a fire that has been lied to about the wood."),
    ),
    "ask gene about the cellar": (
        Paragraph("speech", "“Barrels,” Gene says. “Barrels and damp.” He has not looked up."),
        Paragraph("journal", "New in your journal: wet boots."),
    ),
    "open door": (Paragraph("question", "Which door: the oak door or the yard door?"),),
    "dance": (Paragraph("refusal", "The floor is not yours, and the fiddle has no strings."),),
    "people": (
        Paragraph("heading", "People"),
        Paragraph("list", "Gene, who keeps the house"),
        Paragraph("list", "Sarah, by the fire"),
    ),
    "statements": (Paragraph("list", "21:41, taproom: Gene on the cellar (4)"),),
    "timeline": (Paragraph("list", "21:40 You came in out of the rain."),),
    "notes": (Paragraph("list", "the lamp was warm"),),
    "inject": (Paragraph("prose", "[b]bold[/b] [/] [@click=app.quit]here[/] \x1b]0;title\x07 {0} %s"),),
}

EPILOGUE = tuple(
    Paragraph("ending", f"The {number}th thing to tell of how it ended is told here in a sentence of its own.")
    for number in range(1, 25)
)

HEARD = "\n".join(f"The {number}th of those who are here says what he thinks of it." for number in range(1, 13))


UNSAVED = "Your last line is not saved. The disk is full."

THE_CELLAR_SECRET = MysteryCard(
    "cellar_secret", "The Cellar Secret", "A cellar, a *river*, and a man who dries the same mug.", "medium"
)


class CannedGame(Game):
    """Answers a few lines from a list; everything else about it is as the screens know it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.title = THE_CELLAR_SECRET.title
        self.rows: list[Told] = []
        self.views = [START]
        self.undone: list[View] = []
        self.closed = 0

    @property
    def unsaved(self) -> str:
        return UNSAVED if self.rows and self.rows[-1].line == "unsaved" else ""

    def opening(self) -> Report:
        if not self.rows:
            self.rows.append(Told(1, "", OPENING))
            return self._answered("", OPENING)
        return self._answered("", (Paragraph("note", "You are in the taproom; it is 21:40."),))

    def feed(self, line: str) -> Report:
        if line == "break":
            raise RuntimeError("a fault of ours")
        if line == "full":
            raise Problem("The disk is full: the line was not kept. Free some room and type it again.")
        report = self._answer(line)
        self.rows.append(Told(len(self.rows) + 1, line, report.paragraphs))
        return report

    def story(self, before: int = 0, count: int = 50) -> list[Told]:
        return [row for row in self.rows if not before or row.row < before][-count:]

    def complete(self, partial: str) -> list[str]:
        lines = ["ask gene about the cellar", "ask gene about the *river*", "ask sarah about gene", "look", "north"]
        return [line for line in lines if line.startswith(partial) and line != partial]

    def view(self) -> View:
        now = self.views[-1]
        return replace(now, can_undo=len(self.views) > 1, can_redo=bool(self.undone))

    def close(self) -> None:
        self.closed += 1

    def _answered(
        self, line: str, paragraphs: Sequence[Paragraph], outcome: str = "done", meta: Meta | None = None
    ) -> Report:
        return Report(len(self.rows), line, outcome, tuple(paragraphs), self.view(), meta)

    def _go(self, line: str, words: str, kind: str = "prose", **changes: object) -> Report:
        self.views.append(replace(self.views[-1], minutes=self.views[-1].minutes + 1, **changes))  # type: ignore[arg-type]
        self.undone.clear()
        return self._answered(line, [Paragraph(kind, part) for part in words.split("\n")])

    def _answer(self, line: str) -> Report:
        verb, _, words = line.partition(" ")
        match verb:
            case "undo" if len(self.views) > 1:
                self.undone.append(self.views.pop())
                return self._answered(line, [Paragraph("note", "Taken back.")])
            case "redo" if self.undone:
                self.views.append(self.undone.pop())
                return self._answered(line, [Paragraph("note", "Brought back.")])
            case "quit" | "save" | "load" | "games" | "script":
                return self._answered(line, (), meta=Meta(verb, words))
            case "restart":
                self.views.append(START)
                return self._answered(line, OPENING)
            case "north":
                return self._go(line, "The kitchen is warm and smells of onions.", room="Kitchen")
            case "long":
                return self._answered(
                    line, [Paragraph("prose", f"Paragraph {number} of many.") for number in range(40)]
                )
            case "ask" if line in SAID:
                self.views.append(replace(self.views[-1], cards=CARDS))
                return self._answered(line, SAID[line])
            case "accuse":
                return self._go(
                    line,
                    HEARD if "gene" in words else "Somebody laughs. “Could have been a cart.”",
                    "speech",
                    stage="hearing",
                    objection="Could have been a cart.",
                )
            case "insist":
                return self._ended("insisted")
            case "withdraw":
                return self._go(line, "You let it rest.", stage="playing", objection="")
            case "choose":
                return self._ended("quiet")
            case "note" | "think" | "suppose":
                return self._answered(line, [Paragraph("journal", f"Written down: {words}.")])
        if self.views[-1].stage == "hearing" and (line.isdecimal() or line == "nothing"):
            return self._heard(line)
        if line in SAID:
            return self._answered(line, SAID[line])
        return self._answered(line, [Paragraph("note", f"“{line}” means nothing here.")], "misunderstood")

    def _heard(self, line: str) -> Report:
        if line == "nothing":
            return self._go(line, "Nobody is convinced.", stage="judged", objection="")
        ways = (Choice("tell", "Tell the constable"), Choice("keep", "Keep it between you"))
        return self._go(line, "It holds. The room is silent.", stage="proved", objection="", choices=ways)

    def _ended(self, ending: str) -> Report:
        self.views.append(replace(self.views[-1], stage="ended", ended=ending, choices=()))
        return self._answered(ending, EPILOGUE)


class CannedGames(Games):
    """A shelf in memory; what is on it outlives the app, so that a test may come back to it."""

    def __init__(self) -> None:
        super().__init__([], None)
        self.kept: dict[str, CannedGame] = {}
        self.broken = ""
        self.closed = 0

    def mysteries(self) -> list[MysteryCard]:
        if self.broken:
            raise Problem(self.broken)
        return [THE_CELLAR_SECRET]

    def damaged(self) -> list[str]:
        return []

    def saved(self) -> list[SavedGame]:
        return [_saved(id, game) for id, game in reversed(self.kept.items())]

    def new(self, mystery: str, name: str = "", seed: int | None = None) -> CannedGame:  # noqa: ARG002 - no chance here
        if mystery not in ("cellar_secret", "other"):
            raise Problem(f"There is no mystery “{mystery}”.")
        id = str(len(self.kept) + 1)
        self.kept[id] = CannedGame(name or f"cellar {id}")
        return self.kept[id]

    def open(self, game: str) -> CannedGame:
        for id, kept in self.kept.items():
            if game in (id, kept.name):
                return kept
        raise Problem(f"No saved game goes by the name “{game}”.")

    def copy(self, game: Game, name: str) -> SavedGame:
        kept = self.new("cellar_secret", name)
        kept.rows = list(self.open(game.name).rows)
        return self.saved()[0]

    def rename(self, game: str, name: str) -> None:
        self.open(game).name = name

    def delete(self, game: str) -> None:
        del self.kept[game]

    def export(self, game: str, path: Path) -> None:
        path.write_text(self.open(game).name, encoding="utf-8")

    def import_(self, path: Path) -> SavedGame:
        if not path.exists():
            raise Problem(f"There is no file {path}.")
        self.new("cellar_secret", path.read_text(encoding="utf-8"))
        return self.saved()[0]

    def close(self) -> None:
        self.closed += 1


def _saved(id: str, game: CannedGame) -> SavedGame:
    summary = "Taproom · Thursday, day 1, 21:40"
    played = "2026-11-19T21:07:00+00:00"
    return SavedGame(id, game.name, "cellar_secret", game.title, summary, played, game.view().ended)
