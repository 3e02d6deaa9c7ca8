"""Where the ranking fails: dead ends looked for on the engine, and the closer look at what can be lost."""
