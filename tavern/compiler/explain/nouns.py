"""What the shapes are called when an author is spoken to."""

from pydantic import BaseModel

from tavern.compiler import shape as s

NOUNS: dict[type[BaseModel], tuple[str, str]] = {  # with its article; the key under which it stands
    s.Folder: ("the top of a file", ""),
    s.MysteryShape: ("`mystery`", "mystery:"),
    s.Begins: ("`begins`", "begins:"),
    s.Moment: ("a moment", "after:"),
    s.FairShape: ("`fair`", "fair:"),
    s.Bounds: ("a counter's bounds", "counter:"),
    s.Condition: ("a condition", "when:"),
    s.Effect: ("an effect", "then:"),
    s.Sending: ("`send`", "send:"),
    s.VariantShape: ("a variant of a text", "a list of variants"),
    s.Action: ("an action", "on:"),
    s.ExitShape: ("an exit", "exits:"),
    s.ThingShape: ("an item", "items:"),
    s.RoomShape: ("a room", "rooms:"),
    s.ScheduleRow: ("a row of a schedule", "schedule:"),
    s.Goal: ("a goal", "goals:"),
    s.Reply: ("a reply", "replies:"),
    s.ActorShape: ("a person", "actors:"),
    s.TopicShape: ("a topic", "topics:"),
    s.VantageShape: ("a vantage", "vantage:"),
    s.RouteShape: ("a route", "routes:"),
    s.Support: ("`supports`", "supports:"),
    s.LieShape: ("a lie", "lie:"),
    s.ClueShape: ("a clue", "clues:"),
    s.DeductionShape: ("a deduction", "deductions:"),
    s.QuestionShape: ("a question", "questions:"),
    s.AnswerShape: ("an answer", "answers:"),
    s.CorrectShape: ("the correct solution", "correct:"),
    s.FalseShape: ("a false solution", "false_solutions:"),
    s.SolutionsShape: ("`solutions`", "solutions:"),
    s.EndingShape: ("an ending", "endings:"),
    s.FuseShape: ("a fuse", "fuses:"),
    s.DaemonShape: ("a daemon", "daemons:"),
    s.CounterShape: ("a counter", "counters:"),
    s.FlagShape: ("a flag", "flags:"),
}


def called(shape: type[BaseModel]) -> str:
    """The shape with its article."""
    return NOUNS[shape][0]


def stands_under(shape: type[BaseModel]) -> str:
    """The key under which it stands, with its colon; "" for the top of a file."""
    return NOUNS[shape][1]
