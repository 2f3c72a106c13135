"""From pieces to names with their titles, one construction a row."""
