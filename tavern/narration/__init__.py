"""Events into paragraphs: everything the game says, and nothing it decides."""
