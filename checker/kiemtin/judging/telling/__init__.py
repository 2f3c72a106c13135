"""An outcome in words: what was measured, why, and what to write instead."""
