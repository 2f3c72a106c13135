"""A pack of a province or a newsroom, made of answers to questions."""
