"""What things cost, measured beside a yardstick in the same run: `python -m tests.bench [topic]`. Nothing is asserted."""
