"""From a text to its pieces: titles and names in their order."""
