"""Files of rosters: read, checked whole, told in the words of their rows."""
