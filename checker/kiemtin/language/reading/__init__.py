"""From the text of a pack to its syntax tree, or to errors that teach."""
