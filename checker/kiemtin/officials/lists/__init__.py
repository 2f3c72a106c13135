"""Which mentions stand in one list."""
