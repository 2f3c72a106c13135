"""Organs and places by themselves, without a person: rows of them, and names that ended on a day."""
