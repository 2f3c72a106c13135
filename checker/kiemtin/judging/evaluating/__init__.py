"""What an expression of a rule comes to for the facts of a document."""
