"""The colours of a drawing, on light paper and on dark: kind of node → fill and line, kind of edge → line."""

LIGHT = {
    "person": ("#e3edf9", "#3b6ea5"), "thing": ("#f4ecdf", "#94713a"), "place": ("#e4f1e4", "#4d8051"),
    "room": ("#e4f1e4", "#4d8051"), "topic": ("#f4ecdf", "#94713a"), "clue": ("#ffffff", "#555555"),
    "lie": ("#fbe3e3", "#b04a4a"), "herring": ("#fdeadb", "#c07030"), "deduction": ("#ece4f7", "#7353a6"),
    "answer": ("#f2f2f2", "#888888"), "truth": ("#dff3ea", "#1f7f57"),
}  # fmt: skip
DARK = {
    "person": ("#1d2f45", "#7fb0e6"), "thing": ("#3a301f", "#d3ab6a"), "place": ("#1e3320", "#84bd88"),
    "room": ("#1e3320", "#84bd88"), "topic": ("#3a301f", "#d3ab6a"), "clue": ("#262626", "#a8a8a8"),
    "lie": ("#452424", "#e58a8a"), "herring": ("#46301d", "#e8a368"), "deduction": ("#302446", "#b497e6"),
    "answer": ("#2b2b2b", "#8f8f8f"), "truth": ("#123a29", "#5fcf9f"),
}  # fmt: skip
PAPER = {"light": ("#fdfdfb", "#1b1b1b"), "dark": ("#161616", "#ececec")}  # ground and ink
LINES = {
    "light": {
        "gives": "#9aa4af", "carries": "#7353a6", "establishes": "#1f7f57", "supports": "#5f9f80",
        "excludes": "#b9a98a", "contradicts": "#c23b3b", "exposes": "#c23b3b", "way": "#6b7f6d",
        "speaks": "#b6bcc4", "reveals": "#1f7f57",
    },
    "dark": {
        "gives": "#667180", "carries": "#b497e6", "establishes": "#5fcf9f", "supports": "#4a9473",
        "excludes": "#71664f", "contradicts": "#ef7b7b", "exposes": "#ef7b7b", "way": "#8aa88d",
        "speaks": "#5a6069", "reveals": "#5fcf9f",
    },
}  # fmt: skip
DASHED = frozenset({"contradicts", "excludes"})
