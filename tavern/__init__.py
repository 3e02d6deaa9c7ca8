"""A mystery text adventure for the terminal, and a kit for writing your own."""

__version__ = "0.3.0"
