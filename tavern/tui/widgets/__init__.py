"""What the screens are made of, a widget a module."""
