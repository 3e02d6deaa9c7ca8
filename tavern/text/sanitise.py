"""Makes foreign text harmless: one function for all that authors, players and files bring in."""

import re
import unicodedata

MOST_MARKS = 4

# Patterns are compiled when the first text needs them, and `re` keeps them: `--version` is done sooner than these are compiled.
# Every control but the newline, every format character (escape introducers, bidi controls, zero-width, tags), and
# what else Unicode says may go unseen: fillers, joiners and variation selectors.
_DROPPED = (
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_LINE_END = "\r\n?|[\u2028\u2029]"
_LONE_SURROGATE = "[\ud800-\udfff]"
# No combining mark stands below U+0300, so most prose is not looked at letter by letter.
_MAY_PILE_UP = f"[\u0300-\U0010ffff]{{{MOST_MARKS + 1}}}"


def sanitise(text: str) -> str:
    """The text in NFC without anything that could steer a terminal or hide: done at load and again at view.

    Of the controls only the newline stays; a tab becomes a space, and every way of ending a line a newline. A lone
    surrogate becomes U+FFFD. At most MOST_MARKS combining marks stay on a base. Doing it twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    text = re.sub(_LINE_END, "\n", text).replace("\t", " ")
    text = re.sub(_LONE_SURROGATE, "\ufffd", re.sub(_DROPPED, "", text))
    return _with_few_marks(unicodedata.normalize("NFC", text))


def one_line(text: str, limit: int) -> str:
    """The text cleaned, on one line with single spaces between words, and of at most `limit` characters.

    For names, notes and typed lines. A longer text is cut, not refused.
    """
    return " ".join(sanitise(text).split())[:limit].rstrip()


def _with_few_marks(text: str) -> str:
    if not re.search(_MAY_PILE_UP, text):
        return text
    kept: list[str] = []
    marks = 0
    for char in text:
        marks = marks + 1 if unicodedata.category(char).startswith("M") else 0
        if marks <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)
