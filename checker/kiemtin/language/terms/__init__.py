"""The words of the language: keywords, properties, types, units."""
