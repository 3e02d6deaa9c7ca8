"""Times and lengths of time in words."""

import pytest

from tavern.parser.numbers import minutes, number, time_of_day

EVENING = 21 * 60 + 40


@pytest.mark.parametrize(
    ("said", "value"),
    [("3", 3), ("twelve", 12), ("twenty five", 25), ("ninety nine", 99), ("zorb", None), ("twenty twenty", None)],
)
def test_a_number_is_figures_or_words(said: str, value: int | None) -> None:
    assert number(said.split()) == value


@pytest.mark.parametrize(
    ("said", "length"),
    [
        ("10", 10),
        ("ten minutes", 10),
        ("an hour", 60),
        ("a couple of hours", None),
        ("half an hour", 30),
        ("2 hours", 120),
        ("an hour and a half", 90),
        ("an hour and ten minutes", 70),
        ("a while", 15),
        ("for five minutes", 5),
        ("minutes", None),
        ("zorb", None),
    ],
)
def test_a_length_of_time_is_told_in_minutes(said: str, length: int | None) -> None:
    assert minutes(said.split()) == length


@pytest.mark.parametrize(
    ("said", "hour", "minute"),
    [
        ("midnight", 0, 0),
        ("noon", 12, 0),
        ("ten", 22, 0),
        ("nine", 9, 0),
        ("9:30", 9, 30),
        ("22:15", 22, 15),
        ("09:30", 9, 30),
        ("half past ten", 22, 30),
        ("quarter to eleven", 22, 45),
        ("ten to midnight", 23, 50),
        ("twenty past one", 1, 20),
        ("9 pm", 21, 0),
        ("9pm", 21, 0),
        ("one in the morning", 1, 0),
        ("ten in the morning", 10, 0),
        ("ten o'clock", 22, 0),
        ("eleven thirty", 23, 30),
        ("2340", 23, 40),
        ("dawn", 6, 0),
    ],
)
def test_a_time_of_day_is_the_next_that_fits(said: str, hour: int, minute: int) -> None:
    assert time_of_day(said.split(), EVENING) == hour * 60 + minute


@pytest.mark.parametrize("said", ["zorb", "25:10", "9:75", "past", "zorb past", "to", "the", "ninety nine"])
def test_what_is_no_time_is_none(said: str) -> None:
    assert time_of_day(said.split(), EVENING) is None


@pytest.mark.parametrize(
    ("said", "hour", "minute"),
    [("half past", 22, 30), ("quarter to", 21, 45), ("a quarter past", 22, 15), ("twenty to", 22, 40)],
)
def test_a_part_of_an_hour_is_the_next_one(said: str, hour: int, minute: int) -> None:
    assert time_of_day(said.split(), EVENING) == hour * 60 + minute


@pytest.mark.parametrize(("said", "length"), [("two days", 2880), ("a day", 1440), ("90 seconds", 2), ("5 seconds", 1)])
def test_days_and_seconds_are_told_in_minutes_as_well(said: str, length: int) -> None:
    assert minutes(said.split()) == length
