"""What the cards that may be held come to: which carry, what follows from them, and how far an accusation may get."""

from collections.abc import Iterator

from tavern.model.mystery import Mystery
from tavern.model.world import World
from tavern.reasoning.evidence import CARRIES, reliability
from tavern.reasoning.inference import SUPPORTS, bearing, charged, follows_from, question_of


class Cards:
    """Cards that may be held together: everything learnt so far is held, so what follows from it is the most that can."""

    def __init__(self, mystery: Mystery, world: World) -> None:
        """Begin with what is held in the world."""
        self._mystery = mystery
        self._routes: set[str] = set()
        self._told: set[str] = set(world.drawn)
        self.carrying: set[str] = set(world.drawn)
        for id in world.routes:
            self.add(id)

    def add(self, id: str) -> bool:
        """Take up what was learnt; whether a further card carries now, by itself or by what follows."""
        route = self._mystery.routes.get(id)
        if route is None:
            return False
        self._routes.add(id)
        held = [
            self._mystery.routes[other] for other in self._mystery.clues[route.clue].routes if other in self._routes
        ]
        if route.clue in self.carrying or reliability(held) < CARRIES:
            return False
        self.carrying.add(route.clue)
        self._infer()
        return True

    def _infer(self) -> None:
        open_ = [deduction for deduction in self._mystery.deductions.values() if deduction.id not in self.carrying]
        while fresh := [deduction for deduction in open_ if follows_from(deduction, self.carrying)]:
            self.carrying.update(deduction.id for deduction in fresh)
            open_ = [deduction for deduction in open_ if deduction.id not in self.carrying]

    def drawn(self) -> Iterator[str]:
        """Deductions that can be drawn now and were not told of before. One that says nothing of a question never can."""
        for id in self._mystery.deductions:
            says = bearing(self._mystery, id)
            if id in self.carrying and id not in self._told and (says.establishes or says.rules_out or says.supports):
                self._told.add(id)
                yield id

    def may_establish(self, question: str, answer: str) -> bool:
        """Whether some of the cards, cited together, may establish the answer."""
        says = [bearing(self._mystery, card) for card in self.carrying]
        if any(one.establishes.get(question) == answer for one in says):
            return True
        named = {as_ for one in says for q, a, as_ in one.supports if (q, a) == (question, answer)}
        if named >= SUPPORTS:
            return True
        out = {other for one in says for other in one.rules_out.get(question, ())}
        return {other.id for other in question_of(self._mystery, question).answers} - out <= {answer}

    def stages(self) -> Iterator[str]:
        """How far an accusation may get: "proved" and "partly" when some question may be established, "whole" when all may."""
        may = [
            any(self.may_establish(question.id, answer.id) for answer in question.answers)
            for question in charged(self._mystery)
        ]
        if any(may):
            yield from ("proved", "partly")
        if may and all(may):
            yield "whole"
