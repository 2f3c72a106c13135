"""The vocabulary, compiled to what recognition looks things up in."""
