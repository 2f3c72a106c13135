"""From nothing to a newsroom that uses it: what is there, packs made and passed on."""
