"""From a syntax tree back to text: the printer and the formatter."""
