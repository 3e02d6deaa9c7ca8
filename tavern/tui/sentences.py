"""The lines that forms compose: the same that one could have typed."""

from collections.abc import Iterable, Mapping, Sequence


def accusation(questions: Iterable[str], answers: Mapping[str, str], cited: Mapping[str, Sequence[int]]) -> str:
    """`accuse who sarah with 2 5 9, how river_door`, or "" when every question is blank."""
    charges = [
        f"{question} {answers[question]}{_listed(' with ', cited.get(question, ()))}"
        for question in questions
        if answers.get(question)
    ]
    return f"accuse {', '.join(charges)}" if charges else ""


def thought(question: str, answer: str, cards: Sequence[int]) -> str:
    """`think how river_door because 2 3 8`, or "" while the question or the answer is missing."""
    return f"think {question} {answer}{_listed(' because ', cards)}" if question and answer else ""


def supposition(question: str, answer: str) -> str:
    """`suppose who sarah`; an answer of "" takes the pin away."""
    return f"suppose {question} {answer}".rstrip()


def _listed(word: str, numbers: Sequence[int]) -> str:
    return word + " ".join(map(str, numbers)) if numbers else ""
