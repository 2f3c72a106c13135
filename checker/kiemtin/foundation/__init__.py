"""What every room stands on: places, text, dates, problems, messages, the cache. No domain here."""
