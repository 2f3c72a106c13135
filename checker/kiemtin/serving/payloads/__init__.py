"""What newsroom systems send: their fields become a Document, field by field."""
