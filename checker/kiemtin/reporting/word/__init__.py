"""Word files for an editor: a copy of the draft with comments on the words, repairs as tracked changes."""
