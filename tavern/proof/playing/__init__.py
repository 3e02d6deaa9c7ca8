"""Playing towards a goal on the real engine, and the lines that show how it was come to."""
