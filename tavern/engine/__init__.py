"""Rules, world and command in; events out; events folded into the next world. The engine speaks no words and parses no lines."""
