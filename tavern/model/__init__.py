"""The nouns of the game: plain frozen values that every other folder shares and none of them owns."""
