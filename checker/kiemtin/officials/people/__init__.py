"""From names to people: who is meant, by which name."""
