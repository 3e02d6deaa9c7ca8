"""For those who write mysteries: checking, and playing transcripts."""
