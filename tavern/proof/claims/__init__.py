"""The seven claims, and what each is made of."""
