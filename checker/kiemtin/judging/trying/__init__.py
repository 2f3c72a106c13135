"""The examples of packs: run, and damaged to see that they bite."""
