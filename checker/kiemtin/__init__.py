"""Checks how leaders' activities are presented in the press: form, never opinion."""

__version__ = "0.1.0"
