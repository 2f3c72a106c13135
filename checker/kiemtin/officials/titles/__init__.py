"""How far a title goes, and whose it is."""
