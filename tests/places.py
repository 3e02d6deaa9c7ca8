"""Where the tests find the shipped content."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "content"
TRANSCRIPTS = sorted(CONTENT.glob("*/transcripts/*.txt"))
