"""The format, declared once: what may stand under which key. Checked by pydantic; schema and reference are printed from it.

Strings that name something carry a `Ref`, so that one walk over a shape finds every reference it makes. Nothing here knows
what the keys mean; `ground` does.
"""

from tavern.compiler.shape.case import (
    AnswerShape,
    ClueShape,
    CorrectShape,
    DeductionShape,
    EndingShape,
    FalseShape,
    LieShape,
    QuestionShape,
    RouteShape,
    SolutionsShape,
    Support,
    VantageShape,
)
from tavern.compiler.shape.conditions import Bounds, Condition, Effect, Moment, Sending, Text, Then, VariantShape, When
from tavern.compiler.shape.course import CounterShape, DaemonShape, FlagShape, FuseShape
from tavern.compiler.shape.folder import Begins, FairShape, Folder, MysteryShape
from tavern.compiler.shape.kinds import Declares, Direction, Ref, Shape, Told
from tavern.compiler.shape.people import ActorShape, Goal, Reply, ScheduleRow, TopicShape
from tavern.compiler.shape.places import Action, Actions, Done, ExitShape, RoomShape, ThingShape

__all__ = [
    "Action",
    "Actions",
    "ActorShape",
    "AnswerShape",
    "Begins",
    "Bounds",
    "ClueShape",
    "Condition",
    "CorrectShape",
    "CounterShape",
    "DaemonShape",
    "Declares",
    "DeductionShape",
    "Direction",
    "Done",
    "Effect",
    "EndingShape",
    "ExitShape",
    "FairShape",
    "FalseShape",
    "FlagShape",
    "Folder",
    "FuseShape",
    "Goal",
    "LieShape",
    "Moment",
    "MysteryShape",
    "QuestionShape",
    "Ref",
    "Reply",
    "RoomShape",
    "RouteShape",
    "ScheduleRow",
    "Sending",
    "Shape",
    "SolutionsShape",
    "Support",
    "Text",
    "Then",
    "ThingShape",
    "Told",
    "TopicShape",
    "VantageShape",
    "VariantShape",
    "When",
]
