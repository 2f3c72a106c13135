"""Where the words that begin titles and names stand in a text; drafts nobody has edited are tidied first."""
