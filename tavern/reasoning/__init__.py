"""What follows from what is so, without changing it: where people are, what can be seen, what evidence carries, what it proves."""
