"""What a document says to the rules: items, lists, people, bulletins."""
