"""Archives: planned, checked in shards, kept in an open store, told in reports."""
