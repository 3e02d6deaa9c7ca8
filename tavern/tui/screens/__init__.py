"""What fills the terminal, a screen a module with its styles beside it."""
