"""Figures become reports: one renderer a format, all from the same tables."""
