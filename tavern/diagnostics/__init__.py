"""What is wrong in a content file, and where: data, a catalogue of every code, and functions that print them."""

from tavern.diagnostics.catalogue import CATALOGUE, Entry, Severity
from tavern.diagnostics.diagnostic import Diagnostic, has_errors, in_file_order
from tavern.diagnostics.edit import Edit, edited, insert, instead
from tavern.diagnostics.render import concise, full, json
from tavern.diagnostics.span import Span, whole
from tavern.diagnostics.wording import any_of, quote

__all__ = [
    "CATALOGUE",
    "Diagnostic",
    "Edit",
    "Entry",
    "Severity",
    "Span",
    "any_of",
    "concise",
    "edited",
    "full",
    "has_errors",
    "in_file_order",
    "insert",
    "instead",
    "json",
    "quote",
    "whole",
]
